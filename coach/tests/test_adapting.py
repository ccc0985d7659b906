"""What follows at the desk from what a runner tells, misses and asks for."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from calls import planning, talking
from calls.models import Call
from coach import coaching
from coach.models import CoachFlag, Notice
from coach.records import Feedback
from runs import jobs
from runs.models import Pause, ScheduleAdjustment, ScheduledRun
from tasks.models import CoachTask

pytestmark = pytest.mark.django_db
TEN_WEEKS = date(2026, 5, 10)


@pytest.fixture
def ana(make_runner):
    """Three runs a week towards a 10K in ten weeks."""
    return make_runner(
        "ana@example.com",
        goal_text="Run 10 km",
        target_race="10k",
        target_date=TEN_WEEKS,
        weekly_frequency=3,
        fitness_level="intermediate",
        available_days=["tue", "thu", "sat", "sun"],
        long_run_day="sun",
        current_weekly_km=20,
        longest_recent_km=8,
    )


def in_order(user):
    return list(user.runs.order_by("scheduled_on", "start_time"))


def after(run):
    """Right after a run."""
    return run.scheduled_date_time + timedelta(minutes=run.duration_min + 10)


def tell(run, **told):
    run.refresh_from_db()
    return coaching.check_in(run, Feedback(**{"difficulty": 5, **told}), now=after(run))


def week_km(user, monday):
    runs = user.runs.between(monday, monday + timedelta(days=6)).exclude(run_type="race")
    return sum(run.distance for run in runs if run.is_pending or run.status == "completed")


class TestTooEasy:
    def test_two_easy_runs_make_the_next_week_longer(self, ana):
        first, second, *_ = in_order(ana)
        before = week_km(ana, date(2026, 3, 9))
        tell(first, difficulty=2)
        (made,) = tell(second, difficulty=2).adjustments
        assert made.rule == "too_easy"
        assert week_km(ana, date(2026, 3, 9)) == pytest.approx(1.15 * before, rel=0.04)
        assert {change["after"]["type"] for change in made.changes} & {"tempo"}
        assert "one run a week more" in made.reason

    def test_a_run_cut_short_is_no_evidence(self, ana):
        first, second, *_ = in_order(ana)
        tell(first, difficulty=2)
        assert tell(second, difficulty=2, distance_km=round(second.distance * 0.6, 1)).adjustments == []

    def test_it_happens_once_in_seven_days(self, ana):
        first, second, third, fourth, *_ = in_order(ana)
        for run in (first, second):
            tell(run, difficulty=2)
        assert [tell(run, difficulty=1).adjustments for run in (third, fourth)] == [[], []]

    def test_a_corrected_rating_withdraws_it_while_its_week_lies_ahead(self, ana):
        first, second, *_ = in_order(ana)
        before = {run.pk: run.snapshot() for run in ana.runs.pending()}
        tell(first, difficulty=2)
        (made,) = tell(second, difficulty=2).adjustments
        second.refresh_from_db()
        told = coaching.correct(second.run_session, Feedback(difficulty=5), now=after(second) + timedelta(hours=1))
        made.refresh_from_db()
        assert (made.undone_by, bool(made.undone_at)) == ("rule", True)
        assert told.session.corrected_at
        assert {run.pk: run.snapshot() for run in ana.runs.pending()}.items() <= before.items()

    def test_a_corrected_rating_comes_too_late_when_the_week_has_begun(self, ana):
        first, second, third, fourth, *_ = in_order(ana)
        tell(first, difficulty=2)
        (made,) = tell(second, difficulty=2).adjustments
        tell(third)
        second.refresh_from_db()
        coaching.correct(second.run_session, Feedback(difficulty=5), now=after(fourth))
        made.refresh_from_db()
        assert made.undone_at is None


class TestPain:
    def test_it_brings_rest_less_and_tasks_with_the_place_in_them(self, ana):
        first = in_order(ana)[0]
        (made,) = tell(first, pain=True, pain_location="calf", pain_side="left", pain_severity=5).adjustments
        rests = [change for change in made.changes if change["after"]["status"] == "rest"]
        assert len(rests) >= 2
        assert "left calf" in made.reason
        assert all("left calf" in task.title for task in ana.tasks.all())
        assert {task.category for task in ana.tasks.all()} == {"recovery"}
        hard = ana.runs.pending().filter(scheduled_on__lte=date(2026, 3, 17), run_type__in=["tempo", "hills"])
        assert not hard.exists()

    def test_a_second_report_goes_to_a_professional_and_the_human_coach(self, ana):
        first, *_ = in_order(ana)
        tell(first, pain=True, pain_location="knee")
        following = ana.runs.pending().first()
        tell(following, pain=True, pain_location="knee")
        assert ana.tasks.filter(title__startswith="See a physiotherapist").exists()
        assert ana.flags.get().kind == CoachFlag.Kind.PAIN

    def test_undo_asks_first_and_then_nothing_is_hard_all_the_same(self, ana):
        first = in_order(ana)[0]
        (made,) = tell(first, pain=True, pain_location="knee", pain_severity=2).adjustments
        with pytest.raises(coaching.NeedsConsent, match="pain"):
            coaching.undo(made, now=after(first) + timedelta(hours=1))
        coaching.undo(made, now=after(first) + timedelta(hours=1), accepting=True)
        soon = ana.runs.pending().filter(scheduled_on__lte=date(2026, 3, 17))
        assert soon.filter(run_type="rest").count() == 0
        assert not any(run.is_hard for run in soon)

    def test_the_next_talk_asks_about_it(self, ana):
        first = in_order(ana)[0]
        tell(first, pain=True, pain_location="knee", pain_side="left")
        talk = talking.begin(ana, "motivation", channel="browser", now=after(first) + timedelta(hours=2))
        assert "left knee" in talk.state["says"]


class TestRedFlag:
    def test_it_suspends_files_a_task_for_today_and_flags_the_runner(self, ana):
        first = in_order(ana)[0]
        came = tell(first, notes="my chest felt tight on the hill")
        ana.refresh_from_db()
        assert came.adjustment.rule == "red_flag"
        assert ana.suspended_at
        task = ana.tasks.get()
        assert (task.due_date, task.priority) == (ana.today(after(first)), "high")
        assert ana.flags.get().kind == CoachFlag.Kind.RED_FLAG
        assert not ana.calls.filter(status=Call.Status.PLANNED, due_at__gt=after(first)).exists()
        assert ana.notices.open().gravest_first().first().kind == Notice.Kind.SAFETY

    def test_a_skip_with_a_red_flag_is_no_less_grave(self, ana, now):
        coaching.skip(in_order(ana)[0], reason="I fainted this morning", now=now)
        ana.refresh_from_db()
        assert ana.suspended_at

    def test_suspended_runs_are_no_misses_and_the_streak_stays(self, ana, clock):
        first, second, third, *_ = in_order(ana)
        tell(first)
        tell(second, notes="I blacked out for a second")
        clock.move_to(third.scheduled_date_time + timedelta(days=9))
        jobs.miss_passed()
        assert not ana.runs.filter(status="missed").exists()
        coaching.clear(ana, now=timezone.now())
        jobs.miss_passed()
        assert not ana.runs.filter(status="missed").exists()
        assert ana.goals.get().current_streak == 2
        assert ana.pauses.get().kind == Pause.Kind.MEDICAL

    def test_the_way_back_after_clearance_is_gentle(self, ana):
        first, second, *_ = in_order(ana)
        tell(first, notes="I passed out")
        back = after(second) + timedelta(days=9)
        planned = {run.pk: run.distance for run in ana.runs.pending()}
        coaching.clear(ana, now=back)
        ana.refresh_from_db()
        assert ana.suspended_at is None
        made = ana.adjustments.get(rule="return")
        week = ana.runs.pending().between(ana.today(back), ana.today(back) + timedelta(days=6))
        assert week
        assert all(run.distance < planned[run.pk] and not run.is_hard for run in week)
        assert made.pause.kind == Pause.Kind.MEDICAL


class TestMisses:
    def miss(self, user, count):
        for run in in_order(user)[:count]:
            coaching.miss(run, now=run.scheduled_date_time + timedelta(days=1))

    def test_three_make_one_run_a_week_fewer_and_one_call(self, ana):
        self.miss(ana, 3)
        goal = ana.goals.get()
        made = ana.adjustments.get(rule="misses")
        assert (goal.weekly_frequency, goal.schedule.weekly_frequency) == (2, 2)
        for monday in (date(2026, 3, 16), date(2026, 3, 23)):
            week = ana.runs.pending().between(monday, monday + timedelta(days=6))
            assert week.count() == 2
            assert week.filter(run_type="long").exists()
        call = ana.calls.get(kind="intervention")
        assert (call.subject, ana.local(call.due_at).hour) == (str(made.pk), 18)
        assert not ana.tasks.exists()

    def test_without_calls_there_is_a_task(self, ana, now):
        coaching.set_calls(ana, wanted=False, now=now)
        self.miss(ana, 3)
        assert not ana.calls.filter(kind="intervention").exists()
        assert ana.tasks.get().title == "Tell me what got in the way"

    def test_undo_puts_the_runs_and_the_frequency_back(self, ana):
        before = set(ana.runs.pending().filter(scheduled_on__gte=date(2026, 3, 16)).values_list("pk", flat=True))
        self.miss(ana, 3)
        made = ana.adjustments.get(rule="misses")
        coaching.undo(made, now=made.created_at + timedelta(hours=1))
        assert (
            set(ana.runs.pending().filter(scheduled_on__gte=date(2026, 3, 16)).values_list("pk", flat=True)) == before
        )
        assert ana.goals.get().weekly_frequency == 3
        assert ana.calls.get(kind="intervention").status == Call.Status.CANCELLED

    def test_they_are_asked_about_once_in_two_weeks(self, ana):
        self.miss(ana, 6)
        assert ana.adjustments.filter(rule="misses").count() == 1

    def test_a_run_told_as_done_after_all_takes_it_back(self, ana):
        self.miss(ana, 3)
        third = in_order(ana)[2]
        coaching.complete(third, now=third.scheduled_date_time + timedelta(days=1, hours=1))
        made = ana.adjustments.get(rule="misses")
        assert made.undone_by == "rule"


class TestObstacle:
    def test_the_run_finds_a_day_and_the_task_is_due_before(self, ana, now):
        run, thursday = in_order(ana)[1], now + timedelta(days=3)
        (made,) = coaching.skip(run, reason="It was pouring and I have no jacket", now=thursday)
        run.refresh_from_db()
        task = ana.tasks.get()
        assert (made.rule, run.status, run.scheduled_on) == ("obstacle", "rescheduled", date(2026, 3, 7))
        assert ana.today(thursday) <= task.due_date < run.scheduled_on
        assert ana.calls.filter(run=run, status=Call.Status.PLANNED).get().due_on == date(2026, 3, 7)

    def test_undo_lets_it_go_again(self, ana, now):
        run = in_order(ana)[1]
        (made,) = coaching.skip(run, reason="No time today", now=now + timedelta(days=3))
        coaching.undo(made, now=now + timedelta(days=3, hours=1))
        run.refresh_from_db()
        assert (run.status, run.scheduled_on) == ("skipped", date(2026, 3, 5))

    def test_where_no_day_is_free_it_is_let_go(self, ana, now):
        run = in_order(ana)[0]
        (made,) = coaching.skip(run, reason="Late meeting", now=now + timedelta(days=1))
        run.refresh_from_db()
        assert (run.status, made.changes) == ("skipped", [])
        assert ana.tasks.get().category == "scheduling"

    def test_who_is_ill_rests(self, ana, now):
        run = in_order(ana)[0]
        coaching.skip(run, reason="I caught a cold", now=now + timedelta(days=1))
        run.refresh_from_db()
        assert run.status == "skipped"
        assert ana.tasks.get().category == "recovery"


class TestProposal:
    @pytest.fixture
    def made(self, ana):
        """Four good weeks."""
        for run in in_order(ana):
            if run.scheduled_on < date(2026, 3, 30):
                run.refresh_from_db()
                demanding = run.is_hard or run.run_type == "long"
                tell(run, difficulty=6 if demanding else 4)
        return ana.adjustments.get(rule="progress")

    def test_it_changes_nothing_until_the_runner_says_yes(self, ana, made):
        assert made.is_waiting
        for change in made.changes:
            assert ScheduledRun.objects.get(pk=change["run_id"]).snapshot() == change["before"]
        assert ana.notices.open().filter(kind=Notice.Kind.PROPOSAL).count() == 1

    def test_accepted_twice_it_is_made_once(self, ana, made):
        later = made.created_at + timedelta(hours=1)
        for _ in range(2):
            made = coaching.accept(made, now=later)
        assert made.accepted_at == later
        assert made.changes
        for change in made.changes:
            assert ScheduledRun.objects.get(pk=change["run_id"]).snapshot() == change["after"]
        coaching.undo(made, now=later)
        for change in made.changes:
            assert ScheduledRun.objects.get(pk=change["run_id"]).snapshot() == change["before"]

    def test_not_now_is_heard_and_not_asked_again(self, ana, made):
        coaching.decline(made, now=made.created_at + timedelta(hours=1))
        made.refresh_from_db()
        assert not made.is_waiting
        assert not ana.notices.open().filter(kind=Notice.Kind.PROPOSAL).exists()
        with pytest.raises(coaching.Refused, match="no longer open"):
            coaching.accept(made, now=made.created_at + timedelta(hours=2))
        following = ana.runs.pending().first()
        assert tell(following, difficulty=4).adjustments == []

    def test_it_lapses_when_its_week_has_come(self, ana, made):
        first = min(date.fromisoformat(change["before"]["date"]) for change in made.changes)
        for run in ana.runs.pending().filter(scheduled_on__lte=first):
            tell(run)
        made.refresh_from_db()
        assert made.has_lapsed


class TestPauses:
    def test_runs_of_its_days_are_rest_and_the_first_week_back_is_gentle(self, ana, now):
        planned = {run.pk: (run.distance, run.run_type) for run in ana.runs.all()}
        coaching.pause(ana, kind="holiday", starts_on=date(2026, 3, 9), ends_on=date(2026, 3, 22), now=now)
        away = ana.runs.between(date(2026, 3, 9), date(2026, 3, 22))
        assert {run.status for run in away} == {"rest"}
        back = ana.runs.between(date(2026, 3, 23), date(2026, 3, 29))
        km = sum(run.distance for run in back)
        assert 0.5 <= km / sum(planned[run.pk][0] for run in back) <= 0.8
        assert not any(run.is_hard for run in back)
        assert ana.runs.get(run_type="race").distance == 10

    def test_no_calls_come_in_a_pause(self, ana, now):
        coaching.pause(ana, kind="illness", starts_on=date(2026, 3, 2), ends_on=None, now=now)
        assert not ana.calls.filter(status=Call.Status.PLANNED).exists()

    def test_an_open_one_rests_each_day_as_it_passes(self, ana, clock, now):
        first = in_order(ana)[0]
        tell(first)
        coaching.pause(ana, kind="illness", starts_on=date(2026, 3, 4), ends_on=None, now=after(first))
        clock.move_to(now + timedelta(days=12))
        jobs.miss_passed()
        assert not ana.runs.filter(status="missed").exists()
        assert ana.runs.filter(status="rest").count() >= 4
        assert ana.goals.get().current_streak == 1
        coaching.resume(ana.pauses.get(), now=timezone.now())
        assert ana.adjustments.get(rule="return").pause.ends_on == ana.today(timezone.now()) - timedelta(days=1)

    def test_back_early_puts_back_what_was_put_off(self, ana, now):
        before = {run.pk: run.snapshot() for run in ana.runs.pending()}
        row = coaching.pause(ana, kind="holiday", starts_on=date(2026, 3, 9), ends_on=date(2026, 3, 22), now=now)
        coaching.resume(row, now=now + timedelta(hours=1))
        assert {run.pk: run.snapshot() for run in ana.runs.pending()} == before
        assert not ana.pauses.exists()

    def test_told_late_what_was_missed_was_rest(self, ana, now):
        for run in in_order(ana)[:2]:
            coaching.miss(run, now=run.scheduled_date_time + timedelta(days=1))
        coaching.pause(
            ana, kind="illness", starts_on=date(2026, 3, 2), ends_on=date(2026, 3, 8), now=now + timedelta(days=7)
        )
        assert not ana.runs.filter(status="missed").exists()

    def test_asked_twice_it_is_one(self, ana, now):
        days = {"kind": "holiday", "starts_on": date(2026, 3, 9), "ends_on": date(2026, 3, 22), "now": now}
        assert coaching.pause(ana, **days) == coaching.pause(ana, **days)
        assert ana.adjustments.filter(rule="return").count() == 1

    @pytest.mark.parametrize(
        ("starts_on", "ends_on"),
        [
            (date(2026, 3, 9), date(2026, 3, 8)),
            (date(2026, 1, 1), None),
            (date(9999, 12, 31), None),
            (date(2026, 3, 9), date(9999, 12, 31)),
            (date(2026, 3, 20), date(2026, 3, 30)),
        ],
    )
    def test_impossible_days_are_refused(self, ana, now, starts_on, ends_on):
        coaching.pause(ana, kind="holiday", starts_on=date(2026, 3, 9), ends_on=date(2026, 3, 22), now=now)
        with pytest.raises(coaching.Refused):
            coaching.pause(ana, kind="illness", starts_on=starts_on, ends_on=ends_on, now=now)

    def test_a_race_that_comes_too_near_is_said_once(self, ana, now):
        coaching.pause(ana, kind="injury", starts_on=date(2026, 3, 3), ends_on=date(2026, 5, 3), now=now)
        notices = ana.notices.filter(kind=Notice.Kind.GOAL)
        assert notices.count() == (1 if ana.goals.get().verdict == "unsafe" else 0)


class TestWishes:
    def test_a_run_made_shorter_can_be_undone(self, ana, now):
        run = in_order(ana)[2]
        made = coaching.shorten(run, distance_km=run.distance - 2, now=now)
        was = run.distance
        run.refresh_from_db()
        assert run.distance == pytest.approx(was - 2)
        assert sum(step["distance_km"] for step in run.steps) == pytest.approx(run.distance)
        coaching.undo(made, now=now)
        run.refresh_from_db()
        assert run.distance == was

    @pytest.mark.parametrize("km", [50, 0.5])
    def test_it_is_made_neither_longer_nor_nothing(self, ana, now, km):
        with pytest.raises(coaching.Refused):
            coaching.shorten(in_order(ana)[2], distance_km=km, now=now)

    def test_an_easier_week_is_a_fifth_shorter_and_easy(self, ana, now):
        before = week_km(ana, date(2026, 3, 16))
        coaching.ease_week(ana, monday=date(2026, 3, 18), now=now)
        assert week_km(ana, date(2026, 3, 16)) == pytest.approx(0.8 * before, rel=0.03)
        week = ana.runs.between(date(2026, 3, 16), date(2026, 3, 22))
        assert not any(run.is_hard for run in week)

    def test_the_same_week_again_is_never_more(self, ana, now):
        before = {run.pk: run.distance for run in ana.runs.all()}
        this = week_km(ana, date(2026, 3, 2))
        made = coaching.repeat_week(ana, now=now)
        assert week_km(ana, date(2026, 3, 9)) <= this + 0.1
        assert all(run.distance <= before[run.pk] for run in ana.runs.all())
        assert made.made_by == ScheduleAdjustment.MadeBy.RUNNER
        with pytest.raises(coaching.Refused, match="no harder"):
            coaching.repeat_week(ana, now=now)

    def test_two_runs_change_places_and_back(self, ana, now):
        one, two, *_ = in_order(ana)
        days = (one.scheduled_on, two.scheduled_on)
        made = coaching.swap(one, two, now=now)
        for run in (one, two):
            run.refresh_from_db()
        assert (two.scheduled_on, one.scheduled_on) == days
        coaching.undo(made, now=now)
        for run in (one, two):
            run.refresh_from_db()
        assert (one.scheduled_on, two.scheduled_on) == days

    def test_the_long_run_leaves_its_day_only_when_asked(self, ana, now):
        one, _, long, *_ = in_order(ana)
        assert long.run_type == "long"
        with pytest.raises(coaching.NeedsConsent, match="long run"):
            coaching.swap(one, long, now=now)

    def test_somebody_elses_run_is_not_swapped(self, ana, ben, now):
        with pytest.raises(coaching.Refused):
            coaching.swap(in_order(ana)[0], in_order(ben)[0], now=now)

    def test_a_run_off_the_plan_counts_and_owes_nothing(self, ana, now):
        told = Feedback(difficulty=4, distance_km=9.0, duration_min=55)
        came = coaching.add_run(ana, on=date(2026, 3, 2), feedback=told, run_type="easy", now=now + timedelta(hours=12))
        again = coaching.add_run(
            ana, on=date(2026, 3, 2), feedback=told, run_type="easy", now=now + timedelta(hours=12)
        )
        assert (came.is_new, again.is_new) == (True, False)
        goal = ana.goals.get()
        assert (goal.total_runs_completed, goal.total_distance_run) == (1, 9.0)
        assert goal.current_streak == 0
        assert goal.milestones.filter(title="Longest run yet").exclude(completed_date=None).exists()

    @pytest.mark.parametrize("on", [date(2026, 3, 3), date(2026, 2, 1)])
    def test_it_was_run_lately_and_not_tomorrow(self, ana, now, on):
        told = Feedback(difficulty=4, distance_km=9.0)
        with pytest.raises(coaching.Refused):
            coaching.add_run(ana, on=on, feedback=told, run_type="easy", now=now)

    def test_too_much_off_the_plan_is_answered_for(self, ana, now):
        """A second long run in the week: the planned ones give way."""
        before = week_km(ana, date(2026, 3, 2))
        told = Feedback(difficulty=4, distance_km=15.0)
        coaching.add_run(ana, on=date(2026, 3, 2), feedback=told, run_type="long", now=now + timedelta(hours=12))
        assert week_km(ana, date(2026, 3, 2)) < before + 15.0
        made = ana.adjustments.get(rule="return")
        assert made.is_limit
        with pytest.raises(coaching.Refused, match="limit"):
            coaching.undo(made, now=now + timedelta(hours=13))


def test_a_lower_rule_waits_for_the_week_after_a_higher_one(ana, now):
    first, second, *_ = in_order(ana)
    tell(first, pain=True, pain_location="knee")
    second = ana.runs.pending().first()
    coaching.skip(second, reason="It rained", now=after(first) + timedelta(hours=3))
    assert not ana.adjustments.filter(rule="obstacle").exists()
    assert CoachTask.objects.filter(user=ana, category="gear").exists()


def test_what_the_rules_say_is_said_once(ana):
    first, second, *_ = in_order(ana)
    tell(first, difficulty=9)
    tell(second, difficulty=9)
    count = ana.adjustments.count()
    coaching.complete(first, now=after(second))
    planning.refresh(ana, now=after(second))
    assert ana.adjustments.count() == count
