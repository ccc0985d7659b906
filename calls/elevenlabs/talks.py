"""Conversations with the agent: one begun in the browser, one looked up afterwards, one forgotten."""

from typing import Any

from django.conf import settings

from calls.agent import told
from calls.elevenlabs.asking import VoiceUnavailable, ask, is_theirs


class NoSuchConversation(VoiceUnavailable):
    """They do not know this id."""


def signed_url() -> str:
    """An address at which a browser may begin one conversation within 15 minutes. Raises VoiceUnavailable."""

    def question(client: Any, options: dict[str, Any]) -> str:
        answer = client.conversational_ai.conversations.get_signed_url(
            agent_id=settings.ELEVENLABS_BROWSER_AGENT_ID, request_options=options
        )
        return str(answer.signed_url)

    url = ask(question)
    if not is_theirs(url):
        raise VoiceUnavailable("an address elsewhere")
    return url


def fetch(conversation_id: str) -> told.Told:
    """A conversation as it stands. Raises NoSuchConversation or VoiceUnavailable."""

    def question(client: Any, options: dict[str, Any]) -> told.Told:
        found = client.conversational_ai.conversations.get(conversation_id, request_options=options)
        return told.parse(found.model_dump(mode="json"))

    try:
        return ask(question)
    except VoiceUnavailable as fault:
        raise _unknown(fault) from fault


def find(call_ref: str) -> str:
    """The agent's id for the conversation with this reference of ours; "" when they have none. Raises
    VoiceUnavailable."""

    def question(client: Any, options: dict[str, Any]) -> str:
        page = client.conversational_ai.conversations.list(
            dynamic_variable_params=[f"call_ref:eq:{call_ref}"], page_size=1, request_options=options
        )
        return str(page.conversations[0].conversation_id) if page.conversations else ""

    return ask(question)


def forget(conversation_id: str) -> None:
    """Their transcript and sound of a conversation are deleted; one they no longer know is forgotten already. Raises
    VoiceUnavailable."""

    def question(client: Any, options: dict[str, Any]) -> None:
        client.conversational_ai.conversations.delete(conversation_id, request_options=options)

    try:
        ask(question)
    except VoiceUnavailable as fault:
        if fault.status != 404:
            raise


def _unknown(fault: VoiceUnavailable) -> VoiceUnavailable:
    return NoSuchConversation(str(fault), status=404) if fault.status == 404 else fault
