"""Obstacles told as what happened: the part that gave way, the duty that ran over, the meal that sat badly, the night
that was none. They add to `obstacle_words` and `obstacle_classes`.
"""

import re

from tasks.obstacle_classes import FOOD

_PIECE = (
    r"(?:stitching|seams?|hem|elastic|waistband|drawstring|cord|straps?|zip|zipper|velcro|buckle|clasp|soles?|toe ?box|"
    r"heel tab|insoles?|lining|pocket|laces?|toggle|grip|tread)"
)
_GAVE = (
    r"(?:went|gone|came (?:apart|away|off|undone|loose|unstuck)|coming (?:apart|away|off|undone|loose)|gave (?:out|way|"
    r"up)|bust|burst|broke|broken|split|ripped|tore|snapped|unravel\w*|frayed|cut (?:in|into)|dug|rubbed|perished|"
    r"failed|"
    r"parted|unstitched|disintegrated)"
)
_MACHINE = (
    r"(?:treadmill|belt|machine|app|watch|gps|signal|headphones?|earphones|earbuds|music|torch|head ?torch|buggy|"
    r"garmin|"
    r"strava|phone|speaker)"
)
_GEAR = (
    rf"{_PIECE}(?: (?!(?:and|but|so|not|never)\b)[\w']+){{0,2}}? {_GAVE}\b",
    rf"{_MACHINE}(?: [\w']+){{0,2}}? (?:kept|keeps|keep)(?: on)? (?:stopp|slipp|cutt|freez|crash|los|dropp|dying|"
    rf"turning "
    r"off|switching off|paus|break|fail|skipp|restart)\w*(?: (?:off|out))?",
    r"(?:glasses|specs|lenses|goggles|visor)(?: [\w']+){0,2}? (?:fogg|steam|mist)(?:ed|ing)\b|(?:insoles?|soles?|"
    r"shoes|trainers|runners) (?:are |were |is )?worn (?:to|away to|down to)\b|(?:lamp|torch|watch|phone)(?: [\w']+)"
    r"{0,3}? (?:was|is|were|on) (?:empty|(?:1|2|3|4|5) (?:percent|%))|foot ?pod\b|flat tyre on the (?:\w+ )?(?:pram|"
    r"buggy|stroller)|(?:socks|shoes|gloves|trainers|top|bra) ,? ?(?:the )?wrong ones",
)
_MINDER = r"(?:sitter|baby ?sitter|childminder|minder|nanny|au pair)"
_COMES = (
    rf"(?:{_MINDER}|lift|taxi|cab|uber|bus|train|tram|ferry|tube|metro|dart|luas|flight|plumber|electrician|husband|"
    rf"wife|"
    r"partner|ex|mother|mam|mum|boss|relief|replacement|cover)"
)
_HELD = (
    r"(?:meetings?|calls?|conference(?: call)?|zoom|teams|appointments?|shift|class|lessons?|practice|match|training|"
    r"dinner|"
    r"interview|viewing|lecture|rehearsal|mass|service|presentation|handover|clinic|surgery|workshop|briefing|review|"
    r"session with|recital|parents evening|pick ?-?up|school run|club|swimming|ballet|football|gymnastics|party|audit)"
)
_JAM = (
    r"(?:parking|traffic|roadworks|commute|tube|trains?|bus(?:es)?|luas|dart|m\d+|motorway|queues?|bed ?time|homework)"
)
_DIRE = (
    r"(?:nightmare|brutal|desperate|shocking|awful|horrendous|murder|bad|terrible|pain|mental|chaos|ages|forever|"
    r"mayhem|"
    r"a joke|disaster|hell|slow|mad|crazy|insane|a mess|late|took)"
)
_CALLER = (
    r"(?:boss|manager|client|teacher|neighbou?r|customer|patient|landlord|landlady|colleague|mother-in-law|foreman|"
    r"supervisor|head ?teacher|principal|team lead|ward|matron)"
)
_TAKEN = r"(?:eaten|taken|swallowed|hijacked|gobbled|used|chewed|robbed|wrecked|ruined|stolen)"
_SCHEDULING = (
    rf"{_COMES}(?: [\w']+){{0,2}}? (?:came|arrived|got (?:in|back|home)|turned up|showed up|was|were|landed|running|"
    rf"home)"
    rf"(?: (?!not\b|never\b|no\b)[\w']+){{0,3}}? (?:late|behind)\b|{_MINDER}(?: [\w']+)? (?:never (?:showed|came|"
    rf"turned up|"
    r"arrived)|did not (?:show|come|turn up)|cancelled|let (?:me|us) down|fell through|bailed|was sick)|(?:getting|get|"
    rf"find|finding|found|got) (?:a|no|any) {_MINDER}|no {_MINDER}",
    r"(?:started|got (?:out|going|away|off)|left|began|set (?:out|off)|headed out|out the door|out) (?:about |"
    r"nearly |"
    r"over |a good )?(?:an hour|half an hour|\d+ (?:minutes?|hours?|mins?)|a (?:good )?(?:bit|while)|ages|far too|"
    r"way too|"
    r"too) late\b",
    rf"{_HELD}(?: [\w']+){{0,2}}? (?:dragg?\w*|went|ran|runs|run|rolled|lasted|stretched|carried|spilled|overran|"
    rf"over ran|"
    rf"kept going)(?: \w+)? ?(?:on\b|over|late\b|long|past|until|overtime|and on)|{_HELD} (?:got |was |were |has "
    rf"been |is "
    r"|been |all )+(?:\w+ )?(?:moved|brought|pushed|shifted|changed|switched|put) (?:up|forward|earlier|ahead|onto|"
    r"(?:in)?to (?:\d|half|the same|my|this|that|tonight|today|this))",
    rf"{_CALLER}(?: [\w']+){{0,2}}? (?:kept|keeps|held|cornered|collared|delayed|caught|nabbed|roped|detained|"
    rf"dragged) (?:me"
    r"|us)|(?:landlord|landlady|neighbou?r|inspector|in ?laws|mother-in-law|visitors?|guests|client|relations|"
    r"relatives)"
    r"(?: [\w']+){0,3}? (?:turned up|showed up|arrived|landed|dropped (?:in|by)|called (?:in|round|over))(?! to cheer)",
    r"(?:school|creche|nursery|office|hospital|childminder|care home|nursing home|alarm company|vet|work)(?: has| had| "
    r"just)? (?:rang|called|phoned|texted)\b(?: (?:me|us))?(?! off)|(?:rang|called|phoned|texted) (?:me )?to "
    r"(?:collect|"
    r"pick|come (?:and|to|back|home|in))",
    rf"(?:lunch (?:hour|break)|lunchtime|evening|slot|window|morning|day off|free hour|time) (?:got |was |has been |"
    rf"gets |"
    rf"is |all |were )+{_TAKEN}(?: (?:up|into))?(?: by)?|(?:lost|wasted|spent) (?:half|most|all|an? hour|the (?:first|"
    r"whole|best)|\d+ minutes|ages)(?: of)? (?:my |the )?(?:time|slot|hour|window|evening|lunch)(?: \w+)?(?! (?:run|at "
    r"the (?:park|beach)))",
    r"(?:week|weekend|month|day|evening|diary|calendar)(?: 's| is| was| will be| looks like| looks)? (?:a |an "
    r")?(?:total |"
    r"complete |bit of a |right |absolute )?(?:write ?-?off|washout at work|non ?starter)|(?:only|maybe|just|at most|"
    r"barely)"
    r"(?: have| got)? (?:maybe |just |about )?(?:1|one|2|a single) (?:free |spare )?(?:evening|morning|day|hour|"
    r"night|slot|"
    r"window|gap)s? (?:free|spare|going|next|this|in the)",
    r"up to (?:my|the) (?:tonsils|eyeballs|oxters|neck|eyes|ears|chin|gills|elbows|armpits) (?:\w+ )?(?:in|at|with)|"
    r"burst "
    r"pipe|power cut|flat tyre|(?:got|had|have) a puncture|car (?:\w+ )?(?:would not start|broke down|conked out|"
    r"failed)|"
    r"rail replacement|replacement bus|home (?:only )?at (?:\w+ ){1,2}instead of|(?:ate|eats|eaten) (?:up )?(?:my|the|"
    r"half the) (?:whole )?(?:morning|evening|afternoon|lunch|day)\b|(?:he|she|wife|husband|himself|herself|partner) "
    r"(?:has|needs|had|took) the car\b|(?:ward|office|shift|team|rota|kitchen) (?:is|'s|was) (?:\w+ )?short\b|said yes "
    r"to cover\w*|(?:kept|keeping) me on\b|missed (?:my|the) (?:bus|train|lift|connection|ferry)|"
    r"leak in the (?:kitchen|attic|bathroom|house|flat)",
)
_SOME = r"(?:(?:a|an|one|1|2|some|half|slice|bit|cup|bowl|of|the|plain|black|single) )*"
_STOMACH = (
    r"(?:cramps?|cramping|stitch|sick|heartburn|indigestion|nausea|queasy|bloated|loo|toilet|jacks|"
    r"bathroom|portaloo|the runs)"
)
_NUTRITION = (
    rf"^but {_SOME}{FOOD}(?: [\w']+){{0,2}}? (?:since|all day|to eat)|(?:running|run|ran|surviv\w+) on nothing$|"
    rf"(?:nothing but|nothing except|nothing only|only|just) (?:had |have |eaten |ate )?{_SOME}{FOOD}(?: "
    rf"[\w']+){{0,2}}? "
    rf"(?:since|all day|in my (?:stomach|belly|system)|to keep me|to run on)|(?:running|run|ran|fuelled|going|"
    rf"surviv\w+|"
    rf"living) (?:\w+ )?(?:on|by) (?:nothing but |just |only |pure |fumes and |caffeine and )+{_SOME}{FOOD}",
    r"(?:sat|sits|sitting|lay|lying|landed) (?:[\w']+ ){0,2}?like (?:a |an )?(?:\w+ )?(?:brick|bricks|lead|stone|"
    r"cement|rock|"
    r"concrete|cannonball|anvil|bowling ball|lump)|(?:sat|sitting|sits) (?:heavy|heavily|badly) (?:in|on) (?:my|the) "
    r"(?:"
    r"stomach|belly|gut|tummy)",
    rf"{_STOMACH}(?: [\w']+){{0,4}}? (?:from|after|because of|off|thanks to|courtesy of|blame) (?:\w+ "
    rf"){{0,4}}?{FOOD}\b|"
    rf"{FOOD}(?: [\w']+){{0,3}}? (?:had me|sent me|put me) (?:\w+ )?(?:in|into|behind|running|dashing|to) (?:\w+ "
    rf"){{0,2}}?"
    r"(?:bush\w*|hedge|loo|toilet|jacks|portaloo|ditch)",
    r"(?:not|never|did not) (?:\w+ )?(?:fuel|fuelled|fueled|eat|eaten) (?:\w+ )?(?:properly|right|enough|well|up)|no "
    r"time "
    rf"for (?:\w+ )?{FOOD}",
    r"nothing (?:to eat )?since (?:noon|lunch|breakfast|morning|midday|last night|yesterday|\d)|(?:belly|stomach|"
    r"tummy) (?:was |is |were )?(?:roaring|rumbling|growling|empty|screaming)|(?:gel|bar|drink|shake|"
    r"coffee)(?: [\w']+){0,5}? "
    r"went (?:right|straight|clean) through me|(?:burp|belch)\w* (?:it|that|them)\b|(?:curs|blam)\w+ (?:that|the|last "
    r"night 's) (?:vindaloo|korma|madras|jalfrezi|burrito|fry|dosa|biryani|sushi|ramen)",
)
_BOTHERER = (
    r"(?:baby|dog|puppy|kids?|twins|toddler|cat|neighbou?rs?|wee one|little one|young ?(?:lad|fella|one)|daughter|"
    r"son|storm|"
    r"sick child|newborn|teething|children|foxes|car alarm|house alarm|smoke alarm|wind|thunder|heat)"
)
_HOURS = r"(?:12|[1-5]|half (?:12|[1-5])|midnight|dawn|daylight|the small hours|all hours|silly o'clock)"
_RECOVERY = (
    r"(?:neighbou?rs?|upstairs|next door|students|housemates|flatmates|wedding|party|pub|lads|road ?works|builders|"
    r"dogs?|"
    r"foxes|music)(?: [\w']+){0,3}? (?:part(?:y|ied|ying)|blar\w*|roar\w*|drill\w*|fight\w*|sing\w*|hammer\w*|"
    r"bark\w*|howl"
    r"\w*|cry\w*|scream\w*|going|thump\w*|boom\w*)(?: [\w']+){0,3}? (?:until|all night|past|half the night|through the "
    r"night|at \d)(?: \w+)?",
    r"(?:not|without|never) a wink|(?:hardly|barely|never|not) (?:\w+ )?(?:closed|shut|close) (?:my|an|a) eyes?|"
    r"(?:desperate"
    r"|ferocious|woeful|diabolical|disturbed|fitful|patchy|interrupted|dire|useless|brutal|wretched) (?:\w+ )?(?:night|"
    r"sleep)(?: 's sleep)?|body clock",
    rf"(?<!caught )(?<!keep )(?<!kept )(?<!met )(?<!ran )(?<!run )(?<!keeping )(?<!catch )(?:up|woken|awake|woke)(?: "
    rf"\w+)? "
    rf"(?:(?:at|since|from|until|by|every) (?:[\w:]+ ){{1,3}}?)?(?:with|by|because of|thanks to|minding|feeding|"
    rf"settling|"
    rf"rocking) (?:the |a |my |our )?(?:\w+ )?{_BOTHERER}(?! (?:for a|on a|at the|in the) (?:walk|run|park|buggy))",
    rf"(?:not |never )?(?:get|got|go|went|getting|make it) (?:\w+ )?to (?:bed|sleep) (?:until|at|after|past|around|"
    rf"about) (?:about |"
    rf"around |"
    rf"nearly |gone |well past )*{_HOURS}|(?:in bed|asleep|home|crawled in) (?:at|after|past|until) (?:gone |about "
    rf")?[1-5]"
    r"(?: am| in the morning)(?! (?:before|and ran))",
)
_HYDRATION = (
    r"i (?:was|am|felt|got) (?:that|so|fierce|bone|very|pure|awful|wild|absolutely|fair) dry\b(?! (?:in|under|with|and "
    r"warm))|was (?:that|so) dry i\b|(?:that|fierce|bone) dry$|(?:drank|drink|drinking|gulp\w*|supp\w*|slurp\w*) "
    r"(?:\w+ )"
    r"{0,2}?(?:from|out of|off) (?:a |the |my |an |somebody |someone )?(?:'s )?(?:\w+ )?(?:hose(?:pipe)?|puddle|"
    r"stream|river|"
    r"sprinkler|bird ?bath|horse trough|garden tap)|(?:fierce|some|wild|awful|savage|a) thirst on me|mouth (?:\w+ "
    r"){0,2}?"
    r"like (?:sandpaper|cotton|a desert|flour|sawdust|ash|gandhi)",
)
_TIRED = (
    r"jet ?-?lag\w*|stiff as a (?:board|plank|poker)|(?:hardly|barely|not) (?:\w+ )?keep my eyes open|"
    r"(?:nights?|shifts?) in a row\b|(?:banjaxed|jiggered|wrecked|shattered|knackered|destroyed|"
    r"dead on my feet) (?:\w+ )?(?:from|after) "
    r"(?:\w+ ){0,3}?(?:marathon|race|shift|night|nights|week|double|match)|[1-5] hours ' sleep",
)
FRAMES = tuple(
    (category, re.compile(r"\b(?:" + "|".join(patterns) + r")"))
    for category, patterns in (
        ("gear", _GEAR),
        ("scheduling", _SCHEDULING),
        ("nutrition", _NUTRITION),
        ("recovery", (*_RECOVERY, *_TIRED)),
        ("hydration", _HYDRATION),
    )
)
# A jam on the way where it cost time.
JAM = re.compile(rf"\b{_JAM}(?: [\w']+){{0,4}}? (?:was|were|is|are|took|been)(?: [\w']+){{0,3}}? {_DIRE}\b")
# A meal is an obstacle where it is regretted.
MEAL = re.compile(rf"\b(?:had|ate|eaten|eating|scoffed|wolfed|horsed)(?: [\w']+){{0,5}}? {FOOD}\b")
REGRETS = re.compile(
    r"\b(?:(?:bad|terrible|poor|awful|shocking|stupid|silly|rotten) (?:idea|call|move|plan|choice|decision)|(?:big |"
    r"huge )?"
    r"mistake|regret\w*|never again|not (?:a |my |the )?(?:good|great|best|brightest|smartest) (?:idea|plan|move|"
    r"call)|paid "
    r"for (?:it|that)|what was i thinking|should (?:not|never) have|wish i had not|came back (?:up|to haunt)|"
    r"repeated on)\b"
)
