"""Talking out loud in the browser: the page and its script, with a stand-in for ElevenLabs' client and, where it was
fetched, with the client itself."""

import json
import re
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from calls import collecting, talking
from calls.tests.conftest import conversation
from calls.tests.fake_elevenlabs import running
from config import security
from e2e.browsers import PATIENCE_MS

pytestmark = pytest.mark.django_db(transaction=True)
# The first question to ElevenLabs loads its SDK: seconds, on a busy machine.
REAL_CLIENT = Path(__file__).resolve().parents[1] / "static/voice/client.js"

# It does at once what window.plan says, and keeps what it was given.
CLIENT = """
window.given = [];
window.ElevenLabsClient = { Conversation: { startSession: async (options) => {
  window.given.push(options);
  const plan = (window.plan || ["connect"])[window.given.length - 1] || "connect";
  if (plan === "refuse") throw new Error("expired");
  if (plan === "error") { setTimeout(() => options.onError("no", {})); return new Promise(() => {}); }
  setTimeout(() => options.onConnect({ conversationId: "conv_e2e" }));
  return { endSession: async () => options.onDisconnect({ reason: "user" }) };
} } };
"""
REFUSED = """navigator.mediaDevices.getUserMedia =
  async () => { throw new DOMException("Permission denied", "NotAllowedError"); };"""
A_CLIENT = re.compile(r"/static/voice/client\.js")
AWAY = "My voice isn't available just now. Let's type instead."


@pytest.fixture
def ana(make_runner):
    return make_runner("ana@example.com", at=timezone.now())


@pytest.fixture
def eleven(settings, tmp_path):
    with running() as fake:
        settings.ELEVENLABS_API_BASE, settings.ELEVENLABS_API_KEY = fake.base, "key"
        settings.ELEVENLABS_BROWSER_AGENT_ID, settings.VOICE_IN_BROWSER = "agent_browser", True
        settings.CONTENT_SECURITY_POLICY = security.content_policy(voice=True)
        settings.VOICE_CLIENT = tmp_path
        (tmp_path / "client.js").touch()
        yield fake


@pytest.fixture
def talk(ana, eleven):
    return talking.begin(ana, "motivation", channel="browser", now=timezone.now())


@pytest.fixture
def page(open_as, ana, talk):
    page = open_as(ana)
    page.route(
        re.compile(r"/static/voice/client\.js"),
        lambda route: route.fulfill(body=CLIENT, content_type="text/javascript"),
    )
    return page


def press(page, talk):
    page.goto(f"/talk/{talk.pk}/")
    expect(page.get_by_text("Your browser asks for the microphone first.")).to_be_visible()
    page.get_by_role("button", name="Talk out loud").click()


def still_types(page, talk):
    """The typed coach is there and answers."""
    page.get_by_label("Your answer").fill("I slept badly")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("I slept badly")).to_be_visible()
    expect(page.locator(".bubble-coach")).to_have_count(2)
    talk.refresh_from_db()
    assert talk.ended_at is None


def until(page, is_so):
    """Give the page its time, as long as it needs within reason."""
    for _ in range(PATIENCE_MS // 50):
        if is_so():
            return
        page.wait_for_timeout(50)
    pytest.fail("it never came")


def bound(talk):
    """ElevenLabs' id of the conversation, as it is kept; the page told it without waiting."""
    talk.refresh_from_db()
    return talk.agent_conversation_id


def test_a_talk_out_loud_is_bound_at_once_written_along_and_kept(page, talk, eleven):
    press(page, talk)
    expect(page.get_by_role("status").filter(has_text="I'm listening.")).to_be_visible()
    page.wait_for_function("window.given.length === 1")
    given = page.evaluate(
        "({ url: given[0].signedUrl, told: given[0].dynamicVariables, paths: given[0].workletPaths })"
    )
    assert given["url"] == eleven.signed_url
    assert given["told"]["call_ref"] == talk.reference
    assert all(path.startswith("/static/voice/") for path in given["paths"].values())
    page.evaluate("given[0].onMessage({ message: 'I ran ten kilometres', role: 'user' })")
    expect(page.locator(".bubble-runner")).to_have_text("Runner: I ran ten kilometres")
    page.evaluate("given[0].onModeChange({ mode: 'speaking' })")
    expect(page.get_by_text("I'm speaking.")).to_be_visible()
    until(page, lambda: bound(talk) == "conv_e2e")

    eleven.conversations["conv_e2e"] = conversation(
        talk.reference, "Hi", "My left knee hurts", conversation_id="conv_e2e"
    )
    page.get_by_role("button", name="End the talk").click()
    expect(page.get_by_text("I'm writing down what we agreed. It shows here in a minute.")).to_be_visible()
    talk.refresh_from_db()
    assert talk.ended_at
    collecting.run(lambda: timezone.now() + collecting.STEPS[0])
    page.reload()
    expect(page.get_by_text("My left knee hurts")).to_be_visible()
    expect(page.get_by_text("Pain: ").first).to_be_visible()


def test_a_goodbye_said_at_once_does_not_overtake_the_binding(page, talk):
    held = []

    def hold(route):
        held.append(route)

    page.route(re.compile(r"/voice/connected/$"), hold)
    press(page, talk)
    until(page, lambda: held)
    page.get_by_role("button", name="End the talk").click()
    expect(page.get_by_text("Thank you. I'm writing down what we agreed.")).to_be_visible()
    held[0].continue_()
    expect(page.get_by_text("I'm writing down what we agreed. It shows here in a minute.")).to_be_visible()
    talk.refresh_from_db()
    assert (talk.agent_conversation_id, talk.ended_at is None) == ("conv_e2e", False)


def test_a_refused_microphone_is_one_plain_sentence(page, talk, eleven):
    page.add_init_script(REFUSED)
    press(page, talk)
    expect(page.get_by_text("I can't use your microphone, so let's type instead.")).to_be_visible()
    # Nobody was asked for an address that nobody will use.
    assert eleven.asked == []
    still_types(page, talk)


@pytest.mark.parametrize("fault", [(500, {}), (402, {"detail": {"status": "quota_exceeded"}})])
def test_an_outage_is_one_plain_sentence(page, talk, eleven, fault):
    eleven.fails["get-signed-url"] = fault
    press(page, talk)
    expect(page.get_by_text(AWAY)).to_be_visible()
    still_types(page, talk)


@pytest.mark.parametrize("plan", ["refuse", "error"])
def test_an_address_that_grew_old_is_asked_for_once_more_and_then_given_up(page, talk, eleven, plan):
    page.add_init_script(f"window.plan = ['{plan}', '{plan}'];")
    press(page, talk)
    expect(page.get_by_text(AWAY)).to_be_visible()
    assert len(eleven.asked) == 2
    still_types(page, talk)


def test_an_address_that_grew_old_is_renewed_in_silence(page, talk, eleven):
    page.add_init_script("window.plan = ['refuse', 'connect'];")
    press(page, talk)
    expect(page.get_by_text("I'm listening.")).to_be_visible()
    assert len(eleven.asked) == 2


def test_a_line_that_drops_says_so(page, talk):
    press(page, talk)
    expect(page.get_by_text("I'm listening.")).to_be_visible()
    page.evaluate("given[0].onDisconnect({ reason: 'error', message: 'socket' })")
    expect(page.get_by_text("The line dropped.")).to_be_visible()
    still_types(page, talk)


def test_a_client_that_does_not_load_is_one_plain_sentence(page, talk):
    page.route(A_CLIENT, lambda route: route.fulfill(status=404))
    press(page, talk)
    expect(page.get_by_text(AWAY)).to_be_visible()
    still_types(page, talk)


def test_without_a_script_or_an_agent_nothing_is_offered(open_as, page, ana, talk, settings):
    plain = open_as(ana, java_script_enabled=False)
    plain.goto(f"/talk/{talk.pk}/")
    expect(plain.get_by_text("Talk out loud")).to_be_hidden()
    settings.VOICE_IN_BROWSER = False
    page.goto(f"/talk/{talk.pk}/")
    expect(page.get_by_text("Talk out loud")).to_have_count(0)


@pytest.mark.skipif(not REAL_CLIENT.exists(), reason="THE VOICE CLIENT IS NOT HERE: run make voice, which needs npm")
def test_elevenlabs_own_client_speaks_and_listens(open_as, ana, talk, eleven, settings):
    """Their client, with its worklets and a made-up microphone, against a socket that speaks their protocol."""
    settings.VOICE_CLIENT = REAL_CLIENT.parent
    page = open_as(ana)
    heard = []

    def serve(socket):
        def said(message):
            frame = json.loads(message)
            heard.append(frame)
            if frame.get("type") == "conversation_initiation_client_data":
                sound = {"agent_output_audio_format": "pcm_16000", "user_input_audio_format": "pcm_16000"}
                told = {"conversation_id": "conv_real", **sound}
                send("conversation_initiation_metadata", conversation_initiation_metadata_event=told)
                send("agent_response", agent_response_event={"agent_response": "How was it?", "event_id": 1})
                send("ping", ping_event={"event_id": 7, "ping_ms": None})
                heard_words = {"user_transcript": "It was lovely", "event_id": 2}
                send("user_transcript", user_transcription_event=heard_words)

        def send(kind, **event):
            socket.send(json.dumps({"type": kind, **event}))

        socket.on_message(said)

    page.route_web_socket(re.compile(r"^wss://api\.elevenlabs\.io/"), serve)
    press(page, talk)
    expect(page.get_by_text("I'm listening.")).to_be_visible()
    expect(page.get_by_text("It was lovely")).to_be_visible()
    expect(page.get_by_text("How was it?")).to_be_visible()
    assert heard[0]["dynamic_variables"]["call_ref"] == talk.reference
    until(page, lambda: {"type": "pong", "event_id": 7} in heard)
    # The microphone's sound goes out.
    until(page, lambda: any("user_audio_chunk" in frame for frame in heard))
    until(page, lambda: bound(talk) == "conv_real")
    page.get_by_role("button", name="End the talk").click()
    expect(page.get_by_text("I'm writing down what we agreed. It shows here in a minute.")).to_be_visible()
