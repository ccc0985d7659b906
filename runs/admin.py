"""The human coach's door to schedules. What changes a runner's training goes through the desk, like anybody's."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from coach import coaching
from coach.records import Feedback
from runs.models import Pause, RunningSchedule, RunSession, ScheduleAdjustment, ScheduledRun

COACH = ScheduleAdjustment.MadeBy.COACH


def at_the_desk(request: HttpRequest, event: Callable[[], Any]) -> bool:
    """Whether the desk did it; what it refuses is said on the page."""
    try:
        event()
    except coaching.Refused as refusal:
        messages.error(request, str(refusal))
        request.is_refused = True  # type: ignore[attr-defined]
        return False
    return True


class DeskAdmin(admin.ModelAdmin):
    """What the desk refused is neither said nor logged to be done."""

    def message_user(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        if not hasattr(request, "is_refused"):
            super().message_user(request, *args, **kwargs)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return None if hasattr(request, "is_refused") else super().log_change(request, obj, message)

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return None if hasattr(request, "is_refused") else super().log_addition(request, obj, message)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A run is let go, a pause ended, an adjustment undone: nothing of a runner's training just disappears."""
        return False


def for_each(request: HttpRequest, rows: QuerySet[Any], event: Callable[[Any], Any], done: str) -> None:
    count = sum(at_the_desk(request, lambda row=row: event(row)) for row in rows)
    messages.success(request, f"{count} {done}")


@admin.register(RunningSchedule)
class RunningScheduleAdmin(DeskAdmin):
    list_display = ("goal", "start_date", "weekly_frequency", "fitness_level")
    list_select_related = ("goal",)

    def has_change_permission(self, request: HttpRequest, obj: RunningSchedule | None = None) -> bool:
        """A schedule changes with its goal."""
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


@admin.register(ScheduledRun)
class ScheduledRunAdmin(DeskAdmin):
    list_display = ("scheduled_on", "start_time", "user", "run_type", "distance", "status", "added_at")
    list_filter = ("status", "run_type")
    search_fields = ("user__email",)
    list_select_related = ("user",)
    date_hierarchy = "scheduled_on"
    actions = ("complete", "miss", "let_go")
    # A coach may change these; the rest follows from them.
    CHANGEABLE = ("scheduled_on", "start_time", "run_type", "distance")

    def get_readonly_fields(self, request: HttpRequest, obj: ScheduledRun | None = None) -> list[str]:
        changeable = self._changeable(obj) if obj and obj.is_pending else ()
        return [field.name for field in self.model._meta.fields if field.name not in changeable]

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A rest day is made by letting a run go, and a race by a goal."""
        if db_field.name == "run_type":
            kwargs["choices"] = [kind for kind in ScheduledRun.RunType.choices if kind[0] not in ("rest", "race")]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A run comes with its plan, or is told by the runner."""
        return False

    def _changeable(self, run: ScheduledRun) -> tuple[str, ...]:
        """The race stays on its day, and as long as it is."""
        return ("start_time",) if run.run_type == ScheduledRun.RunType.RACE else self.CHANGEABLE

    def save_model(self, request: HttpRequest, obj: ScheduledRun, form: Any, change: bool) -> None:
        wanted = {name: form.cleaned_data[name] for name in self.CHANGEABLE if name in form.changed_data}
        run = ScheduledRun.objects.select_related("user").get(pk=obj.pk)
        at_the_desk(request, lambda: coaching.change_run(run, wanted, by=COACH, now=timezone.now()))

    @admin.action(description="Mark as done")
    def complete(self, request: HttpRequest, rows: QuerySet[ScheduledRun]) -> None:
        runs = rows.select_related("user")
        for_each(request, runs, lambda run: coaching.complete(run, now=timezone.now()), "marked as done.")

    @admin.action(description="Mark as missed, where its day has passed")
    def miss(self, request: HttpRequest, rows: QuerySet[ScheduledRun]) -> None:
        runs = rows.select_related("user")
        for_each(request, runs, lambda run: coaching.miss(run, now=timezone.now()), "looked at.")

    @admin.action(description="Let go")
    def let_go(self, request: HttpRequest, rows: QuerySet[ScheduledRun]) -> None:
        runs = rows.select_related("user")
        for_each(
            request, runs, lambda run: coaching.skip(run, reason="Tired: your coach let it go", now=timezone.now()),
            "let go.",
        )  # fmt: skip


@admin.register(RunSession)
class RunSessionAdmin(DeskAdmin):
    list_display = ("completed_date", "user", "difficulty_rating", "pain_reported", "pain_location", "energy_level")
    list_filter = ("pain_reported", "source")
    search_fields = ("user__email",)
    list_select_related = ("user",)
    readonly_fields = ("user", "scheduled_run", "completed_date", "checked_in_at", "corrected_at", "source")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: RunSession, form: Any, change: bool) -> None:
        told = Feedback(
            difficulty=obj.difficulty_rating, pain=obj.pain_reported, pain_location=obj.pain_location,
            pain_side=obj.pain_side, pain_severity=obj.pain_severity, pain_description=obj.pain_description,
            energy=obj.energy_level, distance_km=obj.actual_distance, duration_min=obj.duration, notes=obj.notes,
            source=obj.source,
        )  # fmt: skip
        session = RunSession.objects.select_related("scheduled_run__user").get(pk=obj.pk)
        at_the_desk(request, lambda: coaching.correct(session, told, now=timezone.now()))


@admin.register(ScheduleAdjustment)
class ScheduleAdjustmentAdmin(admin.ModelAdmin):
    list_display = ("created_at", "user", "rule", "made_by", "reason", "proposed_at", "accepted_at", "undone_at")
    list_filter = ("rule", "made_by")
    list_select_related = ("user",)
    actions = ("undo",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: ScheduleAdjustment | None = None) -> bool:
        """History is read, and undone; not rewritten."""
        return False

    @admin.action(description="Undo, for the runner", permissions=["view"])
    def undo(self, request: HttpRequest, rows: QuerySet[ScheduleAdjustment]) -> None:
        def undone(row: ScheduleAdjustment) -> ScheduleAdjustment:
            return coaching.undo(row, now=timezone.now(), accepting=True, by=COACH)

        for_each(request, rows.select_related("user"), undone, "undone.")


@admin.register(Pause)
class PauseAdmin(DeskAdmin):
    list_display = ("user", "kind", "starts_on", "ends_on")
    list_select_related = ("user",)
    fields = ("user", "kind", "starts_on", "ends_on")
    actions = ("resume",)

    def has_change_permission(self, request: HttpRequest, obj: Pause | None = None) -> bool:
        """A pause is begun and ended; its days are not rewritten."""
        return False

    def save_model(self, request: HttpRequest, obj: Pause, form: Any, change: bool) -> None:
        asked = {name: form.cleaned_data[name] for name in ("kind", "starts_on", "ends_on")}

        def begin() -> None:
            obj.pk = coaching.pause(obj.user, **asked, now=timezone.now(), accepting=True).pk

        if not at_the_desk(request, begin):
            obj.pk = None

    def response_add(self, request: HttpRequest, obj: Pause, post_url_continue: str | None = None) -> Any:
        return (
            super().response_add(request, obj, post_url_continue)
            if obj.pk
            else self.response_post_save_add(request, obj)
        )

    @admin.action(description="The runner is back", permissions=["view"])
    def resume(self, request: HttpRequest, rows: QuerySet[Pause]) -> None:
        for_each(request, rows.select_related("user"), lambda row: coaching.resume(row, now=timezone.now()), "ended.")
