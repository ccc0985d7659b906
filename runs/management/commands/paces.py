from typing import Any

from django.core.management.base import CommandParser

from config.json_command import BadInput, PureCommand
from runs.training import contract, fields


class Command(PureCommand):
    help = "Fitness index, training paces and predicted times from a recent race, as JSON."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--distance", type=float, required=True, metavar="KM", help="Distance of the race, km.")
        parser.add_argument("--time", required=True, metavar="H:MM:SS", help="Time of the race: 50:00 or 1:55:00.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.give(contract.recent_race(options["distance"], options["time"]))
        except fields.Invalid as problem:
            raise BadInput(str(problem).replace("distance_km:", "distance:", 1)) from None
