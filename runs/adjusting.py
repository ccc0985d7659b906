"""The rules' adjustments as rows: asked, applied, undone."""

from collections.abc import Iterable
from datetime import date, datetime

from runs import plans
from runs.models import RunningSchedule, RunSession, ScheduleAdjustment, ScheduledRun
from runs.training import adaptation, pace, workouts


def judge(schedule: RunningSchedule, *, today: date, now: datetime) -> ScheduleAdjustment | None:
    """Ask the rules about a schedule and apply what they say. Must run in a transaction that holds the runner."""
    runs = {str(run.pk): run for run in schedule.scheduled_runs.select_related("user")}
    sessions = list(
        RunSession.objects.filter(scheduled_run__schedule=schedule, checked_in_at__isnull=False)
        .select_related("scheduled_run")
        .prefetch_related("adjustments")
        .order_by("checked_in_at")
    )
    verdict = adaptation.judge(_history(runs.values(), sessions), today=today)
    return _apply(schedule, verdict, runs, sessions, now) if verdict else None


def undo(adjustment: ScheduleAdjustment, *, today: date, now: datetime) -> None:
    """Put back the runs that are still as the adjustment left them and still ahead; note those that are not."""
    runs = {str(run.pk): run for run in adjustment.schedule.scheduled_runs.select_related("user")}
    pending_days = {run.scheduled_on for run in runs.values() if run.is_pending}
    restored = []
    for change in adjustment.changes:
        run = runs.get(change["run_id"])
        if run is None or run.snapshot() != change["after"] or run.scheduled_on < today:
            adjustment.left_alone.append(change["run_id"])
        elif not run.is_pending and run.scheduled_on in pending_days:
            # Another run was put on the day this one gave up.
            adjustment.left_alone.append(change["run_id"])
        else:
            run.restore(change["before"])
            restored.append(run)
    _save(restored)
    adjustment.undone_at = now
    adjustment.save(update_fields=["undone_at", "left_alone"])


def _history(runs: Iterable[ScheduledRun], sessions: Iterable[RunSession]) -> adaptation.History:
    return adaptation.History([_plain(run) for run in runs], [_told(session) for session in sessions])


def _plain(run: ScheduledRun) -> adaptation.Run:
    return adaptation.Run(
        id=str(run.pk),
        on=run.scheduled_on,
        type=run.run_type,
        distance_km=run.distance,
        planned_km=run.planned_distance,
        duration_min=run.duration_min,
        status=run.status,
    )


def _told(session: RunSession) -> adaptation.Session:
    return adaptation.Session(
        run_id=str(session.scheduled_run_id),
        run_type=session.scheduled_run.run_type,
        difficulty=session.difficulty_rating,
        pain=session.pain_reported,
        pain_location=session.pain_location,
        consumed=bool(session.adjustments.all()),
    )


def _apply(
    schedule: RunningSchedule,
    verdict: adaptation.Adjustment,
    runs: dict[str, ScheduledRun],
    sessions: list[RunSession],
    now: datetime,
) -> ScheduleAdjustment:
    changes, changed = [], []
    paces = plans.paces(schedule.goal)
    for change in verdict.changes:
        run = runs[change.after.id]
        before = run.snapshot()
        _become(run, change.after, paces)
        changes.append({"run_id": str(run.pk), "before": before, "after": run.snapshot()})
        changed.append(run)
    _save(changed)
    adjustment = ScheduleAdjustment.objects.create(
        schedule=schedule,
        user_id=schedule.goal.user_id,
        rule=verdict.rule,
        reason=verdict.reason,
        changes=changes,
        created_at=now,
    )
    adjustment.evidence.set([s for s in sessions if str(s.scheduled_run_id) in verdict.evidence])
    return adjustment


def _become(run: ScheduledRun, after: adaptation.Run, paces: pace.Paces | None) -> None:
    """Type, size and status as the rules say; effort and steps follow from them."""
    run.run_type, run.status = after.type, after.status
    run.distance, run.duration_min = after.distance_km, after.duration_min
    run.effort_low, run.effort_high = workouts.EXPECTED_EFFORT[after.type]
    steps = workouts.steps(after.type, after.distance_km, paces=paces, week=run.week_number)
    run.steps = [step.as_json() for step in steps]


def _save(runs: list[ScheduledRun]) -> None:
    ScheduledRun.objects.bulk_update(
        runs,
        ["scheduled_on", "start_time", "scheduled_date_time", "run_type", "distance", "duration_min", "effort_low",
         "effort_high", "steps", "why", "status"],
    )  # fmt: skip
