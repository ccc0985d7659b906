import re

import pytest

from calls.dialogue.scripts import BODY_PART_LABELS
from runs.forms import SPOTS, CheckInForm, spot
from runs.models import RunSession

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

HURTS = {"difficulty": "5", "pain": "on", "pain_severity": "4"}


@pytest.fixture
def fill(ana):
    def fill(initial=None, **told):
        return CheckInForm({**HURTS, **told}, user=ana, initial=initial)

    return fill


def where(form):
    assert form.is_valid(), form.errors
    told = form.feedback()
    return told.pain_location, told.pain_side


@pytest.fixture
def path(ana):
    return f"/runs/{ana.runs.order_by('scheduled_on').first().pk}/check-in/"


def test_the_list_alone_is_enough(fill):
    assert where(fill(pain_location="knee", pain_side="left")) == ("knee", "left")


@pytest.mark.parametrize("tapped", SPOTS)
def test_the_picture_alone_says_place_and_side(fill, tapped):
    place, _, side = tapped.partition(" ")
    assert where(fill(pain_spot=tapped)) == (place, side)


def test_the_list_counts_where_both_were_filled(fill):
    assert where(fill(pain_spot="hip right", pain_location="knee", pain_side="both")) == ("knee", "both")


@pytest.mark.parametrize("place", ["back", "stomach", "chest", "neck"])
def test_a_part_in_the_middle_has_no_side(fill, place):
    assert where(fill(pain_location=place, pain_side="left")) == (place, "")


@pytest.mark.parametrize("place", ["knee", "groin", "other"])
def test_a_side_is_kept_but_never_demanded(fill, place):
    assert where(fill(pain_location=place, pain_side="right")) == (place, "right")
    assert where(fill(pain_location=place)) == (place, "")


def test_a_tap_corrects_what_was_told_before(fill):
    before = {"pain_location": "knee", "pain_side": "left"}
    assert where(fill(before, **before, pain_spot="ankle right")) == ("ankle", "right")
    assert where(fill(before, pain_location="knee", pain_side="right", pain_spot="knee left")) == ("knee", "right")
    assert where(fill(before, pain_location="hip", pain_side="both", pain_spot="knee left")) == ("hip", "both")


def test_the_picture_shows_what_was_told_before(ana):
    before = {"pain_location": "it_band", "pain_side": "right"}
    assert CheckInForm(user=ana, initial=before)["pain_spot"].value() == "it_band right"


@pytest.mark.parametrize(
    ("told", "shown"),
    [(("knee", "left"), "knee left"), (("neck", ""), "neck"), (("groin", "left"), "groin"), (("knee", "both"), ""),
     (("knee", ""), ""), (("thigh", "left"), ""), (("", ""), "")],
)  # fmt: skip
def test_a_place_is_shown_when_the_picture_has_it(told, shown):
    assert spot(*told) == shown


def test_all_but_two_places_are_in_the_picture():
    assert set(BODY_PART_LABELS) - {name.partition(" ")[0] for name in SPOTS} == {"thigh", "other"}
    assert SPOTS["it_band left"] == "Left IT band"


def test_a_spot_without_pain_is_not_kept(fill):
    assert where(fill(pain="", pain_spot="knee left")) == ("", "")


def test_the_page_draws_every_spot_once_with_its_name(anas, path):
    page = anas.get(path).content.decode()
    assert re.findall(r'class="spot-name">([^<]+)<', page) == list(SPOTS.values())
    drawn = set(re.findall(r'id="(?:front|back|near)-(\w+)"', page))
    assert drawn == {name.partition(" ")[0] for name in SPOTS}
    assert "style=" not in page


def test_a_tap_is_stored_from_a_plain_post(anas, path):
    assert anas.post(path, {**HURTS, "pain_location": "", "pain_side": "", "pain_spot": "heel right"}).url == "/"
    session = RunSession.objects.get()
    assert (session.pain_location, session.pain_side, session.pain_severity) == ("heel", "right", 4)


def test_a_bad_form_keeps_the_tap(anas, path):
    answer = anas.post(path, {**HURTS, "pain_spot": "heel right", "minutes": "soon"})
    assert answer.status_code == 422
    assert re.search(r'value="heel right"[^>]*checked', answer.content.decode())


@pytest.mark.parametrize("nonsense", ["soul", "knee both", "neck left", "knee", "\x00"])
def test_a_spot_that_is_not_there_is_an_error(anas, path, nonsense):
    answer = anas.post(path, {**HURTS, "pain_spot": nonsense})
    assert answer.status_code == 422
    assert "Choose a place in the picture or from the list." in answer.content.decode()
    assert not RunSession.objects.exists()
