"""Signs of the belly and the loins: an organ that bursts or twists, a pregnancy in danger, too much water drunk,
kidneys that stop, sugar gone too low."""

_BELLY = r"(?:stomach|tummy|belly|abdom\w+|guts?)"
_BAD = r"(?:pain\w*|agony|hurt\w*|ach(?:e|es|ing)|cramp\w*|killing|tender|sore)"
_BALLS = (
    r"(?:testic\w+|testes|scrotum|ball ?sack|bollocks?|goolies|crown jewels|(?:my|one of my|both my|the|left|right) "
    r"(?:left |right )?(?:balls|bollock)(?! of| (?:to|in the|and chain|out|off))|(?:left|right) (?:ball|nut)\b(?! of)|"
    r"one of my (?:nuts|balls))"
)
_SUFFER = (
    r"(?:agony|kill\w*|swoll\w*|swell\w*|excruciating|twist\w*|throbb\w*|huge|enormous|pain\w*|hurt(?:s|ing)?|"
    r"ach(?:e|es|ing)|size of|lump|unbearable)"
)
_WATER = (
    r"(?:(?:drank|drunk|drinking|drink|downed|sank|necked|got through|had|took on|guzzl\w+|chugg\w+) (?:[\w']+ )"
    r"{0,3}?(?:litres?|liters?|gallons?|pints|buckets|loads|tons|too much|so much|far too|lots|heaps|\d+ bottles|"
    r"bottle after bottle|gallons|every (?:cup|station)) ?(?:[\w']+ ){0,4}?(?:water|fluids?|it|them|station|cup)?|"
    r"over ?-?hydrat\w+|hyponatr\w+|(?:too much|so much|way too much) water)"
)

ALONE = {
    "belly": rf"(?:worst|most (?:severe|intense|awful|terrible)|excruciating|unbearable|agoni[sz]ing|severe) (?:\w+ )"
    rf"{{0,2}}?{_BELLY} (?:\w+ )?(?:pains?|ache|cramps?)|{_BELLY} (?:[\w']+ ){{0,4}}?(?:(?:hard|stiff|rigid) (?:as|"
    r"like) (?:a )?(?:board|rock|plank)|rigid|(?:swollen|distended) and (?:\w+ )?(?:hard|rigid|tender))|(?:can|"
    r"could) not (?:\w+ )?pass (?:any )?(?:wind|gas)|appendi(?:x|citis)|(?:kidney|gall) ?stones?",
    "testicle": rf"{_BALLS} (?:[\w']+ ){{0,5}}?{_SUFFER}|(?:agony|pain\w*|ach(?:e|es|ing)|swelling|lump|twist\w*) "
    rf"(?:[\w']+ ){{0,3}}?(?:in|of|at) (?:my|the|one|a) (?:left |right )?{_BALLS}",
    "groin blow": r"sudden\w* (?:\w+ )?(?:pain|agony) in (?:the|my) (?:balls|nuts)(?! of)|(?:agony|pain\w*|ache) in "
    r"my (?:balls|"
    r"nuts)(?! of)",
    "no urine": r"(?:hardly|barely|not|never) (?:really |even )?(?:peed|weed|urinated|passed (?:any )?(?:water|urine)|"
    r"been (?:able )?for a (?:wee|pee)|had a (?:wee|pee)|gone for a (?:wee|pee)) (?:at all )?(?:since (?:yesterday|"
    r"last night|the (?:race|run|marathon|long)|\w+day)|all day|in (?:over |about |nearly )?(?:\d+|a) (?:hours|day)|"
    r"for (?:over |about |nearly )?(?:\d+|a) (?:hours|day))",
    "sugar": r"(?:blood sugars?|blood glucose|glucose|sugars) (?:[\w']+ ){0,4}?(?:[12](?:\.\d)?|[3-5]\d)(?! (?:g|grams|"
    r"percent|k|km|miles|minutes|hours|days|weeks|out of)\b)|(?:severe|bad|massive|nasty) hypo\b",
}  # fmt: skip

TOGETHER = {
    "belly pain": rf"{_BAD} (?:[\w']+ ){{0,6}}?{_BELLY}|{_BELLY}(?: 's)? (?:[\w']+ ){{0,4}}?{_BAD}",
    "belly alarm": r"(?:can|could) not (?:\w+ )?(?:stand|straighten) (?:up )?(?:straight|upright|properly|at all)|"
    r"moved "
    r"(?:\w+ )?(?:to|down to|over to) (?:the|my) (?:lower )?right|rigid|fever\w*|high temperature|temperature of|"
    r"(?:pass"
    r"\w*|throw\w*|vomit\w*) (?:\w+ )?blood|burst\w*|worst (?:pain|thing) (?:ever|of my life|i have)",
    "low on the right": r"(?:low(?:er)?|bottom|down) (?:[\w']+ ){0,5}?right\b|right (?:[\w']+ ){0,3}?(?:low(?:er|"
    r" down)?|bottom|side of my (?:stomach|tummy|belly))",
    "sick with it": r"vomit\w*|threw up|throw(?:ing|n) up|puk\w+|fever\w*|temperature|getting worse|shiver\w*",
    "pregnant": r"pregnan\w+|(?:weeks|months) (?:gone|along|in)\b|expecting a|(?:my|the|baby) bump\b|trimester",
    "in danger": r"bleed\w*|bled\b|spotting|(?:waters?|fluid) (?:\w+ )?(?:broke\w*|gone|leak\w*|went)|contractions?|"
    r"leaking|baby (?:[\w']+ ){0,3}?(?:not|stopped|less) (?:\w+ )?(?:mov\w*|kick\w*)|not felt (?:the baby|it|her|him) "
    r"(?:mov\w*|kick\w*)|dizz\w+|faint\w*|calf|(?:bad|strong|severe|sharp|sudden) (?:\w+ )?(?:cramp\w*|pains?)",
    "too much water": _WATER,
    "water on the brain": r"confus\w*|muddled|foggy|slurr\w*|no sense|out of it|puk\w+|vomit\w*|threw up|throwing up|"
    r"(?:hands?|fingers?|rings?|wrists?) (?:[\w']+ ){0,4}?(?:puff\w*|swoll\w*|swell\w*|balloon\w*|fat|come off|"
    r"sausages?)"
    r"|(?:splitting|terrible|awful|pounding|banging|blinding|bursting|worst) (?:\w+ )?head ?ache|twitch\w*|seizure",
    "hypo": r"hypo\b|hypoglyc\w+|(?:blood )?sugars? (?:[\w']+ ){0,3}?(?:dropped|crashed|plummet\w*|through the floor|"
    r"on "
    r"the floor|too low|very low|dangerously)|diabet\w+",
    "out of it": r"confus\w*|passed out|collaps\w*|faint\w*|slurr\w*|not making sense|could not stand|do not remember|"
    r"out of it|unconscious|(?:paramedic|ambulance)s?",
}  # fmt: skip
CLOSE = frozenset({("belly pain", "low on the right"), ("hypo", "out of it")})
PAIRS = (
    ("belly pain", "belly alarm"), ("low on the right", "sick with it"), ("pregnant", "in danger"),
    ("too much water", "water on the brain"), ("hypo", "out of it"),
)  # fmt: skip
