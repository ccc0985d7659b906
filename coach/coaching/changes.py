"""Adjustments: undone, accepted, declined."""

from datetime import datetime

from django.db import transaction

from calls import planning
from coach.coaching import desk
from coach.coaching.refusals import NeedsConsent, Refused
from coach.models import User
from runs import adjusting
from runs.models import ScheduleAdjustment

HURTS = "This rests on a pain you told me about. Running on too early makes it last. Put the runs back all the same?"
HURT_SINCE = "You told me about pain again since. Until that is better, the rest stays."
LIMIT = "This is no opinion of mine but a limit that keeps you from getting hurt. It lifts as you run again."
PAUSED = "This comes with your pause. End the pause instead."


def undo(
    adjustment: ScheduleAdjustment,
    *,
    now: datetime,
    accepting: bool = False,
    by: str = ScheduleAdjustment.MadeBy.RUNNER,
) -> ScheduleAdjustment:
    """Put back the runs of an adjustment that nobody has touched since. Undone twice, it is undone once. After pain the
    runner is asked first: raises NeedsConsent unless `accepting`."""
    with transaction.atomic():
        user, adjustment = _opened(adjustment)
        if adjustment.undone_at:
            return adjustment
        if not adjustment.may_be_undone:
            raise Refused(_why_not(adjustment))
        later = adjustment.schedule.adjustments.filter(rule="pain", created_at__gt=adjustment.created_at)
        if adjustment.rule == "pain" and later.filter(undone_at=None).exists():
            raise Refused(HURT_SINCE)
        if adjustment.rule == "pain" and not accepting:
            raise NeedsConsent((HURTS,))
        adjusting.undo(adjustment, by=by, now=now)
        desk.give_back_frequency(adjustment.schedule, adjustment)
        desk.settle(user, adjustment.schedule, now=now)
    return adjustment


def accept(adjustment: ScheduleAdjustment, *, now: datetime) -> ScheduleAdjustment:
    """The runner says yes to a proposal; said twice, it is made once. Runs touched since stay as they are; when nothing
    of it is possible any more, it lapses."""
    with transaction.atomic():
        user, adjustment = _opened(adjustment)
        if adjustment.accepted_at and not adjustment.undone_at:
            return adjustment
        if not adjustment.is_waiting:
            raise Refused("That proposal is no longer open.")
        desk.must_be_cleared(user)
        if not adjusting.accept(adjustment, now=now):
            adjusting.lapse(adjustment, now=now)
            return adjustment
        adjustment.notices.open().update(seen_at=now)
        desk.settle(user, adjustment.schedule, now=now)
    return adjustment


def decline(adjustment: ScheduleAdjustment, *, now: datetime) -> ScheduleAdjustment:
    """Not now. Nothing changes, and nobody asks again on the same grounds."""
    with transaction.atomic():
        user, adjustment = _opened(adjustment)
        if adjustment.is_waiting:
            adjustment.declined_at = now
            adjustment.save(update_fields=["declined_at"])
            adjustment.notices.open().update(seen_at=now)
            planning.refresh(user, now=now)
    return adjustment


def _why_not(adjustment: ScheduleAdjustment) -> str:
    if adjustment.pause_id:
        return PAUSED
    return LIMIT if adjustment.is_limit else "There is nothing to put back."


def _opened(adjustment: ScheduleAdjustment) -> tuple[User, ScheduleAdjustment]:
    """The runner, locked, and the adjustment as it is now."""
    user = desk.lock(adjustment.user)
    adjustment = ScheduleAdjustment.objects.select_related("schedule__goal", "pause").get(pk=adjustment.pk)
    adjustment.user = adjustment.schedule.goal.user = user
    if adjustment.schedule.goal.ended_at:
        raise Refused("That was for a goal that has ended.")
    return user, adjustment
