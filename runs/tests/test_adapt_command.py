"""`manage.py adapt`: a plan and what happened in, adjustments and the plan after out."""

import copy
import io
import json

import pytest
from django.core.management import call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from config.json_command import BadInput
from runs.tests.test_commands import ASKED, run
from runs.training import adapt_contract, contract, fields

PROFILE = {name: value for name, value in ASKED.items() if name not in ("today", "goal")}
PLAN = contract.answer(contract.request(ASKED))


def case(today="2026-03-02", **more):
    runs = [{**one, "status": "scheduled"} for week in PLAN["weeks"] for one in week["runs"]]
    return {"today": today, "goal": ASKED["goal"], "profile": PROFILE, "runs": copy.deepcopy(runs), **more}


def told(run_id, on, difficulty, **more):
    return {"run_id": run_id, "completed_on": on, "difficulty": difficulty, **more}


def adapted(tmp_path, data, *flags):
    path = tmp_path / "case.json"
    path.write_text(data if isinstance(data, str) else json.dumps(data))
    out = io.StringIO()
    call_command("adapt", str(path), *flags, stdout=out)
    return out.getvalue()


NINES = [told("w1r1", "2026-03-03", 9), told("w1r2", "2026-03-05", 9)]


def test_nothing_happened_and_nothing_changes(tmp_path):
    answer = json.loads(adapted(tmp_path, case()))
    assert answer["adjustments"] == []
    assert [one["id"] for one in answer["runs"]] == [one["id"] for one in case()["runs"]]
    assert (answer["suspended"], answer["feasibility"]["verdict"]) == (False, "ok")


def test_two_nines_come_out_as_the_documents_say(tmp_path):
    answer = json.loads(adapted(tmp_path, case("2026-03-05", sessions=NINES)))
    (made,) = answer["adjustments"]
    assert set(made) >= {"rule", "reason", "evidence", "needs_confirmation", "changes", "tasks", "call"}
    assert (made["rule"], made["evidence"], made["call"]) == ("too_hard", ["w1r1", "w1r2"], None)
    after = {one["id"]: one for one in answer["runs"]}
    for change in made["changes"]:
        assert change["after"] == after[change["run_id"]]
        assert change["after"]["distance_km"] < change["before"]["distance_km"]


def test_its_own_answer_gives_nothing_more(tmp_path):
    asked = case("2026-03-05", sessions=NINES)
    answer = json.loads(adapted(tmp_path, asked))
    again = json.loads(adapted(tmp_path, {**asked, "runs": answer["runs"], "adjustments": answer["adjustments"]}))
    assert (again["adjustments"], again["runs"]) == ([], answer["runs"])


def test_an_adjustment_that_names_no_day_is_heeded_all_the_same(tmp_path):
    asked = case("2026-03-05", sessions=NINES)
    answer = json.loads(adapted(tmp_path, asked))
    bare = [{key: made[key] for key in ("rule", "reason", "evidence", "changes")} for made in answer["adjustments"]]
    again = json.loads(adapted(tmp_path, {**asked, "runs": answer["runs"], "adjustments": bare}))
    assert again["adjustments"] == []


def test_a_red_flag_suspends_until_it_is_cleared(tmp_path):
    asked = case("2026-03-03", sessions=[told("w1r1", "2026-03-03", 5, notes="my chest hurt")])
    answer = json.loads(adapted(tmp_path, asked))
    (made,) = answer["adjustments"]
    assert (made["rule"], answer["suspended"], made["tasks"][0]["due_on"]) == ("red_flag", True, "2026-03-03")
    still = json.loads(adapted(tmp_path, {**asked, "adjustments": [made]}))
    assert (still["adjustments"], still["suspended"]) == ([], True)
    cleared = json.loads(adapted(tmp_path, {**asked, "adjustments": [{**made, "cleared": True}]}))
    assert (cleared["adjustments"], cleared["suspended"]) == ([], False)


def test_a_corrected_rating_withdraws_what_has_not_begun(tmp_path):
    easy = [told("w1r1", "2026-03-03", 1), told("w1r2", "2026-03-05", 1)]
    asked = case("2026-03-05", sessions=easy)
    answer = json.loads(adapted(tmp_path, asked))
    assert [made["rule"] for made in answer["adjustments"]] == ["too_easy"]
    corrected = [easy[0], told("w1r2", "2026-03-05", 6)]
    back = json.loads(
        adapted(
            tmp_path,
            {**asked, "sessions": corrected, "runs": answer["runs"], "adjustments": answer["adjustments"]},
        )
    )
    assert back["withdrawn"] == [0]
    distances = {one["id"]: one["distance_km"] for one in back["runs"]}
    assert distances == {one["id"]: one["distance_km"] for one in asked["runs"]}


def test_only_the_least_of_a_run_need_be_named(tmp_path):
    runs = [{"id": "a", "date": "2026-03-05", "type": "easy", "distance_km": 5}]
    bare = {"weekly_frequency": 2, "fitness_level": "beginner"}
    answer = json.loads(adapted(tmp_path, {"today": "2026-03-02", "goal": {}, "profile": bare, "runs": runs}))
    assert answer["runs"][0]["duration_min"] > 0


@pytest.mark.parametrize("day", ["2026-06-21", "2026-06-28"])
def test_on_race_day_and_after_it_there_is_an_answer(tmp_path, day):
    assert json.loads(adapted(tmp_path, case(day)))["suspended"] is False


RUN = case()["runs"][0]
WRONG = [
    ({"today": None}, "today"),
    ({"today": "soon"}, "today"),
    ({"profile": None}, "profile"),
    ({"profile": {**PROFILE, "weekly_frequency": 9}}, "profile.weekly_frequency"),
    ({"profile": {**PROFILE, "today": "2026-03-02"}}, "profile.today"),
    ({"goal": None}, "goal"),
    ({"goal": {"race": "moon"}}, "goal.race"),
    ({"runs": {}}, "runs"),
    ({"runs": ["w1r1"]}, "runs[0]"),
    ({"runs": [{**RUN, "id": None}]}, "runs[0].id"),
    ({"runs": [{**RUN, "date": "2026-02-30"}]}, "runs[0].date"),
    ({"runs": [{**RUN, "time": "7"}]}, "runs[0].time"),
    ({"runs": [{**RUN, "type": "swim"}]}, "runs[0].type"),
    ({"runs": [{**RUN, "status": "lost"}]}, "runs[0].status"),
    ({"runs": [{**RUN, "distance_km": None}]}, "runs[0].distance_km"),
    ({"runs": [{**RUN, "distance_km": float("nan")}]}, "runs[0].distance_km"),
    ({"runs": [{**RUN, "distance_km": -1}]}, "runs[0].distance_km"),
    ({"runs": [{**RUN, "effort": [1]}]}, "runs[0].effort"),
    ({"runs": [{**RUN, "steps": "many"}]}, "runs[0].steps"),
    ({"runs": [{**RUN, "steps": [{}]}]}, "runs[0].steps[0].kind"),
    ({"runs": [{**RUN, "colour": "red"}]}, "runs[0].colour"),
    ({"runs": [RUN, {**RUN, "distance_km": 9}]}, "runs[1]"),
    ({"sessions": [told("w9r9", "2026-03-03", 5)]}, "sessions[0].run_id"),
    ({"sessions": [told("w1r1", None, 5)]}, "sessions[0].completed_on"),
    ({"sessions": [told("w1r1", "2026-03-03", 11)]}, "sessions[0].difficulty"),
    ({"sessions": [told("w1r1", "2026-03-03", 5, pain={"location": "soul"})]}, "sessions[0].pain.location"),
    ({"sessions": [told("w1r1", "2026-03-03", 5, pain={"severity": 12})]}, "sessions[0].pain.severity"),
    ({"sessions": [told("w1r1", "2026-03-03", 5, pain="knee")]}, "sessions[0].pain"),
    ({"sessions": [told("w1r1", "2026-03-03", 5), told("w1r1", "2026-03-03", 6)]}, "sessions[1]"),
    ({"skips": [{"run_id": "w9r9", "reason": "rain"}]}, "skips[0].run_id"),
    ({"skips": [{"run_id": "w1r1", "reason": 5}]}, "skips[0].reason"),
    ({"pauses": [{"from": "2026-03-09", "to": "2026-03-02"}]}, "pauses[0].to"),
    ({"pauses": [{"from": "2026-03-09", "to": None, "kind": "war"}]}, "pauses[0].kind"),
    ({"adjustments": [{"rule": "mood"}]}, "adjustments[0].rule"),
    ({"adjustments": [{"rule": "pain", "evidence": "w1r1"}]}, "adjustments[0].evidence"),
    ({"adjustments": [{"rule": "pain", "changes": 5}]}, "adjustments[0].changes"),
    ({"weeks": [{"starts_on": "x"}]}, "weeks[0].starts_on"),
    ({"mood": 1}, "mood"),
]


@pytest.mark.parametrize(("changes", "field"), WRONG, ids=[field for _, field in WRONG])
def test_what_is_wrong_is_named_in_one_line(tmp_path, changes, field):
    with pytest.raises(BadInput) as caught:
        adapted(tmp_path, {**case(), **changes})
    assert str(caught.value).startswith(f"{field}: ")
    assert "\n" not in str(caught.value)
    assert caught.value.returncode == 2


def test_many_are_answered_line_by_line(tmp_path):
    lines = [{**case(), "id": "a"}, {"id": "b"}, {**case("2026-03-05", sessions=NINES), "id": 3}]
    answers = [
        json.loads(line) for line in adapted(tmp_path, "\n".join(map(json.dumps, lines)), "--jsonl").splitlines()
    ]
    assert [answer["id"] for answer in answers] == ["a", "b", 3]
    assert ["error" in answer for answer in answers] == [False, True, False]


def test_in_a_shell_without_a_database_it_reads_standard_input():
    done = run("adapt", stdin=json.dumps(case("2026-03-05", sessions=NINES)))
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["adjustments"][0]["rule"] == "too_hard"


def test_in_a_shell_bad_input_is_one_line_and_status_2():
    done = run("adapt", stdin='{"today": 5}')
    assert (done.returncode, done.stdout, len(done.stderr.strip().splitlines())) == (2, "", 1)


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("2026-03-03"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=400)
@given(
    st.sampled_from(["goal", "profile", "runs", "sessions", "skips", "pauses", "adjustments", "weeks"]), JUNK, st.data()
)
def test_no_junk_makes_a_traceback(name, junk, data):
    asked = case("2026-03-05", sessions=NINES)
    asked["adjustments"] = [{"rule": "pain", "evidence": ["w1r1"], "changes": [], "pause": {"from": "2026-03-01"}}]
    asked |= {"skips": [{"run_id": "w1r3", "reason": "rain"}], "pauses": [{"from": "2026-03-09", "to": None}]}
    asked["weeks"] = PLAN["weeks"][:2]
    if isinstance(asked.get(name), list) and asked[name] and data.draw(st.booleans()):
        row = dict(asked[name][0])
        row[data.draw(st.sampled_from(sorted(row)))] = junk
        asked[name] = [row, *asked[name][1:]]
    else:
        asked[name] = junk
    try:
        adapt_contract.answer(asked)
    except fields.Invalid:
        return
