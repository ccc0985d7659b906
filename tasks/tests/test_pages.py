from datetime import UTC, datetime, timedelta

import pytest

from calls.models import ConversationSession
from coach import coaching, records
from tasks.models import CoachTask

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
HTMX = {"HX-Request": "true"}
VERBS = ["done", "dismiss", "snooze", "reopen"]
OWN = {"title": "Buy a light", "description": "For the dark", "category": "gear", "priority": "high", "due_date": ""}


@pytest.fixture
def task(ana, now):
    coaching.skip(ana.runs.first(), reason="It was raining", now=now)
    return ana.tasks.get()


@pytest.fixture
def own(ana, now):
    return ana.tasks.add_own(ana.goals.get(), title="Wash the socks", category="gear", now=now)[0]


def page(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_lists_what_is_to_do(anas, task):
    shown = page(anas, "/tasks/")
    assert "Buy a waterproof running jacket" in shown
    assert "It was raining" in shown
    assert "From your coach" in shown


def test_a_tick_is_kept_and_kept_once(anas, task):
    assert anas.post(f"/tasks/{task.pk}/done/").url == "/tasks/"
    task.refresh_from_db()
    done_at = task.completed_at
    answer = anas.post(f"/tasks/{task.pk}/done/", headers=HTMX)
    assert f'id="task-{task.pk}"' in answer.content.decode()
    assert "Open it again" in answer.content.decode()
    task.refresh_from_db()
    assert (task.completed_at, task.is_completed) == (done_at, True)


@pytest.mark.parametrize("verb", VERBS)
def test_anas_task_is_not_bens(bens, task, verb):
    assert bens.post(f"/tasks/{task.pk}/{verb}/").status_code == 404
    assert bens.get(f"/tasks/{task.pk}/").status_code == 404
    assert task.title not in page(bens, "/tasks/?show=all")


@pytest.mark.parametrize("verb", VERBS)
def test_a_link_changes_nothing(anas, task, verb):
    assert anas.get(f"/tasks/{task.pk}/{verb}/").status_code == 405


@pytest.mark.parametrize("path", ["", "add/", "{}/"])
def test_who_is_not_signed_in_is_asked_to(client, task, path):
    assert "login" in client.get(f"/tasks/{path.format(task.pk)}").url


def test_home_shows_three_with_their_day(anas, ana, task, now):
    for number, due_in in enumerate((9, 1, 2)):
        due = ana.today(now) + timedelta(days=due_in)
        ana.tasks.add_own(ana.goals.get(), title=f"Own {number}", category="gear", due_date=due, now=now)
    shown = page(anas, "/")
    assert shown.count('class="task"') == 3
    assert "Own 0" not in shown
    assert "Due tomorrow" in shown
    assert "Your own" in shown


def test_the_filter_shows_what_was_asked_for(anas, ana, task, own, now):
    own.dismiss(now)
    assert own.title not in page(anas, "/tasks/")
    completed = page(anas, "/tasks/?show=completed")
    assert own.title in completed
    assert task.title not in completed
    every = page(anas, "/tasks/?show=all")
    assert own.title in every
    assert task.title in every


@pytest.mark.parametrize("asked", ["show=some&by=colour", "show=&by=", "show=active&show=all", "by=%00"])
def test_a_filter_that_is_none_is_the_usual(anas, task, asked):
    assert task.title in page(anas, f"/tasks/?{asked}")


@pytest.mark.parametrize(
    ("by", "heading"), [("due", "In the next seven days"), ("priority", "Medium priority"), ("category", ">Gear<")]
)
def test_they_are_grouped(anas, task, by, heading):
    assert heading in page(anas, f"/tasks/?by={by}")


def test_an_empty_list_says_what_to_do(anas):
    assert "Nothing to do" in page(anas, "/tasks/")
    assert "Nothing behind you yet" in page(anas, "/tasks/?show=completed")


def test_a_change_leads_back_to_the_list_as_it_was(anas, task):
    answer = anas.post(f"/tasks/{task.pk}/dismiss/", {"show": "all", "by": "category"}, follow=True)
    assert answer.redirect_chain == [("/tasks/?show=all&by=category", 302)]
    assert "Dismissed. It waits under Completed" in answer.content.decode()


def test_a_snooze_sent_twice_moves_it_once(anas, task):
    due, sent = task.due_date, {"seen": task.seen, "show": "active", "by": "due"}
    for _ in range(2):
        answer = anas.post(f"/tasks/{task.pk}/snooze/", sent, headers={**HTMX, "HX-Target": "tasks"})
        assert 'id="tasks"' in answer.content.decode()
        assert "<html" not in answer.content.decode()
    task.refresh_from_db()
    assert task.due_date == due + timedelta(days=3)


def test_it_is_opened_again_from_the_completed_ones(anas, task, now):
    task.complete(now)
    assert "Open it again" in page(anas, "/tasks/?show=completed")
    anas.post(f"/tasks/{task.pk}/reopen/")
    assert task.title in page(anas, "/tasks/")


def test_it_is_not_opened_again_beside_its_twin(anas, ana, own, now):
    own.complete(now)
    ana.tasks.add_own(ana.goals.get(), title=own.title, category="gear", now=now)
    said = "The same task is on your list already."
    assert said in anas.post(f"/tasks/{own.pk}/reopen/", headers=HTMX).content.decode()
    assert said in anas.post(f"/tasks/{own.pk}/reopen/", follow=True).content.decode()


def test_a_task_says_why_by_when_and_where_it_came_from(anas, ana, task, now):
    talk = ConversationSession.objects.create(
        user=ana, conversation_type="motivation", channel="browser", started_at=now
    )
    run = ana.runs.last()
    row = records.file_task(ana, "I forgot my water bottle", now, run=run, session=talk)
    shown = page(anas, f"/tasks/{row.pk}/")
    for part in (row.description[:20], "Since today", "Hydration", f"/talk/{talk.pk}/", f"/runs/{run.pk}/"):
        assert part in shown


def test_a_task_of_a_rule_leads_to_the_change(anas, ana, task):
    change = ana.adjustments.get()
    assert f"/adjustments/{change.pk}/" in page(anas, f"/tasks/{task.pk}/")


def test_a_task_says_how_long_it_was_open(anas, own, now, clock):
    clock.move_to(now + timedelta(days=3))
    assert "3 days" in page(anas, f"/tasks/{own.pk}/")
    own.complete(now + timedelta(days=1))
    assert "1 day<" in page(anas, f"/tasks/{own.pk}/")


@pytest.mark.parametrize("verb", VERBS)
def test_a_task_by_itself_answers_with_itself(anas, own, verb):
    sent = {"back": "task", "seen": own.seen}
    assert anas.post(f"/tasks/{own.pk}/{verb}/", sent).url == f"/tasks/{own.pk}/"
    answer = anas.post(f"/tasks/{own.pk}/{verb}/", sent, headers={**HTMX, "HX-Target": "task"})
    assert answer.content.decode().count('id="task"') == 1


def test_a_task_of_ones_own_is_added_and_marked(anas, ana):
    assert 'name="title"' in page(anas, "/tasks/add/")
    assert anas.post("/tasks/add/", {**OWN, "due_date": "2026-03-02"}).url == "/tasks/"
    task = ana.tasks.get()
    assert (task.created_by_coach, task.goal, str(task.due_date)) == (False, ana.goals.get(), "2026-03-02")
    assert "Your own" in page(anas, "/tasks/")


def test_the_same_title_twice_is_one_task_and_a_friendly_word(anas, ana):
    anas.post("/tasks/add/", OWN)
    answer = anas.post("/tasks/add/", {**OWN, "title": "  buy a  LIGHT "}, follow=True)
    assert "That one is on your list already." in answer.content.decode()
    assert answer.redirect_chain[0][0] == f"/tasks/{ana.tasks.get().pk}/"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": ""}, "in a few words"),
        ({"title": "?!"}, "in a few words"),
        ({"title": "x" * 121}, "at most 120"),
        ({"title": "a\x00b"}, "Null"),
        ({"description": "x" * 1001}, "at most 1000"),
        ({"due_date": "2026-03-01"}, "behind us"),
        ({"due_date": "2029-03-01"}, "within two years"),
        ({"due_date": "soon"}, "valid date"),
        ({"category": "politics"}, "Select a valid choice"),
        ({"priority": ""}, "required"),
    ],
)
def test_nonsense_is_refused_politely(anas, ana, wrong, said):
    answer = anas.post("/tasks/add/", {**OWN, **wrong})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not ana.tasks.exists()


def test_a_word_in_angle_brackets_is_only_a_word(anas, ana):
    anas.post("/tasks/add/", {**OWN, "title": "<script>x</script>", "description": "<b>y</b>"})
    for path in ("/tasks/", f"/tasks/{ana.tasks.get().pk}/", "/"):
        shown = page(anas, path)
        assert "<script>x" not in shown
        assert "<b>y" not in shown


def test_today_is_the_runners_day(make_runner, clock, client):
    evening = datetime(2026, 3, 3, 5, 0, tzinfo=UTC)
    clock.move_to(evening)
    west = make_runner("west@example.com", zone="America/Los_Angeles", at=evening)
    client.force_login(west)
    assert client.post("/tasks/add/", {**OWN, "due_date": "2026-03-02"}).status_code == 302
    assert "Due today" in page(client, "/tasks/")


@pytest.mark.parametrize("show", ["active", "completed", "all"])
def test_it_asks_the_database_the_same_for_500(anas, ana, now, django_assert_max_num_queries, show):
    goal = ana.goals.get()
    kept = {"user": ana, "goal": goal, "category": "gear", "created_at": now}
    closed = {1: {"completed_at": now}, 2: {"dismissed_at": now}}
    rows = [CoachTask(title=f"Task {number}", **kept, **closed.get(number % 3, {})) for number in range(500)]
    CoachTask.objects.bulk_create(rows)
    for by in ("due", "priority", "category"):
        with django_assert_max_num_queries(7):
            page(anas, f"/tasks/?show={show}&by={by}")
