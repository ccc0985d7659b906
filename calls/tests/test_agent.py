"""The agent as code: its words, its variables, its notes and its tools hold together, and with ElevenLabs' types."""

import json
import re
import types
import typing
from dataclasses import fields

import pydantic
import pytest

from calls import talking
from calls.agent import configuration, notes, prompt, tools
from calls.agent.variables import NAMES, PLACEHOLDERS, variables
from calls.dialogue import reconciling, scripts, words
from calls.dialogue.outcome import Outcome

PHONE = configuration.agent("phone", site="coach.example.com", tool_ids=["tool_1"], webhook_id="webhook_1")
BROWSER = configuration.agent("browser", site="coach.example.com", tool_ids=["tool_1"], webhook_id="webhook_1")
TOOLS = [tools.configuration(tool, base_url="https://coach.example.com", secret_id="s") for tool in tools.TOOLS]


def used(*values):
    """Variables in the words of a configuration, and those that tools are filled with."""
    text = json.dumps(values)
    return set(re.findall(r"\{\{(\w+)\}\}", text)) | set(re.findall(r'"dynamic_variable": "(\w+)"', text))


def test_every_variable_that_is_used_is_sent_and_has_a_placeholder():
    sent = set(variables({}, kind="pre_run", call_ref="r", opening="Hi"))
    assert sent == set(NAMES) == set(PLACEHOLDERS)
    # No word uses another, and none is sent for nothing.
    assert used(PHONE, TOOLS) == sent
    assert used(BROWSER, TOOLS) == sent
    for agent in (PHONE, BROWSER):
        config = agent["conversation_config"]["agent"]
        assert config["dynamic_variables"]["dynamic_variable_placeholders"] == PLACEHOLDERS


def test_no_half_of_a_variable_is_left_in_the_words():
    text = re.sub(r"\{\{\w+\}\}", "", prompt.prompt())
    assert not set("{}$") & set(text)


@pytest.mark.parametrize("facts", [{}, {"name": None, "tasks": [{"title": "x"}], "last": {"km": 5}, "streak": True}])
def test_what_is_missing_or_made_of_parts_is_empty(facts):
    told = variables(facts, kind="motivation", call_ref="r", opening="Hi")
    assert told == {**dict.fromkeys(NAMES, ""), "kind": "motivation", "call_ref": "r", "opening": "Hi", "asked_for": ""}


def test_words_and_numbers_are_told_without_nul_and_not_without_end():
    told = variables({"name": "A\0na", "streak": 4, "goal": "x" * 5000}, kind="k", call_ref="r", opening="")
    assert (told["name"], told["streak"], len(told["goal"])) == ("Ana", "4", 1000)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", list(scripts.QUESTIONS))
def test_what_we_know_of_a_runner_is_told(ana, now, kind):
    session = talking.begin(ana, kind, channel="browser", run=ana.runs.first(), now=now)
    told = variables(session.state["facts"], kind=kind, call_ref=session.reference, opening=session.state["says"])
    for name in ("name", "run", "when", "tip", "next_run", "goal", "streak", "tasks", "week_next", "now_local"):
        assert told[name], name
    assert all(type(value) in (str, int, bool) for value in told.values())


def test_the_agent_notes_what_an_outcome_holds():
    assert set(notes.DATA_COLLECTION) == {field.name for field in fields(Outcome)} - set(notes.NOT_NOTED)


NOTED = {
    "crisis": True,
    "difficulty": 7, "pain": True, "pain_location": "knee", "pain_side": "left", "pain_severity": 4, "energy": "low",
    "distance_km": 5.2, "duration_min": 31, "obstacles": "worn out shoes", "notes": "wet", "red_flag": True,
    "stop_calling": True, "goal_is_right": False,
}  # fmt: skip


def test_whatever_it_notes_arrives_in_the_outcome():
    came_to = reconciling.reconcile("post_run", [], NOTED)
    for name, value in NOTED.items():
        assert getattr(came_to, name) == ([value] if name == "obstacles" else value), name
    assert reconciling.reconcile("pre_run", [], {"will_run": False}).will_run is False
    assert set(NOTED) | {"will_run"} == set(notes.DATA_COLLECTION)


@pytest.mark.parametrize("kind", list(scripts.QUESTIONS))
def test_it_covers_what_the_scripts_ask_in_their_words(kind):
    part = prompt.prompt().partition(f'"{kind}"')[2].partition("\n## ")[0]
    asked = [name for name in scripts.QUESTIONS[kind] if name != "opening"]
    said = [re.sub(r"\{(\w+)\}", r"{{\1}}", way) for name in asked for way in words.ways(kind, name)]
    assert sum(way in part for way in said) >= len([name for name in asked if _can_be_said(kind, name)])


def _can_be_said(kind, name):
    return any(set(re.findall(r"\{(\w+)\}", way)) <= set(NAMES) for way in words.ways(kind, name))


def test_it_begins_with_the_words_of_the_scripts():
    assert PHONE["conversation_config"]["agent"]["first_message"] == "{{opening}}"


def test_every_tool_is_named_where_the_words_send_the_agent_to_it():
    named = set(re.findall(r"\b[a-z]+(?:_[a-z]+)+\b", prompt.prompt())) - set(NAMES) - set(scripts.QUESTIONS)
    assert named <= {*tools.BY_NAME, "end_call"}


def test_a_voicemail_carries_no_word_about_the_runner():
    message = PHONE["conversation_config"]["agent"]["prompt"]["built_in_tools"]["voicemail_detection"]["params"]
    assert "{{" not in message["voicemail_message"]
    assert "run " not in message["voicemail_message"]


def test_the_telephone_speaks_as_a_telephone_and_the_browser_does_not():
    config = PHONE["conversation_config"]
    assert config["asr"]["user_input_audio_format"] == config["tts"]["agent_output_audio_format"] == "ulaw_8000"
    assert not {"asr", "tts"} & set(BROWSER["conversation_config"])
    assert BROWSER["platform_settings"]["auth"] == {"enable_auth": True}


def test_a_tool_shows_its_key_by_a_secrets_name_and_the_talk_by_our_reference():
    for tool in TOOLS:
        schema = tool["api_schema"]
        assert schema["request_headers"] == {"X-Tool-Key": {"secret_id": "s"}}
        assert schema["url"] == f"https://coach.example.com/api/agent/tools/{tool['name']}"
        assert schema["request_body_schema"]["properties"]["call_ref"] == {
            "type": "string",
            "dynamic_variable": "call_ref",
        }
        for field in schema["request_body_schema"]["properties"].values():
            # Exactly one of these, or ElevenLabs refuses it.
            assert len({"description", "dynamic_variable", "constant_value"} & set(field)) == 1


# --- the SDK's types: what they do not know would pass in silence -----------------------------------------------------


def unknown(value, kind, at=""):  # noqa: PLR0911
    """Names in `value` that the SDK's type has no field for; it takes them without a word."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Annotated:
        return unknown(value, inner[0], at)
    if origin in (typing.Union, types.UnionType):
        found = [unknown(value, one, at) for one in inner if _may_be(value, one)]
        return min(found, key=len, default=[f"{at}: none of {kind}"])
    if isinstance(value, list) and origin in (list, typing.Sequence):
        return [bad for index, one in enumerate(value) for bad in unknown(one, inner[0], f"{at}[{index}]")]
    if isinstance(value, dict) and origin is dict:
        return [bad for key, one in value.items() for bad in unknown(one, inner[1], f"{at}.{key}")]
    if isinstance(value, dict) and isinstance(kind, type) and issubclass(kind, pydantic.BaseModel):
        known = {field.alias or name: field.annotation for name, field in kind.model_fields.items()}
        missing = [
            f"{at}.{name} is required" for name, field in kind.model_fields.items()
            if field.is_required() and name not in value
        ]  # fmt: skip
        return missing + [
            bad
            for key, one in value.items()
            for bad in (unknown(one, known[key], f"{at}.{key}") if key in known else [f"{at}.{key}"])
        ]
    if origin is typing.Literal:
        return [] if value in inner else [f"{at}: {value!r} is none of {inner}"]
    return []


def _may_be(value, kind):
    """Whether a member of a union could be meant; "anything" would hide every mistake in a text of a fixed set."""
    if kind is typing.Any:
        return isinstance(value, dict | list)
    if kind is type(None):
        return value is None
    is_model = isinstance(kind, type) and issubclass(kind, pydantic.BaseModel)
    is_collection = is_model or typing.get_origin(kind) in (dict, list)
    if is_model and isinstance(value, dict):
        literals = {
            name: typing.get_args(field.annotation)
            for name, field in kind.model_fields.items()
            if typing.get_origin(field.annotation) is typing.Literal
        }
        return all(value[name] in options for name, options in literals.items() if name in value)
    return is_collection == isinstance(value, dict | list)


@pytest.mark.parametrize("agent", [PHONE, BROWSER], ids=["phone", "browser"])
def test_an_agent_has_only_fields_that_elevenlabs_types_know(agent):
    from elevenlabs.types import AgentPlatformSettingsRequestModel, ConversationalConfig

    assert unknown(agent["conversation_config"], ConversationalConfig) == []
    assert unknown(agent["platform_settings"], AgentPlatformSettingsRequestModel) == []


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool["name"])
def test_a_tool_has_only_fields_that_elevenlabs_types_know(tool):
    from elevenlabs.types import ToolRequestModel

    assert unknown({"tool_config": tool}, ToolRequestModel) == []


def test_the_check_of_their_types_finds_a_slip_of_the_pen():
    from elevenlabs.types import ConversationalConfig, ToolRequestModel

    assert unknown({"agent": {"frist_message": "Hi"}}, ConversationalConfig) == [".agent.frist_message"]
    assert unknown({"asr": {"user_input_audio_format": "ulaw_800"}}, ConversationalConfig)
    slipped = {**TOOLS[0], "api_schema": {**TOOLS[0]["api_schema"], "metod": "POST"}}
    assert any("metod" in bad for bad in unknown({"tool_config": slipped}, ToolRequestModel))
