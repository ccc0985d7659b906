"""Commands that take JSON and give JSON: one object, or with `--jsonl` one a line. No database."""

import json
import sys
from abc import abstractmethod
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError, CommandParser


class BadInput(CommandError):
    """What was given cannot be taken; the message is one line that names the field."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()), returncode=2)


class OneLineParser(CommandParser):
    """A wrong argument is one line on standard error and status 2, without the usage."""

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"Error: {' '.join(message.split())}\n")
        sys.exit(2)


class PureCommand(BaseCommand):
    """Needs neither database nor checks: pure code with a door of its own."""

    requires_system_checks: list[str] = []

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = OneLineParser(prog=f"{Path(prog_name).name} {subcommand}", description=self.help or None, **kwargs)
        self.add_base_argument(parser, "--traceback", action="store_true", help="Show a traceback on a bad input.")
        self.add_base_argument(parser, "--settings", help="The settings module.")
        self.add_base_argument(parser, "--pythonpath", help="A directory to add to the path.")
        self.add_base_argument(parser, "--no-color", action="store_true", help="No colours.")
        self.add_base_argument(parser, "--force-color", action="store_true", help="Colours.")
        self.add_arguments(parser)
        return parser

    def give(self, answer: Any) -> None:
        # ASCII: what was sent may hold halves of characters that no encoding takes.
        self.stdout.write(json.dumps(answer))


class JsonCommand(PureCommand):
    """One request object in, its answer out. Subclasses say how to `answer`; `BadInput` is what they refuse."""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", default="-", help="A file, or - or nothing for standard input.")
        parser.add_argument(
            "--jsonl", action="store_true", help='One JSON object a line, each may carry an "id"; one answer a line.'
        )

    @abstractmethod
    def answer(self, data: Any) -> dict[str, Any]:
        """What a parsed request gets; raises BadInput."""

    def handle(self, *args: Any, **options: Any) -> None:
        text = _read(options["file"])
        if options["jsonl"]:
            for line in text.split("\n"):
                if line.strip():
                    self.give(self._of_line(line))
            return
        self.give(self.answer(_parsed(text)))

    def _of_line(self, line: str) -> dict[str, Any]:
        given: dict[str, Any] = {}
        try:
            data = _parsed(line)
            if isinstance(data, dict) and "id" in data:
                given = {"id": _named(data["id"])}
            return {**given, **self.answer(data)}
        except BadInput as problem:
            return {**given, "error": str(problem)}


def _named(name: Any) -> Any:
    if isinstance(name, bool) or not isinstance(name, str | int | None):
        raise BadInput("id: must be text or a whole number")
    return name


def _read(name: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as problem:
        raise BadInput(f"file: {name} cannot be read ({problem.strerror})") from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput("request: must be UTF-8 text") from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object that names no field twice."""
    data = dict(pairs)
    if len(data) < len(pairs):
        twice = next(name for at, (name, _) in enumerate(pairs) if name in dict(pairs[:at]))
        raise BadInput(f"{twice!a}: is given twice")
    return data


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_once)
    except BadInput:
        raise
    except (ValueError, RecursionError) as problem:
        detail = f"line {problem.lineno}, column {problem.colno}" if isinstance(problem, json.JSONDecodeError) else ""
        raise BadInput(f"request: is not JSON {f'({detail})' if detail else ''}".strip()) from None
