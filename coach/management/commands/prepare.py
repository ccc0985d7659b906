"""Make this machine ready: tables, queues, and a made-up runner when asked for."""

import socket
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from coach import demo
from config.celery import app


class Command(BaseCommand):
    help = "Migrate the database and declare the queues. Safe to run at every start."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, help="say so when this port is taken")
        parser.add_argument("--demo", action="store_true", help="with a runner who has eight weeks of history")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["port"] and _is_taken(options["port"]):
            raise CommandError(f"Port {options['port']} is taken. Try another: make run PORT={options['port'] + 1}")
        call_command("migrate", verbosity=0, interactive=False)
        # Declared once, before several processes start: the file broker's first binding is not made for a race.
        with app.connection_for_write() as connection, connection.channel() as channel:
            app.amqp.queues[app.conf.task_default_queue](channel).declare()
        if options["demo"]:
            if not demo.is_fresh(timezone.now()):
                demo.create(timezone.now())
            self.stdout.write(f"The demo runner is {demo.EMAIL}, password: {demo.PASSWORD}")
        self.stdout.write(f"Ready, with {'SQLite' if settings.EMBEDDED else 'PostgreSQL'}.")


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
