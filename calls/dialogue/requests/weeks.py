"""Whole weeks: easier, the same again, fewer runs, a weekday less."""

import re

from calls.dialogue.requests.request import ABOUT_A_RUN, DAY, Request, standing
from runs.training.language.clauses import Clause

_EASIER = re.compile(
    r"\b(?:easier|lighter|gentler|easy|light|quieter|recovery|down) (?:\w+ )?week\b|\b(?:take|go|"
    r"make|keep|have) .{0,16}\b(?:easy|easier|lighter|gentler)\b.{0,12}\bweek\b|"
    r"\b(?:this|next|the) week .{0,8}(?:easier|lighter|gentler)\b|\b(?:week|plan"
    r") (?:is )?(?:too (?:much|hard)|a bit much)\b|\bmake it (?:easier|lighter|gentler)\b"
)  # fmt: skip
_REPEAT = re.compile(
    r"\brepeat (?:this|the|last|that|my) week\b|\brepeat (?:it|the week)\b|\b(?:same|"
    r"this week) (?:week )?again\b|\banother week (?:like|of) (?:this|the same)\b|\b(?:do|"
    r"run) (?:this|last|the same) week again\b|\bstay (?:on|at) this week\b"
)  # fmt: skip
# Of the past only in its words.
_SAME_AGAIN = re.compile(
    r"^(?:(?:just|the|do|can|could|we|let us|i would like|make it|please) )*same (?:as|like) (?:last|this) "
    r"week(?: again)?(?: please| thanks)?$"
)
_FEWER = re.compile(
    r"\b(?:fewer|less) (?:\w+ )?(?:runs|days|sessions|often)\b|\b(?:cut|drop|go|come|scale) (?:down|"
    r"back) (?:to|on)?.{0,10}\b(?:runs|days|times|week)?\b|\brun less\b|\bone (?:run|day|"
    r"session) less\b|\btoo many (?:runs|days)\b"
)
_TIMES = re.compile(
    r"\b(?:just |only |to |maybe |do |manage |make it )?([1-5]) (?:(?:runs|days|times|sessions) )?(?:a|per|"
    r"each|every|in a) week\b|\b(?:only|just|down to|to) ([2-5]) (?:runs|days|times|"
    r"sessions)\b(?! ago)|\b([1-5]) (?:runs|days) instead of\b|\b(?:only|just|to|run) twice (?:a|per|each|"
    r"every) week\b"
)
_RUN_TIMES = re.compile(
    r"\b(?:like|want|prefer|rather|could|can) (?:\w+ ){0,3}?(?:run|runs|go|train|running) ([1-7]) (?:times|"
    r"days)\b(?! (?:the|that|as|more|this) )"
)
_TOO_MANY = re.compile(r"\btoo (?:many|much|often|hard)\b")
_ONLY_DAYS = re.compile(
    r"\bonly (?:run|do|train|manage|make|free|have|on|be)\b|\bfrom now on\b|\b(?:work|works|suit|"
    r"suits) (?:me )?best\b|"
    r"\bmy (?:running )?days are\b|\bare my (?:new )?days\b|\bjust (?:run |do )?(?:on )?(?:\w+day)"
)
_DAY_OFF = re.compile(
    rf"\b(?:can not|can no longer|could not|not able to|do not want to|will not) (?:do|make|"
    rf"run(?: on)?)(?: on)? ({DAY})s?(?P<lasting> (?:any ?more|any longer|from now on|at all|"
    rf"ever)\b)?|"
    rf"\b({DAY})s (?:do not|no longer|will not) (?:work|suit)\b|"
    rf"\b(?:no (?:more )?(?:(?:runs?|running) on )?|without |leave out |keep (?:my )?|drop )({DAY})s\b(?: free)?"
)


def asked(told: tuple[Clause, ...], kind: str) -> Request | None:
    if standing(told, _REPEAT) or any(_SAME_AGAIN.search(clause.text) for clause in told):
        return Request("repeat_week")
    found = standing(told, _EASIER)
    if found is None:
        return None
    if "week" in found.string or kind not in ABOUT_A_RUN:
        return Request("ease_week", weeks_ahead=1 if "next" in found.string else 0 if "this" in found.string else None)
    # Right before a run "make it easier" is about that run.
    return Request("shorten") if kind == "pre_run" else None


def asked_fewer(told: tuple[Clause, ...]) -> Request | None:
    if found := standing(told, _TIMES) or standing(told, _RUN_TIMES):
        if _TOO_MANY.search(found.string):
            return Request("frequency")
        return Request("frequency", count=int(next(filter(None, found.groups()), 2)))
    return Request("frequency") if standing(told, _FEWER) else None


def asked_days(told: tuple[Clause, ...]) -> Request | None:
    """The weekdays that are left, or one that is gone for good. "I can't do Thursday" is this week's only."""
    for clause in told:
        days = tuple(dict.fromkeys(re.findall(rf"\b({DAY})s?\b", clause.text)))
        if len(days) > 1 and _ONLY_DAYS.search(clause.text) and not clause.is_others(len(clause.text)):
            return Request("days", only=" ".join(days))
        found = _DAY_OFF.search(clause.text)
        if not found or clause.is_others(found.start()):
            continue
        day = found[1] or found[3] or found[4]
        if found["lasting"] or not found[1] or re.search(rf"\b{day}s\b", found[0]):
            return Request("days", day=day)
    return None
