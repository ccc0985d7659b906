"""A conversation in the browser: spoken, tapped or typed; a plain form without JavaScript."""

import contextlib
import re

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from calls import jobs, talking
from calls.models import ConversationSession
from calls.pages.naming import named_run
from coach import coaching
from coach.runners import RunnerRequest, with_goal

LATEST = 50
# What a runner may open themselves without naming a run.
KINDS = ("motivation", "weekly_planning", "intervention", "celebration")
LONGEST = 5000
ELSEWHERE = "That question was answered already, in another tab perhaps. This is where we are now."
TURN = re.compile(r"[0-9]{1,4}")


@require_safe
@with_goal
def talks(request: RunnerRequest) -> HttpResponse:
    return render(request, "calls/talks.html", {"conversations": request.user.conversations.all()[:LATEST]})


@require_POST
@with_goal
def begin(request: RunnerRequest) -> HttpResponse:
    """Open a talk, about a run when one is named: before it if it lies ahead, after it if it is done."""
    run = named_run(request)
    kind = request.POST.get("kind", "")
    kind = kind if kind in KINDS else "motivation"
    if run and run.status == "completed":
        kind = "post_run"
    elif run and run.is_pending:
        kind = "pre_run"
    session = coaching.open_talk(request.user, kind, channel="browser", run=run, now=timezone.now())
    return redirect("talk", session.pk)


@require_safe
@with_goal
def talk(request: RunnerRequest, pk: str) -> HttpResponse:
    return _page(request, _mine(request, pk))


@require_POST
@with_goal
def say(request: RunnerRequest, pk: str) -> HttpResponse:
    session = _mine(request, pk)
    turn = request.POST.get("turn", "")
    words = request.POST.get("words", "").strip()[:LONGEST]
    if words and TURN.fullmatch(turn):
        with contextlib.suppress(talking.TurnTaken):
            coaching.converse(session, words, turn=int(turn), now=timezone.now())
    after = _mine(request, pk)
    is_lost = (
        bool(words) and after.state.get("turn") != session.state.get("turn", 0) + 1 and not _was_said(after, words)
    )
    if request.htmx and not request.htmx.boosted:
        return _page(request, after, template="calls/_talk.html", unsaid=words if is_lost else "")
    if is_lost:
        messages.info(request, ELSEWHERE)
    return redirect("talk", session.pk)


def _was_said(session: ConversationSession, words: str) -> bool:
    return any(turn.text == words for turn in session.turns.all() if turn.speaker == "runner")


@require_POST
@with_goal
def forget(request: RunnerRequest, pk: str) -> HttpResponse:
    """The transcript goes; what was agreed stays."""
    try:
        coaching.delete_transcript(_mine(request, pk), now=timezone.now())
    except coaching.Refused as refusal:
        messages.info(request, str(refusal))
    else:
        jobs.forget_conversation.delay_on_commit(str(pk))
        messages.success(request, "Deleted. What we agreed stays as it is.")
    return redirect("talk", pk)


def _mine(request: RunnerRequest, pk: str) -> ConversationSession:
    rows = request.user.conversations.select_related("run").prefetch_related("turns")
    return get_object_or_404(rows, pk=pk)


def _page(
    request: RunnerRequest, session: ConversationSession, template: str = "calls/talk.html", unsaid: str = ""
) -> HttpResponse:
    context = {
        "conversation": session,
        "choices": session.state.get("choices", []),
        "turn": session.state.get("turn", 0),
        "unsaid": unsaid,
        "elsewhere": ELSEWHERE,
    }
    return render(request, template, context)
