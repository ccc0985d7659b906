"""What docker-compose, .env.example and the settings say about each other."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SETTINGS = (ROOT / "config/settings.py").read_text()
EXAMPLE = set(re.findall(r"(?m)^#?([A-Z_]+)=", (ROOT / ".env.example").read_text()))
# Read by docker-compose itself, or by the web server.
ELSEWHERE = {"POSTGRES_PASSWORD"}


def test_every_setting_of_the_example_is_read():
    read = set(re.findall(r'env\.\w+\("([A-Z_]+)"', SETTINGS))
    assert read >= EXAMPLE - ELSEWHERE


def test_every_key_and_agent_that_is_read_is_in_the_example():
    read = set(re.findall(r'env\.\w+\("((?:TWILIO|ELEVENLABS)_[A-Z_]+)"', SETTINGS))
    assert read <= EXAMPLE


def test_every_variable_of_compose_is_in_the_example():
    assert set(re.findall(r"\$\{([A-Z_]+)\}", (ROOT / "docker-compose.yml").read_text())) <= EXAMPLE


def test_every_command_of_compose_can_be_started():
    bin_dir = Path(sys.executable).parent
    ours = [service for service in COMPOSE["services"].values() if "build" in service]
    assert len(ours) == 5
    for service in ours:
        assert shutil.which(service["command"][0], path=f"{bin_dir}:{os.environ['PATH']}")


def test_there_is_one_beat_and_everything_waits_for_the_tables():
    commands = [" ".join(service.get("command", [])) for service in COMPOSE["services"].values()]
    assert sum(" beat " in command for command in commands) == 1
    for name in ("web", "dispatcher", "worker", "beat"):
        assert COMPOSE["services"][name]["depends_on"]["migrate"]["condition"] == "service_completed_successfully"


def check(**environment):
    clean = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/")}
    command = [sys.executable, "manage.py", "check", "--deploy"]
    done = subprocess.run(command, cwd=ROOT, env={**clean, **environment}, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


def test_the_embedded_default_says_what_production_lacks():
    status, said = check()
    assert status == 0
    for words in ("Set DATABASE_URL", "Set REDIS_URL", "Set TWILIO_ACCOUNT_SID"):
        assert words in said


def test_a_key_for_elevenlabs_alone_says_what_the_voice_lacks():
    status, said = check(ELEVENLABS_API_KEY="key", ELEVENLABS_BROWSER_AGENT_ID="")
    assert status == 0
    for words in ("manage.py sync_agent", "ELEVENLABS_TOOL_KEYS", "ELEVENLABS_WEBHOOK_SECRETS", "https only"):
        assert words in said


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"ELEVENLABS_TOOL_KEYS": "guess-me"}, "short enough to guess"),
        ({"TWILIO_ACCOUNT_SID": "AC1"}, "stands alone"),
        ({"DATABASE_URL": "postgres://x@localhost/x"}, "SECRET_KEY is not set. Production needs one"),
        ({"DEMO": "1"}, "demo runner"),
        ({"CALL_COUNTRIES": "DE,UK"}, "names no country: UK"),
        (
            {"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "t", "TWILIO_PHONE_NUMBER": "+15005550006"},
            "cannot reach",
        ),
    ],
)
def test_a_half_set_production_is_an_error(environment, words):
    status, said = check(**environment)
    assert status != 0
    assert words in said
    assert "Traceback" not in said
