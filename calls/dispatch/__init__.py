"""Due calls: claim, dial, settle. The database is the only truth; whoever runs this may vanish at any line."""

import time
from collections.abc import Callable
from datetime import datetime

from calls.dispatch import forecast, machines, pace
from calls.dispatch.audit import audit
from calls.dispatch.claims import claim_due, stands_still
from calls.dispatch.dialling import AGAIN_IN, dial, number_of, runners_at, why_not
from calls.dispatch.ends import VOICEMAIL, end_unmade, finish, too_late, unreached
from calls.dispatch.machines import leave as leave_machines
from calls.dispatch.second_calls import note as note_second
from calls.dispatch.settling import leave_notices, left_open, miss_expired, reconcile
from calls.dispatch.states import FINAL_STATUS, LEASE, LOOK_AFTER, SETTLE, STUCK_AFTER
from calls.models import Call

__all__ = [
    "AGAIN_IN", "FINAL_STATUS", "LEASE", "LOOK_AFTER", "SETTLE", "STUCK_AFTER", "VOICEMAIL", "audit", "claim_due",
    "dial", "drain", "end_unmade", "finish", "forecast", "leave_machines", "left_open", "miss_expired", "note_second",
    "number_of", "reconcile", "run", "runners_at", "stands_still", "too_late", "unreached", "why_not",
]  # fmt: skip

BATCH = 20
# How long one who waits for the next moment to dial waits, and how often.
PAUSE_S, PAUSES = 0.25, 16


def run(clock: Callable[[], datetime], wait: Callable[[float], None] = time.sleep) -> int:
    """One round: let the overdue go, settle what is uncertain, dial what is due and has its moment. Returns how many
    were dialled.

    One call is claimed and dialled before the next, by a fresh look at the clock: a slow line must not let a claim
    grow old.
    """
    leave_notices(clock())
    miss_expired(clock())
    reconcile(clock())
    machines.leave(now=clock())
    for dialled in range(BATCH):
        claim = claim_due(clock())
        if claim is None:
            return dialled
        dial(claim, clock=clock, wait=wait)
    return BATCH


def drain(clock: Callable[[], datetime], wait: Callable[[float], None] = time.sleep) -> int:
    """Rounds until nothing that is due waits for its moment, for some seconds at most. Returns how many were
    dialled."""
    dialled = run(clock, wait)
    for _ in range(PAUSES):
        if not (pace.is_full(clock()) and Call.objects.due(clock()).exists()):
            break
        wait(PAUSE_S)
        dialled += run(clock, wait)
    return dialled
