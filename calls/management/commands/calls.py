"""For operators: how the calls are getting on, and one switch that stops all dialling."""

import json
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db.models import Count
from django.utils import timezone

from calls import dispatch, elevenlabs
from calls.models import Call, Halt, NearMiss

LATELY = timedelta(hours=1)


class Command(BaseCommand):
    help = (
        "calls status: due, in flight, stuck, the last hour's outcomes, what lies ahead, what stands still. calls stop "
        "and calls go. calls audit: our calls of the last day held against Twilio's."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["status", "stop", "go", "audit"])
        parser.add_argument("--reason", default="Stopped by an operator", help="With stop: why.")
        parser.add_argument("--json", action="store_true", help="With status or audit: as JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        if options["what"] == "stop":
            if not Halt.objects.now(now).filter(ends_at=None).exists():
                Halt.objects.create(reason=options["reason"][:200], began_at=now)
            self.stdout.write("No call is dialled from now on. calls go starts again.")
        elif options["what"] == "go":
            lifted = Halt.objects.now(now).update(lifted_at=now)
            self.stdout.write("Dialling goes on." if lifted else "Nothing was stopped.")
        if options["what"] in ("status", "audit"):
            report = status(now) if options["what"] == "status" else audit(now)
            self.stdout.write(json.dumps(report, indent=2) if options["json"] else "\n".join(_lines(report)))


def status(now: datetime) -> dict[str, Any]:
    """Counts of calls, the last hour's outcomes by name, and why dialling stands still, if it does."""
    planned = Call.objects.filter(status=Call.Status.PLANNED)
    lately = Call.objects.filter(ended_at__gte=now - LATELY).values_list("status").annotate(count=Count("pk"))
    stuck = Call.objects.filter(status__in=Call.LIVE, due_at__lt=now - dispatch.STUCK_AFTER)
    halts = [str(halt) for halt in Halt.objects.now(now)]
    return {
        "due": planned.filter(due_at__lte=now, expires_at__gt=now).count(),
        "planned": planned.filter(due_at__gt=now).count(),
        "overdue": planned.filter(expires_at__lte=now).count(),
        "in_flight": Call.objects.live().count(),
        "uncertain": Call.objects.filter(status=Call.Status.UNCERTAIN).count(),
        "stuck": stuck.count(),
        "last_hour": dict(sorted(lately)),
        "second_calls": NearMiss.objects.filter(seen_at__gte=now - timedelta(days=1)).count(),
        "next_day": _next_day(now),
        "halted": [*halts, *(["CALLS_STOPPED is set"] if settings.CALLS_STOPPED else [])],
        "voice_agent": _agent(),
    }


def _agent() -> str:
    if not elevenlabs.is_configured():
        return "none"
    return "resting after a refusal" if elevenlabs.is_resting() else "ready"


def audit(now: datetime) -> dict[str, Any]:
    """SIDs that one side has and the other has not, and how many both have."""
    found = dispatch.audit(now=now)
    return {
        "both": len(found.both),
        "only_at_twilio": sorted(found.only_theirs),
        "only_here": sorted(found.only_ours),
    }


def _next_day(now: datetime) -> dict[str, Any]:
    ahead = dispatch.forecast.look(now)
    return {
        "calls": ahead.calls,
        "calls_per_second": settings.TWILIO_CALLS_PER_SECOND,
        "do_not_fit": ahead.unmade,
        "from": ahead.first_at.isoformat() if ahead.first_at else None,
    }


def _lines(report: dict[str, Any]) -> list[str]:
    return [f"{name.replace('_', ' '):<16}{_in_words(name, value)}" for name, value in report.items()]


def _in_words(name: str, value: Any) -> str:
    if name == "next_day":
        pace = f"{value['calls']} calls, at {value['calls_per_second']:g} a second"
        return f"{pace}: {value['do_not_fit']} do not fit, from {value['from']} on" if value["do_not_fit"] else pace
    if name == "last_hour":
        return ", ".join(f"{count} {status.replace('_', ' ')}" for status, count in value.items()) or "no call ended"
    if isinstance(value, list):
        return "; ".join(value) or ("no" if name == "halted" else "none")
    return str(value)
