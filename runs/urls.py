from datetime import date

from django.urls import path, register_converter

from runs.pages import adjustments, check_in, move, pauses, plan, reshape, run, schedule, week


class DateConverter:
    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        on = date.fromisoformat(value)
        if not 2000 <= on.year <= 2100:
            raise ValueError("no calendar page")
        return on

    def to_url(self, value: date) -> str:
        return value.isoformat()


class MonthConverter(DateConverter):
    """A month is its first day."""

    regex = r"\d{4}-\d{2}"

    def to_python(self, value: str) -> date:
        return super().to_python(f"{value}-01")

    def to_url(self, value: date) -> str:
        return f"{value:%Y-%m}"


register_converter(DateConverter, "date")
register_converter(MonthConverter, "month")

urlpatterns = [
    path("schedule/", schedule.schedule, name="schedule"),
    path("schedule/<date:monday>/", schedule.schedule, name="schedule_week"),
    path("schedule/month/", schedule.month, name="schedule_this_month"),
    path("schedule/month/<month:first>/", schedule.month, name="schedule_month"),
    path("schedule/plan/", plan.plan, name="plan"),
    path("schedule/<date:monday>/easier/", week.ease, name="ease_week"),
    path("schedule/repeat/", week.repeat, name="repeat_week"),
    path("pauses/", pauses.pauses, name="pauses"),
    path("pauses/<uuid:pk>/resume/", pauses.resume, name="resume"),
    path("runs/add/", check_in.add, name="add_run"),
    path("runs/<uuid:pk>/", run.run, name="run"),
    path("runs/<uuid:pk>/complete/", run.complete, name="complete"),
    path("runs/<uuid:pk>/skip/", run.skip, name="skip"),
    path("runs/<uuid:pk>/take-back/", run.take_back, name="take_back"),
    path("runs/<uuid:pk>/move/", move.move, name="move"),
    path("runs/<uuid:pk>/move/days/", move.days, name="move_days"),
    path("runs/<uuid:pk>/call-me/", run.call_me, name="call_me"),
    path("runs/<uuid:pk>/check-in/", check_in.check_in, name="check_in"),
    path("runs/<uuid:pk>/correct/", check_in.correct, name="correct"),
    path("runs/<uuid:pk>/shorten/", reshape.shorten, name="shorten"),
    path("runs/<uuid:pk>/swap/", reshape.swap, name="swap"),
    path("adjustments/", adjustments.adjustments, name="adjustments"),
    path("adjustments/<uuid:pk>/", adjustments.adjustment, name="adjustment"),
    path("adjustments/<uuid:pk>/undo/", adjustments.undo, name="undo"),
    path("adjustments/<uuid:pk>/accept/", adjustments.accept, name="accept"),
    path("adjustments/<uuid:pk>/decline/", adjustments.decline, name="decline"),
]
