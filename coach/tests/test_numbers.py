"""Which numbers may be called at all, and what a runner is told of the others."""

import pytest

from calls.sandbox.models import Verification
from coach import numbers


@pytest.mark.parametrize(
    "number",
    ["+442079460958", "+447400123456", "+4915112345678", "+12025550123", "+1 (202) 555-0123", "+33912345678"],
)
def test_ordinary_numbers_may_be_called(number):
    assert numbers.objection(number) == ""


@pytest.mark.parametrize(
    "number",
    [
        "+449098790000", "+19005551234", "+499001234567", "+33899123456",  # premium
        "+491805123456", "+443001234567",  # shared cost; one number for a whole firm
        "+447012345678", "+15005550001",  # personal numbers, that ring anywhere
        "+18005551234", "+80012345678",  # at our cost, in a call centre
        "+881612345678", "+882161234567", "+979123456789",  # satellites and networks of no country
        "+447640123456",  # a pager
    ],
)  # fmt: skip
def test_numbers_that_somebody_earns_on_may_not(number, settings):
    settings.CALL_COUNTRIES = ["*"]
    assert numbers.objection(number) == numbers.NOT_ORDINARY


@pytest.mark.parametrize(
    "number", ["", "112", "+112", "+49110", "+49116117", "02079460958", "call me maybe", "+15550000001"]
)
def test_short_and_made_up_numbers_are_none(number):
    assert numbers.objection(number) == numbers.NO_NUMBER


@pytest.mark.parametrize(
    ("countries", "number", "words"),
    [
        (["DE", "AT"], "+442079460958", numbers.NOT_THERE),
        (["DE", "AT"], "+4915112345678", ""),
        # North America shares a code with islands where a call costs a dollar.
        (["US", "CA"], "+18765551234", numbers.NOT_THERE),
        (["US", "CA"], "+14165550123", ""),
        (["*"], "+18765551234", ""),
    ],
)
def test_the_operator_chooses_the_countries(countries, number, words, settings):
    settings.CALL_COUNTRIES = countries
    assert numbers.objection(number) == words


@pytest.mark.django_db
class TestWhereNumbersAreGiven:
    @pytest.fixture(autouse=True)
    def _countries(self, settings):
        settings.CALL_COUNTRIES = ["GB", "DE"]

    @pytest.mark.parametrize(
        ("number", "words"), [("+449098790000", numbers.NOT_ORDINARY), ("+18765551234", numbers.NOT_THERE)]
    )
    def test_the_settings_refuse_them_in_plain_words(self, anas, ana, number, words):
        told = {"name": "Ana", "time_zone": "Europe/Berlin", "units": "km", "phone_number": number}
        answer = anas.post("/settings/", told)
        assert answer.status_code == 422
        assert words in answer.content.decode()
        ana.refresh_from_db()
        assert ana.phone_number == ""

    @pytest.mark.parametrize("number", ["+449098790000", "+447012345678", "+881612345678", "+18765551234"])
    def test_no_code_goes_to_them(self, anas, ana, number, monkeypatch):
        monkeypatch.setattr("calls.twilio.verification", lambda *_, **__: pytest.fail("a code was sent"))
        page = anas.post("/settings/calls/code/", {"phone_number": number}, follow=True).content.decode()
        assert "cannot call" in page or "only call" in page
        assert not Verification.objects.exists()

    def test_the_api_refuses_them(self, anas):
        answer = anas.patch("/api/me", {"phone_number": "+449098790000"}, content_type="application/json")
        assert answer.status_code == 400
        assert numbers.NOT_ORDINARY in answer.content.decode()
        fine = anas.patch("/api/me", {"phone_number": "+442079460958"}, content_type="application/json")
        assert fine.status_code == 200
