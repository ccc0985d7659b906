"""Words of somebody who may harm themselves. They are answered with people who can help, and told to a human coach."""

import re

from runs.training.language import clauses

_SIGNS = re.compile(
    r"\b(?:(?:kill|hurt|harm|cut|hang) (?:my ?self)|self ?harm\w*|end (?:it all|my life|things for good)|suicid\w+|"
    r"want(?:ed|ing)? to (?:die|be dead|disappear for ever)|wish i (?:was|were) dead|better off (?:dead|without me)|"
    r"do not (?:want|wish) to (?:live|be alive|be here any ?more|exist|wake up)|no (?:reason|point) (?:to|in) liv\w+|"
    r"take my own life|can not go on living|overdos\w+ on|thinking (?:of|about) ending (?:it|things))\b"
)
# "I hurt myself on the stairs" is an injury; "hills make me want to die" is a run.
_OTHERWISE = re.compile(
    r"\b(?:hurt myself (?:on|when|while|running|falling|by|at|in|last|again|yesterday|this)|nearly killed myself|"
    r"(?:hills?|intervals?|heat|pace|mile|sprint|reps?|session|boredom|embarrass\w+|laugh\w*)\b)"
)


def is_crisis(words: str) -> bool:
    """Whether somebody speaks of ending or harming their own life."""
    for clause in clauses.of(words):
        found = _SIGNS.search(clause.text)
        if found and not (_OTHERWISE.search(clause.text) or clause.is_others(found.start()) or _denied(clause, found)):
            return True
    return False


def _denied(clause: clauses.Clause, found: re.Match[str]) -> bool:
    return not found[0].startswith("do not") and clause.denies(found.start(), found.end())
