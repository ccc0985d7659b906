"""A call that our telephone company holds is given to the agent."""

from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, ParseError, SubElement, tostring

from defusedxml.ElementTree import fromstring
from django.conf import settings

from calls.elevenlabs.asking import VoiceUnavailable, ask, is_theirs


@dataclass(frozen=True)
class Registration:
    """TwiML that connects the call, and the agent's own id for the conversation where it names one."""

    twiml: str
    conversation_id: str


def register_call(*, to: str, variables: dict[str, Any], then: str) -> Registration:
    """Connect an outbound call to the agent; `then` is the address the call goes on to when the agent leaves it.
    Raises VoiceUnavailable on any fault; asks only once."""

    def question(client: Any, options: dict[str, Any]) -> str:
        return str(
            client.conversational_ai.twilio.register_call(
                agent_id=settings.ELEVENLABS_AGENT_ID,
                from_number=settings.TWILIO_PHONE_NUMBER,
                to_number=to,
                # Their own default is "inbound".
                direction="outbound",
                conversation_initiation_client_data={"dynamic_variables": variables},
                request_options=options,
            )
        )

    root, stream = _checked(ask(question))
    redirect = SubElement(root, "Redirect", {"method": "POST"})
    redirect.text = then
    named = [it.get("value", "") for it in stream.findall("Parameter") if it.get("name") == "conversation_id"]
    return Registration(tostring(root, encoding="unicode"), (named or [""])[0][:64])


def _checked(twiml: str) -> tuple[Element, Element]:
    """The answer and the stream in it, if it is a stream to ElevenLabs and nothing else."""
    try:
        root = fromstring(twiml)
    except (ParseError, ValueError) as fault:
        raise VoiceUnavailable("not XML") from fault
    verbs = [element.tag for element in root.iter() if element.tag != "Parameter"]
    stream = root.find("Connect/Stream")
    if verbs != ["Response", "Connect", "Stream"] or stream is None or not is_theirs(stream.get("url", "")):
        raise VoiceUnavailable("no stream")
    return root, stream
