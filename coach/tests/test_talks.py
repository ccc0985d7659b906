"""What was agreed in a conversation, done by the desk: once, and only what still can be."""

from datetime import date, timedelta

import pytest

from calls import facts, talking
from calls.models import ConversationSession
from coach import coaching
from coach.records import Feedback
from runs.models import ScheduledRun
from runs.tests.events import in_order

pytestmark = pytest.mark.django_db


def talk(user, kind, *answers, now, run=None):
    """A whole conversation, typed."""
    session = coaching.open_talk(user, kind, channel="browser", run=run, now=now)
    for words in answers:
        session = coaching.converse(session, words, turn=session.state["turn"], now=now)
    return session


def texts(session):
    return [line["text"] for line in session.agreed]


def test_a_move_agreed_before_a_run_is_made(ana, now):
    run = in_order(ana)[0]
    session = talk(ana, "pre_run", "can we do it on Friday instead", "yes", now=now, run=run)
    run.refresh_from_db()
    assert (run.scheduled_on, run.status) == (date(2026, 3, 6), "rescheduled")
    assert session.ended_at
    assert any("Friday" in text for text in texts(session))
    assert session.agreed[0]["id"] == str(run.pk)
    call = ana.calls.filter(run=run, status="planned").get()
    assert ana.local(call.due_at).date() == date(2026, 3, 6)


def test_nothing_is_changed_before_the_talk_is_over(ana, now):
    session = talk(ana, "motivation", "can we move my next run to Friday", "yes", now=now)
    assert in_order(ana)[0].status == "scheduled"
    coaching.converse(session, "bye", turn=session.state["turn"], now=now)
    assert in_order(ana)[0].scheduled_on == date(2026, 3, 6) or ana.runs.filter(status="rescheduled").exists()


def test_hanging_up_keeps_what_was_agreed_until_then(ana, now):
    session = talk(ana, "motivation", "can we move my next run to Friday", "yes", now=now)
    coaching.hang_up(session, now=now)
    coaching.hang_up(session, now=now)
    assert ana.runs.filter(status="rescheduled").count() == 1


def test_let_go_with_the_reason_that_was_given(ana, now):
    run = in_order(ana)[0]
    talk(ana, "pre_run", "no", "I have no rain jacket", "let it go", "yes", now=now, run=run)
    run.refresh_from_db()
    assert run.status in ("skipped", "rescheduled")
    assert ana.tasks.filter(title="Buy a waterproof running jacket").count() == 1


def test_a_day_taken_meanwhile_is_told_and_nothing_breaks(ana, now):
    run, other = in_order(ana)[:2]
    session = talk(ana, "motivation", "can we move my next run to Friday", "yes", now=now)
    coaching.move(other, on=date(2026, 3, 6), at=other.start_time, now=now, accepting=True)
    session = coaching.converse(session, "bye", turn=session.state["turn"], now=now)
    run.refresh_from_db()
    assert run.scheduled_on != date(2026, 3, 6)
    assert any(text.startswith("Not possible after all") for text in texts(session))
    assert ana.notices.filter(kind="agreed").count() == 1


@pytest.mark.parametrize(
    ("kind", "answers", "came_of_it"),
    [
        ("weekly_planning", ("make the week easier", "yes", "no"), "easier_week"),
        ("weekly_planning", ("I can do 3 runs a week now", "yes", "no"), "3 runs a week"),
        ("weekly_planning", ("no", "mondays don't work any more", "yes", "no"), "no mondays"),
        ("intervention", ("work", "yes", "a pause", "a week", "yes"), "holiday until 2026-03-08"),
        ("motivation", ("I have the flu", "a week", "yes", "bye"), "illness until 2026-03-08"),
        ("motivation", ("can I make my next run shorter, 1.5 k", "yes", "bye"), "shorten"),
    ],
)
def test_each_act_is_the_desks_own(ana, now, kind, answers, came_of_it):
    session = talk(ana, kind, *answers, now=now)
    assert session.ended_at
    goal = ana.goals.get()
    came = {row.rule for row in ana.adjustments.all()} | {f"{goal.weekly_frequency} runs a week"}
    came |= {f"{pause.kind} until {pause.ends_on}" for pause in ana.pauses.all()}
    came |= {"no mondays"} if "mon" not in goal.available_days else set()
    assert came_of_it in came, texts(session)


def test_a_post_run_talk_fills_the_session_as_the_form_does(ana, ben, now):
    later = now + timedelta(days=1, hours=3)
    mine, his = in_order(ana)[0], in_order(ben)[0]
    for run in (mine, his):
        coaching.complete(run, now=later)
    answers = ("hard, I did 4 k in 30 minutes", "8", "yes, my left knee", "3", "low", "yes", "no")
    talk(ana, "post_run", *answers, now=later, run=ScheduledRun.objects.get(pk=mine.pk))
    form = Feedback(
        difficulty=8, pain=True, pain_location="knee", pain_side="left", pain_severity=3, energy="low",
        distance_km=4.0, duration_min=30, notes="hard, I did 4 k in 30 minutes",
    )  # fmt: skip
    coaching.check_in(his, form, now=later)
    told = [
        {
            name: getattr(user.sessions.get(), name)
            for name in (
                "difficulty_rating", "pain_reported", "pain_location", "pain_side", "pain_severity", "energy_level",
                "actual_distance", "duration", "notes",
            )
        }
        for user in (ana, ben)
    ]  # fmt: skip
    assert told[0] == told[1]
    assert [row.rule for row in ana.adjustments.all()] == [row.rule for row in ben.adjustments.all()]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("ok, but the zip went on my jacket", "Get the kit for your runs ready"),
        ("grand until that burger came back up", "Plan a snack before your next run"),
    ],
)
def test_what_got_in_the_way_is_a_task(ana, now, words, title):
    run, later = in_order(ana)[0], now + timedelta(days=1, hours=3)
    coaching.complete(run, now=later)
    told = (words, "5", "no", "good", "yes")
    session = talk(ana, "post_run", *told, now=later, run=ScheduledRun.objects.get(pk=run.pk))
    # What made it harder was told and is not asked.
    assert session.ended_at
    assert [task.title for task in ana.tasks.all()] == [title]


def test_a_red_flag_in_the_middle_moves_nothing_about(ana, now):
    session = talk(ana, "motivation", "can we move my next run to Friday", "yes", "I have chest pain", now=now)
    ana.refresh_from_db()
    assert ana.suspended_at
    assert not ana.runs.filter(status="rescheduled").exists()
    assert session.agreed[-1]["to"] == "safety"


def test_stop_calling_ends_all_calls_at_once(ana, now):
    talk(ana, "motivation", "please stop calling me", now=now)
    ana.refresh_from_db()
    assert not ana.wants_calls
    assert not ana.calls.filter(status="planned").exists()


def test_the_next_conversation_remembers(ana, now):
    run = in_order(ana)[0]
    after = now + timedelta(days=1, hours=3)
    told = Feedback(difficulty=7, pain=True, pain_location="shin", pain_side="left", pain_severity=4, notes="no jacket")
    coaching.check_in(run, told, now=after)
    known = facts.gather(ana, "pre_run", in_order(ana)[1], now=after + timedelta(hours=4))
    assert known["hurt"] == "left shin"
    assert "7 of 10" in known["last"]
    assert known["change"]
    assert known["tasks"]
    session = talk(ana, "motivation", now=after + timedelta(hours=4))
    assert "7 of 10" in session.state["says"]
    assert "left shin" in session.state["says"]


def test_a_task_asked_about_is_not_asked_again_today(ana, now):
    talk(ana, "motivation", "I have no rain jacket", "bye", now=now)
    (task,) = ana.tasks.all()
    later = now + timedelta(hours=5)
    session = talk(ana, "motivation", "bye", "not yet", "leave it", now=later)
    task.refresh_from_db()
    assert (session.ended_at, task.asked_at, task.is_open) == (later, later, True)
    assert facts.gather(ana, "motivation", None, now=later + timedelta(hours=1))["tasks"] == []
    again = talk(ana, "motivation", "bye", "yes", now=later + timedelta(days=1))
    task.refresh_from_db()
    assert (task.is_open, texts(again)[0].count(task.title)) == (False, 1)


def test_an_unknown_kind_of_row_is_no_agreement_of_anothers(ana, ben, now):
    session = talk(ana, "motivation", "can we move my next run to Friday", "yes", now=now)
    his = in_order(ben)[0]
    session.state["answers"]["acts"][0]["run"] = str(his.pk)
    session.save(update_fields=["state"])
    coaching.hang_up(session, now=now)
    his.refresh_from_db()
    assert his.status == "scheduled"


def test_a_talk_left_for_hours_is_concluded_and_a_new_one_begins(ana, now):
    left = talk(ana, "motivation", "my left achilles aches", now=now)
    later = now + timedelta(hours=8)
    new = coaching.open_talk(ana, "motivation", channel="browser", now=later)
    left.refresh_from_db()
    assert left.concluded_at == later
    assert new.pk != left.pk
    assert ana.tasks.exists()


def test_the_clock_closes_talks_that_were_left(ana, now):
    left = talk(ana, "motivation", "hello there", now=now)
    coaching.close_left(now=now + timedelta(minutes=20))
    left.refresh_from_db()
    assert left.ended_at is None
    coaching.close_left(now=now + timedelta(minutes=40))
    left.refresh_from_db()
    assert left.ended_at


def test_a_transcript_deleted_leaves_nothing_said(ana, now):
    session = talk(ana, "motivation", "my secret is a sore toe", "3", "bye", now=now)
    coaching.delete_transcript(session, now=now)
    session.refresh_from_db()
    assert session.transcript_deleted_at == now
    assert "secret" not in str(session.state)
    assert not session.turns.exists()
    assert session.agreed


def test_an_open_talk_keeps_its_transcript(ana, now):
    session = talk(ana, "motivation", "hello", now=now)
    with pytest.raises(coaching.Refused):
        coaching.delete_transcript(session, now=now)


def test_sentiment_and_topics_are_kept(ana, now):
    session = talk(ana, "motivation", "my left knee hurts and I feel awful", "3", "bye", now=now)
    session.refresh_from_db()
    assert session.key_topics
    assert session.sentiment == "negative"


@pytest.mark.parametrize("kind", ConversationSession.Type.values)
def test_every_kind_opens_for_everybody(ana, now, kind):
    run = in_order(ana)[0] if kind in ("pre_run", "post_run") else None
    says = talk(ana, kind, now=now, run=run).state["says"]
    assert "Ana" in says
    assert "AI" in says


def test_who_has_no_goal_can_talk_too(db, now, django_user_model):
    user = django_user_model.objects.create_user("new@example.com", "correct horse", name="New")
    user.refresh_from_db()
    assert talking.begin(user, "motivation", channel="api", now=now).state["says"]
