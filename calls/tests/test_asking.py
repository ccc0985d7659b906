"""A thousand clicks on "Call me": one open call, and no more a day than the operator allows, here and at the dial."""

from datetime import timedelta

import pytest

from calls import limits
from calls.models import Call, Halt
from coach import coaching

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
NUMBER = "+442079460958"


@pytest.fixture
def asked(ana):
    return ana.calls.filter(kind=Call.Kind.CALL_ME)


def test_a_thousand_clicks_make_one_open_call(anas, ana, asked):
    run = ana.runs.first()
    for n in range(1000):
        address = "/settings/calls/test/" if n % 2 else f"/runs/{run.pk}/call-me/"
        assert anas.post(address).status_code == 302
    assert asked.count() == 1


def test_clicks_all_day_long_make_as_many_calls_as_are_allowed(anas, asked, clock, now, settings):
    for n in range(200):
        clock.move_to(now + timedelta(minutes=5 * n))
        page = anas.post("/settings/calls/test/", follow=True)
        asked.update(status=Call.Status.COMPLETED)
    assert asked.count() == settings.CALLS_ASKED_A_DAY
    assert limits.ENOUGH_ASKED in page.content.decode()
    clock.move_to(now + timedelta(days=1, minutes=1))
    anas.post("/settings/calls/test/")
    assert asked.count() == settings.CALLS_ASKED_A_DAY + 1


def test_the_api_counts_with_the_pages(anas, asked, now, settings):
    settings.CALLS_ASKED_A_DAY = 3
    at = [(now + timedelta(hours=n)).isoformat() for n in range(1, 9)]
    answers = [anas.post("/api/schedule-call", {"scheduled_time": one}, content_type="application/json") for one in at]
    assert [answer.status_code for answer in answers] == [202] * 3 + [400] * 5
    assert limits.ENOUGH_ASKED in answers[-1].content.decode()
    # One that is asked for again is the same call, and no new one.
    again = anas.post("/api/schedule-call", {"scheduled_time": at[0]}, content_type="application/json")
    assert again.json()["id"] == answers[0].json()["id"]
    assert anas.post("/api/calls/call-me", {}, content_type="application/json").status_code == 400
    anas.post("/settings/calls/test/")
    assert asked.count() == 3


def test_calls_the_runner_makes_are_not_counted(ana, asked, now):
    for n in range(20):
        Call.objects.create(
            user=ana, kind="call_me", subject=f"inbound@{n}", status="completed", due_on=now, due_time=now.time(),
            due_zone="UTC", due_at=now, expires_at=now, created_at=now,
        )  # fmt: skip
    coaching.call_me(ana, now=now)
    assert asked.exclude(subject__startswith="inbound@").count() == 1


def test_without_a_shown_number_nothing_is_asked_for(anas, ana, asked, now, settings):
    settings.TWILIO_SANDBOX = False
    ana.phone_number = NUMBER
    ana.save()
    page = anas.post("/settings/calls/test/", follow=True).content.decode()
    assert "no verified phone number" in page
    assert anas.post("/api/calls/call-me", {}, content_type="application/json").status_code == 400
    assert not asked.exists()


class TestAtTheDial:
    @pytest.fixture
    def made(self, make_runner, now):
        """Calls that were dialled to one number, an hour ago; the runner who is asked for may be another each time."""

        def make(count, *, to=NUMBER, kind="call_me", user=None, at=now - timedelta(hours=1)):
            user = user or make_runner(f"r{Call.objects.count()}@example.com")
            for n in range(count):
                Call.objects.create(
                    user=user, kind=kind, subject=f"{to} {at} {n}", status="completed", due_on=at, due_time=at.time(),
                    due_zone="UTC", due_at=at, expires_at=at, created_at=at, to_number=to, attempts=1,
                )  # fmt: skip

        return make

    def test_an_ordinary_call_is_not_refused(self, ana, now):
        for call in (ana.calls.first(), coaching.call_me(ana, now=now)):
            assert limits.refusal(call, to=NUMBER, now=now) == ""

    @pytest.mark.parametrize("to", ["+449098790000", "+447012345678", "+881612345678", "+18765551234", "+15550000001"])
    def test_a_number_shown_before_the_operator_thought_better_is(self, ana, now, settings, to):
        settings.TWILIO_SANDBOX = False
        assert "not one I can call" in limits.refusal(ana.calls.first(), to=to, now=now)

    def test_the_telephone_in_the_browser_is_called(self, ana, now):
        assert limits.refusal(ana.calls.first(), to="+15550000001", now=now) == ""

    def test_what_was_asked_for_is_counted_to_the_call(self, ana, made, now, settings):
        call = coaching.call_me(ana, now=now)
        made(settings.CALLS_ASKED_A_DAY - 1, user=ana)
        assert limits.refusal(call, to=NUMBER, now=now) == ""
        made(1, user=ana, to="+442079460959")
        assert "asked for enough" in limits.refusal(call, to=NUMBER, now=now)
        # The coach's own are another count.
        assert limits.refusal(ana.calls.get(run=ana.runs.first()), to=NUMBER, now=now) == ""
        assert limits.refusal(call, to=NUMBER, now=now + timedelta(hours=23, minutes=1)) == ""

    def test_a_telephone_is_counted_over_all_accounts_it_was_shown_on(self, ana, ben, made, now, settings):
        most = settings.CALLS_A_DAY + settings.CALLS_ASKED_A_DAY
        call = ana.calls.first()
        made(most - 1)
        assert limits.refusal(call, to=NUMBER, now=now) == ""
        made(1, kind="post_run")
        assert "often enough" in limits.refusal(call, to=NUMBER, now=now)
        assert "often enough" in limits.refusal(coaching.call_me(ben, now=now), to=NUMBER, now=now)
        assert limits.refusal(call, to="+442079460959", now=now) == ""

    def test_a_call_put_off_by_the_line_does_not_stand_in_its_own_way(self, ana, made, now, settings):
        call = coaching.call_me(ana, now=now)
        made(settings.CALLS_ASKED_A_DAY - 1, user=ana)
        Call.objects.filter(pk=call.pk).update(attempts=3, to_number=NUMBER)
        assert limits.refusal(call, to=NUMBER, now=now) == ""


def test_while_nobody_is_dialled_no_call_is_promised(anas, ana, now):
    halt = Halt.objects.create(reason="the bill", began_at=now)
    page = anas.post("/settings/calls/test/", follow=True).content.decode()
    assert "I cannot call anybody just now" in page
    assert not ana.calls.filter(kind="call_me").exists()
    Halt.objects.filter(pk=halt.pk).update(lifted_at=now)
    assert "It rings in a few seconds" in anas.post("/settings/calls/test/", follow=True).content.decode()


def test_what_was_asked_for_may_be_called_off(anas, bens, ana, now):
    call = coaching.schedule_call(ana, now + timedelta(hours=3), talk="motivation", now=now)
    assert f"/calls/{call.pk}/off/" in anas.get("/calls/").content.decode()
    assert bens.post(f"/calls/{call.pk}/off/").status_code == 404
    assert "Called off." in anas.post(f"/calls/{call.pk}/off/", follow=True).content.decode()
    call.refresh_from_db()
    assert call.status == "cancelled"
    assert "under way already, or over" in anas.post(f"/calls/{call.pk}/off/", follow=True).content.decode()
    # Asked for again it is wanted again, for the talk that was asked for last.
    again = coaching.schedule_call(ana, now + timedelta(hours=3), talk="weekly_planning", now=now)
    assert (again.pk, again.status, again.context) == (call.pk, "planned", {"talk": "weekly_planning"})


def test_a_call_of_the_coachs_own_is_switched_off_in_the_settings(anas, ana):
    call = ana.calls.filter(kind="pre_run", status="planned").first()
    assert "in the settings" in anas.post(f"/calls/{call.pk}/off/", follow=True).content.decode()
    assert anas.delete(f"/api/calls/{call.pk}").status_code == 400
    call.refresh_from_db()
    assert call.status == "planned"


def test_an_app_calls_it_off_too_and_sees_what_it_is(anas, bens, ana, now):
    call = coaching.schedule_call(ana, now + timedelta(hours=3), talk="celebration", now=now)
    told = anas.get(f"/api/calls/{call.pk}").json()
    assert (told["talk"], told["obstacle"], told["agreed"]) == ("celebration", "", [])
    assert bens.delete(f"/api/calls/{call.pk}").status_code == 404
    assert anas.delete(f"/api/calls/{call.pk}").status_code == 204
    assert anas.get(f"/api/calls/{call.pk}").json()["status"] == "cancelled"


def test_a_red_flag_takes_what_was_asked_for_with_it(ana, now):
    call = coaching.schedule_call(ana, now + timedelta(hours=3), talk="motivation", now=now)
    session = coaching.open_talk(ana, "motivation", channel="browser", now=now)
    coaching.converse(session, "I had chest pain on my run", turn=0, now=now)
    call.refresh_from_db()
    assert call.status == "cancelled"
