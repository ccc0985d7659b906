"""How the schedule changed, and why: the list, one of them, and what they ask of the database."""

import re

import pytest

from coach import coaching
from runs.tests.pages import body

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


# --- the list


def test_the_list_says_why_when_and_by_whom(anas, eased):
    page = body(anas.get("/adjustments/"))
    assert eased.reason in page
    assert "7 March, 9:00, by your coach" in page
    assert f'href="/adjustments/{eased.pk}/"' in page


def test_the_list_is_empty_with_a_word(anas):
    assert "Nothing has changed yet." in body(anas.get("/adjustments/"))


def test_the_list_tells_the_runners_own_changes_from_the_coachs(anas, ana, now):
    coaching.ease_week(ana, monday=now.date(), now=now)
    page = body(anas.get("/adjustments/"))
    assert "You asked for an easier week: from Mon 2 March to Sunday a fifth shorter, and all easy." in page
    assert "by you" in page


def test_the_list_says_what_became_of_a_proposal(anas, proposed, now):
    assert "waits for your word" in body(anas.get("/adjustments/"))
    coaching.decline(proposed, now=proposed.created_at)
    assert "not now" in body(anas.get("/adjustments/"))


def test_the_list_has_only_the_runners_own(bens, eased):
    assert eased.reason not in body(bens.get("/adjustments/"))


# --- one of them


def test_one_says_why_on_what_and_what_was_before(anas, ana, eased):
    page = body(anas.get(f"/adjustments/{eased.pk}/"))
    assert "You rated the last two runs 9." in page
    assert "7 March, 9:00, by your coach" in page
    assert "Tue 3 March<small" in page
    assert "Sat 7 March<small" in page
    assert "<del>4 km easy run</del>" in page
    assert page.count('<li class="change">') == len(eased.changes)
    assert "Rest day" in page
    assert f"/adjustments/{eased.pk}/undo/" in page


def test_one_has_a_picture_and_its_table(anas, eased):
    page = body(anas.get(f"/adjustments/{eased.pk}/"))
    assert re.search(r'<svg aria-hidden="true"[^>]*chart-of-change', page)
    table = re.search(r"<tbody>.*?</tbody>", page, re.S).group(0)
    assert table.count("<tr>") == page.count('class="chart-value"')
    assert "Mon 9 March" in table
    assert "<td>9 km</td>" in table


def test_the_picture_and_the_table_are_in_the_runners_units(anas, ana, eased):
    ana.units = "mi"
    ana.save()
    page = body(anas.get(f"/adjustments/{eased.pk}/"))
    assert "<td>5.6 mi</td>" in page
    assert " km" not in re.search(r"<tbody>.*?</tbody>", page, re.S).group(0)


def test_a_pain_is_shown_where_it_was(anas, pained):
    assert "pain: knee" in body(anas.get(f"/adjustments/{pained.pk}/")).lower()


def test_one_that_moved_no_run_says_so(anas, ana, now):
    coaching.change_goal(ana.goals.get(), {"goal_text": "Run to the sea"}, now=now)
    row = ana.adjustments.get()
    page = body(anas.get(f"/adjustments/{row.pk}/"))
    assert "No run moved because of this." in page
    assert "undo/" not in page


def test_a_limit_has_no_undo_and_says_why(anas, limit):
    page = body(anas.get(f"/adjustments/{limit.pk}/"))
    assert "a limit that every plan keeps" in page
    assert "undo/" not in page


# --- what it asks of the database


@pytest.mark.parametrize("more", [0, 30])
def test_it_asks_the_same_of_the_database_however_long_the_history(
    anas, ana, eased, more, django_assert_max_num_queries
):
    for _ in range(more):
        eased.pk = None
        eased.id = None
        eased.save()
        eased.evidence.set(ana.sessions.all())
    row = ana.adjustments.last()
    for path in ("/", "/adjustments/", f"/adjustments/{row.pk}/"):
        with django_assert_max_num_queries(7):
            assert anas.get(path).status_code == 200


def test_a_proposal_on_home_asks_little_of_the_database(anas, proposed, django_assert_max_num_queries):
    for path in ("/", f"/adjustments/{proposed.pk}/"):
        with django_assert_max_num_queries(7):
            anas.get(path)
