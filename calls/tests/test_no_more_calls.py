"""The calls are to end, or only spoken of."""

import pytest

from calls.dialogue import understanding


@pytest.mark.parametrize(
    "said",
    [
        "I'd like the calls to stop",
        "could the calls end please",
        "I want these calls to finish",
        "drop me from your calling list",
        "knock me off the phone list",
        "I'd sooner you didn't ring",
        "I'd prefer you never phoned again",
        "put an end to these calls",
        "I can do without the calls",
        "happy running but without the calls please",
        "spare me the calls",
        "strike my number off the list",
        "no more ringing me, right?",
        "leave me off the rota for calls",
        "would you ever stop ringing me",
        "I don't want to be phoned any more",
        "I've no need for these calls",
        "the calls can stop now",
        "don't ring me again",
        "quit ringing",
        "I'll do the runs, just don't phone",
        "I'm blocking this number",
        "never call me again, ever",
        "cancel the phone calls please",
        "please end the calls altogether",
        "I never signed up for phone calls, take me off",
        "away with your phone calls",
    ],
)
def test_no_more_calls_in_other_words(said):
    assert understanding.understand(said, context="planning").stop_calling


@pytest.mark.parametrize(
    "said",
    [
        "call me in the evenings only",
        "don't ring me at work",
        "I'm on the phone, call me back",
        "never ring before nine",
        "the calls are great",
        "keep the calls coming",
        "stop the watch",
        "drop me a text about Thursday",
        "end of the call, I must go",
        "I could do without the hills",
        "can the calls be later",
        "don't stop calling",
        "leave me out of Tuesday's run",
        "take me off Thursday",
        "your call woke the baby, don't ring that early",
        "no calls tonight please, I'm on nights",
        "I missed your call",
        "I'd like the runs to end by eight",
        "it's your call",
        "I'd prefer you rang at six",
        "would the calls stop if I moved house?",
        "I was on a call",
        "do you have to call so early",
        "I don't want the calls to stop",
        "can you call me less often",
    ],
)
def test_calls_are_spoken_of_and_go_on(said):
    assert not understanding.understand(said, context="planning").stop_calling
