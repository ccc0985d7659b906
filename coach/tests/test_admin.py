"""The human coach's door to runners: clearing them, looking after flags."""

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME

from coach import coaching
from coach.models import CoachFlag
from coach.records import Feedback

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def act(coach, name, action, *rows):
    sent = {"action": action, ACTION_CHECKBOX_NAME: [row.pk for row in rows]}
    return coach.post(f"/admin/coach/{name}/", sent, follow=True).content.decode()


@pytest.fixture
def coach(admin_client):
    return admin_client


@pytest.fixture
def hurt(ana, now):
    """Ana, after pain in the chest."""
    first = ana.runs.order_by("scheduled_on").first()
    coaching.check_in(first, Feedback(difficulty=8, pain=True, pain_location="chest"), now=now)
    ana.refresh_from_db()
    return ana


def test_a_red_flag_is_on_the_list_with_what_was_said(coach, hurt):
    page = coach.get("/admin/coach/coachflag/").content.decode()
    assert "ana@example.com" in page or "Ana" in page
    assert hurt.flags.get().words in page


def test_open_flags_come_first(coach, hurt, ben, now):
    old = CoachFlag.objects.create(user=ben, kind="pain", words="A shin", raised_at=now, handled_at=now)
    rows = list(coach.get("/admin/coach/coachflag/").context["cl"].result_list)
    assert rows == [hurt.flags.get(), old]


def test_a_flag_is_looked_after_once(coach, hurt, clock, now):
    flag = hurt.flags.get()
    act(coach, "coachflag", "handled", flag)
    flag.refresh_from_db()
    assert flag.handled_at == now
    clock.move_to("2026-03-05T08:00:00Z")
    act(coach, "coachflag", "handled", flag)
    flag.refresh_from_db()
    assert flag.handled_at == now


def test_a_flag_looked_after_clears_nobody(coach, hurt):
    act(coach, "coachflag", "handled", hurt.flags.get())
    hurt.refresh_from_db()
    assert hurt.suspended_at


def test_a_coach_clears_a_runner(coach, hurt):
    act(coach, "user", "clear", hurt)
    hurt.refresh_from_db()
    assert hurt.suspended_at is None
    assert not hurt.notices.open().filter(kind="safety").exists()
    assert hurt.calls.filter(status="planned").exists()


def test_clearing_who_is_well_changes_nothing(coach, ana):
    before = list(ana.runs.values())
    act(coach, "user", "clear", ana)
    assert list(ana.runs.values()) == before


def test_the_form_of_a_runner_does_not_lift_a_suspension(coach, hurt):
    path = f"/admin/coach/user/{hurt.pk}/change/"
    assert "suspended_at" not in coach.get(path).context["adminform"].form.fields


def test_a_goal_is_not_added_by_hand(coach):
    assert coach.get("/admin/coach/goal/add/").status_code == 403


@pytest.mark.parametrize("name", ["user", "goal", "coachflag", "notice", "milestone", "dailyprogress"])
def test_a_runner_is_no_coach(anas, name):
    assert anas.get(f"/admin/coach/{name}/").url.startswith("/admin/login/")
