"""The telephone company as a process of its own: the real SDK on one side, a small receiver of webhooks
on the other."""

import base64
import json
import signal
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest
from django.conf import settings as configured
from twilio.request_validator import RequestValidator

from calls import twilio

WAITS_S = 120
SLOW = ("/status?ref=slow", "/voice?ref=stuck")
TWIML = "<Response><Gather input='speech' action='/turn'><Say>Are you on?</Say></Gather></Response>"
BYE = "<Response><Say>Goodbye.</Say><Hangup/></Response>"


class Receiver(ThreadingHTTPServer):
    """Notes what it is sent, and is slow where the address says so."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.slow_one_may_go = threading.Event()
        self.came, self.url = [], f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def statuses(self, reference):
        return [form["CallStatus"] for path, form in list(self.came) if path == f"/status?ref={reference}"]


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        form = {name: values[0] for name, values in parse_qs(body).items()}
        validator = RequestValidator(configured.TWILIO_AUTH_TOKEN)
        assert validator.validate(self.server.url + self.path, form, self.headers["X-Twilio-Signature"])
        self.server.came.append((self.path, form))
        if self.path.endswith(SLOW):
            self.server.slow_one_may_go.wait(WAITS_S)
        body = {"/voice": TWIML, "/turn": BYE}.get(self.path.partition("?")[0], "").encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/xml")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


@pytest.fixture
def receiver():
    with Receiver() as server:
        yield server
        server.shutdown()


@pytest.fixture
def place(settings, receiver):
    """Dial a number at a carrier through the door that the app uses, with the receiver as the app."""
    from twilio.rest import Client

    def dial(base, to, reference, **asked):
        settings.TWILIO_API_BASE = base
        client = Client(settings.TWILIO_ACCOUNT_SID, settings.TWILIO_AUTH_TOKEN, http_client=twilio._http_client())
        call = client.calls.create(
            to=to,
            from_=settings.TWILIO_PHONE_NUMBER,
            url=f"{receiver.url}/voice?ref={reference}",
            status_callback=f"{receiver.url}/status?ref={reference}",
            status_callback_event=twilio.EVENTS,
            **asked,
        )
        return call.sid

    return dial


def ledger(base, keys=None):
    keys = keys or f"{configured.TWILIO_ACCOUNT_SID}:{configured.TWILIO_AUTH_TOKEN}"
    header = {"Authorization": "Basic " + base64.b64encode(keys.encode()).decode()}
    request = urllib.request.Request(base.replace("/twilio", "/ledger.json"), headers=header)  # noqa: S310
    with urllib.request.urlopen(request, timeout=WAITS_S) as answer:  # noqa: S310
        return {call["ref"]: call for call in json.load(answer)["calls"]}


def until(condition):
    deadline = time.monotonic() + WAITS_S
    while not condition():
        assert time.monotonic() < deadline, "it never came to that"
        time.sleep(0.05)


PEOPLE = {"answers": 1, "waits_s": 0, "thinks_s": 0.1, "turns": 1, "numbers": {"+15550000002": "busy"}}


def test_calls_are_carried_and_told_of(carrier_process, receiver, place):
    _, base = carrier_process(SANDBOX_PEOPLE=PEOPLE, SANDBOX_CALLS_PER_SECOND=0)
    sid = place(base, "+15550000001", "a")
    place(base, "+15550000002", "b")
    until(lambda: len(receiver.statuses("a")) == 4 and len(receiver.statuses("b")) == 2)
    assert receiver.statuses("a") == ["initiated", "ringing", "in-progress", "completed"]
    assert receiver.statuses("b") == ["initiated", "busy"]
    assert [form["SpeechResult"] for path, form in receiver.came if path == "/turn"] == ["yes"]
    kept = ledger(base)
    assert (kept["a"]["sid"], kept["a"]["to"], kept["a"]["status"]) == (sid, "+15550000001", "completed")
    assert kept["a"]["created_at"] <= kept["a"]["ringing_at"] <= kept["a"]["answered_at"] <= kept["a"]["ended_at"]
    assert (kept["b"]["status"], kept["b"]["ringing_at"]) == ("busy", None)


def test_one_slow_customer_does_not_stop_the_others(carrier_process, receiver, place):
    _, base = carrier_process(SANDBOX_PEOPLE=PEOPLE, SANDBOX_CALLS_PER_SECOND=0)
    place(base, "+15550000001", "slow")
    until(lambda: receiver.statuses("slow"))
    place(base, "+15550000003", "quick")
    until(lambda: "completed" in receiver.statuses("quick"))
    assert receiver.statuses("slow") == ["initiated"]
    receiver.slow_one_may_go.set()
    until(lambda: "completed" in receiver.statuses("slow"))


def test_a_machine_is_reported_while_the_voice_webhook_hangs(carrier_process, receiver, place):
    _, base = carrier_process(SANDBOX_PEOPLE={"voicemail": 1, "waits_s": 0})
    amd = {"machine_detection": "Enable", "async_amd": "true", "async_amd_status_callback": f"{receiver.url}/amd"}
    place(base, "+15550000001", "stuck", **amd)
    until(lambda: any(path == "/amd" and form["AnsweredBy"] == "machine_start" for path, form in receiver.came))
    receiver.slow_one_may_go.set()


def test_lost_answers_are_in_its_ledger(carrier_process, place):
    from requests.exceptions import ConnectionError as CutOff

    _, base = carrier_process(SANDBOX_FAULTS={"reset_after": 1})
    with pytest.raises(CutOff):
        place(base, "+15550000001", "lost")
    assert list(ledger(base)) == ["lost"]


def test_it_ends_at_once_and_keeps_its_ledger(carrier_process, place):
    process, base = carrier_process()
    place(base, "+15550000001", "kept")
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=WAITS_S) == 0
    _, base = carrier_process()
    assert list(ledger(base)) == ["kept"]


def test_another_versions_ledger_is_left_alone(tmp_path):
    with sqlite3.connect(tmp_path / "ledger.sqlite3") as old:
        old.execute("CREATE TABLE sandbox_carriercall (sid text)")
    command = [sys.executable, "manage.py", "carrier", "--database", str(tmp_path / "ledger.sqlite3")]
    ended = subprocess.run(
        command, cwd=configured.BASE_DIR, capture_output=True, text=True, timeout=WAITS_S, check=False
    )
    assert ended.returncode == 1
    assert "another version" in ended.stderr


def test_its_ledger_is_for_the_account_only(carrier_process):
    _, base = carrier_process()
    with pytest.raises(urllib.error.HTTPError, match="401"):
        ledger(base, keys="AC0:nobody")


def test_it_serves_nothing_of_the_coach(carrier_process):
    _, base = carrier_process()
    with pytest.raises(urllib.error.HTTPError, match="404"):
        ledger(base.replace("/sandbox/twilio", "/account/login/"))
