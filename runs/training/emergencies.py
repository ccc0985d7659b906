"""Other emergencies that a runner may tell a coach of, beside those of the training guide: a clot, a stroke, a pressed
nerve, a bone that broke, the heat, a few words in other languages; and the families that have a module of their own."""

from runs.training import airways, blows, bones, circulation, nerves, trunk

_FAMILIES = (circulation, nerves, bones, airways, blows, trunk)

ALONE = {
    "stroke": r"(?:slurr\w+|garbled|jumbled) (?:[\w']+ ){0,2}?(?:speech|words?)|(?:can|could) not (?:get|find|say) "
    r"(?:my|any|the) words|(?:face|mouth|smile|eyelid) (?:[\w']+ ){0,3}?(?:droop\w*|dropp\w*|lopsided)|"
    r"(?:lost|losing|gone) (?:the |my |all )*(?:sight|vision)|(?:gone |went )blind|(?:whole|all|only|just|left|right|"
    r"one|numb\w*|weak\w*|down) (?:of |on |down )?one side of (?:my )?(?:body|face)|"
    r"(?:left|right|whole) side (?:[\w']+ ){0,2}?(?:weak|numb|gone|dead|not working)",
    "nerve": r"(?:wet|pooed|soiled) myself(?! laugh\w*)|lost control of my (?:bladder|bowels?)|(?:drag\w*|trailing) "
    r"(?:my|the|that) (?:\w+ )?"
    r"(?:foot|leg)|foot drop|(?:whole|entire) (?:left |right )?(?:leg|arm|side) (?:went |is |has gone |gone )*numb",
    "snapped": r"(?:achilles|tendon|ligament|hamstring|calf|knee|acl) (?:[\w']+ ){0,3}?(?:snapp\w+|ruptur\w+|"
    r"tore right|went (?:bang|pop))|(?:heard|felt) (?:it|my \w+) (?:[\w']+ )?snap\b|bone (?:[\w']+ ){0,3}?"
    r"(?:sticking|poking|through|broken|snapped)|(?:leg|arm|ankle|wrist|foot) (?:is |looks )?(?:broken|"
    r"snapped|deformed|"
    r"bent the wrong|at a funny angle|at a weird angle)|broke(?:n)? my (?:leg|arm|ankle|wrist|foot|hip|collar ?bone)|"
    r"dislocat\w+|kneecap (?:[\w']+ )?(?:out|popped)|(?:knee|ankle) (?:has |is |'s )?(?:completely |totally )?locked",
    "heat": r"stopped sweating|(?:heat|sun) ?strokes?|confused and (?:hot|shaking|shivering)|shivering in the heat",
    "chest in other words": r"chest ?pains?|(?:stabb\w*|sharp|pain\w*|hurts?) (?:[\w']+ ){0,5}?(?:when|if|"
    r"every time|whenever) i (?:breathe|inhale|take a (?:deep )?breath)|heart (?:races|pounds|thumps|"
    r"races and pounds) (?:[\w']+ ){0,3}?(?:at rest|in "
    r"bed|lying|sitting|for no reason|at night)|lost all (?:the )?(?:feeling|sensation) in (?:my|the)|"
    r"(?:left|whole) arm (?:[\w']+ ){0,3}?(?:tingl\w*|numb|heavy|ach\w*)",
    "elsewhere": r"brustschmerz\w*|schmerzen in der brust|ohnm[aä]chtig\w*|keine luft|atemnot|(?:dolor (?:de|"
    r"en el)|me duele el) "
    r"pecho|me desmay\w+|douleurs? (?:[\w']+ )?(?:à|a|dans) la poitrine|mal (?:à|a) la poitrine|[eé]vanoui\w*|"
    r"dolore? al petto|svenut\w+|dor no peito|desmai\w+|pijn op de borst|flauwgevallen",
}  # fmt: skip
ALONE |= {name: sign for family in _FAMILIES for name, sign in family.ALONE.items()}
TOGETHER = {name: sign for family in _FAMILIES for name, sign in family.TOGETHER.items()}
PAIRS = tuple(pair for family in _FAMILIES for pair in family.PAIRS)
CLOSE = frozenset(pair for family in _FAMILIES for pair in family.CLOSE)
