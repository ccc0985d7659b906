import pytest

from coach import coaching

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def task(ana, now):
    coaching.skip(ana.runs.first(), reason="It was raining", now=now)
    return ana.tasks.get()


def test_it_lists_what_is_to_do(anas, task):
    page = anas.get("/tasks/").content.decode()
    assert "Buy a waterproof running jacket" in page
    assert "It was raining" in page


def test_a_tick_is_kept_and_kept_once(anas, task):
    assert anas.post(f"/tasks/{task.pk}/done/").url == "/tasks/"
    task.refresh_from_db()
    done_at = task.completed_at
    answer = anas.post(f"/tasks/{task.pk}/done/", headers={"HX-Request": "true"})
    assert f'id="task-{task.pk}"' in answer.content.decode()
    task.refresh_from_db()
    assert (task.completed_at, task.is_completed) == (done_at, True)


def test_anas_task_is_not_bens(bens, task):
    assert bens.post(f"/tasks/{task.pk}/done/").status_code == 404


def test_home_shows_it_with_its_day(anas, task):
    page = anas.get("/").content.decode()
    assert "Buy a waterproof running jacket" in page
    assert "Due in" in page or "Due tomorrow" in page
