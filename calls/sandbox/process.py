"""The telephone company as a process of its own: its own ledger, clock and threads, and nothing of the coach."""

import logging
import os
import signal
import time
from pathlib import Path
from threading import Thread
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.db import OperationalError, connection, connections
from django.db.models import Model
from django.utils import timezone

from calls.sandbox import carrier
from calls.sandbox.lanes import Lanes
from calls.sandbox.models import Callback, CarrierCall, Verification

logger = logging.getLogger(__name__)

HOST = "127.0.0.1"
THREADS = 24
TICK_S, SHORTEST_REST_S = 0.1, 0.01
LEDGER: tuple[type[Model], ...] = (CarrierCall, Callback, Verification)


class OtherLedger(Exception):
    """The file's tables are not those of today."""


class Server(ThreadedWSGIServer):
    # A burst of calls comes over as many connections.
    request_queue_size = 512


class QuietHandler(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


def open_ledger(file: Path) -> None:
    """From here on this process has a database of its own. Its tables are made where they are not there yet. Raises
    OtherLedger."""
    del connections["default"]
    connections.settings["default"] = connections.configure_settings(
        {
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": str(file),
                "CONN_MAX_AGE": None,
                "OPTIONS": {
                    "timeout": 20,
                    "transaction_mode": "IMMEDIATE",
                    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;",
                },
            }
        }
    )["default"]
    known = connection.introspection.table_names()
    absent = [model for model in LEDGER if model._meta.db_table not in known]
    if any(_lacks_a_column(model) for model in LEDGER if model not in absent):
        raise OtherLedger(f"{file} was made by another version: delete it, or name another file.")
    with connection.schema_editor() as editor:
        for model in absent:
            editor.create_model(model)


def _lacks_a_column(model: type[Model]) -> bool:
    with connection.cursor() as cursor:
        there = connection.introspection.get_table_description(cursor, model._meta.db_table)
    return bool({field.column for field in model._meta.concrete_fields} - {column.name for column in there})


def serve(port: int) -> Server:
    """Listens on this machine only; port 0 takes a free one. Only the telephone company's addresses are there."""
    settings.ROOT_URLCONF, settings.MIDDLEWARE = "calls.sandbox.process_urls", []
    settings.SANDBOX_HAS_CLOCK = True
    server = Server((HOST, port), QuietHandler)
    server.set_app(WSGIHandler())
    Thread(target=server.serve_forever, daemon=True).start()
    return server


def run_clock() -> None:
    """Until SIGTERM or SIGINT: then it is over at once, whatever is in the middle of something. What is committed to
    the ledger stays."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda number, frame: os._exit(0))
    lanes = Lanes(THREADS)
    while True:
        began = time.monotonic()
        try:
            carrier.advance(timezone.now(), lanes.run)
        except OperationalError:
            # The machine is busy with something else. What was not done is still due.
            logger.exception("carrier: the ledger could not be written")
        time.sleep(max(SHORTEST_REST_S, TICK_S - (time.monotonic() - began)))
