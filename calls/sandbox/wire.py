"""The wire between our door and the telephone company, where a fault plan wants it bad."""

import errno
import os
import socket
import time
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase

from calls.sandbox.resource import error

CODE_OF = {"429": 20429, "500": 20500, "503": 20503}
WORDS = {20429: "Too Many Requests", 20500: "Internal Server Error", 20503: "Service unavailable"}


def fail(request: HttpRequest, fault: str, *, hang_s: float) -> HttpResponseBase:
    """What a caller gets in the place of an answer, by the name the fault has in the plan."""
    kind = fault.partition("_")[0]
    if kind in ("hang", "reset"):
        return StreamingHttpResponse(_silence(request.META, hang_s if kind == "hang" else 0))
    code = CODE_OF.get(kind) or int(kind)
    return error(code, WORDS.get(code, "The fault plan says so"))


def _silence(environ: dict[str, Any], seconds: float) -> Iterator[bytes]:
    """Not one byte, and then the end of the connection. Servers take this error for a caller who went away."""
    time.sleep(seconds)
    line = _line(environ)
    if line is not None:
        line.shutdown(socket.SHUT_RDWR)
    raise ConnectionResetError(errno.ECONNRESET, "cut off by the fault plan")
    yield b""


def _line(environ: dict[str, Any]) -> socket.socket | None:
    """The caller's socket. gunicorn hands it over; Django's own server has it behind the body's stream."""
    if given := environ.get("gunicorn.socket"):
        return given  # type: ignore[no-any-return]
    read = getattr(environ["wsgi.input"], "_read", None)
    return socket.socket(fileno=os.dup(read.__self__.fileno())) if read else None
