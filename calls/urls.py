from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path, re_path

from calls.pages import history, talk, voice
from calls.sandbox import pages as telephone
from calls.tools import entrance
from calls.webhooks import elevenlabs, messages, status
from calls.webhooks import voice as twilio_voice

urlpatterns: list[URLPattern | URLResolver] = [
    path("talk/", talk.talks, name="talks"),
    path("talk/begin/", talk.begin, name="talk_begin"),
    path("talk/<uuid:pk>/", talk.talk, name="talk"),
    path("talk/<uuid:pk>/say/", talk.say, name="say"),
    path("talk/<uuid:pk>/delete/", talk.forget, name="talk_forget"),
    path("talk/<uuid:pk>/voice/", voice.voice, name="voice"),
    path("talk/<uuid:pk>/voice/connected/", voice.connected, name="voice_connected"),
    path("talk/<uuid:pk>/voice/ended/", voice.ended, name="voice_ended"),
    path("calls/", history.calls, name="calls"),
    path("calls/on-line/<str:sid>/", history.on_line, name="call_on_line"),
    path("calls/later/", history.call_later, name="call_later"),
    path("calls/<uuid:pk>/", history.call, name="call"),
    path("calls/<uuid:pk>/off/", history.call_off, name="call_off"),
    # No trailing slash: a redirect would lose the form that Twilio signed.
    path("api/twilio/call-initiated", twilio_voice.call_initiated),
    path("api/twilio/connect-to-agent", twilio_voice.connect_to_agent),
    path("api/twilio/after-agent", twilio_voice.after_agent),
    path("api/twilio/turn", twilio_voice.turn),
    path("api/twilio/call-status", status.call_status),
    path("api/twilio/answered-by", status.answered_by),
    path("api/twilio/message", messages.message),
    path("api/twilio/fallback", twilio_voice.fallback),
    path("api/agent/tools/<slug:name>", entrance.tool),
    path("api/elevenlabs/post-call", elevenlabs.post_call),
]

if settings.TWILIO_SANDBOX:
    urlpatterns += [
        path("sandbox/twilio/", include("calls.sandbox.urls")),
        path("telephone/", telephone.telephone, name="telephone"),
        path("telephone/ring/", telephone.ring, name="telephone_ring"),
        path("telephone/text/", telephone.text, name="telephone_text"),
        re_path(
            r"^telephone/(?P<sid>CA[0-9a-f]{32})/(?P<action>answer|decline|say|hang-up)/$",
            telephone.act,
            name="telephone_act",
        ),
    ]
