"""What a form names."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404

from coach.runners import RunnerRequest
from runs.models import ScheduledRun


def named_run(request: RunnerRequest) -> ScheduledRun | None:
    """The run a form is about, where it names one; 404 for another runner's and for nonsense."""
    run_id = request.POST.get("run")
    if not run_id:
        return None
    try:
        found: ScheduledRun = get_object_or_404(request.user.runs, pk=run_id)
    except ValidationError as nonsense:
        raise Http404 from nonsense
    return found
