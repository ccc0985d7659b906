from django.urls import path

from coach.pages import goal, home, onboarding, progress, settings, verdict

urlpatterns = [
    path("", home.home, name="home"),
    path("demo/", home.demo, name="demo"),
    path("notices/<uuid:pk>/seen/", home.notice_seen, name="notice_seen"),
    path("clearance/", home.clearance, name="clearance"),
    path("start/", onboarding.onboarding, name="onboarding"),
    path("start/weeks-left/", onboarding.weeks_left, name="weeks_left"),
    path("start/verdict/", verdict.verdict, name="verdict"),
    path("start/<slug:name>/", onboarding.step, name="onboarding_step"),
    path("goal/", goal.change_goal, name="change_goal"),
    path("progress/", progress.progress, name="progress"),
    path("more/", settings.more, name="more"),
    path("settings/", settings.settings, name="settings"),
]
