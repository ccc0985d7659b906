"""Obstacles by classes of words: a thing to wear or use in a bad way, time taken up by a duty, food that sat badly, a
bad night. They add to the words of `obstacle_words`.

A thing counts with what is wrong with it, a duty with the time it takes, a meal with what it did.
"""

import re

_KIT = "Get the kit for your runs ready"
_SHOES = "Get running shoes that fit"
_LIGHT = "Get a running light"
SNACK = "Plan a snack before your next run"
_WATER = "Set a water reminder before runs"
_WELL = "Rest until you feel well again"
_NIGHT = "Plan a proper rest evening"
TIME = "Block the time for your next run"

_OWN = r"(?:my|the|these|those|this|that|both|one|old|new|a|our)"
_WORN = (
    r"(?:shoes?|trainers?|runners|sneakers|insoles?|laces?|soles?|tread|heel|tongue|socks?|shorts|tights|leggings|"
    r"trousers|joggers|tracksuit|bottoms|bra|vest|top|t ?-?shirt|tee|singlet|jersey|hoodie|jumper|fleece|jacket|coat|"
    r"anorak|waterproofs?|poncho|gloves?|mitts?|hat|beanie|cap|visor|buff|headband|glasses|specs|sun ?glasses|shades|"
    r"goggles|lens(?:es)?|contacts|strap|buckle|zip|zipper|button|elastic|drawstring|waistband|seam|clip|belt|"
    r"pouch|pack|rucksack|back ?pack|watch|garmin|fitbit|phone|screen|battery|charger|cable|app|"
    r"gps|headphones?|earphones?|ear ?buds?|airpods?|ear ?pods?|torch|head ?torch|lamp|light|lights|bulb|hi ?vis|"
    r"armband|knee ?brace|brace|orthotics?|buggy|stroller|pram|lead|leash|treadmill|belt|poles?|spikes|cleats|kit|gear|"
    r"bike)"
)
_WRONG = (
    r"(?:broke(?:n)?|snapped|snapping|ripp(?:ed|ing)|torn|tore|split|burst|bust(?:ed)?|cracked|crack|smashed|"
    r"shattered|steam(?:ed|ing)(?: right)? up|fogg(?:ed|ing)(?: right)? up|misted(?: right)? up|mist(?:s|ing)? up|"
    r"came (?:off|undone|apart|loose|away|unstuck)|coming (?:off|undone|apart|loose|away)|come (?:off|undone|apart|"
    r"loose)|blew off|fell (?:off|apart|out)|falling (?:off|apart|out|down)|slipp(?:ed|ing)|slid(?:ing)? (?:off|down|"
    r"up)|dig(?:s|ging)? in(?:to me)?|dug in(?:to me)?|pinch(?:ed|es|ing)?|rubb(?:ed|ing)|rubs|chaf\w+|itch\w*|"
    r"bounc(?:ed|ing)|flapp(?:ed|ing)|soaked through|soaking|sodden|drenched|worn (?:out|down|through|smooth|thin|"
    r"away)|wore (?:out|through)|gone (?:smooth|bald|flat|thin|through|at the (?:heel|toe|sole))|(?:gone|went) on "
    r"(?:me|the)|(?:as )?flat as|(?:as )?smooth as|bald|threadbare|in (?:bits|ribbons|tatters|shreds)|done for|had it|"
    r"on (?:its|their) last legs|past (?:it|its best|their best)|seen better days|ready for the bin|(?:too|way too|"
    r"far too|bit|little) (?:small|big|tight|loose|narrow|wide|short|long|thin|thick|warm|hot|heavy|old)|(?:a |half a "
    r"|2 |one )?sizes? (?:too (?:small|big)|down)|(?:died|dead|flat)\b|run out of (?:battery|juice|charge)|no (?:grip|"
    r"tread|cushion\w*|charge|battery|signal)|(?:would|will|did|does) not (?:close|fasten|zip|stay|turn on|switch on|"
    r"charge|work|fit|start|pair|connect|hold|breathe|sync)|not (?:charged|working|warm enough|up to it)|packed (?:up|"
    r"in)|gave up|conked out|cut(?:ting)? (?:out|into)|froze|playing up|useless|soggy|waterlogged|(?:hold|held|"
    r"soak\w*)(?: on to| up)? (?:\w+ )?(?:wet|water|sweat)|leak(?:ed|ing|s)|let(?:s|ting)? in|stuck to me|clung to me|"
    r"cl(?:u|i)ng(?:ing)? (?:to me|on me)|rode up|riding up|hanging off|missing|gone missing|in the (?:wash|laundry|"
    r"dryer|dirty basket)|still wet|went missing|nicked|stolen|a mistake|the wrong (?:choice|ones?|size|kind)|(?:are|"
    r"were|is|was|was all|all) (?:cotton|wet|damp|soggy)|the wrong)"
)
_GEAR = (
    # "The zip broke on my jacket", "my glasses steamed up every time".
    rf"(?:{_OWN} |of )(?:\w+ ){{0,2}}?{_WORN}(?: (?:of|on|in|to|from|for) (?:\w+ ){{1,3}}?)??(?: (?!(?:but|and|not|"
    rf"never|no|"
    rf"so|if|until|is not|was not|without)\b)[\w']+){{0,4}}? {_WRONG}\b",
    # "Broke a lace", "tore my leggings", "burst the strap on my pack".
    rf"(?:broke|snapped|tore|ripped|burst|cracked|smashed|split|lost|dropped|forgot|left|misplaced) (?:{_OWN} )(?:\w+ )"
    rf"?{_WORN}\b(?! (?:in|at) (?:my |the )?(?:drawer|shop))",
    rf"(?:dog|cat|puppy|baby) (?:ate|chewed|ran off with|hid|destroyed) (?:my|one of my|the) (?:\w+ )?{_WORN}\b",
    # "A hole in my left shoe", "a rip in the seam".
    rf"(?:hole|holes|rip|tear|split|crack|leak|stone|water|puddle|gap|blister\w*)s? (?:\w+ ){{0,2}}?(?:in|on|from) "
    rf"(?:{_OWN} )"
    rf"(?:\w+ )?{_WORN}\b",
    # "The zip went", "zip went on the jacket", "laces kept opening".
    r"(?:zip|zipper|strap|elastic|buckle|lace|laces|seam|clip|waistband|battery|bulb|soles?|tread|grip)(?: 's)? "
    r"(?:just |finally |has |had |is |kept )*(?:went|gone|broke|snapped|opened|opening|loosen\w*|came|died|packed in|"
    r"give|gave|let go|burst|jammed|"
    r"stuck)",
    # "No proper gloves", "I haven't bought the head torch yet", "need a new pair", "wore the wrong socks".
    rf"(?:not|never)(?: \w+){{0,2}}? (?:got|have|bought|buy|buying|ordered|replaced|own|found|find|fixed)(?: (?:round|"
    rf"around) to)?(?: (?:buying|getting|ordering|replacing|fixing|a|an|any|my|the|that|those|some|proper|decent|new|"
    rf"right|warm))"
    rf"* {_WORN}\b",
    rf"(?:got|get|getting) (?:round|around) to (?:buying|getting|ordering|replacing|fixing)(?: \w+){{1,3}}? {_WORN}\b",
    rf"(?:the |in the |in |wearing |wore )?(?:wrong|unsuitable|bad|terrible|useless|rubbish) (?:\w+ )?{_WORN}\b",
    rf"(?:it is|it was|blame|problem is|problem was) (?:my|the|these|those) {_WORN}$",
    r"need (?:a )?(?:new|different|better|proper|decent|another) (?:pair|ones?)\b",
    r"(?:cotton|plastic|leather|canvas) (?:\w+ )?(?:t ?-?shirt|top|tee|socks?|hoodie|shirt)(?= |$)(?!.*\b(?:great|"
    r"fine|perfect|lovely)\b)",
    # Miles on a pair of shoes.
    r"(?:\d+|hundred|hundreds|thousand|\d+ hundred|\d+ thousand) (?:of )?(?:k|km|kms|kilomet\w+|miles) (?:on|in|out "
    r"of|old|"
    r"from|out)(?: of)? ?(?:them|these|those|the (?:shoes|soles|pair)|my (?:shoes|trainers|runners))",
    r"(?:shoes|trainers|runners|pair)(?: \w+){0,2} \d+ (?:hundred |thousand )?(?:k|km|kilomet\w+|miles) (?:old|on "
    r"them)",
)
_DUTY = (
    r"(?:meetings?|appointments?|calls?|conference|interview|exam|test|shift|class|course|lecture|training|funeral|"
    r"mass|wedding|christening|communion|confirmation|party|birthday|dinner|puja|pooja|function|ceremony|festival|"
    r"recital|concert|show|play|match|game|practice|rehearsal|parent ?-?teacher|pta|school (?:play|run|concert|thing|"
    r"event|pick ?up)|sports day|delivery|plumber|electrician|builder|nct|mot|service|dentist|doctor|gp|vet|physio|"
    r"hospital|scan|clinic|optician|court|jury|summons|viewing|deadline|presentation|audit|stock ?take|visit|"
    r"visitors?|guests?|in-?laws|flight|train|ferry|bus|coach trip|drive|pick ?up|drop ?off|commute|closing|month end|"
    r"year end|quarter end|harvest|lambing|calving|sale|launch|handover|night duty|duty|overtime)"
)
_SCHEDULING = (
    # It stands where the run would.
    rf"{_DUTY}(?: [\w']+){{0,6}}? (?:at the same time|at that time|right (?:when|then|on top|over|in the middle)|on "
    rf"top of "
    r"(?:it|the run|my run)|(?:in|into|over|during|across) my (?:run|slot|lunch|usual|running)(?: \w+)?|when i "
    r"(?:was|am|"
    r"would|normally|usually|had)(?: \w+)? (?:meant|supposed|due|run|going|planning|planned|out))",
    r"(?:at the same time as|same time as|in the way of|on top of|right over|instead of) (?:the|my|this) (?:run|"
    r"session|slot)",
    # Time at work with its end.
    r"(?:sit(?:ting)?|stuck|at (?:my|the) desk|in (?:the )?office|at work|work(?:ing)?|on site|in the field|in the "
    r"shop) (?:\w+ ){0,3}?(?:until|to|through to|past) (?:late|dark|midnight|\d{1,2}(?::\d\d)?|half \d+|the small "
    r"hours|"
    r"all hours|nightfall)(?! (?:k|km|miles|minutes)\b)",
    r"(?:month|quarter|year|financial year)(?: |-)?end(?: \w+)?(?: (?:at|in) (?:the )?(?:work|office|job))?",
    r"(?:jury|court) (?:summons|duty|service|case|date)|(?:in court|court (?:on|all|from))",
    # Somebody called in the middle of it.
    r"(?:boss|manager|work|office|wife|husband|school|creche|mum|mam|mother|client|neighbour|landlord|nursery|"
    r"childminder|daughter|son)(?: (?:then|just|had|kept|has))? (?:rang|phoned|called|paged|texted|messaged|ringing|"
    r"phoning|calling)(?: me)?(?: (?:in the middle|halfway|half way|mid ?-?run|during|at \d+ ?k|and i had|so i had|to "
    r"come|back|"
    r"while i))",
    r"(?:call|text|message) from (?:work|the office|school|the creche|home|my (?:boss|manager|wife|husband|daughter|"
    r"son))",
    # Nobody to mind them, or a child at home.
    r"(?:son|daughter|baby|kids?|child|children|toddler|little one|youngest|eldest|twins|lad|boy|girl)(?: \w+){0,7}? "
    r"(?:off (?:school|creche|nursery)|home (?:sick|from school)|at home with me)|(?:school|creche|nursery|"
    r"childcare)(?: \w+){0,2} (?:is |are |was )?(?:closed|shut|off)|(?:no ?one|nobody|no body) (?:here |else )?to "
    r"(?:mind|watch|sit|leave)|(?:minding|watching|looking after|collecting|dropping|feeding|bathing) (?:the |my |our "
    r")?(?:kids|children|baby|"
    r"grandkids|grandchildren|son|daughter|twins|niece|nephew|mother|mam|dad|dog|dogs)",
    # No time, in words.
    r"(?:when|where|how) (?:i )?(?:will|would|am going to|can|could)?(?: i)? ?(?:get|find|have) (?:the |any )?time|"
    r"not (?:be )?(?:get|getting|find|finding|have|having) (?:the |any |much )?time|no (?:free )?(?:gap|minute|hour|"
    r"window|spare time|let up)(?: to myself)?|not a (?:minute|moment|second|gap)(?: to| free| spare|$)|can not get "
    r"(?:out|away) (?:in|of|until|before|on|at|from|this|next|much|any|for|to)|(?:work|job|boss|week|month|office|"
    r"calendar|diary) (?:\w+ )?(?:is |has )?(?:gone )?(?:jam ?packed|chock|chocker|wall to wall|back to back|up the "
    r"walls|mayhem|chaos|insane|relentless|full up)|up the walls|wall to wall|back to back (?:meetings|calls)|"
    r"(?:flight|train|plane|bus|ferry) (?:lands|gets in|arriv\w+|"
    r"is arriving|is in|leaves|departs|is at)",
    r"(?:harvest|lambing|calving|silage|stock ?take|stocktaking)\b",
)
# What takes an evening ahead.
AHEAD = re.compile(
    r"\b(?!(?:run|sleep|wait|feel|go|do|be|look|com|hav|gett)\w*ing)[a-z]{3,}ing (?:\w+ ){0,3}?until (?:late|dark|"
    r"midnight|"
    r"all hours|the small hours|\d{1,2}(?::\d\d)?) (?:every|each|most|this|tonight|all|daily|at night)|(?:landlord|"
    r"plumber|"
    r"someone|somebody|man|engineer|guy|electrician|builders?|cleaner|surveyor|delivery|fella|lads) (?:is |are |'s )?"
    r"(?:coming|calling|due|arriving)(?: \w+)? (?:at|to|round|over|in|between|from)|(?:mother|father|mum|mam|dad|"
    r"wife|husband|"
    r"son|daughter|nan|granny|sister|brother) (?:is |'s )?(?:back |still )?in (?:the )?hospital|(?:not|no) (?:a |one "
    r")?(?:free|"
    r"spare) (?:hour|minute|moment|evening|slot|gap|morning)|(?:reach\w*|get\w*|be|am|arriv\w*) home (?:only )?(?:at|"
    r"by|after) "
    r"(?:[7-9]|1[0-2]|half|past)|(?:office|work|school|shift) (?:timings?|hours?|times?) (?:has |have |had |are |is "
    r")?(?:been )?"
    r"(?:chang\w+|moved|different)"
)
# A duty with an hour, before a run: "I've a parent teacher meeting at six".
DUTY_AT = re.compile(
    rf"\b(?:i have|we have|i have got|i got|there is|have|got|has|is|am|mine) (?:a|an|the|my|our|to (?:go to|be at|"
    rf"attend|collect))(?: [\w'-]+){{0,4}}? ?{_DUTY}(?: [\w']+){{0,9}}? (?:at|from|until|for) (?:\d|half|quarter|noon|"
    rf"the same)|\b{_DUTY}(?: [\w']+){{0,3}}? (?:nine to five|9 to 5|all (?:day|morning|evening|week)|the whole (?:of|"
    rf"day|week))"
)
FOOD = (
    r"(?:burger|kebab|curry|pizza|chips|fries|sausages?|sausage roll|bacon|steak|pie|pasty|pasta|lasagne|noodles|rice|"
    r"biryani|dosa|samosas?|paratha|dal|chilli|beans|burrito|tacos?|sandwich|roll|toastie|toast|porridge|oats|cereal|"
    r"eggs?|fry ?-?up|fry|breakfast|brunch|lunch|dinner|tea|supper|meal|roast|takeaway|chinese|indian|thai|cake|"
    r"chocolate|biscuits?|doughnuts?|donuts?|ice cream|crisps|sweets|banana|apple|fruit|salad|yog(?:h)?urt|milk "
    r"?shake|milk|cheese|smoothie|protein (?:shake|bar)|shake|gels?|energy (?:bars?|gels?|drink)|bars?|coffee|latte|"
    r"coke|fizzy|cola|lucozade|beer|pints?|wine|food|feed|snack|spicy \w+|leftovers|mayo|garlic)"
)
_UPSET = (
    r"(?:repeat\w* on me|coming (?:back|up)|come back up|came back (?:up|to)|sat (?:like|heavy|in|badly)|sitting "
    r"(?:like|heavy|there|in)|like (?:a )?(?:brick|lead|stone|rock|concrete)|(?:did|does|do|was|is) not (?:agree\w*|"
    r"sit\w*|go down|settle|suit)|disagree\w*|upset|slosh\w*|bounc\w+|churn\w*|backfired|was a mistake|a (?:bad|"
    r"terrible|big) (?:mistake|idea|call|move|choice)|not (?:a good|my best|the best) (?:idea|plan|call)|gave me (?:a "
    r")?(?:stitch|cramps?|heartburn|wind|gas|indigestion|the runs)|went (?:straight )?through me|weigh\w* me down|"
    r"turned my stomach|turning over|killed me|to blame|the culprit)"
)
_NUTRITION = (
    rf"{FOOD}(?: [\w']+){{0,8}}? {_UPSET}",
    rf"{FOOD} (?:was |were |is )?(?:way |far |a bit )?too (?:late|close|soon|heavy|near|rich|spicy|big)\b",
    rf"(?:blame|blaming|fault of|because of|thanks to|down to|regret\w*|paid for|paying for|tasting|burp\w*(?: up)?|"
    rf"belch\w*|should (?:not|never) have (?:had|eaten|touched|gone near))(?: [\w']+){{0,3}}? {FOOD}\b",
    rf"(?:cramps?|stitch|sick|heartburn|indigestion|nausea|queasy|bloated)(?: \w+)? (?:from|after|because of|off) "
    rf"(?:\w+ )"
    rf"{{0,3}}?{FOOD}\b",
    r"should(?: have| of|'ve) (?:\w+ )?(?:eaten|had (?:something|a snack|breakfast|lunch|dinner))|(?:took|had|ate|"
    r"eaten|"
    r"eating) "
    r"(?:\w+ ){1,4}?too (?:close|near|soon|late)|acidity|heartburn|indigestion",
    # Eaten right before.
    rf"(?:ate|had|eaten|scoffed|wolfed|downed|horsed|demolished)(?: [\w']+){{0,4}}? {FOOD}(?: [\w']+){{0,3}}? "
    rf"(?:(?:like )?"
    r"(?:5|10|15|20|25|30|half an hour|an? (?:quarter|few minutes)|\d+) ?(?:minutes?|mins)? before\b|right before|just "
    r"before|too close|too late|too near|on the way (?:out|here)|as i (?:left|went))",
    r"(?:felt|feel|feeling|was|am) (?:\w+ )?(?:sick|heavy|bloated|full|queasy) (?:from|after|with) (?:\w+ ){0,3}?"
    rf"{FOOD}",
    r"(?:fasting|fasted|on a fast|roza|first day of ramadan|ramadan)\b|(?:skipped|skipping|missed|missing|went "
    r"without|ran without|no|not had|without) (?:any |my |proper |a )*(?:breakfast|lunch|dinner|tea|supper|food|"
    r"brekkie|tiffin)\b|(?:ran|running) on "
    r"(?:empty|caffeine|sugar|a coffee|coffee)",
    r"(?:ran out of|no|out of|forgot (?:my|the|to bring)) (?:\w+ )?(?:gels?|snacks?|fuel|bars|carbs)",
)
_RECOVERY = (
    r"(?:neighbou?rs?|upstairs|dog|dogs|baby|cat|kids?|twins|storm|party|foxes|alarms?|traffic|music|mosquito\w*|"
    r"heat)(?: [\w']+){0,5}? (?:kept|had|woke|waking|keeping) (?:me|us)(?: [\w']+)? (?:up|awake|all night|till|until|"
    r"at|every)|(?:barely|hardly|scarcely|did not|not|never) (?:got|get|had|have|sleep|slept|catch|caught)(?: a| any| "
    r"even)* (?:wink|sleep|kip|shut ?eye|eye)|(?:tossed|tossing) (?:and|&) turn\w*|(?:slept|sleep|sleeping|night) "
    r"(?:was |very |really |so |pretty |a bit |absolutely |just |fairly )*(?:shocking|dreadful\w*|atrocious|awful\w*|"
    r"terribl\w+|brutal|horrific|wretched|broken|in bits|like crap|like rubbish)|(?:dosed|dosed up|riddled|laid up|"
    r"struck down|laid low|down) with (?:a |the |some )?(?:\w+ )?(?:cold|flu|bug|virus|it|covid|fever|chest|throat|"
    r"cough)|i have (?:got )?(?:a )?(?:fever|cold|loose motions?|temperature|viral)|(?:feel|feeling|felt) (?:\w+ "
    r")?(?:rotten|wretched|manky|grotty|ropey|ropy|feverish|shivery|wabbit|peaky|dodgy|off it)|(?:head|chest|nose) "
    r"(?:is |'s )?(?:blocked|stuffed|bunged|streaming|"
    r"full of)|streaming (?:cold|nose)|loose motions?|body ache and fever|viral fever|the vomiting bug|(?:jab|"
    r"vaccine|booster|antibiotics|hay ?fever|asthma|period|tablets)(?: \w+)? (?:has|had|have|is|are|"
    r"was)(?: me)? (?:\w+ )?(?:floored|flattened|wiped|knocked|in bits|acting up|killing|desperate|brutal)|streaming "
    r"with (?:a )?cold|sleep (?:'s |is |has |have )?(?:been )?(?:terrible|awful|shocking|dreadful|rubbish|all over the "
    r"place|brutal|broken|poor)|[1-5] hours '?s? ?(?:of )?sleep|(?:bed|asleep|up) (?:way |far |much )?too late|"
    r"not (?:been )?sleep(?:ing|t) (?:well|much|great|right|properly|at all)",
)
_HYDRATION = (
    r"(?:not|n't|hardly|barely|without|never) (?:\w+ ){0,2}?(?:a drop|a sip|a glass)(?: [\w']+){0,3}|not a drop|"
    r"(?:left|forgot|lost|dropped) (?:\w+ )?(?:water|bottle|flask|drink)|(?:shop|tap|fountain|kiosk|cafe)(?: "
    r"[\w']+){0,3} (?:shut|closed|off|broken|dry)|(?:mouth|throat|lips) (?:was |is |were |felt )?(?:like|as dry|bone|"
    r"parched|dry)|dying of "
    r"thirst|no (?:water|drink|fluids)(?: [\w']+)? (?:either|with me|on me|left|anywhere)",
)
# What is usually to be done about each category.
USUAL = {"gear": _KIT, "scheduling": TIME, "nutrition": SNACK, "recovery": _NIGHT, "hydration": _WATER}
CLASSES = tuple(
    (category, USUAL[category], re.compile(r"\b(?:" + "|".join(patterns) + r")"))
    for category, patterns in (
        ("gear", _GEAR),
        ("scheduling", _SCHEDULING),
        ("nutrition", _NUTRITION),
        ("recovery", _RECOVERY),
        ("hydration", _HYDRATION),
    )
)
_SHOE = re.compile(
    r"\b(?:shoes?|trainers?|runners|sneakers|insoles?|laces?|soles?|tread)\b|"
    r"(?:\d|hundred|thousand) (?:k|kms?|kilomet\w+|miles)\b"
)
_LAMP = re.compile(r"\b(?:torch|lamp|lights?|bulb)\b")
_ILL = re.compile(
    r"\b(?:cold|flu|bug|virus|covid|fever\w*|rotten|wretched|throat|viral|motions?|temperature|vomiting)\b"
)
DENIES = re.compile(r"\b(?:not|never|no|nothing|neither|nor|without|0)\b")


def title(category: str, usual: str, found: str) -> str:
    """What is to be done about the words that were found of a class."""
    if category == "gear":
        return _SHOES if _SHOE.search(found) else _LIGHT if _LAMP.search(found) else usual
    return _WELL if category == "recovery" and _ILL.search(found) else usual
