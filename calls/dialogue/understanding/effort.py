"""How hard this run was: a rating first, else plain words or an idiom as the middle of what they mean."""

import re
from collections.abc import Iterable

from calls.dialogue.understanding import hurting
from calls.dialogue.understanding import ratings as numbers
from calls.dialogue.understanding.ratings import Rating
from calls.dialogue.understanding.transcript import Turn
from runs.training.language.clauses import Clause

_VERY = (
    r"(?:(?:very|really|so|super|dead|too|extremely|absolutely|ridiculously|stupidly|incredibly|insanely|"
    r"unbelievably|bloody|damn|properly|mega|crazy|nice and|way too|far too|real|flipping|freaking|totally|"
    r"embarrassingly|almost too) )+"
)
_BIT = r"(?:(?:a bit|a little|fairly|pretty|quite|rather|relatively|reasonably|somewhat|mostly|on the) )+"
_SCALE = tuple(
    (re.compile(rf"\b(?:{pattern})\b"), value)
    for pattern, value in (
        (
            r"(?:chewed|beat|tore|broke|knocked|wore|took) me (?:up|out|down|apart|to (?:pieces|bits)|for 6)|killed "
            r"me|nearly (?:killed|finished|broke|did)|finished me|almost (?:killed|finished|broke)|destroyed me|"
            r"wrecked me|ruined me|broke me|wiped me out|did me in|beat me up|battered me|(?:kicked|whooped|handed "
            r"me) my (?:arse|ass|butt|backside)|brutal|murder|torture|(?<!like )(?<!me )hell|hellish|horrendous|"
            r"savage|on my last legs|death march|gave it everything|gave everything|took everything|everything i "
            r"(?:had|have|got)|nothing left to give|flat out|all out|max(?:imum|ed|imal)?(?: out)?(?: effort)?|"
            r"suffer ?fest|hanging on for|hardest|toughest|gruelling|grueling|crawl(?:ed|ing)|on my (?:hands and )"
            r"?knees|thought i (?:was going to|would) (?:die|throw up|puke|be sick)|(?:nearly |almost |actually |"
            r"properly )?died(?: out there| on)?|dying(?! to| for)|(?:could )?(?:barely|hardly) (?:finish|make it|"
            r"made it|finished|get round|survive\w*)|puk(?:e|ed|ing)|vomit\w*|beasted|punishing|exhausting|nightmare|"
            r"absolute beast|a beast|only just (?:survived|made it|finished)|survived|the death of me|destroyed|"
            r"obliterated|on the limit|in pieces|unbearable|ridiculously tough|finished me off|had nothing left|like "
            r"(?:wading|running|moving|swimming|walking|trudging) (?:through|in|on|uphill) (?:\w+ )?(?:treacle|mud|"
            r"cement|concrete|sand|glue|quicksand|molasses|water|syrup)|hang(?:ing|s)? out (?:of )?my|blowing out "
            r"(?:of )?my|lung ?buster|dig deep|dug deep|(?:drag|pull|haul)g?(?:ing|ed) (?:a|an) (?:\w+ )?(?:tyre|"
            r"fridge|sled|anvil|piano|caravan|bus|car)|eye ?balls out|wheels (?:came|fell) off|never again|never "
            r"(?:going to )?finish|attrition|like pulling teeth|a monster|monster of|blood sweat and tears|emptied "
            r"the tank|to hell and back|through the (?:wringer|mill|mincer)|put me through it|had me in bits|"
            r"(?:nearly|almost|about) (?:threw up|puked|died|cried|quit|gave up|packed it in)|in tears|at death 's "
            r"door|hardest|ground me down|on the ropes|absolutely nails|(?:was|is) nails|ball ?breaker|back breaker|"
            r"red ?lin\w+|in the red|kick(?:ed)? the (?:stuffing|crap|hell) out of|horrific|diabolical|a killer "
            r"session|(?:was|is|that was) (?:absolute |pure |utter )?(?:misery|agony|carnage|death|purgatory)",
            9,
        ),
        (
            rf"{_VERY}(?:hard|tough|difficult|challenging|rough|intense|demanding)|as hard as|"
                rf"hard as (?:nails|hell)|tough as", 9),
        (
            r"(?:not|never|was not) (?:that |too |so |very |particularly |really |all that |overly )*(?:easy|"
                r"a walk|a breeze|plain sailing)", 7),
        (
            r"(?:not|never) (?:find it |found it |feel |that |so |very |particularly |really |"
                r"especially )*(?:hard|tough|difficult|taxing|strenuous|challenging)(?: at all)?", 3),
        (r"not (?:too|overly|all that) (?:hard|tough|difficult|taxing)", 4),
        (
            r"piece of (?:cake|piss)|walk in the park|(?:jog|stroll) in the park|doddle|breez(?:e|y|ed)|cake ?walk|"
            r"no sweat|(?:hardly|barely|not even|did not|never) (?:broke|broken|break|broke into|breaking) (?:a|into "
            r"a) sweat|(?:in|with) my (?:sleep|eyes (?:closed|shut))|child 's play|(?:a|like a) stroll|a cinch|"
            r"effortless\w*|easy ?peasy|peasy|easy as (?:pie|anything|you like)|(?:could|can) have (?:easily |"
            r"happily |just |probably )*(?:gone on|kept going|carried on|run|done it|done that|done it all|gone "
            r"(?:all|another|forever|twice)|done (?:another|twice|double))(?! (?:faster|better))|no bother|(?:barely|"
            r"hardly) (?:felt it|noticed|out of first gear|worked|tired|had to try)|nothing to it|a cruise|"
            r"cruis(?:ed|ing)|easiest|snooze\w*|like nothing|no effort|(?:hardly|barely|not even) (?:felt like )"
            r"?(?:i was )?(?:trying|working)|could (?:easily |happily )?(?:run|do|go) (?:another|it again|again|"
            r"round again)|zero effort|a joke|laughably|no trouble at all|floated|not even trying|in second gear|"
            r"first gear|like floating|minimal effort|chat(?:ted|ting)? (?:the whole|all the) way|like a dream|flew "
            r"(?:round|by|past)|could have (?:sung|chatted|talked|nattered)|conversational|falling off a log|money "
            r"for old rope|a dawdle|a canter|a jolly|child ?'?s play|kids? 's stuff|third gear|gentle as|lazy (?:jog|"
            r"run|lap)|jog in the park|toddle|a bimble|no hassle|nice and steady|felt like nothing|not a bother|"
            r"stroll\w*|ticked over|tick over|on cruise control|cruise control|auto ?pilot|holding back|hardly "
            r"counts|barely (?:an effort|a workout|counts|tickled)|light work|felt like gliding|glid(?:ed|ing)|lamb "
            r"chops|simples|a gimme|plain sailing|with ease|barely puffed|not a struggle",
            2,
        ),
        (rf"{_VERY}(?:easy|gentle|chilled|relaxed|comfortable|comfy|simple)", 2),
        (rf"{_BIT}(?:hard|tough|difficult|challenging|rough|intense|demanding)", 7),
        (rf"{_BIT}(?:easy|gentle|comfortable|chilled|relaxed|comfy)", 3),
        (
            r"moderate(?:ly)?(?: hard)?|medium|middling|middle of the road|in the middle|in between|"
                r"neither easy nor hard|so so|(?:about|pretty|fairly|just) average|average effort|"
                r"not easy not hard|half and half", 5),
        (
            r"hard|tough|difficult|challenging|struggl\w+|a slog|slog|grind|rough|intense|demanding|"
                r"suffering|suffered (?:out|the whole|all|big)|a battle|a fight|a killer|strenuous|taxing|"
                r"heavy going|hard going|tough going|arduous", 8),
        (
            r"easy|gentle|gently|chilled|relaxed|comfortable|comfy|comfortably|simple|light (?:effort|run|"
                r"jog|session)",
            3,
        ),
    )
)  # fmt: skip
# Hard or easy, but not the run.
_ELSE = re.compile(
    r"\b(?:hard|easy|difficult|tough|rough)(?:er)? (?:to (?!run|keep|finish|maintain|hold)|ground|surface|day|week|"
    r"month|time|shoulder|night|morning|boiled|luck|rain|on the|drive|shift|meeting|part|bit|year|weather)|"
    r"\b(?:rain\w*|blow\w*|work(?:ing|ed)? so|breath\w*|try(?:ing)?|tried|pour\w*|landed|hit|snow\w*|thinking|"
    r"studying|study|party\w*|parti\w+|partied) (?:so |really |very |pretty |quite )?hard|\b(?:take|took|taking) it "
    r"easy (?:tomorrow|tonight|later|this)|\b(?:take|taking) it easy|\ba killer (?:hill|climb|headwind|heat)|\b(?:no|"
    r"any) (?:struggle|problem|trouble)|\bstruggl\w+ (?:to (?:get up|get out|find|fit|wake|sleep|motivate|breathe|"
    r"park)|with (?:motivation|sleep|time|work|the alarm))|\b(?:sleep|work|getting (?:up|out)|life|parking|"
    r"motivation|the (?:alarm|start))\b.{0,12} (?:hard|tough|difficult|rough|easy)|\bsurvived (?:the|on) (?:week|"
    r"coffee)|\bbreathing (?:was|is|got|felt) (?:\w+ )?(?:hard|heavy|tough|difficult|rough)|\b(?:fell|fall|came down|"
    r"went down) (?:really |so )?hard\b|\bhell of an?\b|\bwhat the hell\b|\b(?:easy|hard) (?:run|one|5|10|\d+|k|"
    r"session|day)s? (?:tomorrow|next|on|planned|scheduled)|\bdied (?:on me|halfway)|\b(?:watch|phone|battery|"
    r"headphones?) .{0,12}died|\b(?:light|dark)\b.{0,8}(?:outside|evenings?|mornings?)|\b(?:head|first|day|morning|"
    r"street|rain|red|traffic|green|sun) ?lights?\b|\bmedium energy|\benergy .{0,12}(?:medium|average|middling|so so|"
    r"in the middle)|\bheavy legs\b|\bno pain no gain\b|\btough cookie|\bhard work pays|\bheart rate (?:\w+ )?max\w*|"
    r"\bmax\w* (?:out )?(?:at|heart|hr) |\b(?:burpees|squats|warm ?up|press ups|lunges|drive|commute|journey|queue|"
    r"meeting|alarm|weights?) (?:\w+ ){0,4}?(?:was|were|is|are) \w+|\bknees? .{0,12}(?:rough|tough)|\bpizza "
    r".{0,10}light|\blight (?:rain|breeze|breakfast|drizzle|jacket|snack|shoes|wind)|\b(?:wind|breeze) "
    r".{0,8}(?:light|gentle)|\bgentle (?:breeze|reminder)|\b(?:light|gentle|nice|cool|lovely|the|sea) breeze\b|"
    r"\bbonk\w* (?:really |so )?hard|\b(?:nearly |almost |practically |just about )?(?:died|die|dying|cried|killed "
    r"myself) (?:of (?!it)|laughing|with (?:laughter|shame|embarrassment|boredom)|from (?:laughing|embarrassment|"
    r"boredom))|\bnever again (?:wear|eat|drink|will i|am i|with (?:the|those|that)|those|these|in those)|\bi "
    r"(?:will|would) never again\b"
)
_SEGMENT = re.compile(
    r"\b(?:first|last|final|opening|middle|second|next) (?:\d+ |couple of |few |half |bit |part )?(?:k|km|"
    r"mile|miles|kilomet\w+|minutes?|half|bit|part|section|hill|climb|stretch|lap|interval|rep|one|\d+)\b|"
    r"\b(?:hills?|climb|ending|finish|start|beginning|headwind|wind) (?:was|were|is|are|felt|nearly)\b|"
    r"\b(?:on|up|at|in|towards?|near) the (?:hills?|climbs?|end|start|beginning|finish)\b|\bthe (?:hills?|"
    r"climb) "
)
_NOT_RUN = re.compile(r"\b(?:not|never) (?:\w+ ){0,2}$")
_HARDER = re.compile(r"\b(?:much |a lot |way |far |loads )(?:harder|tougher)\b")
_EASIER = re.compile(r"\b(?:much |a lot |way |far |loads )easier\b")


def read(turns: list[Turn], ratings: Iterable[Rating]) -> int | None:
    """The difficulty of this run from 1 to 10, or None where it was not said."""
    if (number := rated(ratings)) is not None:
        return number
    told = [
        clause
        for turn in turns
        if turn.asked not in _NOT_ABOUT_EFFORT
        for clause in turn.clauses
        if not hurting.hurts(clause) and not _is_about_a_pain(turn, clause)
    ]
    told = [clause for clause in told if not any(_goes_on_about_energy(clause, before) for before in told)]
    if any(_OF_MEAL.search(turn.plain) for turn in turns):
        # What was eaten is not to be eaten again.
        told = [clause for clause in told if clause.text.strip() != "never again"]
    whole_run = [value for clause in told if (value := in_clause(clause)) and not _SEGMENT.search(clause.text)]
    return whole_run[-1] if whole_run else None


_OF_MEAL = re.compile(
    r"\b(?:ate|eaten|eating|burger|curry|kebab|pizza|lunch|dinner|breakfast|wore|wearing|pint|beers?)\b"
)
_NOT_ABOUT_EFFORT = frozenset({"pain", "where", "severity", "energy", "move", "task", "water", "food"})


def _is_about_a_pain(turn: Turn, clause: Clause) -> bool:
    """ "Since I landed it's agony", of a foot."""
    before = turn.clauses[clause.at - 1] if clause.at else None
    return before is not None and hurting.hurts(before) and hurting.carries_on(clause)


def rated(ratings: Iterable[Rating]) -> int | None:
    """ "The hills were a nine, overall it was a six": what is said of the whole run goes before, then the last word."""
    given = [rating for rating in ratings if _is_of_this_run(rating)]
    overall = [rating for rating in given if rating.overall]
    whole_run = [rating for rating in given if not _is_of_a_part(rating)]
    chosen = overall or whole_run or given
    return numbers.whole(chosen[-1].value) if chosen else None


def _is_of_a_part(rating: Rating) -> bool:
    text = rating.clause.text
    return bool(_SEGMENT.search(text)) and not numbers.FIRST_ONE.search(text)


def _goes_on_about_energy(clause: Clause, before: Clause) -> bool:
    """ "Energy wise I'm alright, medium." """
    short = len(clause.text.split()) <= 3 and 0 <= clause.at - before.at <= 2 and clause.sentence == before.sentence
    return short and re.search(r"\b(?:energy|tank)\b", before.text) is not None


def _is_of_this_run(rating: Rating) -> bool:
    clause = rating.clause
    if rating.topic != "effort" or not 0.5 <= rating.value <= 10 or clause.is_before:
        return False
    return not (
        clause.is_others(max(clause.text.find(f"{rating.value:g}"), 0))
        or re.search(
            r"\b(?:thought|expect\w*|planned|supposed to|meant to|aim\w*|hop\w+|should have been)\b",
            clause.text,
        )
    )


def in_clause(clause: Clause) -> int | None:
    if (
        clause.is_before
        or clause.is_others(len(clause.text))
        or re.search(
            r"\b(?:would have been|expect\w*|supposed to be|meant to be|thought it would)\b",
            clause.text,
        )
    ):
        return None
    return in_words(clause.text)


def in_words(text: str) -> int | None:
    """A difficulty for the words in plain form."""
    text = _ELSE.sub(" ", text)
    if _HARDER.search(text):
        return 8
    if _EASIER.search(text):
        return 3
    return next((value for pattern, value in _SCALE if _said(pattern, text)), None)


def _said(pattern: re.Pattern[str], text: str) -> bool:
    return any(
        found[0].startswith(("not", "never", "no ", "neither")) or not _NOT_RUN.search(text[: found.start()])
        for found in pattern.finditer(text)
    )
