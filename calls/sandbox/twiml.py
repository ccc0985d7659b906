"""TwiML as the built-in telephone company understands it: what to do on the line, in order."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from defusedxml.ElementTree import fromstring


class BadTwiml(Exception):
    """Not a document that a call can follow."""


@dataclass(frozen=True)
class Say:
    text: str


@dataclass(frozen=True)
class Gather:
    """Say `prompts`, then wait for words or keys and post them to `action`."""

    prompts: tuple[str, ...]
    action: str
    input: str
    hints: str
    action_on_empty_result: bool
    timeout_s: int


@dataclass(frozen=True)
class Redirect:
    url: str


@dataclass(frozen=True)
class Hangup:
    pass


Verb = Say | Gather | Redirect | Hangup


def parse(xml: str | bytes) -> list[Verb]:
    """The verbs of a response. Raises BadTwiml. Pause is understood and takes no time here."""
    try:
        root = fromstring(xml)
    except (ParseError, ValueError) as error:
        raise BadTwiml(str(error)) from error
    if root.tag != "Response":
        raise BadTwiml(f"<{root.tag}> where <Response> should be")
    verbs = [_verb(element) for element in root if element.tag != "Pause"]
    return [verb for verb in verbs if verb is not None]


def _verb(element: Element) -> Verb:
    if element.tag == "Say":
        return Say((element.text or "").strip())
    if element.tag == "Gather":
        return _gather(element)
    if element.tag == "Redirect":
        return Redirect((element.text or "").strip())
    if element.tag == "Hangup":
        return Hangup()
    raise BadTwiml(f"<{element.tag}> is not spoken here")


def _gather(element: Element) -> Gather:
    return Gather(
        prompts=tuple((say.text or "").strip() for say in element.findall("Say")),
        action=element.get("action", ""),
        input=element.get("input", "dtmf"),
        hints=element.get("hints", ""),
        action_on_empty_result=element.get("actionOnEmptyResult", "false").lower() == "true",
        timeout_s=int(element.get("timeout", "5")),
    )
