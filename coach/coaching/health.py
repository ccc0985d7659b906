"""Red flags, and the word of a doctor after them."""

from datetime import datetime

from django.db import transaction

from calls import planning
from coach import records
from coach.coaching import desk, pausing
from coach.models import Notice, User
from runs.models import Pause
from runs.training.rules import red_flag


def suspend(user: User, *, now: datetime, words: records.Words = records.GET_HELP_NOW, told: str = "") -> None:
    """A red flag: no runs and no coaching calls until the runner is cleared."""
    if user.suspended_at:
        return
    records.suspend(user, now, words=words, told=told)
    planning.refresh(user, now=now)


def clear(user: User, *, now: datetime) -> None:
    """The runner confirms that a doctor cleared them. The days between were a pause: nothing of them was missed."""
    with transaction.atomic():
        user = desk.lock(user)
        if user.suspended_at is None:
            return
        since, user.suspended_at = user.today(user.suspended_at), None
        user.save(update_fields=["suspended_at"])
        user.notices.open().filter(kind=Notice.Kind.SAFETY).update(seen_at=now)
        for task in user.tasks.active().filter(title=red_flag.TASK):
            task.complete(now)
        pausing.heed(user, now=now)
        pausing.keep_free_days(user, kind=Pause.Kind.MEDICAL, since=since, now=now)
        pausing.settle_all(user, now=now)
