"""Signs of the heart, the lungs, the blood and the kidneys beside chest pain: a clot, blood where none should be,
muscle in the urine, lips gone blue, a pulse that will not come down."""

_LEG = r"(?:calf|lower leg|leg(?! (?:day|room|press))|limb)"
_BIG = (
    r"(?:(?:double|twice|2 times|3 times|triple|two times|half as big again as) (?:the |its |as |my |of )*(?:\w+ )?"
    r"(?:size|fat|big|thick|width|other|thickness)|(?:bigger|fatter|thicker|larger|wider|more swollen) than (?:the |"
    r"my |"
    r"its |it )*(?:other|left|right|normal|usual|should)|(?:like|as big as|size of) an? (?:\w+ )?(?:balloon|football|"
    r"melon|rugby ball|tree trunk|log|sausage|barrel|bowling ball|loaf)(?! (?:of|full))|balloon(?:ed|ing)|(?:massive|"
    r"huge|enormous|big|fat|swollen|puffy) compared)"
)
_SWOLLEN = (
    r"(?:swollen|swell\w*|swelled|blown up|blew up|puff(?:y|ed|ing)|balloon\w*|bigger|fatter|huge|massive|"
    r"enormous|engorged)"
)
_SKIN = r"(?:shiny|glossy|hot|red|discolou?red|purple|burning)"
_FIRM = r"(?:hard|tense|tight|warm|painful|sore|tender|throbbing|solid)"
_PEE = r"(?:pee|wee(?! (?:bit|run|dram|jog|while|niggle))|urine|piss|widdle|(?:my|passing|passed|made|making) water)"
_DARK = (
    r"(?:cola|coke|coca cola|pepsi|brown\w*|redd?ish|reddy|pinkish|pinky|tea|coffee|rust\w*|dark red|red|pink|black|"
    r"port|ros[eé]|blood\w*|treacle|"
    r"stout|guinness|iodine|mahogany|chocolate|ribena|bovril|marmite)"
)
_LOOKS = (
    r"(?:the colou?r|is|was|has been|been|came|coming|comes|looks?|looked|like|colou?r\w*|turned|gone|went|going|had|"
    r"with|has|all)"
)

ALONE = {
    "clot": rf"{_LEG} (?:[\w']+ ){{0,8}}?{_BIG}|{_LEG} (?:[\w']+ ){{0,6}}?{_SWOLLEN} (?:[\w']+ ){{0,4}}?(?:{_SKIN}|"
    rf"{_FIRM})|{_LEG} (?:[\w']+ ){{0,6}}?(?:{_SKIN}|{_FIRM}) (?:[\w']+ ){{0,3}}?(?:and )?{_SWOLLEN}|{_LEG} "
    rf"(?:[\w']+ ){{0,4}}?(?:{_SKIN} (?:and )?(?:\w+ )?(?:{_SKIN}|hard|tense|warm|tight)|(?:hard|tense|warm) (?:and "
    rf")?(?:\w+ )?{_SKIN})|blood clot|thrombosis|dvt|(?:clot|embolism) (?:in|on) (?:my|the) (?:leg|calf|lungs?)",
    "blue lips": r"(?:lips?|fingernails|fingertips|mouth) (?:[\w']+ ){0,4}?(?:blue|purple|gr[ea]y)\b|blue (?:lips|"
    r"round the (?:lips|mouth)|around the (?:lips|mouth))",
    "blood up": r"(?:cough\w*|spit\w*|spat|hack\w*|bring\w*|brought|vomit\w*|thr[eo]w\w*|puk\w*|sick\w*) (?:[\w']+ )"
    r"{0,3}?(?:blood(?! (?:test|pressure|orange|sugar))|bloody (?:phlegm|spit|mucus|gunk|stuff|froth)|red (?:stuff|"
    r"streaks?|flecks?|froth\w*)|pink froth\w*)|coffee grounds|blood (?:[\w']+ ){0,2}?in (?:my |the |what i "
    r")?(?:cough\w*"
    r"|spit|phlegm|sputum|sick|vomit|mucus|brought|mouth after)|bloody (?:phlegm|sputum|vomit|stools?|poo|diarrhoea|"
    r"diarrhea|urine)",
    "blood down": rf"bleed\w* (?:\w+ )?(?:from|out of) (?:the |my )?(?:back passage|bum|bottom|arse|rectum|behind|"
    rf"backside|"
    rf"ears?|eyes?|down below|below)|(?:{_PEE}|peeing|weeing|urinat\w*) {_LOOKS} (?:[\w']+ ){{0,5}}?{_DARK}\b(?! "
    rf"(?:bottle|cup))|"
    rf"(?:pee|wee|piss)(?:ing|d|ed|es|s)? (?:out |pure |like |dark |very |all )*{_DARK}|{_DARK} (?:coloured |colored "
    rf")?(?:urine|pee\b|piss|wee\b)|"
    rf"(?:pee|piss|wee|pass|poo|urinat|leak|drip)(?:ing|d|ed|"
    r"ping|s)? (?:[\w']+ )?blood|blood (?:[\w']+ )?(?:in|when i|from|every time i|after i) (?:my |the |going to |"
    r"pass\w* |"
    r"went to |go to )*(?:pee|wee|urine|water|toilet|loo|bog|stools?|poo|poop|motions?|bowels?|back passage|bum|bottom|"
    r"wip\w+)|blood (?:[\w']+ ){0,4}?(?:toilet (?:paper|bowl)|loo roll|bowl|pan)\b|(?:stools?|poos?|poop|motions?|"
    r"number two) (?:[\w']+ ){0,4}?(?:black|tarry|like tar|blood\w*|maroon)|"
    r"(?:black|tarry) (?:\w+ )?(?:stools?|poos?|poop)",
    "rhythm": r"heart(?: 's| is| was| has| been| keeps| kept)* (?:doing|beating|acting|feeling|felt|feels) (?:\w+ "
    r")?(?:funny|weird|"
    r"odd|strange|oddly|strangely|funnily|irregular\w*|wrong)|(?:heart ?(?:rate|beat)?|pulse|hr) (?:[\w']+ "
    r"){0,3}?1[2-9]\d (?:[\w']+ ){0,3}?(?:sat|sitting|lying|"
    r"resting|at rest|in bed|on "
    r"the (?:sofa|couch|bench|settee))|(?:heart|pulse) (?:[\w']+ ){0,3}?(?:doing (?:flips|somersaults|backflips|"
    r"cartwheels|a (?:dance|jig))|"
    r"(?:keeps?|kept|keep) (?:\w+ )?(?:flip\w*|skipp\w*|stopp\w*|flutter\w*|jump\w*))|pulse (?:[\w']+ ){0,3}?(?:all "
    r"over the (?:shop|place)|irregular\w*|erratic|uneven|jump\w* (?:about|around))|out of rhythm",
}  # fmt: skip

TOGETHER = {
    # "By Monday it's like a balloon", said of a calf named just before.
    "grown": rf"^(?:(?:and|but|so|then|now|by \w+|today|this morning|overnight|all of a sudden) )*(?:it|that|the "
    rf"other|this|the left|the right|the thing|has|is) (?:[\w']+ ){{0,4}}?{_BIG}",
    "leg named": rf"{_LEG}",
    "inflamed": rf"^(?:(?:and|but|so|then|now) )*(?:it|its|that|this|the (?:left|right) one|the (?:whole )?thing|the "
    rf"skin|is|has|gone)\b (?:[\w']+ ){{0,5}}?(?:{_SWOLLEN}|{_SKIN}) (?:[\w']+ ){{0,4}}?(?:and )(?:[\w']+ "
    rf"){{0,3}}?(?:{_SWOLLEN}|{_SKIN}|{_FIRM})\b|^(?:(?:and|but|all|really|very|so|now) )*(?:{_SWOLLEN}|{_SKIN}) "
    rf"(?:and |to )?"
    rf"(?:\w+ )?(?:{_SWOLLEN}|{_SKIN}|{_FIRM})\b",
    "leg swollen": rf"{_LEG} (?:[\w']+ ){{0,6}}?{_SWOLLEN}|{_SWOLLEN} (?:in |of |all over |down )?(?:[\w']+ "
    rf"){{0,2}}?{_LEG}\b",
    "leg hot": rf"{_LEG} (?:[\w']+ ){{0,4}}?(?:shiny|glossy|tight as a drum|hot|tense)\b",
    "clot likely": r"sudden\w*|overnight|(?:out of|from) nowhere|out of the blue|shiny|glossy|stretched|tight as|tense|"
    r"(?:the )?flight|flew (?:in|back|from|home|over)|plane|long ?haul|long (?:drive|car|coach|bus|train)|hours? "
    r"(?:in|on) "
    r"(?:the|a) (?:car|plane|coach|bus|train)|on the pill|hrt|pregnan\w*|only (?:the|that|on) (?:one|1|left|right)|"
    r"just "
    r"(?:the )?(?:one|1)(?: side| leg)?$|(?:1|one) (?:leg|calf|side)|not the other|other (?:one|leg|calf) is (?:fine|"
    r"normal|ok)|surgery|operation|in plaster|hot to|(?:feels?|gone|and|is) (?:all )?(?:hot|red|warm)(?! (?:out|day|"
    r"today|weather|sun|run|bath|shower|water))|rock hard|hard as",
    "blood": r"blood(?! (?:tests?|pressure|orange|sugars?|count|donor|bank|type|cancer|moon|work|is up|was up|"
    r"bikes?))|red (?:streaks?|flecks?|specks?|froth\w*)|pink froth\w*",
    "brought up": r"cough\w*|phlegm|sputum|spit\w*|spat\b|hack(?:ed|ing)|(?:came|come|coming|brought|bring\w*) (?:it "
    r"|some |stuff )?up\b|vomit\w*|thr[eo]w(?:ing|s)? up",
    "toilet": rf"{_PEE}|loo|toilet|stools?|poo(?:ed|ing)?",
    "red out": r"(?:it|that|what came out|everything|all) (?:was|came out|looked|is|were|came) (?:[\w']+ "
    r"){0,2}?(?:red|pink|blood\w*|black|brown|cola|coke)\b",
    "dark urine": rf"{_PEE} (?:[\w']+ ){{0,4}}?(?:dark\w*|murky|orange)|dark (?:\w+ )?(?:pee|wee|urine)",
    "muscles": r"(?:legs?|thighs?|quads?|arms?|calves|muscles?|shoulders?) (?:[\w']+ ){0,5}?(?:swollen|swelling|like "
    r"(?:rocks?|stones?|wood|concrete)|rock hard|so weak|very weak|too weak|agony|(?:can|could) (?:not|barely|hardly))|"
    r"(?:can|could) (?:not|barely|hardly) (?:\w+ )?(?:lift|move|bend|raise) (?:my|the) (?:legs?|arms?)",
    "heart leaps": r"heart (?:[\w']+ ){0,5}?(?:jump\w*|leap\w*|burst\w*|com\w+|beat\w*|thump\w*|pound\w*|hammer\w*) "
    r"(?:right )?out of my "
    r"(?:chest|throat|mouth|ribs)|(?:heart|ticker) (?:[\w']+ ){0,3}?going (?:90|100|to the dozen|like the clappers|a "
    r"mile a "
    r"minute|like a (?:train|drum)|hell for leather)",
    "pulse high": r"(?:pulse|heart ?rate|hr) (?:is|still|says|has been) (?:\w+ ){0,3}?1[2-9]\d|"
    r"(?:heart ?(?:rate|beat)?|pulse|hr|bpm) (?:[\w']+ ){0,4}?(?:stuck|stayed|staying|still (?:up |"
    r"over |at "
    r"|above |around )*1[2-9]\d|over 1[3-9]\d|(?:a |1 )?hundred and [2-9]\d|refus\w+|not (?:come|came|coming|go|gone|"
    r"going|drop\w*|settl\w*|"
    r"slow\w*))",
    "breathless lately": r"only (?:walking|standing|sitting|talking)|(?:used to|never used to|could always|could) "
    r"(?:[\w']+ )?(?:do|manage|run|get up|be|walk|"
    r"climb|jog)\b|every (?:single )?(?:time|run|day)|(?:all|this|past|last|whole|for a|for 2|few) (?:week|weeks|days|"
    r"fortnight)|"
    r"worse (?:every|each) (?:day|run|week)|getting worse|never been (?:like|this|so)|on the flat|walking pace|barely "
    r"(?:moving|started|going)|(?:doing|with|for) (?:next to |almost |absolutely )?nothing|(?:few|10|20|5|couple of|"
    r"50) "
    r"(?:steps|yards|metres|meters|stairs)|(?:slightest|smallest|least) (?:effort|thing|exertion)|(?:bed|room|sofa|"
    r"chair) "
    r"to (?:the )?(?:\w+room|bed|loo|toilet|kitchen|door)|(?:making|changing|stripping) the bed|t(?:ying|ie) (?:up "
    r")?(?:my )?(?:laces|shoes)|(?:been |got |am )?home (?:for )?(?:an|2|3|1|half an|over an|\d+)",
}  # fmt: skip
CLOSE = frozenset(
    {
        ("grown", "leg named"),
        ("inflamed", "leg named"),
        ("toilet", "red out"),
        ("leg swollen", "clot likely"),
        ("leg hot", "clot likely"),
        ("blood", "brought up"),
        ("breathless", "breathless lately"),
    }
)
PAIRS = (*CLOSE, ("dark urine", "muscles"), ("pulse high", "at rest"), ("heart leaps", "at rest"))
