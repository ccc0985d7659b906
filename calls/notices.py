"""Words in the app in the place of a call that did not come to a talk."""

from datetime import datetime

from calls.models import Call
from coach import spoken
from coach.models import Notice, User

KINDS = (Notice.Kind.MISSED_CALL, Notice.Kind.SILENT)
SILENT: dict[str, str] = {
    Call.Kind.POST_RUN: "How was your run?",
    Call.Kind.PLANNING: "Your next week is ready",
    Call.Kind.INTERVENTION: "Let us find a way back",
    Call.Kind.CELEBRATION: "Something to celebrate",
}


def leave_missed(call: Call, reason: str, *, now: datetime) -> None:
    """We did not get to talk: why, and the ways out. The one before is out of date."""
    call.user.notices.open().filter(kind=Notice.Kind.MISSED_CALL).update(seen_at=now)
    text = f"{_wanted(call)}, but {reason}.{_comfort(call)}"
    _leave(call, Notice.Kind.MISSED_CALL, "We did not get to talk", text, now)


def leave_silent(call: Call, reason: str, *, now: datetime) -> None:
    """What the call would have said, without a ring. The one before of its kind is out of date."""
    call.user.notices.open().filter(kind=Notice.Kind.SILENT, call__kind=call.kind).update(seen_at=now)
    title = SILENT.get(call.kind, "A word from your coach")
    if call.kind == Call.Kind.PRE_RUN and call.run is not None:
        title = f"Your run is at {spoken.clock(call.run.start_time)}"
    _leave(call, Notice.Kind.SILENT, title, f"I did not call: {reason}.", now)


def close_stale(user: User, *, now: datetime) -> None:
    """A word about a call before a run goes when the run does: run, let go, or at another time by now."""
    about_runs = Call.objects.filter(kind=Call.Kind.PRE_RUN, notices__in=user.notices.open().filter(kind__in=KINDS))
    for call in about_runs.select_related("run"):
        run = call.run
        if run is None or not run.is_pending or f"@{run.scheduled_date_time:%Y%m%dT%H%M}" not in call.subject:
            call.notices.open().update(seen_at=now)


def _wanted(call: Call) -> str:
    if call.run is None:
        return "I wanted a word with you"
    when = f"{spoken.day(call.run.scheduled_on)} at {spoken.clock(call.run.start_time)}"
    if call.run.is_pending:
        return f"I wanted a word about your run on {when}"
    return f"I wanted to hear about your run on {when}"


def _comfort(call: Call) -> str:
    return " Nothing is lost: the run is in your schedule." if call.run is not None and call.run.is_pending else ""


def _leave(call: Call, kind: str, title: str, text: str, now: datetime) -> None:
    Notice.objects.create(user=call.user, kind=kind, title=title, text=text, call=call, created_at=now)
