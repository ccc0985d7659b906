"""What sounds like a pain and is none: sayings, prices and roads that hurt, headaches and what is not called a pain."""

import re

IDIOM = re.compile(
    r"\bhurts? to (?:say|admit|watch|think)\b|\bagony (?:to )?(?:watch\w*|wait\w*|listen\w*|see\w*|choos\w*|decid\w*)"
    r"\b|\bno pain no gain\b|\b(?:real |right |bit of a |total |such a |proper |complete )?pain in the (?:neck|arse|"
    r"ass|backside|butt|bum|rear|proverbial)\b|\bpains? (?:to (?:organi[sz]e|get|park|find|do|set|fit|sort))\b|"
    r"\b(?:a|real|such a|right|bit of a|total) pain (?:to|when|getting|with the|because|but)\b|\bpainfully\b|"
    r"\bpainful to (?:watch|admit|say|look)\b|\b(?:is|was|are|were|be|being|such|what) (?:a |such a )(?:real |right |"
    r"bit of a |total |proper )?pain(?: too| though)? ?$|\b(?:ego|pride|feelings?|wallet) (?:\w+ ){0,2}(?:hurts?|"
    r"bruised|sore)\b|\bpain of (?:rush|getting|the|traffic|work)\b|\b(?:my )?heart (?:hurts?|ach\w+|breaks|broke)\b|"
    r"\bpain ?cave\b|\bpain ?free\b|\bpainless\w*|\bpain ?killers? (?:not )?needed\b|\bhurt(?:s|ing)? (?:(?:my|the|"
    r"his|her) )?(?:pride|ego|feelings|wallet|bank)\b|\bhurt (?:to|getting) (?:pay|lose|miss|see|spend)\b|\bit hurts "
    r"to (?:pay|lose|miss|see|spend|say|admit)\b|\bgrowing pains\b|\bsore (?:loser|point|subject|eyes)\b|\b(?:would|"
    r"will|could) not hurt(?: to)?\b|\b(?:will|would|does|might) (?:it|that) hurt to\b|\bnever hurts? to\b|\bpain "
    r"barrier\b|\bheart ?ache\b|\baching to\b|\bsuffer fest\b|\bstitched up\b|\bin stitches\b|\bpainted\b|\btender "
    r"(?:age|loving)\b|\bspare me the pain\b|\b(?:pain|hurt) locker\b|\bstrain(?:ed|ing)? to (?:hear|see)\b|"
    r"\b(?:without|no) (?:any )?(?:strain|injur\w+)\b|\bhead ?ache(?:s)? (?:for|to|with) (?:organ|work|sched)\w*|"
    r"\b(?:pain|hurt) (?:of|to) (?:getting up|leaving|the alarm)\b|\b(?:hills?|climbs?|ascent|start|alarm|price|pace|"
    r"wind|cold|last (?:bit|k|km|mile|half|rep|one)|intervals?|reps|sprints?|session|effort|stairs|finish|heat|wait|"
    r"delay|loss|result|race|5k|10k) (?:\w+ ){0,2}?(?:hurts?|hurting|(?:was|is|were|are) (?:\w+ )?painful)\b(?! "
    r"(?:my|the) \w)|\b(?:that|this|the|your|those|these) (?!run\b)[a-z]+ (?:of \w+ )?(?:is|was|are|were) (?:\w+ )"
    r"?painful(?! to (?:walk|bend|touch|move|stand|step|run|put|lift|press))\b|\bhurts? my (?:soul|heart|pride|ego|"
    r"eyes|ears|brain|wallet|feelings|bank)\b|\b(?:hurt|hurting) (?:myself|my (?:sides|face|stomach|belly)) (?:with )"
    r"?laugh\w*\b|\b(?:getting (?:up|out)|waking|leaving|parking|mornings?|packing|paying|the alarm)\b.{0,20} (?:is|"
    r"was|are) (?:\w+ )?painful\b|\bstitch in time\b|\b(?:eye|heart) bleed\w*\b|\bbled (?:dry|time|the)\b|\bmy watch "
    r"(?:is )?strain\w*\b|\bsuffer(?:ed)? for my art\b|\bcold hurt my\b(?! (?:chest|knee))|\bpain au\b|\bpain to "
    r"get\b"
)
HEADACHE = re.compile(r"\b(?:head ?ache|migraine|tooth ?ache|ear ?ache|hangover|sore throat)s?\b")
NO_SUCH = re.compile(
    r"\b(?:not|no|nothing|never)\b.{0,25}\b(?:call|consider|count as|say) (?:it |that )?(?:a )?(?:pain|"
    r"niggle|injury)\b|\bnothing i would call\b|^(?:that )?i (?:would|could) (?:\w+ )?(?:call|describe as|"
    r"consider) (?:an? )?(?:pain|injury|niggle)\b"
)
