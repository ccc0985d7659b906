import io
import json
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

FIELDS = {
    "difficulty", "pain", "pain_location", "pain_side", "pain_severity", "energy", "sentiment", "obstacles",
    "wants_reschedule", "reschedule_to", "will_run", "red_flag", "stop_calling", "topics", "tasks",
}  # fmt: skip


def asked(*arguments, stdin=""):
    """As typed in a shell, without a database."""
    environment = {"PATH": "/usr/bin", "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing", "SECRET_KEY": "x"}
    return subprocess.run(
        [sys.executable, "manage.py", "understand", *arguments],
        input=stdin, capture_output=True, text=True, cwd=settings.BASE_DIR, env=environment, check=False,
    )  # fmt: skip


def test_words_become_the_fields():
    done = asked("my left knee hurts, about a four", "--context", "post_run")
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert set(told) == FIELDS
    assert (told["pain_location"], told["pain_side"], told["pain_severity"]) == ("knee", "left", 4)


def test_it_reads_a_transcript_from_standard_input():
    told = json.loads(asked("--context", "pre_run", stdin="Coach: Are you on for it?\nRunner: yes").stdout)
    assert told["will_run"] is True


def test_lines_are_answered_in_order_and_a_bad_one_does_not_end_them():
    lines = [
        {"id": "a", "context": "post_run", "text": "seven"},
        {"id": "b", "context": "swim", "text": "x"},
        {"id": "c", "text": 5},
        {"id": "d", "context": "pre_run", "text": "skip it", "more": 1},
    ]
    done = asked("--jsonl", stdin="\n".join(json.dumps(line) for line in [*lines, "x"]))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer.get("id") for answer in answers] == ["a", "b", "c", "d", None]
    assert answers[0]["difficulty"] == 7
    assert answers[1]["error"].startswith("context: ")
    assert answers[2]["error"].startswith("text: ")
    assert answers[3]["error"].startswith("more: ")
    assert answers[4]["error"].startswith("request: ")


@pytest.mark.parametrize(
    "arguments", [("x", "--context", "swim"), ("--bogus",), ("--jsonl", "none.jsonl"), ("--measure", "none.jsonl")]
)
def test_bad_input_is_one_line_and_status_2(arguments):
    done = asked(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.strip().splitlines()) == 1


def test_it_measures_itself(tmp_path):
    labelled = tmp_path / "mine.jsonl"
    rows = [
        {"id": "1", "context": "post_run", "text": "a six", "expect": {"difficulty": [5, 7]}},
        {"id": "2", "context": "post_run", "text": "a six", "expect": {"difficulty": 2, "pain": True}},
    ]
    labelled.write_text("\n".join(json.dumps(row) for row in rows))
    out = io.StringIO()
    call_command("understand", str(labelled), measure=True, misses=True, stdout=out)
    lines = out.getvalue().splitlines()
    assert lines[3].split() == ["difficulty", "0.500", "0.500", "0.500", "1", "1", "1"]
    assert any("2: True was said in 'a six'" in line for line in lines)


def test_what_is_no_labelled_file_is_refused(tmp_path):
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{}")
    with pytest.raises(CommandError, match="file: "):
        call_command("understand", str(bad), measure=True)
