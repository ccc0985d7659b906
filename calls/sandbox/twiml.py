"""TwiML as the built-in telephone company understands it: what to do on the line, in order."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

ON_TRIAL = ("Say", "Gather", "Play", "Pause", "Redirect", "Hangup")
NOT_ON_TRIAL = "This verb is not available on trial accounts."


class BadTwiml(Exception):
    """Not a document that a call can follow."""


@dataclass(frozen=True)
class Say:
    text: str


@dataclass(frozen=True)
class Gather:
    """Say `prompts`, then wait for words or keys and post them to `action`; an empty one is where the document came
    from."""

    prompts: tuple[str, ...]
    action: str
    method: str
    input: str
    hints: str
    action_on_empty_result: bool
    timeout_s: int
    num_digits: int | None
    finish_on_key: str


@dataclass(frozen=True)
class Stream:
    """Give the line to whoever answers at `url`; what follows comes when they leave."""

    url: str
    parameters: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Redirect:
    url: str
    method: str = "POST"


@dataclass(frozen=True)
class Hangup:
    pass


Verb = Say | Gather | Stream | Redirect | Hangup


def parse(xml: str | bytes, *, is_trial: bool = False) -> list[Verb]:
    """The verbs of a response. Raises BadTwiml. Pause is understood and takes no time here. On a trial account a
    sentence stands where a verb was that it may not use."""
    try:
        root = fromstring(xml)
        if root.tag != "Response":
            raise BadTwiml(f"<{root.tag}> where <Response> should be")
        return [_verb(element, is_trial) for element in root if element.tag != "Pause"]
    except (ParseError, ValueError, DefusedXmlException) as error:
        raise BadTwiml(str(error)) from error


def _verb(element: Element, is_trial: bool) -> Verb:
    text = (element.text or "").strip()
    if is_trial and element.tag not in ON_TRIAL:
        return Say(NOT_ON_TRIAL)
    if element.tag == "Say":
        return Say(text)
    if element.tag == "Gather":
        return _gather(element)
    if element.tag == "Redirect":
        return Redirect(text, element.get("method", "POST"))
    if element.tag == "Hangup":
        return Hangup()
    if element.tag == "Connect" and (stream := element.find("Stream")) is not None:
        return _stream(stream)
    raise BadTwiml(f"<{element.tag}> is not spoken here")


def _gather(element: Element) -> Gather:
    digits = element.get("numDigits")
    return Gather(
        prompts=tuple((say.text or "").strip() for say in element.findall("Say")),
        action=element.get("action", ""),
        method=element.get("method", "POST"),
        input=element.get("input", "dtmf"),
        hints=element.get("hints", ""),
        action_on_empty_result=element.get("actionOnEmptyResult", "false").lower() == "true",
        timeout_s=int(element.get("timeout", "5")),
        num_digits=int(digits) if digits else None,
        finish_on_key=element.get("finishOnKey", "#"),
    )


def _stream(element: Element) -> Stream:
    given = tuple((each.get("name", ""), each.get("value", "")) for each in element.findall("Parameter"))
    return Stream(url=element.get("url", ""), parameters=given)
