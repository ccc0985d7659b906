import sys
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from calls.dialogue import understanding
from calls.management import measuring
from config.json_command import BadInput, JsonCommand
from runs.training import fields


class Command(JsonCommand):
    help = "A runner's words in (or a transcript), what was understood as JSON out."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("text", nargs="*", help="The words; - or nothing for standard input.")
        parser.add_argument("--context", default="post_run", help=f"One of {', '.join(understanding.CONTEXTS)}.")
        parser.add_argument(
            "--jsonl", action="store_true", help='Lines of {"id", "context", "text"}; one answer a line.'
        )
        parser.add_argument(
            "--measure", action="store_true", help="Precision and recall on labelled files; without any, on our own."
        )
        parser.add_argument("-v", "--misses", action="store_true", help="With --measure: every miss.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["measure"]:
            self._measure(options["text"], misses=options["misses"])
        elif options["jsonl"]:
            self._context = options["context"]
            super().handle(file=options["text"][0] if options["text"] else "-", jsonl=True)
        else:
            self.give(_understood(_words(options["text"]), options["context"]))

    def answer(self, data: Any) -> dict[str, Any]:
        if not isinstance(data, dict):
            raise BadInput("request: must be an object")
        try:
            fields.only(data, {"id", "context", "text"})
        except fields.Invalid as problem:
            raise BadInput(str(problem)) from None
        return _understood(data.get("text"), data.get("context") or self._context)

    def _measure(self, files: list[str], *, misses: bool) -> None:
        for path in [Path(name) for name in files] or sorted(measuring.LABELLED.glob("*.jsonl")):
            try:
                scores = measuring.measure(measuring.lines(path))
            except (OSError, ValueError, KeyError, TypeError) as problem:
                raise BadInput(f"file: {path} is no labelled file ({problem})") from None
            self.stdout.write(f"\n{path.stem}")
            for line in measuring.table(scores, misses=misses):
                self.stdout.write(line)


def _words(given: list[str]) -> str:
    return sys.stdin.read() if given in ([], ["-"]) else " ".join(given)


def _understood(text: Any, context: Any) -> dict[str, Any]:
    if context not in understanding.CONTEXTS:
        raise BadInput(f"context: must be one of {', '.join(understanding.CONTEXTS)}")
    if not isinstance(text, str):
        raise BadInput("text: must be text" if text is not None else "text: is missing")
    return understanding.understand(text, context=context).as_json()
