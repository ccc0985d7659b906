"""The agents, tools, secrets and webhooks that are kept at ElevenLabs. Raises VoiceUnavailable on any fault."""

from typing import Any

from calls.elevenlabs.asking import VoiceUnavailable, ask

WAIT_S = 30
PAGE = 100
Row = dict[str, Any]


def agents() -> list[Row]:
    return _pages(
        "agents", lambda client, **page: client.conversational_ai.agents.list(page_size=PAGE, archived=False, **page)
    )


def agent(agent_id: str) -> Row | None:
    """None when there is no such agent."""
    try:
        return _row(lambda client, options: client.conversational_ai.agents.get(agent_id, request_options=options))
    except VoiceUnavailable as fault:
        if fault.status == 404:
            return None
        raise


def create_agent(wanted: Row) -> str:
    made = _row(lambda client, options: client.conversational_ai.agents.create(**wanted, request_options=options))
    return str(made["agent_id"])


def update_agent(agent_id: str, wanted: Row) -> None:
    _row(lambda client, options: client.conversational_ai.agents.update(agent_id, **wanted, request_options=options))


def tools() -> list[Row]:
    return _pages("tools", lambda client, **page: client.conversational_ai.tools.list(page_size=PAGE, **page))


def create_tool(wanted: Row) -> str:
    request = {"tool_config": wanted}
    made = _row(lambda client, options: client.conversational_ai.tools.create(request=request, request_options=options))
    return str(made["id"])


def update_tool(tool_id: str, wanted: Row) -> None:
    request = {"tool_config": wanted}
    _row(lambda client, opts: client.conversational_ai.tools.update(tool_id, request=request, request_options=opts))


def secrets() -> list[Row]:
    return _pages("secrets", lambda client, **page: client.conversational_ai.secrets.list(page_size=PAGE, **page))


def create_secret(name: str, value: str) -> str:
    made = _row(
        lambda client, options: client.conversational_ai.secrets.create(name=name, value=value, request_options=options)
    )
    return str(made["secret_id"])


def webhooks() -> list[Row]:
    found = _row(lambda client, options: client.webhooks.list(request_options=options))
    rows: list[Row] = found["webhooks"]
    return rows


def create_webhook(name: str, url: str) -> tuple[str, str]:
    """Its id, and its secret, which they show this once."""

    def question(client: Any, options: Row) -> Any:
        from elevenlabs import WebhookHmacSettings

        settings = WebhookHmacSettings(name=name, webhook_url=url)
        return client.webhooks.create(settings=settings, request_options=options)

    made = _row(question)
    return str(made["webhook_id"]), str(made.get("webhook_secret") or "")


def enable_webhook(webhook_id: str, name: str) -> None:
    _row(
        lambda client, options: client.webhooks.update(
            webhook_id, is_disabled=False, name=name, retry_enabled=True, request_options=options
        )
    )


def _row(question: Any) -> Row:
    return ask(lambda client, options: _plain(question(client, options)), wait_s=WAIT_S)


def _pages(kind: str, question: Any) -> list[Row]:
    rows: list[Row] = []
    page: Row = {}
    while True:
        answer = _row(lambda client, options, page=page: question(client, **page, request_options=options))
        rows += answer[kind]
        if not answer.get("next_cursor"):
            return rows
        page = {"cursor": answer["next_cursor"]}


def _plain(answer: Any) -> Row:
    """As it came over the wire, as far as the SDK lets it be seen."""
    row: Row = answer.model_dump(mode="json", by_alias=True)
    return row
