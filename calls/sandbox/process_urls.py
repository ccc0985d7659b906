"""What the telephone company serves as a process of its own."""

from django.http import HttpRequest, JsonResponse
from django.urls import include, path

from calls.sandbox import ledger
from calls.sandbox.resource import error

urlpatterns = [
    path("sandbox/twilio/", include("calls.sandbox.urls")),
    path("sandbox/ledger.json", ledger.ledger),
]


def handler404(request: HttpRequest, exception: Exception) -> JsonResponse:
    return error(20404, f"The requested resource {request.path} was not found")


def handler500(request: HttpRequest) -> JsonResponse:
    return error(20500, "Internal Server Error")
