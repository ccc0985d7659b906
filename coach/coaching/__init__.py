"""The desk. Every event in a runner's training life passes here: record the fact, ask the pure rules what follows,
apply it, in one transaction; calls and notices follow from it. A module for each kind of event."""

from coach.coaching.calls import (
    call_me,
    call_off,
    change_profile,
    choose_calls,
    replan,
    schedule_call,
    send_code,
    set_calls,
    verify_number,
)
from coach.coaching.changes import accept, decline, undo
from coach.coaching.goal import change_goal, extend, screen, start_goal
from coach.coaching.health import clear, suspend
from coach.coaching.pausing import end_passed_pauses, pause, resume
from coach.coaching.refusals import NeedsConsent, Refused, Unsafe
from coach.coaching.running import EARLIEST_DONE, CheckIn, add_run, check_in, complete, correct, miss, skip, take_back
from coach.coaching.schedule import change_run, ease_week, move, repeat_week, shorten, swap
from coach.coaching.talking import close_left, conclude, converse, delete_transcript, discard, hang_up, open_talk
from coach.coaching.voice import close_line, conclude_voice

__all__ = [
    "EARLIEST_DONE", "CheckIn", "NeedsConsent", "Refused", "Unsafe", "accept", "add_run", "call_me", "call_off",
    "change_goal", "change_profile", "change_run", "check_in", "choose_calls", "clear", "close_left",
    "close_line", "complete", "conclude", "conclude_voice", "converse", "correct", "decline", "delete_transcript",
    "discard", "ease_week", "end_passed_pauses", "extend", "hang_up", "miss", "move", "open_talk", "pause",
    "repeat_week", "replan", "resume", "schedule_call", "screen", "send_code", "set_calls", "shorten", "skip",
    "start_goal", "suspend", "swap", "take_back", "undo", "verify_number",
]  # fmt: skip
