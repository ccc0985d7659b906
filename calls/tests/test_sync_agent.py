"""`manage.py sync_agent`, through the real SDK, against ElevenLabs on this machine."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from calls.agent import tools


@pytest.fixture
def house(eleven, settings):
    settings.PUBLIC_BASE_URL, settings.HTTPS = "https://coach.example.com", True
    settings.ELEVENLABS_AGENT_ID = settings.ELEVENLABS_BROWSER_AGENT_ID = ""
    settings.ELEVENLABS_WEBHOOK_SECRETS = []
    return eleven


def sync(*arguments):
    said = StringIO()
    call_command("sync_agent", *arguments, stdout=said)
    return said.getvalue()


def test_it_makes_two_agents_their_tools_a_secret_and_a_webhook(house, settings):
    said = sync()
    phone, browser = house.agents.values()
    assert phone["name"] == "Second Wind, phone (coach.example.com)"
    assert browser["name"] == "Second Wind, browser (coach.example.com)"
    assert {row["tool_config"]["name"] for row in house.tools.values()} == set(tools.BY_NAME)
    for agent in (phone, browser):
        config = agent["conversation_config"]["agent"]["prompt"]
        assert config["tool_ids"] == list(house.tools)
        webhooks = agent["platform_settings"]["workspace_overrides"]["webhooks"]
        assert webhooks["post_call_webhook_id"] == "webhook_1"
    assert house.webhooks["webhook_1"]["retry_enabled"] is True
    assert "Set ELEVENLABS_AGENT_ID=agent_1" in said
    assert "Set ELEVENLABS_BROWSER_AGENT_ID=agent_2" in said
    assert "Set ELEVENLABS_WEBHOOK_SECRETS=wsec_made" in said
    # The key itself is shown to nobody.
    assert settings.ELEVENLABS_TOOL_KEYS[0] not in said


def test_a_second_run_changes_nothing_and_says_so(house):
    sync()
    house.asked.clear()
    assert "Nothing to change" in sync()
    assert house.writes() == []


def test_a_dry_run_writes_nothing_and_says_what_it_would(house):
    said = sync("--dry-run")
    assert house.writes() == []
    assert "+ agent Second Wind, phone" in said
    assert "+ tool move_run" in said
    assert "Nothing was changed" in said
    assert "Set " not in said


def test_what_somebody_changed_by_hand_is_told_and_put_back(house):
    sync()
    row = house.agents["agent_1"]["conversation_config"]
    row["agent"]["first_message"] = "Yo"
    row["tts"]["voice_id"] = "chosen by hand"
    row["agent"]["dynamic_variables"]["dynamic_variable_placeholders"]["old"] = "x"
    house.tools["tool_3"]["tool_config"]["api_schema"]["method"] = "GET"
    said = sync("--dry-run")
    assert "conversation_config.agent.first_message: 'Yo' -> '{{opening}}'" in said
    assert "~ tool move_run: api_schema.method: 'GET' -> 'POST'" in said
    assert "dynamic_variable_placeholders.old goes" in said
    assert row["agent"]["first_message"] == "Yo"
    sync()
    config = house.agents["agent_1"]["conversation_config"]
    assert config["agent"]["first_message"] == "{{opening}}"
    # What we do not speak of is theirs.
    assert config["tts"]["voice_id"] == "chosen by hand"
    assert "Nothing to change" in sync()


def test_a_configured_agent_is_found_by_its_id_whatever_its_name(house, settings):
    sync()
    house.agents["agent_1"]["name"] = "My coach"
    settings.ELEVENLABS_AGENT_ID = "agent_1"
    assert "'My coach' -> 'Second Wind, phone (coach.example.com)'" in sync()
    assert len(house.agents) == 2


def test_an_id_that_is_not_there_any_more_is_found_by_name(house, settings):
    sync()
    settings.ELEVENLABS_AGENT_ID = "gone"
    assert "Set ELEVENLABS_AGENT_ID=agent_1" in sync()
    assert len(house.agents) == 2


def test_a_new_key_becomes_a_new_secret_that_the_tools_show(house, settings):
    sync()
    settings.ELEVENLABS_TOOL_KEYS = ["a newer key", *settings.ELEVENLABS_TOOL_KEYS]
    assert "+ secret second_wind_tool_key_" in sync()
    assert len(house.secrets) == 2
    for row in house.tools.values():
        assert row["tool_config"]["api_schema"]["request_headers"]["X-Tool-Key"]["secret_id"] == "secret_2"


def test_another_servers_agents_are_left_alone(house, settings):
    sync()
    settings.PUBLIC_BASE_URL = "https://staging.example.com"
    sync()
    assert (len(house.agents), len(house.webhooks)) == (4, 2)
    assert house.agents["agent_1"]["name"].endswith("(coach.example.com)")


def test_a_webhook_that_was_switched_off_is_switched_on(house):
    sync()
    house.webhooks["webhook_1"]["is_auto_disabled"] = True
    assert "disabled -> enabled" in sync()
    assert house.webhooks["webhook_1"]["is_disabled"] is False


def test_without_a_tool_key_the_agents_have_no_tools_and_it_says_so(house, settings):
    settings.ELEVENLABS_TOOL_KEYS = []
    assert "ELEVENLABS_TOOL_KEYS is empty" in sync()
    assert house.tools == {}


@pytest.mark.parametrize(
    ("name", "value", "words"), [("ELEVENLABS_API_KEY", "", "not set"), ("HTTPS", False, "https only")]
)
def test_what_is_missing_is_said_before_anything_is_asked(house, settings, name, value, words):
    setattr(settings, name, value)
    with pytest.raises(CommandError, match=words):
        sync()
    assert house.asked == []


def test_a_fault_in_the_middle_is_one_sentence_and_the_next_run_goes_on(house):
    house.fails["/agents/create"] = (500, {"detail": {"status": "system_busy"}})
    with pytest.raises(CommandError, match="system_busy"):
        sync()
    house.fails.clear()
    sync()
    assert (len(house.agents), len(house.tools), len(house.webhooks)) == (2, 9, 1)
