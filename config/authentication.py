"""Who asks the API: allauth's session token, and a request that carries none is told which one is wanted."""

from allauth.headless.contrib.rest_framework.authentication import XSessionTokenAuthentication
from drf_spectacular.contrib.django_allauth import XSessionTokenAuthenticationScheme
from rest_framework.request import Request


class SessionToken(XSessionTokenAuthentication):
    """A phone app tells "sign in again" (401) from "not yours" (403); for a 401 HTTP wants a challenge to answer."""

    def authenticate_header(self, request: Request) -> str:
        return "X-Session-Token"


class _InTheSchema(XSessionTokenAuthenticationScheme):  # type: ignore[no-untyped-call]
    target_class = "config.authentication.SessionToken"
