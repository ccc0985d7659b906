"""What the agent may ask the desk for during a talk: the desk's verbs, as a model of language is told of them."""

from dataclasses import dataclass
from typing import Any

from calls.dialogue.reconciling import ENERGIES, SIDES
from runs.training.body import BODY_PARTS

# The agent's own way of telling which conversation it speaks in; filled by ElevenLabs, never by the model.
CALL_REF = "call_ref"
TIMEOUT_S = 8


@dataclass(frozen=True)
class Parameter:
    """What the model fills in. `type` is string, integer, number or boolean."""

    name: str
    type: str
    description: str
    required: bool = False
    enum: tuple[str, ...] = ()

    @property
    def schema(self) -> dict[str, Any]:
        plain: dict[str, Any] = {"type": self.type, "description": self.description}
        return {**plain, "enum": list(self.enum)} if self.enum else plain


@dataclass(frozen=True)
class Tool:
    name: str
    description: str
    parameters: tuple[Parameter, ...] = ()

    @property
    def path(self) -> str:
        return f"/api/agent/tools/{self.name}"


_RUN_DATE = Parameter(
    "run_date", "string", "Which run, by its date as YYYY-MM-DD. Leave out for the run this talk is about, or the next."
)
_ACCEPTING = Parameter(
    "accepting", "boolean", "true only after you have read the warning to the runner and they said yes to it."
)

TOOLS = (
    Tool("get_next_run", "Look up the runner's next run: its kind, distance, day and time."),
    Tool("find_slots", "Find days and times in the next week to which a run could move.", (_RUN_DATE,)),
    Tool(
        "move_run",
        "Move a run to another day or time. Read the new day and time back and get a yes before you use this. When the "
        "answer is a warning, read it to the runner; only if they still want it, ask again with accepting.",
        (
            Parameter("date", "string", "The new date as YYYY-MM-DD, in the runner's own calendar.", required=True),
            Parameter("time", "string", "The new time as HH:MM, 24 hours. Leave out to keep the time."),
            _RUN_DATE,
            _ACCEPTING,
        ),
    ),
    Tool(
        "skip_run",
        "Let a run go. Ask for a yes first, and for what got in the way.",
        (
            Parameter("reason", "string", "What got in the way, in the runner's own words.", required=True),
            _RUN_DATE,
            _ACCEPTING,
        ),
    ),
    Tool(
        "log_check_in",
        "Write down how a run went, once you have asked everything about it. Leave out what was not said.",
        (
            Parameter("difficulty", "integer", "How hard the run was, from 1, very easy, to 10, all out."),
            Parameter("pain", "boolean", "Whether anything hurts or hurt. Leave out if it was not spoken of."),
            Parameter("pain_location", "string", "Where it hurts.", enum=BODY_PARTS),
            Parameter("pain_side", "string", "Which side hurts.", enum=SIDES),
            Parameter("pain_severity", "integer", "How bad the pain is, from 0 to 10."),
            Parameter("energy", "string", "The runner's energy afterwards.", enum=ENERGIES),
            Parameter("distance_km", "number", "Kilometres run, if the runner says so."),
            Parameter("duration_min", "integer", "Minutes run, if the runner says so."),
            Parameter("notes", "string", "How it felt, in the runner's own words."),
            _RUN_DATE,
        ),
    ),
    Tool(
        "create_task",
        "Put something on the runner's list that keeps an obstacle from spoiling another run. Offer it first.",
        (
            Parameter("words", "string", "What gets in the way, in the runner's own words.", required=True),
            Parameter("title", "string", "What to do about it, as an action, like: Buy a running jacket."),
        ),
    ),
    Tool(
        "complete_task",
        "Tick off a task that the runner says is done.",
        (Parameter("task", "string", "The task's title as it stands on the list, or a part of it.", required=True),),
    ),
    Tool(
        "report_red_flag",
        "Use this at once, without asking first, when the runner tells of chest pain, fainting or nearly fainting, "
        "trouble breathing, a racing or irregular heart, sudden weakness, confusion, or an injury that they cannot "
        "stand on.",
        (Parameter("words", "string", "What the runner said, in their own words.", required=True),),
    ),
    Tool("stop_calling", "Use this as soon as the runner asks not to be called any more."),
)
BY_NAME = {tool.name: tool for tool in TOOLS}


def configuration(tool: Tool, *, base_url: str, secret_id: str) -> dict[str, Any]:
    """The tool as ElevenLabs keeps it. `secret_id` names the key that it shows in X-Tool-Key."""
    properties: dict[str, Any] = {parameter.name: parameter.schema for parameter in tool.parameters}
    required = [parameter.name for parameter in tool.parameters if parameter.required]
    return {
        "type": "webhook",
        "name": tool.name,
        "description": tool.description,
        "response_timeout_secs": TIMEOUT_S,
        "api_schema": {
            "url": f"{base_url}{tool.path}",
            "method": "POST",
            "request_headers": {"X-Tool-Key": {"secret_id": secret_id}},
            "request_body_schema": {
                "type": "object",
                "required": [*required, CALL_REF],
                "properties": {**properties, CALL_REF: {"type": "string", "dynamic_variable": CALL_REF}},
            },
        },
    }
