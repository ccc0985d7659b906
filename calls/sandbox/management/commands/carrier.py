from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from calls.sandbox import process


class Command(BaseCommand):
    help = (
        "The built-in telephone company as a process of its own, on this machine only. Where TWILIO_ACCOUNT_SID and "
        "SECRET_KEY (or VAR_DIR) are the app's, the account is; the app finds it by SANDBOX_API_BASE."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=0, help="0, the default, takes a free one.")
        parser.add_argument("--database", type=Path, default=settings.VAR / "carrier.sqlite3", help="Its ledger.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            process.open_ledger(options["database"])
        except process.OtherLedger as fault:
            raise CommandError(str(fault)) from fault
        server = process.serve(options["port"])
        self.stdout.write(f"The carrier is at http://{process.HOST}:{server.server_port}/sandbox/twilio")
        self.stdout.flush()
        process.run_clock()
