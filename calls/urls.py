from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path, re_path

from calls import webhooks
from calls.pages import history, talk
from calls.sandbox import pages as telephone

urlpatterns: list[URLPattern | URLResolver] = [
    path("talk/", talk.talks, name="talks"),
    path("talk/begin/", talk.begin, name="talk_begin"),
    path("talk/<uuid:pk>/", talk.talk, name="talk"),
    path("talk/<uuid:pk>/say/", talk.say, name="say"),
    path("calls/", history.calls, name="calls"),
    path("calls/latest/", history.latest, name="latest_call"),
    path("calls/<uuid:pk>/", history.call, name="call"),
    # No trailing slash: a redirect would lose the form that Twilio signed.
    path("api/twilio/call-initiated", webhooks.call_initiated),
    path("api/twilio/connect-to-agent", webhooks.connect_to_agent),
    path("api/twilio/turn", webhooks.turn),
    path("api/twilio/call-status", webhooks.call_status),
    path("api/twilio/fallback", webhooks.fallback),
]

if settings.TWILIO_SANDBOX:
    urlpatterns += [
        path("sandbox/twilio/", include("calls.sandbox.urls")),
        path("telephone/", telephone.telephone, name="telephone"),
        re_path(
            r"^telephone/(?P<sid>CA[0-9a-f]{32})/(?P<action>answer|decline|say|hang-up)/$",
            telephone.act,
            name="telephone_act",
        ),
    ]
