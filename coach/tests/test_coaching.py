from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction

from calls import talking
from calls.models import Call
from coach import coaching
from coach.models import Goal, Notice
from coach.records import Feedback
from runs.models import RunSession, ScheduledRun

pytestmark = pytest.mark.django_db


def in_order(user):
    return list(user.runs.order_by("scheduled_on"))


def two_nines(user, now):
    first, second, *_ = in_order(user)
    coaching.check_in(first, Feedback(difficulty=9), now=now + timedelta(days=1, hours=2))
    return coaching.check_in(second, Feedback(difficulty=9), now=now + timedelta(days=5, hours=2))


def test_a_goal_brings_its_schedule_milestones_and_calls(ana, now):
    goal = ana.goals.get()
    assert [run.distance for run in in_order(ana)][:8] == [3, 4, 4, 5, 4, 6, 5, 6]
    assert goal.schedule.weeks[0]["distance_km"] == 7
    assert {"First 5 km", "First 10 km"} < {milestone.title for milestone in goal.milestones.all()}
    first = in_order(ana)[0]
    assert first.scheduled_date_time == datetime(2026, 3, 3, 6, 0, tzinfo=UTC)
    call = ana.calls.get(run=first)
    assert (call.due_at, call.expires_at) == (
        first.scheduled_date_time - timedelta(minutes=15),
        first.scheduled_date_time,
    )
    assert (first.pre_run_call_time, first.pre_run_call_scheduled) == (call.due_at, True)


def test_a_run_at_seven_stays_at_seven_over_a_clock_change(make_runner, now):
    user = make_runner("a@example.com", start_time=time(7))
    assert {user.local(run.scheduled_date_time).time() for run in user.runs.all()} == {time(7)}
    assert {run.scheduled_date_time.hour for run in user.runs.all()} == {6, 5}


def test_a_new_goal_ends_the_old_one_and_takes_its_future(ana, now):
    first = in_order(ana)[0]
    coaching.check_in(first, Feedback(difficulty=5), now=now + timedelta(days=1, hours=2))
    from coach import goals

    later = now + timedelta(days=3)
    coaching.start_goal(
        ana, goals.Setup(goal_text="10K", weekly_frequency=3, fitness_level="beginner"), concerns=(), now=later
    )
    assert Goal.objects.filter(user=ana, ended_at=None).count() == 1
    assert ScheduledRun.objects.get(pk=first.pk).status == "completed"
    assert all(run.schedule.goal.goal_text == "10K" for run in ana.runs.pending())


def test_complete_counts_once(ana, now):
    run = in_order(ana)[0]
    one = coaching.complete(run, now=now + timedelta(days=1))
    two = coaching.complete(run, now=now + timedelta(days=2))
    assert one == two
    run.refresh_from_db()
    assert run.completed_at == now + timedelta(days=1)
    goal = ana.goals.get()
    assert (goal.current_streak, goal.total_runs_completed) == (1, 1)
    assert goal.daily_progress.get().is_completed


def test_a_run_more_than_a_week_away_cannot_be_done_yet(ana, now):
    with pytest.raises(coaching.Refused, match="more than a week away"):
        coaching.complete(in_order(ana)[6], now=now)


def test_a_check_in_is_saved_once_and_the_first_word_stands(ana, now):
    run = in_order(ana)[0]
    told = Feedback(difficulty=6, energy="high", distance_km=3.1, duration_min=22, notes="Wind")
    first = coaching.check_in(run, told, now=now + timedelta(days=1))
    again = coaching.check_in(run, Feedback(difficulty=2), now=now + timedelta(days=1, minutes=1))
    session = RunSession.objects.get()
    assert (first.is_new, again.is_new) == (True, False)
    assert (session.difficulty_rating, session.energy_level, session.actual_distance, session.duration) == (
        6,
        "high",
        3.1,
        22,
    )
    assert ana.goals.get().total_distance_run == 3.1


def test_two_nines_change_the_schedule_and_say_why(ana, now):
    before = {run.pk: run.distance for run in in_order(ana)}
    adjustment = two_nines(ana, now).adjustment
    assert adjustment.rule == "too_hard"
    assert {session.difficulty_rating for session in adjustment.evidence.all()} == {9}
    for change in adjustment.changes:
        run = ScheduledRun.objects.get(pk=change["run_id"])
        assert run.snapshot() == change["after"]
        assert run.distance < before[run.pk]
    notice = ana.notices.get()
    assert (notice.kind, notice.text) == (Notice.Kind.ADJUSTMENT, adjustment.reason)


def test_a_rest_day_has_no_call(ana, now):
    adjustment = two_nines(ana, now).adjustment
    rested = [change["run_id"] for change in adjustment.changes if change["after"]["status"] == "rest"]
    assert len(rested) == 1
    assert not Call.objects.filter(run_id=rested[0], status=Call.Status.PLANNED).exists()


def test_undo_puts_everything_back_once(ana, now):
    before = {run.pk: run.snapshot() for run in ana.runs.pending()}
    adjustment = two_nines(ana, now).adjustment
    later = now + timedelta(days=6)
    coaching.undo(adjustment, now=later)
    coaching.undo(adjustment, now=later + timedelta(hours=1))
    adjustment.refresh_from_db()
    assert adjustment.undone_at == later
    assert {run.pk: run.snapshot() for run in ana.runs.pending()}.items() <= before.items()
    assert not ana.notices.open().exists()


def test_undo_leaves_what_was_touched_since(ana, now):
    adjustment = two_nines(ana, now).adjustment
    eased = next(c["run_id"] for c in adjustment.changes if c["after"]["status"] != "rest")
    run = ScheduledRun.objects.get(pk=eased)
    coaching.skip(run, reason="Tired", now=now + timedelta(days=6))
    undone = coaching.undo(adjustment, now=now + timedelta(days=6))
    assert undone.left_alone == [eased]
    run.refresh_from_db()
    assert run.status == "skipped"


def test_an_undone_adjustment_is_not_made_again(ana, now):
    adjustment = two_nines(ana, now).adjustment
    coaching.undo(adjustment, now=now + timedelta(days=6))
    third = ana.runs.pending().first()
    later = coaching.check_in(third, Feedback(difficulty=9), now=now + timedelta(days=8))
    assert later.adjustment is None


def test_undo_does_not_put_two_runs_on_one_day(ana, now):
    adjustment = two_nines(ana, now).adjustment
    rested = ScheduledRun.objects.get(
        pk=next(c["run_id"] for c in adjustment.changes if c["after"]["status"] == "rest")
    )
    other = ana.runs.pending().filter(scheduled_on__gt=rested.scheduled_on).first()
    coaching.move(other, on=rested.scheduled_on, at=time(7), now=now + timedelta(days=6))
    undone = coaching.undo(adjustment, now=now + timedelta(days=6))
    assert str(rested.pk) in undone.left_alone


def test_moving_a_run_moves_its_call(ana, now):
    run = in_order(ana)[0]
    coaching.move(run, on=date(2026, 3, 4), at=time(18, 30), now=now)
    run.refresh_from_db()
    assert (run.status, run.scheduled_date_time) == ("rescheduled", datetime(2026, 3, 4, 17, 30, tzinfo=UTC))
    planned = Call.objects.get(run=run, status=Call.Status.PLANNED)
    assert planned.due_at == datetime(2026, 3, 4, 17, 15, tzinfo=UTC)
    assert Call.objects.filter(run=run, status=Call.Status.CANCELLED).count() == 1


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2026, 3, 7), "already a run"),
        (date(2026, 3, 1), "has passed"),
        (date(2026, 5, 30), "four weeks"),
    ],
)
def test_a_run_does_not_go_just_anywhere(ana, now, on, words):
    with pytest.raises(coaching.Refused, match=words):
        coaching.move(in_order(ana)[0], on=on, at=time(7), now=now)


def test_a_hard_run_does_not_go_beside_another(ana, now):
    first, second, *_ = in_order(ana)
    ana.runs.filter(pk__in=[first.pk, second.pk]).update(run_type="tempo")
    first.refresh_from_db()
    with pytest.raises(coaching.Refused, match="Two hard days"):
        coaching.move(first, on=second.scheduled_on - timedelta(days=1), at=time(7), now=now)


def test_a_done_run_can_be_neither_moved_nor_skipped(ana, now):
    run = in_order(ana)[0]
    coaching.complete(run, now=now)
    with pytest.raises(coaching.Refused, match="already done"):
        coaching.move(run, on=date(2026, 3, 4), at=time(7), now=now)
    with pytest.raises(coaching.Refused, match="already done"):
        coaching.skip(run, reason="x", now=now)


def test_a_reason_becomes_one_task_however_often_it_is_told(ana, now):
    first, second, *_ = in_order(ana)
    coaching.skip(first, reason="It was raining", now=now)
    coaching.skip(second, reason="rain again", now=now)
    task = ana.tasks.get()
    assert (task.title, task.category, task.priority) == ("Buy a waterproof running jacket", "gear", "high")
    assert now.date() < task.due_date <= now.date() + timedelta(days=7)


def test_a_run_is_missed_only_when_its_day_is_over_where_the_runner_lives(ana, now):
    run = in_order(ana)[0]
    coaching.miss(run, now=datetime(2026, 3, 3, 22, 59, tzinfo=UTC))
    run.refresh_from_db()
    assert run.status == "scheduled"
    coaching.miss(run, now=datetime(2026, 3, 3, 23, 1, tzinfo=UTC))
    run.refresh_from_db()
    assert run.status == "missed"


def test_a_missed_run_may_still_be_told(ana, now):
    run = in_order(ana)[0]
    coaching.miss(run, now=now + timedelta(days=3))
    coaching.check_in(run, Feedback(difficulty=4), now=now + timedelta(days=3))
    run.refresh_from_db()
    assert run.status == "completed"


def test_a_red_flag_suspends_calls_and_asks_for_help(ana, now):
    run = in_order(ana)[0]
    told = Feedback(difficulty=8, pain=True, pain_location="chest", pain_severity=4)
    coaching.check_in(run, told, now=now + timedelta(days=1))
    ana.refresh_from_db()
    assert ana.suspended_at
    assert ana.notices.filter(kind=Notice.Kind.SAFETY, seen_at=None).count() == 1
    assert not ana.calls.filter(status=Call.Status.PLANNED).exists()
    with pytest.raises(coaching.Refused):
        coaching.call_me(ana, now=now)
    coaching.clear(ana, now=now + timedelta(days=2))
    assert ana.calls.filter(status=Call.Status.PLANNED).exists()


def test_pain_makes_the_next_run_a_rest_day(ana, now):
    first, second, *_ = in_order(ana)
    came = coaching.check_in(
        first, Feedback(difficulty=4, pain=True, pain_location="knee"), now=now + timedelta(days=1)
    )
    second.refresh_from_db()
    assert (came.adjustment.rule, second.status) == ("pain", "rest")


def test_a_pause_has_no_calls_and_ends_when_the_runner_is_back(ana, now):
    pause = coaching.pause(ana, kind="holiday", starts_on=date(2026, 3, 2), ends_on=date(2026, 3, 20), now=now)
    assert not ana.calls.filter(status=Call.Status.PLANNED).exists()
    coaching.resume(pause, now=now + timedelta(days=1))
    pause.refresh_from_db()
    assert pause.ends_on == date(2026, 3, 2)
    assert ana.calls.filter(status=Call.Status.PLANNED).exists()


def test_a_pause_ended_on_its_first_day_never_was(ana, now):
    pause = coaching.pause(ana, kind="holiday", starts_on=date(2026, 3, 2), ends_on=None, now=now)
    coaching.resume(pause, now=now)
    assert not ana.pauses.exists()


def test_calls_off_cancels_what_was_planned(ana, now):
    coaching.set_calls(ana, wanted=False, now=now)
    assert set(ana.calls.values_list("status", flat=True)) == {"cancelled"}
    coaching.set_calls(ana, wanted=True, now=now)
    assert set(ana.calls.values_list("status", flat=True)) == {"planned"}


def test_a_move_to_another_zone_keeps_the_wall_clock(ana, now):
    coaching.change_profile(ana, {"time_zone": "America/New_York"}, now=now)
    run = in_order(ana)[0]
    assert run.scheduled_date_time == datetime(2026, 3, 3, 12, 0, tzinfo=UTC)
    assert ana.calls.get(run=run, status="planned").due_at == datetime(2026, 3, 3, 11, 45, tzinfo=UTC)


def test_calling_me_twice_is_one_call(ana, now):
    run = in_order(ana)[0]
    assert coaching.call_me(ana, run=run, now=now) == coaching.call_me(ana, run=run, now=now + timedelta(seconds=3))


def test_a_talk_after_a_run_fills_the_session_like_the_form(ana, now):
    run = in_order(ana)[0]
    coaching.complete(run, now=now + timedelta(days=1))
    run.refresh_from_db()
    talk = talking.begin(ana, "post_run", channel="browser", run=run, now=now)
    answers = ["Quite hard", "8", "yes my left knee", "3", "low", "yes", "it was dark and I have no light"]
    for turn, words in enumerate(answers):
        talk = coaching.converse(talk, words, turn=turn, now=now + timedelta(minutes=turn))
    session = RunSession.objects.get(scheduled_run=run)
    assert talk.ended_at
    assert (session.difficulty_rating, session.energy_level, session.source) == (8, "low", "talk")
    assert (session.pain_location, session.pain_side, session.pain_severity) == ("knee", "left", 3)
    assert ana.tasks.get(category="gear").title == "Get a running light"
    assert {task.title for task in ana.tasks.filter(category="recovery")} == {
        "Cool your left knee for ten minutes",
        "Stretch around your left knee, gently",
    }
    talk.refresh_from_db()
    assert "Difficulty 8 of 10." in [line["text"] for line in talk.agreed]


def test_a_conversation_is_acted_on_once(ana, now):
    run = in_order(ana)[0]
    talk = talking.begin(ana, "pre_run", channel="browser", run=run, now=now)
    for turn, words in enumerate(["yes", "it is raining"]):
        coaching.converse(talk, words, turn=turn, now=now)
    coaching.converse(talk, "it is raining", turn=1, now=now)
    coaching.hang_up(talk, now=now)
    assert ana.tasks.count() == 1
    assert talk.turns.count() == 5


def test_stop_calling_me_is_obeyed(ana, now):
    talk = talking.begin(ana, "pre_run", channel="phone", run=in_order(ana)[0], now=now)
    coaching.converse(talk, "please stop calling me", turn=0, now=now)
    ana.refresh_from_db()
    assert ana.do_not_call_at == now
    assert not ana.calls.filter(status="planned").exists()


def test_the_database_refuses_two_runs_on_one_day(ana):
    first, second, *_ = in_order(ana)
    with pytest.raises(IntegrityError), transaction.atomic():
        ScheduledRun.objects.filter(pk=second.pk).update(scheduled_on=first.scheduled_on)


@pytest.mark.parametrize(
    "wrong",
    [
        {"difficulty_rating": 11},
        {"pain_severity": 11, "pain_reported": True},
        {"pain_location": "knee"},
        {"actual_distance": 1e9},
    ],
)
def test_the_database_refuses_a_wrong_session(ana, now, wrong):
    session = coaching.complete(in_order(ana)[0], now=now)
    with pytest.raises(IntegrityError), transaction.atomic():
        RunSession.objects.filter(pk=session.pk).update(**wrong)


def test_the_database_refuses_a_second_active_goal(ana, now):
    with pytest.raises(IntegrityError), transaction.atomic():
        Goal.objects.create(user=ana, goal_text="x", weekly_frequency=2, fitness_level="new", created_at=now)


def test_a_distance_run_for_the_first_time_is_celebrated_once(ana, now):
    first, second, *_ = in_order(ana)
    coaching.check_in(first, Feedback(difficulty=5, distance_km=5.2), now=now + timedelta(days=1))
    coaching.check_in(second, Feedback(difficulty=5, distance_km=6.0), now=now + timedelta(days=5))
    milestone = ana.goals.get().milestones.get(title="First 5 km")
    assert (milestone.is_completed, milestone.completed_date) == (True, date(2026, 3, 3))
    assert ana.notices.filter(kind=Notice.Kind.MILESTONE).count() == 1


def test_a_doctor_comes_before_any_rule_and_any_other_word(ana, now):
    first = in_order(ana)[0]
    told = Feedback(difficulty=9, pain=True, pain_location="chest", distance_km=5.5)
    came = coaching.check_in(first, told, now=now + timedelta(days=1))
    assert came.adjustment.rule == "red_flag"
    assert came.adjustment.changes == []
    assert ana.notices.open().gravest_first().first().kind == Notice.Kind.SAFETY


def test_while_suspended_nothing_is_run_or_moved(ana, now):
    coaching.suspend(ana, now=now)
    run = in_order(ana)[0]
    for event in (
        lambda: coaching.complete(run, now=now),
        lambda: coaching.check_in(run, Feedback(difficulty=3), now=now),
        lambda: coaching.move(run, on=date(2026, 3, 4), at=time(7), now=now),
    ):
        with pytest.raises(coaching.Refused, match="doctor"):
            event()


def test_another_number_is_unverified_and_a_red_flag_survives_a_change_of_name(ana, now):
    coaching.change_profile(ana, {"phone_number": "+4915112345678"}, now=now)
    type(ana).objects.filter(pk=ana.pk).update(phone_verified_at=now, suspended_at=now)
    coaching.change_profile(ana, {"name": "Anna"}, now=now)
    ana.refresh_from_db()
    assert (ana.name, ana.phone_verified_at, ana.suspended_at) == ("Anna", now, now)
    coaching.change_profile(ana, {"phone_number": "+4915112345679"}, now=now)
    ana.refresh_from_db()
    assert ana.phone_verified_at is None


def test_no_distance_is_no_milestone(ana, now):
    coaching.check_in(in_order(ana)[6], Feedback(difficulty=5, distance_km=0.0), now=now + timedelta(days=21))
    assert not ana.goals.get().milestones.exclude(completed_date=None).exists()


def test_the_same_goal_twice_in_a_moment_is_one(ana, now):
    from coach import goals

    setup = goals.Setup(goal_text="10K", weekly_frequency=2, fitness_level="beginner")
    one = coaching.start_goal(ana, setup, concerns=(), now=now + timedelta(days=1))
    two = coaching.start_goal(ana, setup, concerns=(), now=now + timedelta(days=1, seconds=2))
    assert one == two


def test_pain_before_a_run_becomes_a_task_and_is_repeated(ana, now):
    talk = talking.begin(ana, "pre_run", channel="browser", run=in_order(ana)[0], now=now)
    coaching.converse(talk, "yes", turn=0, now=now)
    coaching.converse(talk, "my left knee hurts and it rains", turn=1, now=now)
    talk = coaching.converse(talk, "2", turn=2, now=now)
    talk.refresh_from_db()
    assert "knee" in talk.state["says"]
    assert {task.category for task in ana.tasks.all()} == {"recovery", "gear"} or ana.tasks.get().category == "recovery"
    assert any("Pain" in line["text"] for line in talk.agreed)


def test_a_red_flag_told_about_a_run_let_go_meanwhile_still_counts(ana, now):
    run = in_order(ana)[0]
    talk = talking.begin(ana, "post_run", channel="api", run=run, now=now)
    for turn, words in enumerate(["hard", "8"]):
        coaching.converse(talk, words, turn=turn, now=now)
    coaching.skip(run, reason="x", now=now)
    coaching.converse(talk, "I have chest pain", turn=2, now=now)
    ana.refresh_from_db()
    assert ana.suspended_at == now
