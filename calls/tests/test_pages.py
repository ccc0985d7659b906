import pytest

from calls import talking
from calls.models import ConversationSession
from coach import coaching

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def talk(anas, ana):
    anas.post("/talk/begin/", {"run": str(ana.runs.first().pk)})
    return ConversationSession.objects.get()


def say(browser, talk, words, turn, **headers):
    return browser.post(f"/talk/{talk.pk}/say/", {"words": words, "turn": str(turn)}, headers=headers)


def test_a_talk_works_as_a_plain_form(anas, talk):
    assert say(anas, talk, "yes", 0).url == f"/talk/{talk.pk}/"
    assert say(anas, talk, "it is raining", 1).status_code == 302
    page = anas.get(f"/talk/{talk.pk}/").content.decode()
    assert "What we agreed" in page
    assert "New task: Buy a waterproof running jacket." in page


def test_with_htmx_only_the_talk_is_drawn_anew(anas, talk):
    answer = say(anas, talk, "yes", 0, **{"HX-Request": "true"})
    body = answer.content.decode()
    assert 'id="talk"' in body
    assert "<html" not in body


def test_a_reload_or_a_second_tab_goes_on_where_it_was(anas, ana, talk):
    say(anas, talk, "yes", 0)
    anas.post("/talk/begin/", {"run": str(talk.run_id)})
    assert ConversationSession.objects.count() == 1
    assert "yes" in anas.get(f"/talk/{talk.pk}/").content.decode()


def test_two_answers_at_once_count_once(anas, talk):
    say(anas, talk, "yes", 0)
    say(anas, talk, "no", 0)
    talk.refresh_from_db()
    assert talk.state["answers"]["will_run"] is True
    assert talk.turns.count() == 3


@pytest.mark.parametrize("turn", ["", "x", "-1", "99", "\u00b2", "9" * 5000])
def test_a_turn_that_is_none_changes_nothing(anas, talk, turn):
    assert say(anas, talk, "yes", turn).status_code == 302
    talk.refresh_from_db()
    assert talk.state["turn"] == 0


@pytest.mark.parametrize(
    "words", ["x" * 10_000, "\U0001f3c3" * 300, "\u0646\u0639\u0645", "<b>yes</b>", "{name}", "\x00yes"]
)
def test_whatever_is_said_is_taken(anas, talk, words):
    assert say(anas, talk, words, 0).status_code == 302
    assert "<b>yes</b>" not in anas.get(f"/talk/{talk.pk}/").content.decode()


def test_anas_talk_is_not_bens(bens, talk, ana):
    assert bens.get(f"/talk/{talk.pk}/").status_code == 404
    assert say(bens, talk, "yes", 0).status_code == 404
    assert bens.post("/talk/begin/", {"run": str(ana.runs.first().pk)}).status_code == 404


def test_a_talk_about_nothing_in_particular(anas):
    anas.post("/talk/begin/")
    talk = ConversationSession.objects.get()
    assert talk.conversation_type == "motivation"
    say(anas, talk, "bye", 0)
    talk.refresh_from_db()
    assert talk.ended_at


@pytest.mark.parametrize("run", ["", "nonsense", "00000000-0000-0000-0000-000000000000"])
def test_a_run_that_is_none(anas, run):
    assert anas.post("/talk/begin/", {"run": run}).status_code in (302, 404)


def test_the_call_history_shows_what_is_planned_and_what_was_said(anas, ana, now):
    call = coaching.call_me(ana, run=ana.runs.first(), now=now)
    call.conversation = talking.begin(ana, "pre_run", channel="phone", run=call.run, now=now)
    coaching.converse(call.conversation, "yes of course", turn=0, now=now)
    call.status, call.duration_s = "completed", 1
    call.save()
    page = anas.get("/calls/").content.decode()
    assert "Planned" in page
    assert "Tue 3 March, 6:45" in page
    page = anas.get(f"/calls/{call.pk}/").content.decode()
    assert "yes of course" in page
    assert "1 second" in page


def test_anas_call_is_not_bens(bens, ana):
    assert bens.get(f"/calls/{ana.calls.first().pk}/").status_code == 404


def test_three_taps_open_one_talk(anas):
    for _ in range(3):
        anas.post("/talk/begin/")
    assert ConversationSession.objects.count() == 1


def test_a_call_is_found_by_its_line_and_by_nobody_else(anas, bens, ana, now):
    call = coaching.call_me(ana, run=ana.runs.first(), now=now)
    sid = "CA" + "7" * 32
    assert anas.get(f"/calls/on-line/{sid}/").url == "/calls/"
    ana.calls.filter(pk=call.pk).update(carrier_sid=sid)
    assert anas.get(f"/calls/on-line/{sid}/").url == f"/calls/{call.pk}/"
    assert bens.get(f"/calls/on-line/{sid}/").url == "/calls/"


@pytest.mark.parametrize("kind", ["motivation", "weekly_planning", "intervention"])
def test_a_kind_of_talk_may_be_chosen(anas, kind):
    anas.post("/talk/begin/", {"kind": kind})
    assert ConversationSession.objects.get().conversation_type == kind


@pytest.mark.parametrize("kind", ["pre_run", "nonsense", "", "celebration"])
def test_a_kind_that_needs_a_run_or_is_none_is_an_open_talk(anas, kind):
    anas.post("/talk/begin/", {"kind": kind})
    assert ConversationSession.objects.get().conversation_type == "motivation"


def test_real_slots_are_buttons_and_what_was_agreed_has_links(anas, talk):
    say(anas, talk, "no", 0)
    say(anas, talk, "my meeting runs late", 1)
    page = anas.get(f"/talk/{talk.pk}/").content.decode()
    talk.refresh_from_db()
    slots = [words for _, words in talk.state["choices"]]
    assert all(f'value="{words}"' in page for words in slots)
    say(anas, talk, slots[0], 2)
    say(anas, talk, "yes", 3)
    page = anas.get(f"/talk/{talk.pk}/").content.decode()
    assert f'href="/runs/{talk.run_id}/"' in page


def test_the_transcript_can_be_deleted_and_the_agreement_stays(anas, talk):
    for turn, words in enumerate(["yes", "my secret: it is raining"]):
        say(anas, talk, words, turn)
    assert anas.post(f"/talk/{talk.pk}/delete/").url == f"/talk/{talk.pk}/"
    page = anas.get(f"/talk/{talk.pk}/").content.decode()
    assert "secret" not in page
    assert "You deleted the transcript" in page
    assert "New task" in page
    assert anas.get("/talk/").status_code == 200


def test_an_open_or_another_runners_transcript_is_not_deleted(anas, bens, talk):
    assert bens.post(f"/talk/{talk.pk}/delete/").status_code == 404
    anas.post(f"/talk/{talk.pk}/delete/")
    assert talk.turns.exists()


def test_the_talk_page_asks_few_queries(anas, talk, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        anas.get(f"/talk/{talk.pk}/")
    with django_assert_max_num_queries(7):
        anas.get("/talk/")


def test_an_answer_that_came_too_late_is_kept_in_its_field(anas, talk):
    say(anas, talk, "yes", 0)
    answer = say(anas, talk, "my knee hurts very badly", 0, **{"HX-Request": "true"})
    body = answer.content.decode()
    assert "answered already" in body
    assert 'value="my knee hurts very badly"' in body


def test_a_red_flag_at_the_end_of_a_long_story_is_heard(anas, ana, talk):
    say(anas, talk, "it was a long day and I was tired. " * 60 + "and I had chest pain on the run", 0)
    ana.refresh_from_db()
    assert ana.suspended_at
    assert "Please get medical help now" in anas.get(f"/talk/{talk.pk}/").content.decode()
    assert "paused until a doctor" in anas.get("/talk/").content.decode()
