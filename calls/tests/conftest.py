import hashlib
import hmac
import json
import os
import subprocess
import sys
import time

import pytest
from django.conf import settings as configured
from django.test import Client
from twilio.request_validator import RequestValidator

from calls import twilio
from calls.models import Call
from calls.tests.fake_elevenlabs import running
from coach import coaching

SECRET, SID = "wsec_now", "CA" + "a" * 32


@pytest.fixture
def eleven(settings):
    """ElevenLabs on this machine, with agents for calls and for the browser, and no Twilio sandbox."""
    with running() as fake:
        settings.ELEVENLABS_API_BASE = fake.base
        settings.ELEVENLABS_API_KEY, settings.ELEVENLABS_AGENT_ID = "key", "agent_phone"
        settings.ELEVENLABS_BROWSER_AGENT_ID, settings.VOICE_IN_BROWSER = "agent_browser", True
        settings.ELEVENLABS_TOOL_KEYS = ["the key of now", "the key before"]
        settings.ELEVENLABS_WEBHOOK_SECRETS = [SECRET, "wsec_before"]
        yield fake


def conversation(reference, *said, conversation_id="conv_1", collected=None, status="done"):
    """As ElevenLabs tells of one; coach and runner in turn."""
    roles = ("agent", "user")
    results = {
        name: {"data_collection_id": name, "value": value, "rationale": ""} for name, value in (collected or {}).items()
    }
    return {
        "agent_id": "agent_phone",
        "conversation_id": conversation_id,
        "status": status,
        "transcript": [
            {"role": roles[index % 2], "message": words, "time_in_call_secs": index, "tool_calls": None}
            for index, words in enumerate(said)
        ],
        "metadata": {"start_time_unix_secs": 1, "call_duration_secs": 22},
        "analysis": {"data_collection_results": results, "call_successful": "success", "transcript_summary": "..."},
        "conversation_initiation_client_data": {"dynamic_variables": {"call_ref": reference} if reference else {}},
    }


@pytest.fixture
def told():
    """Post a webhook as ElevenLabs does, signed unless told otherwise."""

    def post(data=None, *, kind="post_call_transcription", secret=SECRET, at=None, raw=None, header=None):
        raw = json.dumps({"type": kind, "event_timestamp": 1, "data": data}).encode() if raw is None else raw
        return Client().post(
            "/api/elevenlabs/post-call",
            raw,
            content_type="application/json",
            headers={"ElevenLabs-Signature": header if header is not None else signature(raw, secret=secret, at=at)},
        )

    return post


def signature(raw, *, secret=SECRET, at=None):
    stamp = int(time.time() if at is None else at)
    return f"t={stamp},v0={hmac.new(secret.encode(), f'{stamp}.'.encode() + raw, hashlib.sha256).hexdigest()}"


@pytest.fixture(autouse=True)
def _quick_line(settings):
    """An account that may make as many calls as a test likes; how fast they go out is test_pace's."""
    settings.TWILIO_CALLS_PER_SECOND = 1000


@pytest.fixture
def line(monkeypatch):
    """Every request for a call, each of which is taken."""
    made = []
    monkeypatch.setattr(twilio, "place", lambda **asked: made.append(asked) or f"CA{len(made):032x}")
    return made


@pytest.fixture
def carrier_process(tmp_path):
    """Start one with these settings; returns the process and its address."""
    running = []

    def start(**given):
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "DATABASE_URL"))},
            "VAR_DIR": str(tmp_path),
            "SECRET_KEY": configured.SECRET_KEY,
            **{name: json.dumps(value) for name, value in given.items()},
        }
        command = [sys.executable, "manage.py", "carrier", "--database", str(tmp_path / "ledger.sqlite3")]
        process = subprocess.Popen(
            command, cwd=configured.BASE_DIR, env=environment, stdout=subprocess.PIPE, text=True
        )  # fmt: skip
        running.append(process)
        ready = process.stdout.readline()
        assert ready.startswith("The carrier is at http://127.0.0.1:")
        return process, ready.split()[-1]

    yield start
    for process in running:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.fixture
def call(ana, now):
    call = coaching.call_me(ana, run=ana.runs.first(), now=now)
    Call.objects.filter(pk=call.pk).update(status="dialling")
    return call


@pytest.fixture
def twilio_posts(settings):
    def post(path, token=None, account=None, **fields):
        form = {"CallSid": SID, "AccountSid": account or settings.TWILIO_ACCOUNT_SID, **fields}
        url = settings.PUBLIC_BASE_URL + path
        signature = RequestValidator(token or settings.TWILIO_AUTH_TOKEN).compute_signature(url, form)
        return Client().post(path, form, headers={"X-Twilio-Signature": signature})

    return post


def reports(twilio_posts, call, *events):
    for sequence, status in events:
        answer = twilio_posts(
            f"/api/twilio/call-status?ref={call.reference}",
            CallStatus=status, SequenceNumber=str(sequence), CallDuration="42",
        )  # fmt: skip
        assert (answer.status_code, answer.content) == (204, b"")
    call.refresh_from_db()
    return call.status
