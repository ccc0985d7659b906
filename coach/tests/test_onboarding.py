from datetime import timedelta

import pytest
from django.test import Client

from coach.models import Goal, User

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

ANSWERS = {
    "goal": {"goal_text": "Run a half marathon", "target_race": "half_marathon"},
    "date": {"target_date": "2026-06-21", "target_time": "1:55:00"},
    "week": {"weekly_frequency": "3", "available_days": ["tue", "thu", "sun"], "start_time": "07:00"},
    "level": {"fitness_level": "intermediate"},
    "obstacles": {"obstacles": ["weather", "evenings"], "other_obstacle": "A new puppy"},
    "you": {"name": "Ana Moser", "time_zone": "Europe/Berlin", "units": "km", "calls": "on"},
    "running": {"current_weekly": "15", "longest_recent": "6", "recent_race": "10", "recent_race_time": "50:00"},
    "health": {"none": "on"},
}


def answer(visitor, step, **changes):
    return visitor.post(f"/start/{step}/", {**ANSWERS[step], **changes})


def answer_all(visitor, **changes):
    for step in ANSWERS:
        answer(visitor, step, **changes.get(step, {}))
    return visitor.post("/start/verdict/")


def test_signing_up_leads_to_the_first_question(visitor):
    assert visitor.get("/", follow=True).redirect_chain[-1][0] == "/start/goal/"


def test_the_answers_become_a_goal_and_a_schedule(visitor):
    assert answer_all(visitor).url == "/"
    user = User.objects.get(email="new@example.com")
    goal = user.goals.get()
    assert (user.name, str(user.time_zone), user.units, user.wants_calls) == ("Ana Moser", "Europe/Berlin", "km", True)
    assert (goal.target_race, goal.target_time, goal.weekly_frequency) == ("half_marathon", 6900, 3)
    assert (goal.obstacles, goal.other_obstacle) == (["weather", "evenings"], "A new puppy")
    assert (goal.current_weekly_km, goal.recent_race_s) == (15, 3000)
    assert user.runs.filter(run_type="race").count() == 1
    assert user.calls.filter(status="planned").exists()


def test_miles_are_stored_as_kilometres(visitor):
    answer_all(
        visitor, you={"units": "mi"}, running={"current_weekly": "10", "recent_race": "", "recent_race_time": ""}
    )
    assert Goal.objects.get().current_weekly_km == pytest.approx(16.09, abs=0.01)


def test_no_deadline_is_fine(visitor):
    answer_all(visitor, date={"no_deadline": "on", "target_date": ""})
    assert Goal.objects.get().target_date is None


def test_calls_are_only_agreed_to_by_a_tick(visitor):
    answer(visitor, "goal")
    for step, fields in ANSWERS.items():
        visitor.post(f"/start/{step}/", {name: value for name, value in fields.items() if name != "calls"})
    assert not User.objects.get().wants_calls


def test_back_keeps_what_was_typed_right_or_wrong(visitor):
    answer(visitor, "goal")
    answer(visitor, "date", target_date="2020-01-01")
    assert b'value="Run a half marathon"' in visitor.get("/start/goal/").content
    page = visitor.get("/start/date/")
    assert b'value="2020-01-01"' in page.content
    assert b"errorlist" not in page.content


def test_back_takes_along_what_is_half_typed(visitor):
    answer(visitor, "goal")
    gone_back = visitor.post("/start/date/", {"target_date": "", "target_time": "quick", "back": "goal"})
    assert gone_back.url == "/start/goal/"
    assert b'value="quick"' in visitor.get("/start/date/").content


def test_a_skipped_question_is_asked_before_the_plan_is_made(visitor):
    for step in ("goal", "date", "week", "level", "you"):
        answer(visitor, step)
    answer(visitor, "running")
    assert answer(visitor, "health").url == "/start/obstacles/"
    assert not Goal.objects.exists()


def test_an_unknown_step_is_404(visitor):
    assert visitor.get("/start/nothing/").status_code == 404


def test_weeks_left_are_told(visitor):
    assert b"15 weeks from now" in visitor.get("/start/weeks-left/?target_date=2026-06-21").content
    assert visitor.get("/start/weeks-left/?target_date=soon").content == b""


@pytest.mark.parametrize(
    ("step", "wrong", "words"),
    [
        ("goal", {"goal_text": ""}, "Tell me what"),
        ("goal", {"goal_text": "x" * 10_000}, "under 200"),
        ("goal", {"target_race": "other", "target_distance": ""}, "How far"),
        ("goal", {"target_race": "other", "target_distance": "1e9"}, "Between 2 and 100 km"),
        ("goal", {"target_race": "other", "target_distance": "nan"}, "number"),
        ("goal", {"target_race": "ultra"}, "valid choice"),
        ("date", {"target_date": "2020-01-01"}, "has passed"),
        ("date", {"target_date": "2026-03-03"}, "at least a week"),
        ("date", {"target_date": "2036-01-01"}, "within two years"),
        ("date", {"target_date": ""}, "Choose a date"),
        ("date", {"target_date": "yesterday"}, "calendar"),
        ("date", {"target_time": "fast"}, "1:55:00"),
        ("week", {"weekly_frequency": "9"}, "between 2 and 5"),
        ("week", {"available_days": ["tue"]}, "at least 3 days"),
        ("week", {"available_days": []}, "days you can run"),
        ("week", {"start_time": "25:99"}, "07:00"),
        ("level", {"fitness_level": "olympic"}, "one of the four"),
        ("obstacles", {"obstacles": ["dragons"]}, "from the list"),
        ("obstacles", {"other_obstacle": "x" * 10_000}, "under 300"),
        ("you", {"name": ""}, "call you"),
        ("you", {"time_zone": "Mars/Olympus"}, "from the list"),
        ("running", {"current_weekly": "1e9"}, "At most 300"),
        ("running", {"longest_recent": "-3"}, "Zero or more"),
        ("running", {"recent_race_time": ""}, "And your time"),
        ("running", {"recent_race_time": "2:00"}, "than people run"),
        ("date", {"target_time": "2:00"}, "than people run"),
        ("week", {"long_run_day": "mon"}, "none of your days"),
        ("date", {"target_time": "2:00", "no_deadline": "on"}, "than people run"),
        ("you", {"birth_year": "3000"}, "years ago"),
        ("you", {"birth_year": "old"}, "like 1987"),
        ("health", {"none": ""}, "Tick what is true"),
        ("health", {"concerns": ["chest"]}, "none of these"),
        ("health", {"concerns": ["dragons"], "none": ""}, "from the list"),
    ],
)
def test_nonsense_is_answered_at_the_field_and_kept(visitor, step, wrong, words):
    for earlier in ("goal", "you"):
        answer(visitor, earlier)
    page = answer(visitor, step, **wrong)
    assert page.status_code == 422
    assert words in page.content.decode()
    assert "errorlist" in page.content.decode()


@pytest.mark.parametrize(
    "text",
    [
        "\U0001f3c3\u200d\u2640\ufe0f run!",
        "\u0623\u0631\u064a\u062f \u0623\u0646 \u0623\u0631\u0643\u0636",
        "<script>alert(1)</script>",
    ],
)
def test_any_language_is_a_goal(visitor, text):
    answer_all(visitor, goal={"goal_text": text})
    assert Goal.objects.get().goal_text == text
    page = visitor.get("/").content.decode()
    assert "<script>alert" not in page


def test_onboarding_needs_an_account():
    assert Client().get("/start/goal/").url.startswith("/account/login/")


def test_the_last_answer_sent_twice_is_one_goal(visitor):
    answer_all(visitor)
    assert visitor.post("/start/verdict/").url == "/"
    assert answer(visitor, "health").url == "/"
    assert Goal.objects.count() == 1


def test_a_date_that_passed_meanwhile_is_asked_again(visitor, clock, now):
    for step in list(ANSWERS)[:-1]:
        answer(visitor, step)
    answer(visitor, "date", target_date="2026-03-20")
    clock.move_to(now + timedelta(days=30))
    assert answer(visitor, "health").url == "/start/date/"


def test_two_sign_ups_with_one_address_make_one_account(visitor):
    second = Client()
    answered = second.post("/account/signup/", {"email": "new@example.com", "password1": "correct horse battery"})
    assert answered.status_code in (200, 302)
    assert User.objects.count() == 1


@pytest.mark.parametrize("email", ["x" * 300 + "@example.com", "no address", ""])
def test_an_address_that_is_none_is_said_at_the_field(email):
    page = Client().post("/account/signup/", {"email": email, "password1": "correct horse battery"})
    assert page.status_code == 200
    assert "errorlist" in page.content.decode()
