from typing import Any

from config.json_command import BadInput, JsonCommand
from runs.training import contract, fields


class Command(JsonCommand):
    help = "A planning request as JSON in, the coach's verdict and the plan as JSON out."

    def answer(self, data: Any) -> dict[str, Any]:
        try:
            return contract.answer(contract.request(data))
        except fields.Invalid as problem:
            raise BadInput(str(problem)) from None
