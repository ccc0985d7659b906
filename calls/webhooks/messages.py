"""Text messages to the coach's number."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from calls import dispatch, twilio
from calls.webhooks.signed import answer, from_twilio
from coach import coaching
from coach.models import CallConsent, User

STOP_WORDS = frozenset({"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT", "STOP CALLING"})


@from_twilio
def message(request: HttpRequest) -> HttpResponse:
    """A text message to the coach's number. STOP ends the calls too: at Twilio it ends only messages."""
    words = request.POST.get("Body", "").strip().upper()
    if words in STOP_WORDS or request.POST.get("OptOutType", "") == "STOP":
        sender = request.POST.get("From", "")
        # Whoever named the number, shown to be theirs or not: it says stop.
        for user in dispatch.runners_at(sender) | User.objects.filter(phone_number=sender or None):
            coaching.set_calls(user, wanted=False, now=timezone.now(), how=CallConsent.How.SMS)
    return answer(twilio.nothing())
