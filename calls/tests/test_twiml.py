import pytest

from calls import twilio
from calls.sandbox import twiml


def test_it_reads_what_our_door_writes():
    (gather,) = twiml.parse(twilio.ask("Are you on?", action="https://x.test/turn?ref=a&turn=1", hints="yes, no"))
    assert gather.prompts == ("Are you on?",)
    assert gather.action == "https://x.test/turn?ref=a&turn=1"
    assert (gather.input, gather.hints, gather.action_on_empty_result) == ("speech dtmf", "yes, no", True)
    assert twiml.parse(twilio.farewell("Bye & <run>")) == [twiml.Say("Bye & <run>"), twiml.Hangup()]


def test_a_redirect_and_a_pause():
    assert twiml.parse("<Response><Pause length='2'/><Redirect>/next</Redirect></Response>") == [
        twiml.Redirect("/next")
    ]


@pytest.mark.parametrize(
    "xml",
    [
        "",
        "hello",
        "<Say>x</Say>",
        "<Response><Dance/></Response>",
        '<!DOCTYPE a [<!ENTITY b "c">]><Response>&b;</Response>',
    ],
)
def test_what_no_call_can_follow_is_refused(xml):
    with pytest.raises(twiml.BadTwiml):
        twiml.parse(xml)
