"""Other emergencies that a runner may tell a coach of, beside those of the training guide: a clot, a stroke, a pressed
nerve, muscle in the urine, a bone about to break, an allergy, the heat; and a few words in other languages."""

_SWOLLEN = r"(?:swollen|swell\w*|swelled|blown up|puffy|balloon\w*)"
_HOT = r"(?:hot|red|warm|burning|throbbing|painful|hard|tender)"
_SADDLE = r"(?:between my legs|my (?:private parts|privates|groin|bum|bottom|saddle)|when i wipe|down there)"

ALONE = {
    "clot": rf"(?:calf|lower leg|leg) (?:[\w']+ ){{0,6}}?{_SWOLLEN} (?:[\w']+ ){{0,4}}?{_HOT}|"
    rf"(?:calf|lower leg) (?:[\w']+ ){{0,6}}?{_HOT} (?:[\w']+ ){{0,3}}?(?:and )?{_SWOLLEN}|blood clot|thrombosis|dvt",
    "stroke": r"(?:slurr\w+|garbled|jumbled) (?:[\w']+ ){0,2}?(?:speech|words?)|(?:can|could) not (?:get|find|say) "
    r"(?:my|any|the) words|(?:face|mouth|smile|eyelid) (?:[\w']+ ){0,3}?(?:droop\w*|dropp\w*|lopsided)|"
    r"(?:lost|losing|gone) (?:the |my |all )*(?:sight|vision)|(?:gone |went )blind|one side of (?:my )?(?:body|face)|"
    r"(?:left|right|whole) side (?:[\w']+ ){0,2}?(?:weak|numb|gone|dead|not working)",
    "nerve": rf"(?:can not|no|lost|without) (?:[\w']+ )?(?:feel\w*|sensation) (?:[\w']+ ){{0,3}}?{_SADDLE}|"
    r"(?:can not|could not|unable to) (?:pee|wee|urinate|go to the (?:loo|toilet)|hold my (?:pee|wee|bladder))|"
    r"(?:wet|pooed|soiled) myself|lost control of my (?:bladder|bowels?)|(?:drag\w*|trailing) (?:my|the|"
    r"that) (?:\w+ )?"
    r"(?:foot|leg)|foot drop|(?:whole|entire) (?:left |right )?(?:leg|arm|side) (?:went |is |has gone |gone )*numb",
    "urine": r"(?:pee|wee|urine|water) (?:[\w']+ ){0,4}?(?:brown|cola|coke|dark red|black|blood\w*|coffee|"
    r"tea colou?red)|"
    r"(?:brown|cola|coke|black|red|bloody) (?:coloured |colored )?(?:pee|wee|urine)|blood (?:[\w']+ )?(?:in|when i) "
    r"(?:my |the |pass\w* |pee|wee)*(?:pee|wee|urine|water|toilet)?|(?:pee|piss|wee)(?:ing|d|ed) blood",
    "snapped": r"(?:achilles|tendon|ligament|hamstring|calf|knee|acl) (?:[\w']+ ){0,3}?(?:snapp\w+|ruptur\w+|"
    r"tore right|"
    r"went (?:bang|pop))|(?:heard|felt) (?:it|my \w+) (?:[\w']+ )?snap\b|bone (?:[\w']+ ){0,3}?"
    r"(?:sticking|poking|through|broken|snapped)|(?:leg|arm|ankle|wrist|foot) (?:is |looks )?(?:broken|"
    r"snapped|deformed|"
    r"bent the wrong|at a funny angle|at a weird angle)|broke(?:n)? my (?:leg|arm|ankle|wrist|foot|hip|collar ?bone)|"
    r"dislocat\w+|kneecap (?:[\w']+ )?(?:out|popped)|(?:knee|ankle) (?:has |is |'s )?(?:completely |totally )?locked",
    "bone at night": r"(?:shin|bone|foot|hip|heel|leg|groin) (?:[\w']+ ){0,10}?(?:hurts?|aches?|throbs?|pain\w*|"
    r"kills?) "
    r"(?:[\w']+ ){0,3}?(?:at night|in bed|lying (?:down|in bed)|at rest|keeps me awake|wakes me)",
    "allergy": r"(?:lips?|tongue|throat|face) (?:[\w']+ ){0,3}?swell\w*|swell\w* (?:lips?|tongue|throat)|anaphyla\w+|"
    r"hives all over",
    "heat": r"stopped sweating|(?:heat|sun) ?stroke|confused and (?:hot|shaking|shivering)|shivering in the heat",
    "chest in other words": r"chest ?pains?|(?:stabb\w*|sharp|pain\w*|hurts?) (?:[\w']+ ){0,5}?(?:when|if|"
    r"every time|whenever) "
    r"i (?:breathe|inhale|take a (?:deep )?breath)|heart (?:races|pounds|thumps|"
    r"races and pounds) (?:[\w']+ ){0,3}?(?:at rest|in "
    r"bed|lying|sitting|for no reason|at night)|lost all (?:the )?(?:feeling|sensation) in (?:my|the)|"
    r"(?:left|whole) arm "
    r"(?:[\w']+ ){0,3}?(?:tingl\w*|numb|heavy|ach\w*)",
    "elsewhere": r"brustschmerz\w*|schmerzen in der brust|ohnm[aä]chtig\w*|keine luft|atemnot|(?:dolor (?:de|"
    r"en el)|me duele el) "
    r"pecho|me desmay\w+|douleurs? (?:[\w']+ )?(?:à|a|dans) la poitrine|mal (?:à|a) la poitrine|[eé]vanoui\w*|"
    r"dolore? al petto|svenut\w+|dor no peito|desmai\w+|pijn op de borst|flauwgevallen",
}  # fmt: skip
