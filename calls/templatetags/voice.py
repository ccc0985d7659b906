"""Whether a page may offer to talk out loud."""

from django import template

from calls import elevenlabs

register = template.Library()


@register.simple_tag
def voice_is_there() -> bool:
    """There is a voice agent for the browser, its client is here, and they have not refused us lately."""
    return elevenlabs.is_in_browser()
