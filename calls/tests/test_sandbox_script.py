"""What the telephone company does with a customer's TwiML: gathers, streams, and documents it cannot use."""

from datetime import timedelta

import pytest
import requests
from django.utils import timezone

from calls.sandbox import carrier, customer, queueing
from calls.sandbox.models import CarrierCall

pytestmark = pytest.mark.django_db
HOST = "https://x.test"
BYE = "<Response><Say>Bye.</Say></Response>"


class Customer:
    """Answers by path, and notes what it was asked."""

    def __init__(self, pages):
        self.pages, self.asked = pages, []

    def send(self, url, form, *, method="POST", token=""):
        path = url.removeprefix(HOST)
        self.asked.append((path, form))
        page = self.pages[path]
        if isinstance(page, Exception):
            raise page
        response = requests.Response()
        response.status_code, kind, body = page if isinstance(page, tuple) else (200, "text/xml", page)
        response.headers["Content-Type"], response._content = kind, body.encode()
        return response


@pytest.fixture
def answered(settings, monkeypatch):
    """A call picked up at the browser, with this TwiML at /voice and other pages beside; and the customer."""

    def call(voice, order=None, **pages):
        customers = Customer({"/voice": voice, **{f"/{name}": page for name, page in pages.items()}})
        monkeypatch.setattr(customer, "send", customers.send)
        form = {"To": "+15550000001", "From": "+15005550006", "Url": f"{HOST}/voice", **(order or {})}
        line = queueing.accept(form, events=[], now=timezone.now())
        carrier.advance(timezone.now())
        carrier.answer(line, now=timezone.now())
        return line, customers

    return call


def words(line):
    return [caption["text"] for caption in line.captions]


def gather(attributes, then="<Say>Next.</Say>", action="action='/turn'"):
    return f"<Response><Gather {action} {attributes}><Say>Well?</Say></Gather>{then}</Response>"


# --- Gather -----------------------------------------------------------------------------------------------------------


def test_silence_falls_through_to_the_next_verb(answered):
    line, customers = answered(gather("input='speech'"))
    carrier.hear(line, now=timezone.now())
    assert words(line) == ["Well?", "Next."]
    assert [path for path, _ in customers.asked] == ["/voice"]
    assert line.status == "completed"


def test_silence_is_passed_on_where_that_is_wanted(answered):
    line, customers = answered(gather("input='speech' actionOnEmptyResult='true'"), turn=BYE)
    carrier.hear(line, now=timezone.now())
    path, form = customers.asked[-1]
    assert (path, "SpeechResult" in form, "Digits" in form) == ("/turn", False, False)


def test_without_an_action_the_same_address_is_asked(answered):
    line, customers = answered(gather("input='speech'", action=""))
    customers.pages["/voice"] = BYE
    carrier.hear(line, speech="yes", now=timezone.now())
    path, form = customers.asked[-1]
    assert (path, form["SpeechResult"]) == ("/voice", "yes")
    assert "Confidence" in form


def test_keys_are_gathered_until_there_are_enough(answered):
    line, customers = answered(gather("numDigits='3'"), turn=BYE)
    carrier.hear(line, digits="1", now=timezone.now())
    carrier.hear(line, digits="2", now=timezone.now())
    assert line.gather["typed"] == "12"
    carrier.hear(line, digits="3", now=timezone.now())
    _, form = customers.asked[-1]
    assert (form["Digits"], form["FinishedOnKey"]) == ("123", "")


def test_a_key_finishes_them(answered):
    line, customers = answered(gather("finishOnKey='*'"), turn=BYE)
    carrier.hear(line, digits="4#*", now=timezone.now())
    _, form = customers.asked[-1]
    assert (form["Digits"], form["FinishedOnKey"]) == ("4#", "*")


def test_so_does_the_time_after_the_last(answered):
    line, customers = answered(gather("timeout='4'"), turn=BYE)
    carrier.hear(line, digits="7", now=timezone.now())
    carrier.advance(timezone.now() + timedelta(seconds=3))
    assert customers.asked[-1][0] == "/voice"
    carrier.advance(timezone.now() + timedelta(seconds=5))
    assert customers.asked[-1][1]["Digits"] == "7"


@pytest.mark.parametrize(("listens_to", "said"), [("dtmf", {"speech": "yes"}), ("speech", {"digits": "1"})])
def test_it_hears_only_what_it_listens_to(answered, listens_to, said):
    line, customers = answered(gather(f"input='{listens_to}'"), turn=BYE)
    carrier.hear(line, now=timezone.now(), **said)
    assert [path for path, _ in customers.asked] == ["/voice"]
    assert line.gather is not None


# --- Connect and Stream -----------------------------------------------------------------------------------------------

STREAM = """<Response><Connect><Stream url="{url}"><Parameter name="call_ref" value="r"/></Stream></Connect>
            <Redirect>/after</Redirect></Response>"""
GOOD = STREAM.format(url="wss://agent.test/media")


def test_without_an_agent_a_stream_fails_at_once_and_the_next_verb_is_done(answered):
    line, customers = answered(GOOD, after=BYE)
    assert [path for path, _ in customers.asked] == ["/voice", "/after"]
    assert "31920" in words(line)[0]
    assert words(line)[-1] == "Bye."


def test_an_agent_talks_until_the_runner_says_bye(answered, settings):
    settings.SANDBOX_AGENT = "talks"
    line, customers = answered(GOOD, after=BYE)
    assert "call_ref" in words(line)[0]
    carrier.hear(line, speech="hello", now=timezone.now())
    carrier.hear(line, digits="1", now=timezone.now())
    assert [path for path, _ in customers.asked] == ["/voice"]
    carrier.hear(line, speech="Bye then", now=timezone.now())
    assert [path for path, _ in customers.asked] == ["/voice", "/after"]
    assert words(line)[1:] == ["hello", "I see. Go on, or say bye.", "1", "Bye then", "Goodbye.", "Bye."]


@pytest.mark.parametrize("url", ["https://agent.test/media", "wss://agent.test/media?agent=1", ""])
def test_a_streams_address_is_wss_and_has_no_query(answered, settings, url):
    settings.SANDBOX_AGENT = "talks"
    line, _ = answered(STREAM.format(url=url), after=BYE)
    assert "31920" in words(line)[0]


def test_a_trial_account_hears_that_it_may_not(answered, settings):
    settings.TWILIO_TRIAL, settings.SANDBOX_AGENT = True, "talks"
    line, _ = answered("<Response><Record/>" + GOOD.removeprefix("<Response>"), after=BYE)
    assert words(line) == ["This verb is not available on trial accounts."] * 2 + ["Bye."]


# --- documents that are none ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ((500, "text/xml", BYE), "11200"),
        ((302, "text/xml", ""), "11200"),
        (requests.ConnectionError(), "11205"),
        (requests.Timeout(), "11205"),
        ((200, "text/html; charset=utf-8", BYE), "12300"),
        ("<Response><Say>", "12100"),
        ("<Response><Gather timeout='soon'/></Response>", "12100"),
        (f"<Response><Say>{'x' * 65536}</Say></Response>", "11750"),
    ],
)
def test_the_fallback_is_told_what_failed(answered, page, code):
    line, customers = answered(page, {"FallbackUrl": f"{HOST}/fallback"}, fallback=BYE)
    path, form = customers.asked[-1]
    assert (path, form["ErrorCode"], form["ErrorUrl"]) == ("/fallback", code, f"{HOST}/voice")
    assert words(line) == ["Bye."]


@pytest.mark.parametrize("order", [{}, {"FallbackUrl": f"{HOST}/fallback"}])
def test_without_one_that_works_the_caller_hears_of_an_error(answered, order):
    line, _ = answered("nothing", order, fallback="nothing either")
    assert words(line) == ["An application error has occurred. Goodbye."]
    assert line.status == "completed"


def test_a_circle_of_redirects_ends(answered):
    line, customers = answered("<Response><Redirect method='GET'>/voice</Redirect></Response>")
    assert len(customers.asked) == 11
    assert "application error" in words(line)[-1]


def test_twiml_may_come_with_the_order(answered):
    line, customers = answered(BYE, {"Url": "", "Twiml": "<Response><Redirect>https://x.test/turn</Redirect></Response>"},
                               turn=BYE)  # fmt: skip
    assert [path for path, _ in customers.asked] == ["/turn"]
    assert words(line) == ["Bye."]
    assert CarrierCall.objects.get().status == "completed"
