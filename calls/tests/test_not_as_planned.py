"""Pain and refused days beside the answer that was waited for; pauses; what stands as agreed."""

from datetime import timedelta

import pytest

from calls.dialogue import conversation, requests
from calls.facts import gather
from calls.tests.talks import EASY, NOW, acts, days, lines_of, talk
from coach import coaching


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("left", "left achilles"),
        ("the right one", "right achilles"),
        ("it's on my left side", "left achilles"),
        ("right calf actually", "right calf"),
    ],
)
def test_a_side_told_while_rest_is_proposed_is_the_pains_and_the_proposal_stands(said, place):
    before = talk("pre_run", "my achilles hurts, severity 8")
    reply = conversation.take(before.state, said, now=NOW)
    assert reply.state["asking"] == "confirm"
    assert reply.says.split("\n")[-1] == before.says.split("\n")[-1]
    assert place in reply.says
    (act,) = acts(conversation.take(reply.state, "yes", now=NOW))
    assert act == {"act": "skip", "run": "easy", "reason": f"Pain: {place}"}


def test_a_yes_with_the_side_beside_it_is_a_yes():
    (act,) = acts(talk("pre_run", "my knee hurts, a 7", "yes, it's the left knee"))
    assert act["reason"] == "Pain: left knee"
    assert acts(talk("pre_run", "my knee hurts, a 7", "right")) != []


@pytest.mark.parametrize("said", ["nothing else", "that's all", "no, that's it thanks", "I'm done"])
@pytest.mark.parametrize(
    ("kind", "answers"),
    [
        ("pre_run", ["my achilles hurts, severity 8"]),
        ("pre_run", ["can we move it to friday"]),
        ("motivation", ["skip thursday's run"]),
        ("intervention", ["work", "yes", "fewer runs a week"]),
    ],
)
def test_that_is_all_is_neither_yes_nor_no_to_a_proposal(kind, answers, said):
    once = talk(kind, *answers, said)
    assert (once.over, once.state["asking"], acts(once)) == (False, "confirm", [])
    assert acts(conversation.take(once.state, said, now=NOW)) == []
    assert len(acts(conversation.take(once.state, "yes", now=NOW))) == 1


@pytest.mark.parametrize("seed", "abcdef")
def test_who_runs_on_a_bad_pain_is_not_told_how(seed):
    reply = talk("pre_run", "my achilles hurts, severity 8", "no, I want to run", seed=seed)
    assert (reply.over, acts(reply)) == (True, [])
    says = reply.says.lower()
    assert "run" in says
    assert "stop" in says
    assert "the run stays" in says
    assert "stop at once" in says or "the moment it hurts" in says
    assert not any(word in says for word in ("gently", "short", "easy", "enjoy", "walk first"))


@pytest.mark.parametrize("kind", ["motivation", "weekly_planning", "intervention", "celebration"])
def test_a_bad_pain_told_whole_in_passing_is_answered_with_rest(kind):
    reply = talk(kind, "my left achilles hurts, I'd say an 8")
    assert reply.state["asking"] == "confirm"
    assert "left achilles" in reply.says
    refused = conversation.take(reply.state, "no", now=NOW)
    assert acts(refused) == []
    assert "the run stays" in refused.says
    mild = talk(kind, "my left achilles hurts a little, 2 out of 10")
    assert "left achilles" in mild.says
    assert acts(mild) == []


def opener(line):
    return line.replace(",", ".").replace(":", ".").split(".")[0]


@pytest.mark.parametrize(
    ("kind", "answers"),
    [
        ("pre_run", ["no", "work", "leave it"]),
        ("pre_run", ["my achilles hurts, severity 8", "no"]),
        ("pre_run", ["can we move it to friday", "no"]),
        ("weekly_planning", ["no", "move thursday's run to friday", "no"]),
        ("weekly_planning", ["no", "move thursday's run to friday", "yes"]),
        ("motivation", ["skip thursday's run", "no"]),
        ("motivation", ["skip thursday's run", "yes", "bye"]),
        ("intervention", ["work", "yes", "fewer runs a week", "yes"]),
        ("intervention", ["work", "yes", "fewer runs a week", "no"]),
        ("post_run", ["hard", "8", "no", "low", "yes", "move my tempo run to friday", "yes"]),
    ],
)
def test_no_turn_begins_twice_with_the_same_word(kind, answers):
    for seed in map(str, range(24)):
        lines = [opener(line) for line in talk(kind, *answers, seed=seed).says.split("\n")]
        assert len(set(lines)) == len(lines), lines


FRIDAY = {
    **EASY, "id": "friday", "on": "2026-11-27", "at": "18:00", "whose": "Friday's 5 km easy run",
    "days": days(objections={3: "There is a run on that day already."}),
}  # fmt: skip
OF_FRIDAY = {"about": "friday", "runs": [FRIDAY], "when": "on Fri 27 November at 18:00"}


@pytest.mark.parametrize("seed", "abcdef")
def test_a_day_that_is_not_the_runs_is_no_refusal_of_the_run(seed):
    asked = talk("pre_run", "I can't today", seed=seed, **OF_FRIDAY)
    assert asked.state["asking"] == "opening"
    assert "Fri 27 November" in asked.says
    assert conversation.outcome(asked.state).will_run is None
    why = conversation.take(asked.state, "no", now=NOW)
    assert why.state["asking"] == "why_not"
    assert "today" not in why.says
    offered = conversation.take(why.state, "a meeting", now=NOW)
    assert offered.expect == "slot"
    assert not any("today" in label for label, _ in offered.choices)


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ("I can't tomorrow", ["tomorrow"]),
        ("I'm busy on Thursday and not free on Saturday", ["Thursday", "Saturday"]),
        ("anything but Saturday", ["Saturday"]),
        ("work is mad, not before Saturday", ["today", "tomorrow", "Thursday"]),
    ],
)
def test_a_day_that_was_refused_is_not_offered(said, refused):
    reply = talk("pre_run", "no", said, "not sure", **OF_FRIDAY)
    labels = " ".join(label for label, _ in reply.choices)
    assert labels
    assert not any(day in labels for day in refused)


@pytest.mark.parametrize(
    "said", ["I can't wait for friday", "my wife can't on friday", "I can't do 7 on friday", "friday is fine"]
)
def test_a_day_of_which_nothing_bad_was_said_is_not_refused(said):
    assert requests.refused(said, NOW) == set()


def test_who_can_not_on_a_day_without_a_run_is_told_so():
    reply = talk("motivation", "I can't today", about="", runs=[FRIDAY])
    assert "6 km tempo" in reply.says
    assert reply.state["asking"] == "opening"
    assert talk("motivation", "I can't today").expect == "slot"
    wished = talk("motivation", "I'm busy on wednesday, can we move thursday's run to friday")
    assert wished.state["asking"] == "confirm"
    # The runs known here end on Sunday.
    assert not set(talk("motivation", "I can't on monday").says.split("\n")) & lines_of("motivation", "no_run_then")


def test_where_and_how_bad_are_asked_before_rest_is_proposed():
    assert talk("motivation", "I have a pain somewhere", "knee").expect == "severity"
    assert talk("motivation", "I have a pain somewhere", "knee", "8").state["asking"] == "confirm"


@pytest.mark.parametrize("said", ["dunno", "I don't know", "no idea yet", "hard to say", "what do you think?"])
def test_who_does_not_know_for_how_long_is_offered_the_open_end_by_its_name(said):
    reply = talk("intervention", "work", "yes", "a pause", said)
    assert (reply.state["asking"], acts(reply)) == ("confirm", [])
    first, second = reply.says.split("\n")
    assert "open" in first
    assert "until you tell me you're back" in second
    (open_end,) = acts(conversation.take(reply.state, "yes", now=NOW))
    assert open_end["to"] is None
    for length, last in (("two weeks", "2026-12-07"), ("no, until monday", "2026-11-29"), ("ten days", "2026-12-03")):
        instead = conversation.take(reply.state, length, now=NOW)
        assert acts(instead) == []
        (ends,) = acts(conversation.take(instead.state, "yes", now=NOW))
        assert (ends["from"], ends["to"]) == ("2026-11-24", last)
    assert acts(conversation.take(reply.state, "no", now=NOW)) == []


def test_a_length_that_is_not_sure_is_one():
    (pause,) = acts(talk("intervention", "work", "yes", "a pause", "not sure, maybe two weeks", "yes"))
    assert pause["to"] == "2026-12-07"


def test_a_length_that_was_not_understood_is_asked_with_examples():
    reply = talk("intervention", "work", "yes", "a pause", "purple")
    assert (reply.state["asking"], acts(reply)) == ("until", [])
    assert "week" in reply.says


def test_no_time_is_an_obstacle_and_a_wish_is_none():
    assert conversation.outcome(talk("intervention", "no time").state).obstacles == ["no time"]
    assert conversation.outcome(talk("intervention", "fewer runs a week").state).obstacles == []
    assert conversation.outcome(talk("intervention", "no reason").state).obstacles == []


@pytest.mark.parametrize(
    ("kind", "answers"),
    [
        ("intervention", ["work was mad"]),
        ("pre_run", ["no", "my meeting runs late"]),
        ("post_run", ["hard", "7", "no", "low", "yes", "my shoes fell apart and can we move my tempo run to friday"]),
        ("motivation", ["my shoes are falling apart"]),
        ("weekly_planning", ["looks good", "I have no time on friday"]),
    ],
)
def test_that_something_goes_on_the_list_is_said(kind, answers):
    reply = talk(kind, *answers)
    assert conversation.outcome(reply.state).obstacles
    assert set(reply.says.split("\n")) & lines_of(kind, "on_list", "heard_obstacle")


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
class TestCutOff:
    """The line drops in the middle: only what was agreed by then stands under what was agreed."""

    @pytest.fixture
    def cut(self, ana, now):
        def after(kind, *answers, run=None):
            session = coaching.open_talk(ana, kind, channel="browser", run=run, now=now)
            for turn, said in enumerate(answers):
                session = coaching.converse(session, said, turn=turn, now=now)
            says = [turn.text for turn in session.turns.all() if turn.speaker == "coach"]
            coaching.hang_up(session, now=now)
            session.refresh_from_db()
            return [line["text"] for line in session.agreed], "\n".join(says)

        return after

    def test_a_no_whose_consequence_was_not_chosen_is_no_agreement(self, ana, cut):
        run = ana.runs.pending().first()
        assert cut("pre_run", "no", run=run)[0] == []
        assert cut("pre_run", "no", "not in the mood", run=run)[0] == []
        assert cut("pre_run", "yes", run=run)[0] == ["You are on for the run."]

    def test_nothing_told_is_nothing_agreed(self, cut):
        assert cut("intervention")[0] == []
        assert cut("intervention", "who is this?")[0] == []
        assert cut("intervention", "a pause")[0] == []
        assert cut("intervention", "a pause", "dunno")[0] == []

    def test_a_task_that_stands_there_was_spoken_of(self, cut):
        agreed, said = cut("intervention", "work got crazy", "yes")
        assert agreed == ["New task: Block the time for your next run."]
        assert set(said.split("\n")) & lines_of("intervention", "on_list")


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
class TestPaused:
    """A run that lies in a pause is not the next one."""

    @pytest.fixture
    def told(self, ana, now):
        def after(*, first=0, last=None, is_open=False):
            on = ana.today(now)
            ends_on = None if is_open else on + timedelta(days=last)
            starts_on = on + timedelta(days=first)
            coaching.pause(ana, kind="holiday", starts_on=starts_on, ends_on=ends_on, now=now, accepting=True)
            return gather(ana, "motivation", None, now=now)

        return after

    def test_with_an_open_end_there_is_none(self, told):
        known = told(is_open=True)
        assert known["next_run"] == "after your pause"
        assert "paused until you tell me you're back" in known["next_run_words"]
        assert known["week_next"].endswith("your runs are paused.")
        assert known["runs"] == []
        reply = conversation.begin("motivation", seed="a", facts=known)
        says = conversation.take(reply.state, "when is my next run?", now=NOW).says
        assert "paused" in says
        assert "at 7:00" not in says
        assert "paused" in conversation.take(reply.state, "can we move my next run", now=NOW).says

    def test_with_an_end_it_is_the_first_one_after_it(self, ana, now, told):
        known = told(last=9)
        end = (ana.today(now) + timedelta(days=9)).isoformat()
        assert known["next_run"].endswith(", after your pause")
        assert known["runs"]
        assert all(run["on"] > end for run in known["runs"])

    def test_before_a_pause_that_is_still_to_come_nothing_changes(self, ana, now):
        before = gather(ana, "motivation", None, now=now)["next_run_words"]
        first = ana.today(now) + timedelta(days=20)
        coaching.pause(ana, kind="holiday", starts_on=first, ends_on=None, now=now, accepting=True)
        assert gather(ana, "motivation", None, now=now)["next_run_words"] == before


def test_once_a_pause_is_agreed_the_runs_in_it_are_not_ahead():
    reply = talk("motivation", "I have the flu", "until saturday", "yes", "when is my next run?")
    assert "10 km long run" in reply.says
    assert "paused" in talk("motivation", "I have the flu", "no idea", "yes", "my next run").says
