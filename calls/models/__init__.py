"""Conversations with the coach, and the telephone calls that carry some of them."""

from calls.models.allowance import Allowance
from calls.models.call import Call, CallEvent, CallQuerySet
from calls.models.conversation import AgentToolCall, ConversationSession, ConversationTurn, new_reference
from calls.models.line import Halt, NearMiss, Pace

__all__ = [
    "AgentToolCall",
    "Allowance",
    "Call",
    "CallEvent",
    "CallQuerySet",
    "ConversationSession",
    "ConversationTurn",
    "Halt",
    "NearMiss",
    "Pace",
    "new_reference",
]
