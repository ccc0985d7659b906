from django.urls import path

from coach.pages import calls, goal, home, onboarding, progress, safety, settings, verdict

urlpatterns = [
    path("", home.home, name="home"),
    path("demo/", home.demo, name="demo"),
    path("notices/<uuid:pk>/seen/", home.notice_seen, name="notice_seen"),
    path("safety/", safety.safety, name="safety"),
    path("clearance/", safety.clearance, name="clearance"),
    path("start/", onboarding.onboarding, name="onboarding"),
    path("start/weeks-left/", onboarding.weeks_left, name="weeks_left"),
    path("start/verdict/", verdict.verdict, name="verdict"),
    path("start/<slug:name>/", onboarding.step, name="onboarding_step"),
    path("goal/", goal.change_goal, name="change_goal"),
    path("progress/", progress.progress, name="progress"),
    path("more/", settings.more, name="more"),
    path("settings/", settings.settings, name="settings"),
    path("settings/calls/", calls.call_settings, name="call_settings"),
    path("settings/calls/code/", calls.send_code, name="send_code"),
    path("settings/calls/verify/", calls.verify_number, name="verify_number"),
    path("settings/calls/stop/", calls.stop_calls, name="stop_calls"),
    path("settings/calls/test/", calls.test_call, name="test_call"),
]
