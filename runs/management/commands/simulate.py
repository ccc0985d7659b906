import os
from typing import Any, NoReturn

from django.core.management.base import CommandError, CommandParser
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from config.json_command import BadInput, PureCommand
from runs.simulation import crowd, report
from runs.simulation.figures import Figures, nothing

MOST_RUNNERS, MOST_WEEKS, MOST_PROCESSES = 100_000, 52, 256


class Command(PureCommand):
    help = (
        "Synthetic runners train with the coach's rules, and beside them the same runners with their plan left alone. "
        "Shows what becomes of volume, difficulty, pain and completion; fails when a limit of any plan is broken."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--runners", type=int, default=200, metavar="N", help="How many (200).")
        parser.add_argument("--weeks", type=int, default=16, metavar="W", help="For how many weeks (16).")
        parser.add_argument("--seed", type=int, default=1, metavar="S", help="The same seed, the same figures (1).")
        parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, metavar="P", help="At once (all).")
        parser.add_argument("--json", action="store_true", help="The figures as JSON in place of drawings.")

    def handle(self, *args: Any, **options: Any) -> None:
        for name, most in (("runners", MOST_RUNNERS), ("weeks", MOST_WEEKS), ("processes", MOST_PROCESSES)):
            if not 1 <= options[name] <= most:
                raise BadInput(f"{name}: must be between 1 and {most}")
        figures = self._lived(options["seed"], options["runners"], options["weeks"], options["processes"])
        if options["json"]:
            self.give(figures.as_json())
        else:
            self.stdout.write(report.drawn(figures))
        if figures.broken:
            _fail(figures)

    def _lived(self, seed: int, runners: int, weeks: int, processes: int) -> Figures:
        """Everybody's figures, with a bar that shows how far they are."""
        total = nothing(weeks)
        with _progress() as progress:
            bar = progress.add_task("Running", total=runners)
            for some in crowd.all_lived(seed, runners, weeks=weeks, processes=processes):
                total = total.plus(some)
                progress.update(bar, completed=total.runners)
        return total


def _progress() -> Progress:
    """On standard error: standard output is for the figures."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, TimeElapsedColumn(), TimeRemainingColumn(), console=Console(stderr=True), transient=True)


def _fail(figures: Figures) -> NoReturn:
    lines = report.broken(figures)
    raise CommandError("\n".join([f"{len(figures.broken)} limits were broken.", *lines]), returncode=1)
