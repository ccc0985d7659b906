"""Who may use the microphone on our pages: ourselves, where there is a voice agent to speak with."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


class PermissionsPolicy:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if settings.VOICE_IN_BROWSER:
            response["Permissions-Policy"] = "microphone=(self)"
        return response
