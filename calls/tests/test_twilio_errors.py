"""What Twilio's refusals mean to the dispatcher, and that all else is unknown."""

import pytest

from calls import twilio


@pytest.mark.parametrize(
    ("status", "code", "meaning"),
    [
        (429, 20429, "later"),
        (503, 20503, "later"),
        (400, 21211, "number"),
        (400, 21210, "operator"),
        (401, 20003, "operator"),
    ],
)
@pytest.mark.parametrize("kind", ["rest", "service"])
def test_both_of_the_sdks_errors_mean_the_same(status, code, meaning, kind):
    from twilio.base.exceptions import TwilioRestException, TwilioServiceException

    fault = TwilioRestException(status, "/", "no", code)
    if kind == "service":
        fault = TwilioServiceException("about:blank", "no", status, code)
    assert twilio._meaning(fault).kind == meaning


@pytest.mark.parametrize("fault", [OSError("reset"), ValueError("half an answer")])
def test_any_other_fault_is_unknown(fault):
    assert isinstance(twilio._meaning(fault), twilio.OutcomeUnknown)
