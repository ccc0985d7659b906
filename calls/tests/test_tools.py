"""What the agent asks the desk for during a talk."""

import json
from datetime import timedelta

import pytest
from django.test import Client

from calls import talking
from calls.agent import tools
from calls.models import AgentToolCall, ConversationSession
from calls.tools import entrance, verbs
from coach import coaching
from runs import scheduling
from runs.models import ScheduledRun

KEY = "the key of now"


@pytest.fixture(autouse=True)
def _now(clock):
    """The wall clock stands still."""


@pytest.fixture
def session(ana, now, eleven):
    session = talking.begin(ana, "pre_run", channel="phone", run=ana.runs.first(), now=now)
    session.give_to_agent("conv_1", now=now)
    return session


@pytest.fixture
def ask(session):
    def post(name, *, key=KEY, reference=None, wrapped=False, raw=None, **given):
        body = {"call_ref": session.reference if reference is None else reference, **given}
        if wrapped:
            body = {"tool_call_id": "t1", "tool_name": name, "conversation_id": "conv_1", "parameters": body}
        return Client().post(
            f"/api/agent/tools/{name}",
            json.dumps(body) if raw is None else raw,
            content_type="application/json",
            headers={"X-Tool-Key": key} if key else {},
        )

    return post


def free_day(run, now):
    """A day that the run may go to without a but."""
    return next(slot.on for slot in scheduling.free_slots(run, now=now) if not slot.warnings)


def taken_day(run):
    """A day that it may not go to."""
    return run.user.runs.pending().exclude(pk=run.pk).first().scheduled_on


@pytest.mark.parametrize("name", [*tools.BY_NAME, "rm_rf"])
@pytest.mark.parametrize("key", [None, "", "wrong", "the key of now ", "\xe9\xff"])
def test_without_the_key_nothing_is_looked_up(ask, name, key, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert ask(name, key=key).status_code == 401


def test_without_keys_of_ours_nobody_gets_in(settings, ask):
    settings.ELEVENLABS_TOOL_KEYS = []
    assert ask("get_next_run", key="").status_code == 401


def test_the_key_before_is_good_while_it_is_being_replaced(ask):
    assert ask("get_next_run", key="the key before").status_code == 200


@pytest.mark.parametrize("reference", ["", "unknown", 5, None, ["x"], "a\0b"])
def test_a_foreign_reference_leads_nowhere(session, reference, eleven):
    answer = Client().post(
        "/api/agent/tools/stop_calling",
        json.dumps({"call_ref": reference}),
        content_type="application/json",
        headers={"X-Tool-Key": KEY},
    )
    assert (answer.status_code, answer.json()["ok"]) == (404, False)


def test_a_talk_that_the_agent_never_got_is_none_of_its_business(ask, session):
    ConversationSession.objects.update(agent_called_at=None)
    assert ask("get_next_run").status_code == 404


@pytest.mark.parametrize(
    ("ended_min_ago", "given_min_ago", "is_good"),
    [(None, 0, True), (4, 10, True), (6, 10, False), (None, 119, True), (None, 121, False)],
)
def test_a_reference_is_good_while_the_talk_goes_on(ask, now, ended_min_ago, given_min_ago, is_good):
    ended = None if ended_min_ago is None else now - timedelta(minutes=ended_min_ago)
    given = now - timedelta(minutes=given_min_ago)
    ConversationSession.objects.update(ended_at=ended, agent_called_at=given)
    assert ask("get_next_run").status_code == (200 if is_good else 404)


@pytest.mark.parametrize("raw", ["", "{", "[]", "5", b"\xff", b"{" + b" " * entrance.LARGEST + b"}"])
def test_a_body_that_is_no_object_is_refused(ask, raw):
    assert ask("get_next_run", raw=raw).status_code == 400


def test_an_unknown_tool_or_a_get_leads_nowhere(ask, session):
    assert ask("rm_rf").status_code == 404
    assert Client().get("/api/agent/tools/get_next_run", headers={"X-Tool-Key": KEY}).status_code == 405


def test_there_is_a_verb_behind_every_tool_and_a_tool_for_every_verb():
    assert set(tools.BY_NAME) == {*verbs.LOOKS, *verbs.ACTS}


@pytest.mark.parametrize("wrapped", [False, True])
def test_the_next_run_is_told_in_words_and_in_the_runners_own_time(ask, session, wrapped):
    answer = ask("get_next_run", wrapped=wrapped).json()
    run = session.run
    assert answer["ok"]
    assert "tomorrow at 7:00" in answer["say"]
    assert (answer["run"]["date"], answer["run"]["time"]) == (run.scheduled_on.isoformat(), "07:00")


def test_a_run_moves_to_a_slot_that_was_found(ask, session, now):
    slots = ask("find_slots").json()["slots"]
    to = next(slot for slot in slots if not slot["warnings"])
    answer = ask("move_run", date=to["date"], time="18:30").json()
    assert answer["ok"]
    assert "18:30" in answer["say"]
    run = ScheduledRun.objects.get(pk=session.run_id)
    # 18:30 in Berlin.
    assert (run.scheduled_on.isoformat(), run.scheduled_date_time.hour) == (to["date"], 17)


def test_a_move_that_needs_a_yes_is_read_back_first(ask, session, now):
    ana = session.user
    ana.goals.update(available_days=["tue", "thu"])
    slot = next(slot for slot in scheduling.free_slots(session.run, now=now) if slot.warnings)
    answer = ask("move_run", date=slot.on.isoformat()).json()
    assert (answer["ok"], answer["needs_consent"]) == (False, True)
    assert answer["say"].endswith("Shall I do it all the same?")
    assert ScheduledRun.objects.get(pk=session.run_id).scheduled_on != slot.on
    assert ask("move_run", date=slot.on.isoformat(), accepting=True).json()["ok"]
    assert ScheduledRun.objects.get(pk=session.run_id).scheduled_on == slot.on


def test_a_refusal_is_a_sentence_to_say(ask, session, now):
    answer = ask("move_run", date=taken_day(session.run).isoformat())
    assert (answer.status_code, answer.json()["ok"]) == (200, False)
    assert answer.json()["say"].endswith(".")


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("move_run", {}), ("move_run", {"date": "next Friday"}), ("move_run", {"date": 5}),
        ("move_run", {"date": "2026-03-05", "time": "25:99"}), ("move_run", {"date": "2026-03-05", "run_date": "x"}),
        ("skip_run", {"run_date": "2031-01-01"}), ("log_check_in", {}), ("log_check_in", {"difficulty": 99}),
        ("log_check_in", {"difficulty": "7"}), ("log_check_in", {"difficulty": 1e999}),
        ("log_check_in", {"difficulty": True}), ("create_task", {}), ("create_task", {"words": ["x"]}),
        ("complete_task", {}), ("complete_task", {"task": "the moon"}),
    ],
)  # fmt: skip
def test_what_is_unclear_is_asked_about_and_changes_nothing(ask, name, given):
    answer = ask(name, **given)
    assert (answer.status_code, answer.json()["ok"]) == (200, False)
    assert answer.json()["say"]
    assert not AgentToolCall.objects.exists()


def test_the_same_asked_again_gets_the_same_answer_and_is_done_once(ask, session, now):
    day = free_day(session.run, now).isoformat()
    first, second = ask("move_run", date=day), ask("move_run", date=day, wrapped=True)
    assert first.content == second.content
    assert AgentToolCall.objects.count() == 1
    ask("create_task", words="I have no rain jacket")
    ask("create_task", words="I have no rain jacket")
    # Told once, it does not become more urgent.
    assert session.user.tasks.get(created_during_conversation=session).priority != "high"


def test_there_and_back_and_there_is_done_three_times(ask, session, now):
    home, day = session.run.scheduled_on.isoformat(), free_day(session.run, now).isoformat()
    for to in (day, home, day):
        assert ask("move_run", date=to).json()["ok"]
    assert ScheduledRun.objects.get(pk=session.run_id).scheduled_on.isoformat() == day


def test_a_run_is_let_go_with_its_reason(ask, session):
    assert ask("skip_run", reason="My shoes fell apart").json()["ok"]
    run = ScheduledRun.objects.get(pk=session.run_id)
    assert run.skip_reason == "My shoes fell apart"


def test_who_lets_a_run_go_hears_where_it_went(ask, session, now):
    on = session.run.scheduled_on
    answer = ask("skip_run", reason="It rained and I got soaked").json()["say"]
    run = ScheduledRun.objects.get(pk=session.run_id)
    assert ("another day" in answer) == (run.scheduled_on != on)
    assert ("let go" in answer) == (run.status == "skipped")


def test_a_check_in_is_logged_once_and_the_rules_follow(ask, session, now):
    coaching.complete(session.run, now=now)
    ConversationSession.objects.update(conversation_type="post_run")
    answer = ask("log_check_in", difficulty=7, pain_location="knee", pain_side="left", pain_severity=5, energy="low")
    assert answer.json()["ok"]
    told = ScheduledRun.objects.get(pk=session.run_id).run_session
    assert (told.difficulty_rating, told.pain_reported, told.pain_location, told.source) == (7, True, "knee", "call")
    assert "already" in ask("log_check_in", difficulty=2).json()["say"]


def test_what_was_logged_is_not_logged_again_when_the_talk_is_over(ask, session, now):
    coaching.complete(session.run, now=now)
    ConversationSession.objects.update(conversation_type="post_run")
    ask("log_check_in", difficulty=7, pain=False)
    session.refresh_from_db()
    coaching.conclude_voice(session, [], {"difficulty": 3}, now)
    coaching.close_line(session, now=now)
    coaching.conclude_voice(session, [], {"difficulty": 3}, now)
    assert ScheduledRun.objects.get(pk=session.run_id).run_session.difficulty_rating == 7


def test_an_obstacle_becomes_a_task_and_another_wish_too(ask, session):
    assert "jacket" in ask("create_task", words="I got soaked, I have no rain jacket").json()["say"]
    assert ask("create_task", words="I want new music", title="Make a playlist").json()["ok"]
    assert session.user.tasks.filter(title="Make a playlist", created_by_coach=True).exists()


def test_a_task_is_ticked_off_by_a_part_of_its_title(ask, session):
    ask("create_task", words="x", title="Make a playlist")
    assert ask("complete_task", task="playlist").json()["ok"]
    assert session.user.tasks.get(title="Make a playlist").completed_at


def test_a_red_flag_stops_everything_and_says_what_to_do(ask, session):
    answer = ask("report_red_flag", words="my chest hurts").json()
    session.user.refresh_from_db()
    assert session.user.suspended_at
    assert session.user.flags.get(kind="red_flag").words == "my chest hurts"
    assert "medical help" in answer["say"]
    assert ask("move_run", date="2026-03-05").json()["ok"] is False


def test_a_runner_who_asks_is_not_called_any_more(ask, session):
    assert ask("stop_calling").json()["ok"]
    session.user.refresh_from_db()
    assert not session.user.wants_calls


def test_never_another_runners_row(ask, session, ben, now):
    theirs = ben.runs.first()
    session.user.runs.all().delete()
    ben.tasks.add_own(ben.goals.get(), title="Ben's task", now=now, category="gear")
    assert not ask("skip_run", run_date=theirs.scheduled_on.isoformat()).json()["ok"]
    assert not ask("complete_task", task="Ben's task").json()["ok"]
    assert "no run ahead" in ask("get_next_run").json()["say"]
    theirs.refresh_from_db()
    assert theirs.is_pending


def test_what_fails_is_said_kindly(ask, monkeypatch):
    monkeypatch.setitem(verbs.LOOKS, "get_next_run", lambda *_: 1 / 0)
    answer = ask("get_next_run")
    assert (answer.status_code, answer.json()) == (200, {"ok": False, "say": entrance.SORRY})


def test_what_the_agent_did_stands_under_what_we_agreed(ask, session, now):
    day = free_day(session.run, now)
    ask("move_run", date=day.isoformat())
    session.refresh_from_db()
    coaching.close_line(session, now=now)
    coaching.conclude_voice(session, [], {}, now)
    session.refresh_from_db()
    assert any("moved to" in line["text"] for line in session.agreed)


def test_a_task_made_during_the_talk_does_not_become_more_urgent_when_it_is_over(ask, session, now):
    words = "I have no rain jacket"
    ask("create_task", words=words)
    from calls.dialogue.reconciling import RUNNER, Turn

    coaching.conclude_voice(session, [Turn(RUNNER, words)], {}, now)
    assert session.user.tasks.get(created_during_conversation=session).priority != "high"
