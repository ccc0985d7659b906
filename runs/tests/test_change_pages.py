"""How the schedule changed, why, and back again: the list, one of them, undo, accept, not now."""

import re
from datetime import timedelta

import pytest

from coach import coaching
from coach.records import Feedback
from runs.tests.events import after, four_good_weeks, hurt, in_order, two_nines

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
BOOSTED = {"HX-Request": "true", "HX-Boosted": "true"}


def body(answer):
    return answer.content.decode()


def put_back(row, user):
    return all(user.runs.get(pk=change["run_id"]).snapshot() == change["before"] for change in row.changes)


@pytest.fixture
def eased(ana, clock):
    """The coach's answer to two nines, and a clock that has reached it."""
    row = two_nines(ana)
    clock.move_to(row.created_at)
    return row


@pytest.fixture
def pained(ana, clock):
    row = hurt(ana)
    clock.move_to(row.created_at)
    return row


@pytest.fixture
def proposed(ana, clock):
    row = four_good_weeks(ana)
    clock.move_to(row.created_at)
    return row


@pytest.fixture
def limit(ana, eased, now):
    """What only the limits of any plan changed."""
    ana.adjustments.filter(pk=eased.pk).update(rule="return")
    eased.refresh_from_db()
    assert eased.is_limit
    return eased


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


# --- undo


@pytest.mark.parametrize("headers", [{}, BOOSTED], ids=["page", "boosted"])
def test_undo_puts_the_runs_back_and_says_so(anas, ana, eased, headers):
    answer = anas.post(f"/adjustments/{eased.pk}/undo/", headers=headers)
    assert answer.url == f"/adjustments/{eased.pk}/"
    page = body(anas.get(answer.url))
    assert "Your runs are as they were." in page
    assert "Undone on 7 March, 9:00" in page
    assert "undo/" not in page
    assert put_back(eased, ana)


def test_undo_twice_is_undo_once(anas, ana, eased):
    for _ in range(2):
        assert anas.post(f"/adjustments/{eased.pk}/undo/").status_code == 302
    assert put_back(eased, ana)
    assert ana.adjustments.count() == 1


def test_undo_says_which_run_it_left(anas, ana, eased, now):
    touched = next(change["run_id"] for change in eased.changes if change["after"]["status"] != "rest")
    coaching.skip(ana.runs.get(pk=touched), reason="Tired", now=eased.created_at)
    page = body(anas.post(f"/adjustments/{eased.pk}/undo/", follow=True))
    assert "1 run had changed since" in page
    assert "left as it is by the undo" in page


def test_undo_after_pain_asks_first(anas, ana, pained):
    answer = anas.post(f"/adjustments/{pained.pk}/undo/")
    assert answer.status_code == 422
    assert "Running on too early makes it last." in body(answer)
    assert 'name="accepting"' in body(answer)
    assert not put_back(pained, ana)


@pytest.mark.parametrize("headers", [{}, BOOSTED], ids=["page", "boosted"])
def test_undo_after_pain_is_done_for_a_yes(anas, ana, pained, headers):
    answer = anas.post(f"/adjustments/{pained.pk}/undo/", {"accepting": "yes"}, headers=headers)
    assert answer.url == f"/adjustments/{pained.pk}/"
    pained.refresh_from_db()
    assert pained.undone_by == "runner"


def test_a_limit_is_not_undone(anas, ana, limit):
    page = body(anas.post(f"/adjustments/{limit.pk}/undo/", follow=True))
    assert "a limit that keeps you from getting hurt" in page
    limit.refresh_from_db()
    assert limit.undone_at is None


def test_what_a_correction_took_back_says_so(anas, ana, eased):
    second = in_order(ana)[1]
    coaching.correct(second.run_session, Feedback(difficulty=5), now=after(second))
    page = body(anas.get(f"/adjustments/{eased.pk}/"))
    assert "since what it rested on had changed" in page
    assert "undo/" not in page


# --- a proposal


def test_a_proposal_waits_on_home_and_changes_nothing(anas, ana, proposed):
    page = body(anas.get("/"))
    assert proposed.reason in page
    assert f"/adjustments/{proposed.pk}/accept/" in page
    assert f"/adjustments/{proposed.pk}/decline/" in page
    assert put_back(proposed, ana)
    assert "A proposal" in body(anas.get(f"/adjustments/{proposed.pk}/"))


@pytest.mark.parametrize("headers", [{}, BOOSTED], ids=["page", "boosted"])
def test_a_yes_makes_it_so(anas, ana, proposed, headers):
    answer = anas.post(f"/adjustments/{proposed.pk}/accept/", headers=headers)
    page = body(anas.get(answer.url))
    assert "in your schedule." in page
    assert "You said yes on 28 March, 9:00" in page
    assert f"/adjustments/{proposed.pk}/undo/" in page
    proposed.refresh_from_db()
    change = proposed.changes[0]
    assert ana.runs.get(pk=change["run_id"]).distance == change["after"]["distance_km"]
    assert "Accept" not in body(anas.get("/"))


def test_a_yes_said_twice_is_one(anas, ana, proposed):
    for _ in range(2):
        anas.post(f"/adjustments/{proposed.pk}/accept/")
    first = proposed.changes[0]
    assert ana.runs.get(pk=first["run_id"]).distance == first["after"]["distance_km"]
    assert ana.adjustments.count() == 1


def test_what_was_accepted_can_be_undone(anas, ana, proposed):
    anas.post(f"/adjustments/{proposed.pk}/accept/")
    anas.post(f"/adjustments/{proposed.pk}/undo/")
    assert put_back(proposed, ana)


def test_not_now_leaves_the_plan_as_it_is(anas, ana, proposed):
    for _ in range(2):
        answer = anas.post(f"/adjustments/{proposed.pk}/decline/")
        assert answer.url == "/"
    page = body(anas.get("/"))
    assert "Your plan stays as it is." in page
    assert "Accept" not in page
    assert put_back(proposed, ana)
    assert "You said: not now" in body(anas.get(f"/adjustments/{proposed.pk}/"))


def test_a_no_is_not_turned_into_a_yes(anas, ana, proposed):
    anas.post(f"/adjustments/{proposed.pk}/decline/")
    page = body(anas.post(f"/adjustments/{proposed.pk}/accept/", follow=True))
    assert "no longer open" in page
    assert put_back(proposed, ana)


def test_a_yes_is_not_taken_back_by_a_no(anas, ana, proposed):
    anas.post(f"/adjustments/{proposed.pk}/accept/")
    page = body(anas.post(f"/adjustments/{proposed.pk}/decline/", follow=True))
    assert "You said yes to that one." in page
    proposed.refresh_from_db()
    assert (proposed.is_waiting, proposed.declined_at) == (False, None)


def test_what_was_never_asked_cannot_be_accepted(anas, eased):
    assert "no longer open" in body(anas.post(f"/adjustments/{eased.pk}/accept/", follow=True))
    assert "no longer open" in body(anas.post(f"/adjustments/{eased.pk}/decline/", follow=True))


def test_a_proposal_that_waits_has_nothing_to_undo(anas, proposed):
    assert "nothing to put back" in body(anas.post(f"/adjustments/{proposed.pk}/undo/", follow=True))


def test_a_proposal_that_lapsed_says_so(anas, ana, proposed, clock):
    clock.move_to(proposed.created_at + timedelta(days=10))
    run = ana.runs.pending().first()
    anas.post(f"/runs/{run.pk}/skip/", {"reason": "Weather"})
    assert "It has lapsed" in body(anas.get(f"/adjustments/{proposed.pk}/"))
    assert "no longer open" in body(anas.post(f"/adjustments/{proposed.pk}/accept/", follow=True))


def test_home_does_not_call_a_no_a_change(anas, proposed):
    anas.post(f"/adjustments/{proposed.pk}/decline/")
    assert "Latest schedule change" not in body(anas.get("/"))


def test_home_offers_undo_only_where_there_is_one(anas, ana, limit):
    ana.notices.update(seen_at=limit.created_at)
    page = body(anas.get("/"))
    assert "Latest schedule change" in page
    assert "undo it" not in page


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
