"""A conversation in the browser: spoken, tapped or typed; a plain form without JavaScript."""

import contextlib
import re

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from calls import talking
from calls.dialogue import scripts
from calls.models import ConversationSession
from coach import coaching
from coach.runners import RunnerRequest, with_goal

LATEST = 20
LONGEST = 1000
TURN = re.compile(r"[0-9]{1,4}")


@require_safe
@with_goal
def talks(request: RunnerRequest) -> HttpResponse:
    return render(request, "calls/talks.html", {"conversations": request.user.conversations.all()[:LATEST]})


@require_POST
@with_goal
def begin(request: RunnerRequest) -> HttpResponse:
    """Open a talk, about a run when one is named: before it if it lies ahead, after it if it is done."""
    run = None
    if run_id := request.POST.get("run"):
        try:
            run = get_object_or_404(request.user.runs, pk=run_id)
        except ValidationError as nonsense:
            raise Http404 from nonsense
    kind = "motivation"
    if run and run.status == "completed":
        kind = "post_run"
    elif run and run.is_pending:
        kind = "pre_run"
    session = talking.begin(request.user, kind, channel="browser", run=run, now=timezone.now())
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
        # Answered in another tab: the page shows where the talk is now.
        with contextlib.suppress(talking.TurnTaken):
            coaching.converse(session, words, turn=int(turn), now=timezone.now())
    if request.htmx and not request.htmx.boosted:
        return _page(request, _mine(request, pk), template="calls/_talk.html")
    return redirect("talk", session.pk)


def _mine(request: RunnerRequest, pk: str) -> ConversationSession:
    rows = request.user.conversations.select_related("run").prefetch_related("turns")
    return get_object_or_404(rows, pk=pk)


def _page(request: RunnerRequest, session: ConversationSession, template: str = "calls/talk.html") -> HttpResponse:
    choices = scripts.CHOICES.get(session.state.get("expect") or "", ())
    return render(
        request, template, {"conversation": session, "choices": choices, "turn": session.state.get("turn", 0)}
    )
