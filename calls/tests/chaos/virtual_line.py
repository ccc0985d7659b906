"""A telephone company in the test's own memory and time, with its own ledger, on a seeded run of bad luck."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.test import Client
from twilio.request_validator import RequestValidator

from calls import twilio

HANGS_S = 10
LIVES = {
    "talks": (("initiated", 0), ("ringing", 1), ("in-progress", 8), ("completed", 60)),
    "busy": (("initiated", 0), ("ringing", 1), ("busy", 5)),
    "never": (("initiated", 0), ("ringing", 1), ("no-answer", 26)),
    "fails": (("initiated", 0), ("failed", 2)),
    "machine": (("initiated", 0), ("ringing", 1), ("in-progress", 20), ("completed", 40)),
}


@dataclass
class Made:
    """A call that really was made."""

    sid: str
    to: str
    reference: str
    made_at: datetime
    life: str
    ended_by_us: bool = False

    def status(self, now: datetime) -> str:
        if self.ended_by_us:
            return "completed"
        passed = [status for status, after in LIVES[self.life] if self.made_at + timedelta(seconds=after) <= now]
        return passed[-1] if passed else "queued"


@dataclass
class VirtualLine:
    """Twilio as `calls.twilio` sees it. `shares`: how often a request for a call goes wrong, by kind; `lag_s`: how late
    a call is listed and a webhook comes at most; `lost`: the share of webhooks that never come."""

    seed: int
    now: datetime
    shares: dict[str, float] = field(default_factory=dict)
    lag_s: float = 0.0
    lost: float = 0.0
    is_away: Callable[[datetime], bool] = lambda moment: False
    made: list[Made] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.luck = random.Random(self.seed)
        self._queue: list[tuple[datetime, str, dict[str, str]]] = []
        self._client = Client()

    def clock(self) -> datetime:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def place(self, *, to: str, reference: str, send_by: datetime) -> str:
        if self.is_away(self.now):
            self.faults["away"] += 1
            raise twilio.CallRefused("away", kind="later")
        fault = self._fault()
        if fault == "429":
            raise twilio.CallRefused("slow down", kind="later", code=20429)
        sid = self._make(to, reference) if not fault or fault.endswith("after") else ""
        if fault.startswith("hang"):
            self.wait(HANGS_S)
        if fault:
            raise twilio.OutcomeUnknown(fault)
        return sid

    def find(self, *, to: str, since: datetime) -> list[twilio.Seen]:
        if self.is_away(self.now):
            raise ConnectionError("away")
        listed = [one for one in self.made if one.to == to and one.made_at >= since and self._lists(one)]
        return [twilio.Seen(one.sid, one.status(self.now), None) for one in reversed(listed)]

    def fetch(self, sid: str) -> twilio.Seen:
        one = next((one for one in self.made if one.sid == sid), None)
        if one is None:
            raise twilio.NoSuchCall
        return twilio.Seen(sid, one.status(self.now), 52 if one.status(self.now) == "completed" else None)

    def end(self, sid: str) -> None:
        for one in self.made:
            if one.sid == sid and one.status(self.now) in ("queued", "initiated", "ringing", "in-progress"):
                one.ended_by_us = True
                self._report(one, "completed", 9, self.now)

    def deliver(self) -> None:
        """Every webhook whose time has come."""
        due = sorted((row for row in self._queue if row[0] <= self.now), key=lambda row: row[0])
        self._queue = [row for row in self._queue if row[0] > self.now]
        for _, path, fields in due:
            url = settings.PUBLIC_BASE_URL + path
            signature = RequestValidator(settings.TWILIO_AUTH_TOKEN).compute_signature(url, fields)
            answer = self._client.post(path, fields, headers={"X-Twilio-Signature": signature})
            assert answer.status_code in (200, 204), (path, answer.status_code)

    @property
    def is_quiet(self) -> bool:
        return not self._queue

    def _fault(self) -> str:
        dice = self.luck.random()
        for name, share in self.shares.items():
            dice -= share
            if dice < 0:
                self.faults[name] += 1
                return name
        return ""

    def _make(self, to: str, reference: str) -> str:
        life = self.luck.choices(list(LIVES), (40, 15, 25, 10, 10))[0]
        one = Made(f"CA{len(self.made):032x}", to, reference, self.now, life)
        self.made.append(one)
        for number, (status, after) in enumerate(LIVES[life]):
            self._report(one, status, number, self.now + timedelta(seconds=after))
        if life in ("talks", "machine"):
            answered = self.now + timedelta(seconds=dict(LIVES[life])["in-progress"])
            self._post(answered, f"/api/twilio/connect-to-agent?ref={reference}", {"CallSid": one.sid}, may_fail=False)
        if life == "machine":
            heard = self.now + timedelta(seconds=24)
            fields = {"CallSid": one.sid, "AnsweredBy": "machine_start"}
            self._post(heard, f"/api/twilio/answered-by?ref={reference}", fields)
        return one.sid

    def _report(self, one: Made, status: str, number: int, at: datetime) -> None:
        fields = {"CallSid": one.sid, "CallStatus": status, "SequenceNumber": str(number), "CallDuration": "52"}
        self._post(at, f"/api/twilio/call-status?ref={one.reference}", fields)

    def _post(self, at: datetime, path: str, fields: dict[str, str], *, may_fail: bool = True) -> None:
        """Late, lost or twice, as luck has it: so they also come out of order."""
        form = {"AccountSid": settings.TWILIO_ACCOUNT_SID, **fields}
        if may_fail and self.luck.random() < self.lost:
            self.faults["webhook lost"] += 1
            return
        late = self.luck.uniform(0, self.lag_s) if may_fail else 0
        self._queue.append((at + timedelta(seconds=late), path, form))
        if may_fail and self.luck.random() < self.lost:
            self.faults["webhook twice"] += 1
            self._queue.append((at + timedelta(seconds=late * 2), path, form))

    def _lists(self, one: Made) -> bool:
        """Each call has its own delay in the list."""
        late = random.Random(one.sid).uniform(0, self.lag_s)
        return one.made_at + timedelta(seconds=late) <= self.now
