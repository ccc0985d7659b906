"""Signs after a blow or a fall, and in a limb about to be lost: a head that is not right since, a neck hurt by a car, a
bone out of line, a muscle too tight for its sheath, an arm or an eye that fails at once."""

_LIMB = r"(?:foot|leg|ankle|heel|knee|hip|toes?|shin|arm|wrist|elbow|hand|fingers?|shoulder|collar ?bone)"
_HEAD = r"(?:head|skull|noggin|nut|bonce|temple|forehead|crown|napper)"
_MUSCLE = r"(?:shins?|calf|calves|lower legs?|forearms?|front of my (?:\w+ )?leg|thigh)"
_FACE = r"(?:face|lips?|mouth|tongue|cheek)"
_DEAD = r"(?:numb(?:ness)?|no (?:feeling|sensation)|dead|pins and needles|tingl\w+|droop\w*|lopsided|twisted)"
_DREW = r"(?:heard|felt|was|there was|with) (?:a|an|it|something|my \w+) (?:[\w']+ ){0,2}?"
_BONES = (
    r"(?:metatarsals?|tibia|fibula|femur|navicular|pelvis|sacrum|hip|heel|ankle|foot|toe|shin|leg|wrist|arm|elbow|"
    r"collar ?bone|rib|ribs|vertebra\w*|kneecap|bone|cheek ?bone|jaw|skull)"
)

ALONE = {
    "fracture": rf"stress (?:fractur\w*|reaction)|fractured? (?:my|a|the|in (?:my|the)|of (?:my|the)) (?:\w+ "
    rf")?{_BONES}|"
    rf"{_BONES} (?:is |was |has been |'s )?(?:\w+ )?fractured|broken? (?:my|a|the) (?:\w+ )?{_BONES}\b(?! record)|"
    rf"broken {_BONES}|hairline (?:fracture|crack)|(?:be|is|was|have|has|got|had|with|suspect\w*|possible|shows?|"
    rf"showed|says?) (?:a |an )?(?:\w+ )?"
    rf"(?:fractur\w+|broken bone)",
    "out of line": rf"{_LIMB}(?: 's| is| was| looks?| looked| all| sticking| pointing| hanging| bent)* at (?:a|an) "
    rf"(?:\w+ )?(?:funny|weird|odd|wrong|strange|horrible|unnatural|awkward|mad) angle|{_LIMB} (?:[\w']+ ){{0,3}}?"
    r"(?:pointing|facing|bent|twisted|hanging) (?:out of shape|the wrong way|backwards|sideways)|grating (?:of "
    r")?bones?",
    "arm gone": r"\b(?:my|the|left|right|one) (?:arm|hand) (?:[\w']+ )?(?:went|gone|goes) (?:all |completely |totally |"
    r"\w+ )?(?:weak|limp|useless|floppy)(?: and| for|$)|(?:can|could) not (?:\w+ )?(?:move|lift|raise|use) (?:my|the) "
    r"(?:left|right|whole) (?:arm|hand|side)(?: (?:for|at all|and then|all of a sudden|suddenly|until)\b|$)|(?:arm|"
    r"hand) (?:just |suddenly |would )*(?:would not|did not|not) (?:do what|respond|obey|listen)",
    "no standing": r"(?:can|could) not (?:\w+ )?(?:put|get|place) (?:the|my|that) (?:\w+ )?(?:foot|leg|heel) "
    r"(?:under|on|to)\b"
    r"(?! (?:the )?(?:start|pedal|accelerator|line|floor it))|(?:left|right|my|one) (?:arm|leg|hand) (?:[\w']+ "
    r"){0,2}?(?:"
    r"stopped working|quit on me|gave up working)|(?:one|left|right|whole) side of me (?:[\w']+ ){0,2}?(?:numb|weak|"
    r"dead|"
    r"went|gone|tingl\w*)|left arm (?:[\w']+ )?(?:went|gone|is|felt|was) (?:\w+ )?dead",
    "weakness": r"(?:took|got|had|came over) (?:with )?a (?:bit of a |wee |slight )?(?:weakness|whitey)(?! (?:in|of|"
    r"for))|next (?:thing"
    r"|minute) (?:[\w']+ ){0,4}?(?:marshal|medic|stranger|woman|man|lady|fella|paramedic|someone|nurse|people|runner|"
    r"lad) "
    r"(?:[\w']+ ){0,2}?(?:holding|slapping|shaking|leaning|standing|over|fanning|calling)|knocked myself (?:out|"
    r"silly|senseless|"
    r"unconscious)|concussed|(?:a|mild|bad|with|have|had|got) concussion(?! (?:protocol|test|training|course))|lost "
    r"(?:the |all )?"
    r"(?:power|use|strength) (?:of|in) (?:my|the|one) (?:\w+ )?(?:hand|arm|leg|side|foot)",
    "sight gone": r"(?:my )?(?:sight|vision|eyesight) (?:just |all |suddenly )?(?:went|gone|left me|disappeared|"
    r"faded|failed)\b|"
    r"lost (?:my |all )?senses|(?:heart|ticker) (?:[\w']+ ){0,2}?stopp(?:ed|ing) for (?:a|about|\d)(?!.*\bwhen (?:i|"
    r"the|a)\b)",
    "face numb": rf"{_FACE} (?:[\w']+ ){{0,4}}?{_DEAD}(?! with)|{_DEAD} (?:[\w']+ ){{0,9}}?(?:my|the|half my) {_FACE}",
    "eye gone": r"(?:curtain|shutter|shade|veil|blind|black (?:patch|cloud)|shadow) (?:[\w']+ ){0,4}?(?:over|across|"
    r"down|in front of) (?:[\w']+ ){0,3}?(?:eye|eyes|vision|sight)|(?:can|could) not see (?:\w+ )?(?:out of|with|from|"
    r"through) (?:my |one |1 |the )+(?:\w+ )?eye|seeing double|everything (?:\w+ )?doubl\w+|seeing 2 of|double "
    r"vision|(?:vision|sight) (?:[\w']+ ){0,3}?(?:in|"
    r"of) (?:my |one |1 |the )+(?:\w+ )?eye (?:[\w']+ )?(?:went|gone|disappeared|vanished)",
    "foot drops": r"(?:can|could) not (?:\w+ )?(?:lift|raise|pull up) (?:up )?my (?:left |right |big )?(?:foot|toes?)\b"
    r"(?! (?:out|off|over|high|any|by|at|after|past|from|to|because))|(?:foot|toes) (?:keeps? |kept |is |was )*"
    r"(?:dragging|flopp\w+)(?! (?:my|the) heels)",
    "rash that stays": r"rash (?:[\w']+ ){0,4}?(?:not fade|not blanch|glass|not disappear|not go (?:away )?when)",
    "fit": r"(?:whole |entire )?body (?:[\w']+ ){0,3}?(?:stiff|rigid|jerk\w*|convuls\w*) (?:[\w']+ ){0,4}?(?:shak\w*|"
    r"jerk\w*|twitch\w*)|foam\w* at the mouth|(?:started|was|kept) (?:fitting|convulsing)",
}  # fmt: skip

TOGETHER = {
    "head struck": rf"(?:went|came|fell|landed|down|dropped) (?:[\w']+ ){{0,3}}?on (?:to )?my (?:\w+ )?(?:{_HEAD}|"
    rf"face)|"
    rf"(?:hit|hitting|bang\w*|bump\w*|crack\w*|smack\w*|knock\w*|bash\w*|whack\w*|clonk\w*|thump\w*|smash\w*|"
    rf"clatter\w*|"
    rf"split|walloped|dunted|skelped|bounced|caught) (?:my |me |a |on |the (?:back|side|top|front) of )*(?:\w+ "
    rf")?(?:my |the )?{_HEAD}\b|(?:knock|bang|"
    rf"blow|dunt|clatter|wallop|crack|thump|clout|whack|belt|skelp|bump) (?:[\w']+ ){{0,2}}?(?:to|on|off) (?:the|my) "
    rf"(?:\w+ )?{_HEAD}|(?:ball|branch|sign|door|elbow|stone|bottle) (?:[\w']+ )?(?:hit|caught|struck|got|clipped) me "
    rf"(?:on|in|off) (?:the|my) (?:{_HEAD}|face)|(?:the|my) {_HEAD} (?:hit|took|bounced|went into|got)",
    "not right since": r"dazed|groggy|out of it|spaced|loopy|unsteady|wobbly|(?:not|no) (?:\w+ )?(?:remember|memory|"
    r"recall)|forget\w*|forgot what|concuss\w*|headaches?|head ?ache|head is (?:pounding|splitting|banging)|sick twice|"
    r"been sick|vomit\w*|puk\w+|(?:clear )?(?:fluid|blood) (?:[\w']+ ){0,5}?(?:ear|nose)|ears? (?:is |are )?(?:ring\w*|"
    r"bleed\w*)|light hurts|pupils?|drows\w+|sleepy|not (?:felt|feeling|been|feel) (?:right|myself|with it|the same) "
    r"since|seeing (?:things|stars|double)|confus\w*|dizz\w+|foggy|nause\w*|blurr\w*",
    "struck by wheels": r"(?:hit|knocked (?:down|over|off)|struck|clipped|run over|mown down|taken out|rear ended|"
    r"bumped) (?:\w+ )?by (?:a|an|the|this|some) (?:\w+ )?(?:car|van|bus|lorry|truck|motorbike|motorcycle|bike|cyclist|"
    r"taxi|scooter|e ?-?scooter|tractor|jeep|auto|rickshaw)|(?:car|van|bus|lorry|truck|motorbike|taxi|auto) (?:[\w']+ )"
    r"?(?:hit|struck|knocked|ran over|clipped) me",
    "hurt by it": r"(?:neck|head|spine|back|chest|stomach|belly|hip|pelvis) (?:[\w']+ ){0,3}?(?:hurt\w*|pain\w*|"
    r"sore|kill\w*|agony|stiff|bleed\w*|ach\w*)|(?:pain|sore|stiff|blood) (?:\w+ ){0,3}?(?:neck|head|back|spine|"
    r"stomach)|(?:hit|hitting|banged) (?:my|the) (?:\w+ )?head|can not (?:\w+ )?(?:feel|move|turn|walk|stand)|"
    r"numb\w*|tingl\w*|dizz\w+|blood|unconscious",
    "muscle hard": rf"{_MUSCLE}(?: 's)? (?:[\w']+ ){{0,5}}?(?:rock hard|so tight|very tight|really tight|harder and "
    rf"harder|getting harder|hard as|hard like|solid as|(?:going|ready|"
    rf"about|"
    r"like it (?:is|will|would)) (?:going )?(?:to )?(?:burst|explode|pop)|tight as a (?:drum|rope|bowstring)|like "
    r"(?:concrete|stone|a rock|a stone|wood|iron|a (?:\w+ )?plank)|pressure building|bursting)",
    "foot numb": r"(?:foot|feet|toes?) (?:[\w']+ ){0,4}?(?:numb\w*|tingl\w*|pale|white|dead|asleep|to sleep|no "
    r"feeling|pins and "
    r"needles|floppy|weak|slapp\w+)|(?:numb\w*|tingl\w+|pins and needles|no feeling) (?:[\w']+ ){0,4}?(?:foot|feet|"
    r"toes?)|(?:can|could) not (?:\w+ )?(?:lift|raise|move|feel|wiggle|pull) (?:my |the |up )*(?:\w+ )?(?:foot|toes?)",
    "popped": rf"{_DREW}(?:pop|snap|crack|crunch|tear|rip|ping)\w*",
    "blew up": r"(?:swell\w*|swelled|swollen|swole|blew|blown|balloon\w*|puff\w*)(?: \w+)? ?(?:up|like|massive\w*|"
    r"straight|instantly|huge|size|immediately|within|right away|to (?:twice|the size))|twice the size|like a "
    r"(?:balloon|football|melon|grapefruit|tennis ball)|(?:gives|giving|gave) way|can not (?:\w+ )?(?:bend|straighten|"
    r"walk|move)",
    "legs tingle": r"down both (?:of )?(?:my |the )?legs|(?:feet|legs|toes) (?:[\w']+ ){0,3}?(?:tingl\w*|numb\w*|pins "
    r"and needles)",
    "spine": r"back (?:pain|ache|is|was|hurt\w*|kill\w*|went|gone|has)|(?:pain|agony) (?:\w+ ){0,3}?back\b|lower "
    r"back|sciatica|slipped dis[ck]",
    "head splitting": r"(?:my )?head (?:is |was |has been |'s )?(?:\w+ )?(?:splitting|pounding|banging|throbbing)",
    "fever": r"fever\w*|burning up|temperature(?! (?:outside|was \d\b|dropped|gauge))",
    "neck stiff": r"stiff neck|neck (?:is |was |'s |feels? |so |really |very |all )*(?:stiff|rigid)|(?:can|could) not "
    r"(?:\w+ )?(?:bend|move) my (?:neck|chin|head)",
    "light hurts": r"lights? (?:is |was |'s )?(?:hurts?|hurting|too much|blinding|kills?|killing)",
    "wobbly": r"wobbly|weak (?:at|in) the knees|head ?rush|(?:everything|it all|sounds?|the world) (?:[\w']+ )?(?:went|"
    r"goes|got|sounded|seemed|felt) (?:\w+ )?(?:far away|distant|echo\w*|muffled|swimmy|spinny|floaty|quiet|wobbly)|"
    r"chakkar|giddi\w*|giddy|weakness|light ?-?headed\w*|dizz\w+|faint\w*|woozy|whitey|swaying|world (?:\w+ )?"
    r"(?:spin\w*|sway\w*|tilt\w*)|head (?:\w+ )?spinn\w*",
    "held up": r"(?:hang|hung|hanging|held|hold|holding|grab\w*|cling\w*|clung|clutch\w*|lean\w*|leant|propp?\w*|"
    r"stead(?:y|ied)|brac\w+) (?:\w+ ){0,2}?(?:on ?to|on|onto|against|hold of|up by|the|a|my) (?:[\w']+ ){0,3}?"
    r"(?:railings?|rails?|walls?|fence|lamp ?-?post|post|pole|tree|gate|bench|bin|bollard|car|sign|bonnet|barrier|"
    r"someone|somebody|stranger|ban+ister|kerb|ground|counter|table|sink|worktop|wife|husband|friend|marshal)|ended up "
    r"(?:on|in) the (?:ground|floor|grass|deck|hedge|ditch)|wait (?:\w+ ){0,3}?(?:for )?(?:it|the world|everything) to "
    r"(?:pass|come back|stop|settle)|fell (?:down|over)|had to (?:sit|lie|be sat|kneel|crouch|squat)",
}  # fmt: skip
CLOSE = frozenset(
    {("popped", "blew up"), ("wobbly", "held up"), ("legs tingle", "spine"), ("muscle hard", "foot numb")}
)
PAIRS = (
    *CLOSE, ("fell", "head splitting"),
    ("head struck", "not right since"), ("struck by wheels", "hurt by it"), ("fever", "neck stiff"),
    ("light hurts", "neck stiff"),
)  # fmt: skip
