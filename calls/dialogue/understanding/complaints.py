"""The words of a pain, and those that only sound like one.

Of a part of the body, what is harmless is the shorter list: whatever else is said of it counts as a complaint.
"""

import re

# Hurts wherever it stands.
HURTS = re.compile(
    r"\b(?:something (?:rip|pop|tear|snap|give|go|pull|ping|twang|crack)|(?:it|that|this) (?:is|was|feels|felt) "
    r"(?:\w+ )?sore (?:when|to|if)|ow|owie|ouchie|yowch|pains?|painful|pained|paining|hurts?|hurting|ach(?:e|es|ed|"
    r"ing|y)|"
    r"achiness|niggl\w*|twing\w+|throb\w*|stabbing|tender\w*|swollen|swelling|swelled|inflam\w*|blister\w*|cramp(?:s|"
    r"ed|ing|y)?|not (?:\w+ )?pain ?free|(?:shin|chin|skin|chins|sheen|shine|shim|sin|thin|tin) ?spl(?:in|i)ts?|"
    r"(?:tooth|ear) ?aches?|plantar|fasciitis|runner 's knee|tend[io]n(?:itis|opathy|"
    r"osis)|tend[io]nit\w*|"
    r"sprain\w*|strain(?:ed|ing)?|bruis\w+|stitch|discomfort|sciatica|sciatic nerve|bursitis|head (?:\w+ )"
    r"{0,2}?(?:pounding|banging|splitting|thumping)|(?:stress )?fractur\w+|stress reaction|chaf(?:e|ed|ing)|stinging|"
    r"stings?|smarting|agony|excruciating|ouch|injur(?:y|ed|ies)|black toenail|torn|rupture\w*|dislocat\w*|"
    r"(?:charl(?:ey|ie)|charly) ?horse|dead leg|hernia\w*|limp(?:ed|ing|s)?|hobbl\w+|crocked|crippl\w+|walking "
    r"wounded|in the wars|dogs are barking|neuroma|(?:picked|pick) up (?:a|an|some) (?:\w+ ){0,2}?(?:knock|strain|"
    r"injury|niggle|bump|pull|problem)|(?:took|taken|got|had) a knock|(?:did|done|do) (?:myself|me) (?:a (?:mischief|"
    r"damage|injury)|in|some damage|an injury)|(?:pulled|tore|torn|strained|tweaked|popped|ripped|twanged|tugged|"
    r"pinged|ricked) (?:a|something|some|my)\b(?! (?:face|socks?|hat|shirt|jacket|shoes?|jumper|shorts|tights|sleeve|"
    r"weight|shift|nighter|sickie|few|page|hole|ticket))|something (?:\w+ ){0,2}?(?:went|gave|popped|snapped|tore|"
    r"twanged|pinged|ripped|cracked|crunched|clicked|pulled|let go|shifted|slipped|grabbed|is (?:up|wrong|not right|"
    r"off) with (?:my|the))(?! (?:wrong with (?:my|the) (?:watch|phone|app)|up$|up at))|nipples? (?:\w+ )?(?:bled|"
    r"bleed\w*|raw)|raw nipples?|bleeding|bled)\b"
)
# Hurts where a part of the body is named in the same breath, whatever else is said of it.
WITH_PART = re.compile(
    r"\b(?:lit up|let(?:ting)? me know(?: (?:all )?about)?|(?:made|making|makes) (?:itself|its presence|themselves) "
    r"(?:known|felt)|(?:1|one|exact|single|specific|pin ?point\w*|sore) (?:\w+ )?(?:spot|point)|(?:a|wee|little|slight|"
    r"small) (?:\w+ )?(?:pull|tug)|"
    r"the size of|(?:hot|funny|weird|odd|strange|burning|sharp|pinching|tight|pulling) (?:feeling|sensation|"
    r"spot|patch|thing)|kill(?:s|ed|ing) me|(?:play|act|flar|puff|swell|swoll|light|tighten|stiffen|seiz|cramp|blow|"
    r"blew|ball|pip)\w* up|kick\w* off|flip\w* out|(?:g[ai]v(?:e|es|ing)) (?:me )?(?:\w+ ){0,2}?(?:grief|trouble|"
    r"j[iy]p|g[iy]p|bother|hell|problems?|a hard time|stick|what for|jyp|gip|out|way|up|me)|(?:complain|grumbl|moan|"
    r"groan|mutter|nagg|bother|pull|tugg|seiz|lock|pinch|click|clunk|clonk|creak|scream|shout|yell|howl|squeal|sham|"
    r"bit|grip|spasm|bark|protest|twitch|annoy|troubl|plagu|whing|whin|gnaw|nipp|jabb|jolt|zing|zapp|shoot|stabb|pok|"
    r"prodd|digg|catch|grind|grat|crack|crunch|buckl|jarr|wobbl|knott|pound|sing|hamper|griping|gripp|rebell|revolt|"
    r"mither|sham|burn|fir|talk|speak)ing|(?:complain|grumbl|moan|nagg|seiz|lock|pinch|click|bark|whing|whin|scream|"
    r"protest|tugg|cramp|jarr|crunch|grabb|tighten|knott|troubl|bother)ed|(?:moan|complain|grumbl|bark|nag|whinge|"
    r"scream|twinge|tug|bite|nip|pinch|click|catche|lock|bother|annoy|trouble|stab|jab|burn|creak|buckle|seize|grab|"
    r"zing|clunk|pull|crack|pop)s|grumbly|clicky|crunchy|creaky|tweak\w*|pulled|jammed|stubbed|bashed|whacked|"
    r"smashed|smacked|clattered|cracked|cricked|ricked|skinned|grazed|scraped|gashed|cut|(?:feels?|felt|is|was|"
    r"feeling) like (?!new|normal|they|never|flying|it should|it has|a million|running|itself|a spring|usual|it "
    r"always|before)|twisted|(?<!foam )(?<!then )rolled(?! out| the| my (?:quads|calves|it|hamstrings|glutes|legs|"
    r"feet))|went over on|turned(?! (?:out|up|round|around|back|into|off|left|right)\b)|jarred|banged|knocked|"
    r"wrenched|dodgy|dicky|gammy|"
    r"iffy|ropey|wonky|crook|unhappy|sulk\w*|cross|cranky|grumpy|angry|upset|moody|(?:no|not|never|nor|far from|"
    r"hardly|less than|neither) (?:\w+ ){0,2}?(?:right|happy|great|well|good|liking|like|likes|100|perfect|loosen\w*|"
    r"having it|enjoying|bend\w*|straight\w*|keen|fond|thrilled|impressed|amused|best)|is off|a mess|in (?:bits|"
    r"pieces|agony|trouble|spasm|tatters|ribbons|shreds|a (?:bad )?(?:way|state)|knots?)|(?:feels?|felt|seems?) "
    r"(?:\w+ )?(?:off|funny|weird|wrong|odd|strange|dodgy|rough|bad|awful|horrible|terrible|sharp|tender|hot|loose|"
    r"unstable|rubbish)|trouble|issues?|problems?|bother|grief|sharp|dull|shooting|gone again|went again|pop(?:ped|s)"
    r"?|ping(?:ed)?|snapped|is (?:really |so |very |pretty )?bad|bad(?! (?:at all|today|or anything))|back again|"
    r"(?:is|are) back|put (?:my|the|me) (?:\w+ )?\w+ out|(?:can|could) (?:really |definitely |still |just |always |"
    r"really )?feel (?:it in |something in |a \w+ in |my|the|me)|(?:has |have )?(?:come|came|coming) back|returned|"
    r"start\w* up|rubbed raw|bleeding|bled|knackered|wrecked|buggered|bust(?:ed)?|banjaxed|stuffed|munted|goosed|"
    r"mangled|gave (?:out|way)|giv(?:es|ing) way|limp(?:ing)?|(?:done|did|do) (?:something|a number|my|me)|(?:go|"
    r"went|goes|gone|tear|snap)$|(?:go|went|goes|gone) (?:bang|pop|twang|ping|snap|on me|again|at|halfway|tight|hard|"
    r"stiff|into|all)|twang\w*|spasm\w*|sensitive|irritat\w+|worse\w*|tore|tear|black|purple|blue|puffy|murder|hell|"
    r"torture|clunk|crick|knots?|stiff as|raw|skin off|(?:can not|could not|can barely|can hardly|could barely|could "
    r"hardly|struggl\w+ to|hard to|unable to|difficult to|hurts to) (?:\w+ )?(?:bend|straighten|lift|move|turn|flex|"
    r"rotate|raise|extend|twist|walk|run|push off|point|touch|get down|use))\b"
)
# Ordinary in a muscle, pain in a joint or a tendon, or on one side.
MILD = re.compile(
    r"\b(?:sore(?:ness)?|stiff\w*|tight\w*|raw|on fire|burn(?:s|ed|ing)?|knots?|knotted|wrecked|knackered|heavy)\b"
)
# What a muscle does in any hard run.
OF_EFFORT = frozenset({"on fire", "burns", "burned", "burning", "burn", "wrecked", "knackered", "heavy"})
EFFORT_IN_MUSCLE = re.compile(
    r"\b(?:screaming|burn\w*|on fire|wrecked|knackered|shot|cooked|toast|toasted|fried|trashed|battered|pumped|"
    r"working|worked|sore\w*|stiff\w*|tight\w*|heavy|dead|tired|jelly|lead|leaden|fatigued?|full|wobbly|like "
    r"(?:jelly|lead|concrete|rubber|wood|tree trunks|bricks)|feel (?:it|that)|felt (?:it|that)|workout|blown|gassed|"
    r"empty|weak|hammered|smashed|done|spent)\b"
)
ORDINARY = re.compile(
    r"\b(?:ordinary|normal|usual (?:way|soreness|stiffness|doms|tired\w*|ach\w*|after|post|morning|for)|the usual "
    r"(?:after|for|from)|only the usual|general|all over|everywhere|doms|good kind|honest|nothing i would call|"
    r"muscle soreness|in a good way|good way|as expected|good ache|pleasant\w*|(?:after|from) (?:the |yesterday 's |"
    r"\w+day 's )?(?:gym|weights|squats|lunges|leg day|deadlifts|press ups|push ups|bench press|pilates|yoga|spin)|"
    r"leg day|good sore|good pain|everything aches|nothing to write home|well worked|nicely|satisfying|to be "
    r"expected|par for the course|bench press|squats|lunges)\b"
)
# Of a part of the body, these are no complaint: it does well, it is wet or tired, it is cared for, or it is just moved.
_WELL = (
    r"did (?:what|as)|told|let me (?:run|go)|let us run|fine|ok|okay|good|great|grand|strong\w*|better|alright|solid|"
    r"perfect\w*|happy|normal|behav\w+|hold\w*|held|brilliant|amazing\w*|super|lovely|nice\w*|excellent|smooth\w*|"
    r"magic|class|ace|mint|sound|golden|spot on|100|cop(?:ed|ing)|surviv\w+|heal\w*|recover\w*|clear\w*|mend\w*|"
    r"fixed|sorted|settled|relax\w*|quiet|silent|stable|supple|flexible|loos\w+|free|easy|comfortable|comfy|springy|"
    r"fresh\w*|light|bouncy|lively|well|thank\w*|loved?|enjoy\w*|liked|improv\w+|as new|like new|fantastic|wonderful|"
    r"top|tip top|cracking|fab\w*|belting|bother of|tickety boo|hunky dory|right as rain|a1|sweet|cool|(?:my|no) "
    r"complaints?|up to it|up for it|game|ready|intact|in one piece|zero|none|0|nil|eas(?:ed|ing|es)|gone|vanished|"
    r"present and correct|doing (?:well|fine|ok)|did (?:well|fine|ok|its job|the job)|co ?operat\w+|play(?:ed|ing) "
    r"ball|pain ?free|issue free|trouble free|all clear|responding|responded|stronger|bulletproof|rested|warm\w*|"
    r"awake|woke|like an? (?:\d+|teenager|youngster|spring chicken|dream|charm|gazelle|machine|new|million|young)|"
    r"never felt (?:a thing|better)"
)
_STATE = (
    r"wet|soaked|soaking|drenched|damp|cold|muddy|dirty|dusty|sandy|freezing|frozen|sweat\w*|dry|sun\w*|tan\w*|"
    r"rain\w*|wind\w*|mud|puddles?|snow\w*|ice|icy|tired\w*|heavy|jelly|lead|fatigued?|bare|naked|numb with cold|"
    r"smell\w*|stink\w*|stank|painted|tattoo\w*|hairy|shav\w*|big|small|wide|narrow|flat|high|low|large|long|short|"
    r"size"
)
_CARE = (
    r"rolled out|rolling out|roller|tap(?:e|ed|ing)|strap(?:s|ped|ping)?|brace|support\w*|bandag\w*|sleeves?|socks?|"
    r"shoes?|trainers?|insoles?|"
    r"laces?|stretch\w*|foam|massag\w*|rub(?:bed)? down|iced|icing|washed|lotion|cream|exercises?|strength\w*|rehab|"
    r"squats?|session|work ?outs?|raises?|drills?|mobility|pilates|yoga|gym|lifting|lifted|physio|osteo|foot ?wear|"
    r"bath|covered|wrap\w*|glue\w*|patch|check\w*|look(?:ed|ing)? after|protect\w*|careful"
)
_MOVES = (
    r"stride|cadence|turnover|form|posture|technique|landing|strik\w+|driv\w+|swing\w*|swung|point\w*|touch\w*|kept "
    r"(?:my|the)|keep (?:my|the)|moving|moved|turning|turned over|carried|carry|took (?:me|over)|did not (?:stop|"
    r"mind)|slipp\w+|trod|stood|tripp\w+|slid|kick\w*|tapp\w+|stamp\w*|danc\w*|planted|under me|in front of|over the "
    r"other|first|ahead|race|bib|number|phone|key|bottle|pack|belt|gel|landed|landing|fell|lies?|numb\w*|tingl\w*|"
    r"pins and needles|asleep|feeling|not (?:\w+ )?feel (?:my|anything)|pain ?free|dinner|lunch|curry|breakfast|food|"
    r"butterfl\w+|empty|growl\w*|rumbl\w*|full|hungry|slosh\w*"
)
HARMLESS = re.compile(rf"\b(?:{_WELL}|{_STATE}|{_CARE}|{_MOVES})\b")
# A complaint that a harmless word stands in: "not happy", "anything but fine", "the good knee is fine, the bad one".
NOT_WELL = re.compile(
    rf"\b(?:not|never(?! felt (?:a thing|better))|nor|far from|hardly|less than|anything but|no longer|isnt|wasnt|"
    rf"not exactly) (?!(?:bad|too bad|"
    rf"an issue|a problem|bother\w*|sore|hurt\w*)\b)(?:\w+ ){{0,2}}?(?:{_WELL})\b"
)
# Asked or told about a part, without a word of how it is.
ONLY_NAMED = re.compile(
    r"(?:is|are|was|were|at) \d+(?! out of)\b|^(?:how (?:is|are|was)|what (?:about|is|do)|(?:do|does|is|are|should|"
    r"shall|can|could|would|what|which|who|why) )|\b(?:want|would like|need|going|trying|hop\w+|love|like) to (?:\w+ "
    r")?(?:strengthen|work|stretch|build|tone|shave|show|rest|save|use|give|put|get)\b|\b(?:named|called|poem|song|"
    r"joke|picture|photo|video|podcast|book|ad|advert|film|show|pub|inn|bridge|lake|hill|mountain|street|bay|point)\b"
)
EXCUSES = re.compile(r"\b(?:because of|due to|thanks to|for|with|by|on account of|down to|courtesy of)\b")
