"""A round of the dispatcher, and what became of a call."""

from calls import dispatch
from calls.models import Call


def run_at(moment):
    return dispatch.run(lambda: moment)


def status(call):
    return Call.objects.get(pk=call.pk).status


def first(user):
    return user.calls.order_by("due_at").first()
