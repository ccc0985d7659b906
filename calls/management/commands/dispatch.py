"""The dispatcher as a process of its own: quicker than the queue's clock, and not in need of it. Any number may run."""

import signal
import threading
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections
from django.utils import timezone

from calls import dispatch, limits

WATCHES_EVERY = timedelta(minutes=1)


class Command(BaseCommand):
    help = "Dials the calls that are due, round after round. SIGTERM: the call in hand is finished, then it ends."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--every", type=float, default=0.5, metavar="SECONDS", help="Between rounds (0.05 to 5).")
        parser.add_argument("--once", action="store_true", help="One round, and end.")

    def handle(self, *args: Any, **options: Any) -> None:
        every, enough = min(max(options["every"], 0.05), 5.0), threading.Event()
        self.watched_at = timezone.now() - WATCHES_EVERY
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: enough.set())
        while not enough.is_set():
            self._round()
            if options["once"]:
                return
            enough.wait(every)

    def _round(self) -> None:
        """The database or the line may be away: that is said, and the next round tries again."""
        close_old_connections()
        try:
            if (now := timezone.now()) - self.watched_at >= WATCHES_EVERY:
                limits.watch_spending(now=now)
                self.watched_at = now
            dispatch.run(timezone.now)
        except Exception as fault:
            self.stderr.write(f"dispatch: {type(fault).__name__}: {fault}"[:300])
