from typing import Any

from config.json_command import BadInput, JsonCommand
from runs.training import adapt_contract, fields


class Command(JsonCommand):
    help = "A schedule and what happened as JSON in, the coach's adjustments and the schedule after them out."

    def answer(self, data: Any) -> dict[str, Any]:
        try:
            return adapt_contract.answer(data)
        except fields.Invalid as problem:
            raise BadInput(str(problem)) from None
