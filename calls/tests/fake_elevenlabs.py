"""A stand-in for ElevenLabs' own server, on this machine, as far as we speak with it: the real SDK asks it."""

import json
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

TWIML = (
    '<Response><Connect><Stream url="wss://api.elevenlabs.io/v1/convai/conversation">'
    '<Parameter name="conversation_id" value="conv_1"/></Stream></Connect></Response>'
)
ACCESS = {"is_creator": True, "creator_name": "", "creator_email": "", "role": "admin"}


class FakeElevenLabs:
    """`asked` is every request: method, path, body. `fails` gives status and body by the end of a path; `hangs_s` is
    how long an answer waits, `drips_s` how long each of its bytes does."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, Any]] = []
        self.fails: dict[str, tuple[int, Any]] = {}
        self.twiml, self.signed_url = TWIML, "wss://api.elevenlabs.io/v1/convai/conversation?agent_id=a&signature=s"
        self.conversations: dict[str, dict[str, Any]] = {}
        self.agents: dict[str, dict[str, Any]] = {}
        self.tools: dict[str, dict[str, Any]] = {}
        self.secrets: dict[str, dict[str, Any]] = {}
        self.webhooks: dict[str, dict[str, Any]] = {}
        self.base, self.hangs_s, self.drips_s = "", 0.0, 0.0

    def answer(self, method: str, address: str, body: Any) -> tuple[int, Any]:
        path, query = urlsplit(address).path, parse_qs(urlsplit(address).query)
        self.asked.append((method, path, body))
        for end, (status, said) in self.fails.items():
            if path.endswith(end):
                return status, said
        for pattern, found in ROUTES.items():
            wanted, shape = pattern.split()
            if match := wanted == method and re.fullmatch(shape, path):
                return found(self, body, query, *match.groups())
        return 404, {"detail": {"status": "not_found", "message": path}}

    def writes(self) -> list[tuple[str, str, Any]]:
        return [request for request in self.asked if request[0] != "GET"]

    def _signed_url(self, body: Any, query: Any) -> tuple[int, Any]:
        return 200, {"signed_url": self.signed_url}

    def _conversation(self, body: Any, query: Any, key: str) -> tuple[int, Any]:
        known = self.conversations.get(key)
        return (200, known) if known else (404, {"detail": {"status": "conversation_not_found"}})

    def _forget(self, body: Any, query: Any, key: str) -> tuple[int, Any]:
        return (200, {}) if self.conversations.pop(key, None) else (404, {"detail": "unknown"})

    def _find(self, body: Any, query: Any) -> tuple[int, Any]:
        reference = query["dynamic_variable_params"][0].removeprefix("call_ref:eq:")
        found = [key for key, told in self.conversations.items() if reference in json.dumps(told)]
        return 200, {"conversations": [{"conversation_id": key} for key in found], "has_more": False}

    def _list(self, kind: str) -> tuple[int, Any]:
        return 200, {kind: list(getattr(self, kind).values()), "has_more": False}

    def _create(self, kind: str, key: str, body: Any) -> tuple[int, Any]:
        rows = getattr(self, kind)
        number = f"{kind.removesuffix('s')}_{len(rows) + 1}"
        rows[number] = {key: number, **body}
        return 200, rows[number]

    def _patch(self, kind: str, number: str, body: Any) -> tuple[int, Any]:
        row = getattr(self, kind)[number]
        row.update(_merged(row, body))
        return 200, row

    def _create_webhook(self, body: Any, query: Any) -> tuple[int, Any]:
        settings = body["settings"]
        row = {"name": settings["name"], "webhook_url": settings["webhook_url"], "auth_type": "hmac"}
        row |= {"is_disabled": False, "is_auto_disabled": False, "created_at_unix": 0}
        _, made = self._create("webhooks", "webhook_id", row)
        return 200, {"webhook_id": made["webhook_id"], "webhook_secret": "wsec_made"}

    def _agent_summary(self) -> tuple[int, Any]:
        rows = [{"agent_id": key, "name": row["name"], "tags": []} for key, row in self.agents.items()]
        return 200, {"agents": rows, "has_more": False}


def _merged(old: Any, new: Any) -> Any:
    """As a PATCH of theirs: objects go together, everything else is replaced, and so are maps of one's own names."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return new
    own = ("dynamic_variable_placeholders", "data_collection", "properties")
    return {**old, **{key: value if key in own else _merged(old.get(key), value) for key, value in new.items()}}


Fake = FakeElevenLabs
ROUTES: dict[str, Any] = {
    r"POST /v1/convai/twilio/register-call": lambda it, body, query: (200, it.twiml),
    r"GET /v1/convai/conversation/get-signed-url": Fake._signed_url,
    r"GET /v1/convai/conversations": Fake._find,
    r"GET /v1/convai/conversations/(\w+)": Fake._conversation,
    r"DELETE /v1/convai/conversations/(\w+)": Fake._forget,
    r"GET /v1/convai/agents": lambda it, body, query: it._agent_summary(),
    r"POST /v1/convai/agents/create": lambda it, body, query: it._create("agents", "agent_id", body),
    r"GET /v1/convai/agents/(\w+)": lambda it, body, query, key: (
        (200, it.agents[key]) if key in it.agents else (404, {"detail": {"status": "agent_not_found"}})
    ),
    r"PATCH /v1/convai/agents/(\w+)": lambda it, body, query, key: it._patch("agents", key, body),
    r"GET /v1/convai/tools": lambda it, body, query: it._list("tools"),
    r"POST /v1/convai/tools": lambda it, body, query: it._create("tools", "id", {**body, "access_info": ACCESS}),
    r"PATCH /v1/convai/tools/(\w+)": lambda it, body, query, key: it._patch("tools", key, body),
    r"GET /v1/convai/secrets": lambda it, body, query: it._list("secrets"),
    r"POST /v1/convai/secrets": lambda it, body, query: it._create("secrets", "secret_id", {"name": body["name"]}),
    r"GET /v1/workspace/webhooks": lambda it, body, query: it._list("webhooks"),
    r"POST /v1/workspace/webhooks": Fake._create_webhook,
    r"PATCH /v1/workspace/webhooks/(\w+)": lambda it, body, query, key: it._patch("webhooks", key, body),
}


@contextmanager
def running() -> Iterator[FakeElevenLabs]:
    fake = FakeElevenLabs()

    class Handler(BaseHTTPRequestHandler):
        def _serve(self) -> None:
            raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            status, said = fake.answer(self.command, self.path, json.loads(raw) if raw else None)
            time.sleep(fake.hangs_s)
            content = said.encode() if isinstance(said, str) else json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Type", "text/html" if isinstance(said, str) else "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            for part in [content[at : at + 1] for at in range(len(content))] if fake.drips_s else [content]:
                time.sleep(fake.drips_s)
                self.wfile.write(part)

        do_GET = do_POST = do_PATCH = do_DELETE = _serve  # noqa: N815

        def log_message(self, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    # It ends with the test; looking for that every half second, as it would, costs more than the tests themselves.
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    fake.base = f"http://127.0.0.1:{server.server_port}"
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
