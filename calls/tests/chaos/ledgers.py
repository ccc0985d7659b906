"""Calls that are wanted, and what came of them by the telephone company's own ledger."""

import base64
import json
import urllib.request
from collections import Counter
from datetime import timedelta

from django.conf import settings as configured

from calls.models import Call
from coach.models import CallPreferences, Notice, User


def want(count, *, now, over_s=0, using="default"):
    """So many runners, each with one call that is due now, or within so many seconds."""
    users = [
        User(email=f"r{number}@example.com", name=f"R{number}", time_zone="UTC", calls_agreed_at=now)
        for number in range(count)
    ]
    User.objects.using(using).bulk_create(users)
    # It may be night where this runs.
    midnight = {"quiet_from": "00:00", "quiet_until": "00:00"}
    CallPreferences.objects.using(using).bulk_create(CallPreferences(user=user, **midnight) for user in users)
    Call.objects.using(using).bulk_create(
        Call(
            user=user, kind="weekly_planning", subject="week", due_at=due, expires_at=due + timedelta(minutes=15),
            due_on=due.date(), due_time=due.time(), due_zone="UTC", created_at=now,
        )
        for number, user in enumerate(users)
        for due in [now + timedelta(seconds=over_s * number / count)]
    )  # fmt: skip


def done(*, using="default"):
    """How many of the wanted calls have come to something."""
    return Call.objects.using(using).filter(subject="week", status__in=Call.FINAL).count()


def made(base):
    """How often each reference was dialled, as the company at `base` has it."""
    keys = f"{configured.TWILIO_ACCOUNT_SID}:{configured.TWILIO_AUTH_TOKEN}"
    header = {"Authorization": "Basic " + base64.b64encode(keys.encode()).decode()}
    request = urllib.request.Request(base.replace("/twilio", "/ledger.json"), headers=header)  # noqa: S310
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
        return Counter(call["ref"] for call in json.load(answer)["calls"])


def judge(base, happened, *, using="default"):
    """Nobody rung twice, nobody forgotten, every row final. `happened`: what to print of the faults. Returns how many
    calls were made."""
    times, calls = made(base), list(Call.objects.using(using).filter(subject="week"))
    told = set(Notice.objects.using(using).exclude(call=None).values_list("call_id", flat=True))
    again = set(Call.objects.using(using).filter(subject="week#2").values_list("user_id", flat=True))
    twice = [reference for reference, count in times.items() if count > 1]
    forgotten = [
        call for call in calls if call.status != "completed" and call.pk not in told and call.user_id not in again
    ]
    came_to = Counter(call.status for call in calls)
    print(
        f"\n{len(calls)} calls, {sum(times.values())} made, {happened}: "
        f"{len(twice)} twice, {len(forgotten)} forgotten; {dict(came_to)}"
    )
    assert (twice, forgotten) == ([], [])
    assert set(came_to) <= set(Call.FINAL), came_to
    return sum(times.values())
