import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from config.json_command import BadInput

ASKED = {
    "today": "2026-03-02",
    "goal": {"race": "half_marathon", "distance_km": None, "date": "2026-06-21", "time": "1:55:00", "text": "Half"},
    "weekly_frequency": 3,
    "fitness_level": "intermediate",
    "available_days": ["tue", "thu", "sun"],
    "long_run_day": "sun",
    "start_time": "07:00",
    "current_weekly_km": 15,
    "longest_recent_km": 6,
    "recent_race": {"distance_km": 10, "time": "50:00"},
    "age": 29,
    "bmi": None,
    "weeks": None,
    "insist": False,
}


def planned(tmp_path, data, *flags):
    path = tmp_path / "request.json"
    path.write_text(data if isinstance(data, str) else json.dumps(data))
    out = io.StringIO()
    call_command("plan", str(path), *flags, stdout=out)
    return out.getvalue()


def test_plan_answers_with_the_verdict_and_the_weeks(tmp_path):
    answer = json.loads(planned(tmp_path, ASKED))
    assert answer["feasibility"] == {"verdict": "ok", "reasons": [], "options": []}
    assert answer["fitness_index"] == 40.01
    assert answer["paces_s_per_km"]["easy"] == [351, 419]
    first = answer["weeks"][0]["runs"][0]
    assert first["id"] == "w1r1"
    assert set(first) == {
        "id", "date", "time", "type", "hard", "distance_km", "duration_min", "running_min", "steps", "effort", "why",
    }  # fmt: skip
    assert answer["weeks"][-1]["runs"][-1]["type"] == "race"


def test_plan_needs_no_more_than_four_fields(tmp_path):
    least = {"today": "2026-03-02", "goal": {}, "weekly_frequency": 2, "fitness_level": "beginner"}
    assert len(json.loads(planned(tmp_path, least))["weeks"]) == 8


def test_unsafe_has_no_weeks_unless_insisted_on(tmp_path):
    soon = {**ASKED, "goal": {"race": "marathon", "date": "2026-03-29"}}
    refused = json.loads(planned(tmp_path, soon))
    assert (refused["feasibility"]["verdict"], refused["weeks"]) == ("unsafe", [])
    assert {option["kind"] for option in refused["feasibility"]["options"]} == {"later_date", "shorter_race"}
    assert json.loads(planned(tmp_path, {**soon, "insist": True}))["weeks"]


WRONG = [
    ({"today": None}, "today"),
    ({"today": "2026-02-30"}, "today"),
    ({"today": 20260302}, "today"),
    ({"goal": None}, "goal"),
    ({"goal": []}, "goal"),
    ({"goal": {"race": "ultra"}}, "goal.race"),
    ({"goal": {"race": 5}}, "goal.race"),
    ({"goal": {"race": "5k", "distance_km": 12}}, "goal.distance_km"),
    ({"goal": {"distance_km": 1}}, "goal.distance_km"),
    ({"goal": {"distance_km": "ten"}}, "goal.distance_km"),
    ({"goal": {"race": "5k", "date": "2026-03-02"}}, "goal.date"),
    ({"goal": {"race": "5k", "date": "2036-03-02"}}, "goal.date"),
    ({"goal": {"race": "5k", "date": "soon"}}, "goal.date"),
    ({"goal": {"race": "5k", "time": "fast"}}, "goal.time"),
    ({"goal": {"race": "5k", "time": "4:00"}}, "goal.time"),
    ({"goal": {"race": "5k", "tme": "25:00"}}, "goal.tme"),
    ({"weekly_frequency": None}, "weekly_frequency"),
    ({"weekly_frequency": 6}, "weekly_frequency"),
    ({"weekly_frequency": 2.5}, "weekly_frequency"),
    ({"weekly_frequency": True}, "weekly_frequency"),
    ({"weekly_frequency": "3"}, "weekly_frequency"),
    ({"fitness_level": None}, "fitness_level"),
    ({"fitness_level": "elite"}, "fitness_level"),
    ({"available_days": ["mon"]}, "available_days"),
    ({"available_days": ["mon", "mon"]}, "available_days"),
    ({"available_days": ["mon", "someday"]}, "available_days"),
    ({"available_days": "mon"}, "available_days"),
    ({"long_run_day": "wed"}, "long_run_day"),
    ({"long_run_day": "wednesday"}, "long_run_day"),
    ({"start_time": "7"}, "start_time"),
    ({"start_time": "25:00"}, "start_time"),
    ({"current_weekly_km": -1}, "current_weekly_km"),
    ({"current_weekly_km": 1e9}, "current_weekly_km"),
    ({"longest_recent_km": "far"}, "longest_recent_km"),
    ({"recent_race": {"distance_km": 10}}, "recent_race.time"),
    ({"recent_race": {"time": "50:00"}}, "recent_race.distance_km"),
    ({"recent_race": {"distance_km": 10, "time": "10:00"}}, "recent_race.time"),
    ({"recent_race": "10 km in 50:00"}, "recent_race"),
    ({"age": "old"}, "age"),
    ({"bmi": 500}, "bmi"),
    ({"age": 10**400}, "age"),
    ({"today": "20260302"}, "today"),
    ({"weeks": 0}, "weeks"),
    ({"insist": "yes"}, "insist"),
    ({"weekly_freqency": 3}, "weekly_freqency"),
]


@pytest.mark.parametrize(("change", "field"), WRONG)
def test_a_wrong_field_is_one_line_that_names_it_and_status_2(tmp_path, change, field):
    with pytest.raises(BadInput) as caught:
        planned(tmp_path, {**ASKED, **change})
    assert str(caught.value).startswith(f"{field}: ")
    assert "\n" not in str(caught.value)
    assert caught.value.returncode == 2


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "null", '{"today": NaN}', "[" * 100_000])
def test_what_is_no_request_is_refused_in_one_line(tmp_path, text):
    with pytest.raises(BadInput) as caught:
        planned(tmp_path, text)
    assert "\n" not in str(caught.value)


def test_many_requests_are_answered_a_line_each_in_order(tmp_path):
    lines = [{**ASKED, "id": 7}, {"id": "b", "today": "2026-03-02"}, ASKED]
    text = "\n".join([json.dumps(lines[0]), "", json.dumps(lines[1]), "{not json", json.dumps(lines[2])])
    answers = [json.loads(line) for line in planned(tmp_path, text, "--jsonl").splitlines()]
    assert [answer.get("id") for answer in answers] == [7, "b", None, None]
    assert answers[1] == {"id": "b", "error": "goal: is missing"}
    assert answers[2]["error"].startswith("request: is not JSON")
    assert answers[0]["weeks"] == answers[3]["weeks"]


def test_a_line_separator_inside_a_text_does_not_end_the_line(tmp_path):
    said = {**ASKED, "goal": {"text": "a\u2028b\x85c"}}
    text = json.dumps(said, ensure_ascii=False) + "\r\n" + json.dumps(ASKED)
    assert len(planned(tmp_path, text, "--jsonl").splitlines()) == 2


@pytest.mark.parametrize("name", ["\ud800", "\x1b[31m", ""])
def test_a_strange_id_or_field_does_not_end_the_batch(tmp_path, name):
    lines = [json.dumps({"id": name}), json.dumps({**ASKED, name or "": 1}), json.dumps(ASKED)]
    answers = [json.loads(line) for line in planned(tmp_path, "\n".join(lines), "--jsonl").splitlines()]
    assert ["error" in answer for answer in answers] == [True, True, False]
    assert all(sign.isprintable() for sign in answers[1]["error"])


@pytest.mark.parametrize("name", [1.5, True, ["a"], float("nan")])
def test_an_id_is_text_or_a_whole_number(tmp_path, name):
    (answer,) = (
        json.loads(line) for line in planned(tmp_path, json.dumps({**ASKED, "id": name}), "--jsonl").splitlines()
    )
    assert answer["error"].startswith("id: ")


def test_a_field_given_twice_is_refused(tmp_path):
    with pytest.raises(BadInput, match="given twice"):
        planned(tmp_path, '{"today": "2026-03-02", "today": "2026-03-03"}')


def test_paces_from_a_race(capsys):
    out = io.StringIO()
    call_command("paces", "--distance", "10", "--time", "50:00", stdout=out)
    answer = json.loads(out.getvalue())
    assert answer["fitness_index"] == 40.01
    assert answer["predictions"]["5k"] == "24:06"
    assert set(answer["paces_s_per_km"]) == {"easy", "marathon", "threshold", "interval"}


@pytest.mark.parametrize(
    ("distance", "time", "field"),
    [("10", "fast", "time"), ("0", "50:00", "distance"), ("10", "9:00", "time"), ("nan", "50:00", "distance")],
)
def test_paces_refuses_in_one_line(distance, time, field):
    with pytest.raises(CommandError) as caught:
        call_command("paces", "--distance", distance, "--time", time)
    assert str(caught.value).startswith(f"{field}: ")


def run(*arguments, stdin=""):
    """As typed in a shell."""
    command = [sys.executable, "manage.py", *arguments]
    environment = {"PATH": "/usr/bin", "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing", "SECRET_KEY": "x"}
    return subprocess.run(
        command, input=stdin, capture_output=True, text=True, cwd=Path(settings.BASE_DIR), env=environment, check=False
    )


def test_in_a_shell_without_a_database_it_reads_standard_input():
    done = run("plan", stdin=json.dumps(ASKED))
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["weeks"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("plan",),
        ("plan", "no-such-file.json"),
        ("plan", "--bogus"),
        ("paces", "--distance", "ten", "--time", "5"),
        ("paces",),
    ],
)
def test_in_a_shell_bad_input_is_one_line_and_status_2(arguments):
    done = run(*arguments, stdin="{}")
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
