"""The kinds of obstacles and the words of each: what says so by itself, what may be lacking or in trouble, what is only
an occasion."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """`says` is an obstacle by itself; `thing` is one when it is lacking or, where it can be, in `trouble`; `occasion`
    only when it is known to be a reason."""

    title: str
    category: str
    says: str = ""
    thing: str = ""
    trouble: str = ""
    occasion: str = ""
    priority: str = "medium"


LACKS = (
    r"(?:no(?! (?:i|we|it|my|the)\b)|not|n't|never|without|forgot|forgotten|forget|lost|can(?: not|'?t|"
    r"not) find|could(?: not|n'?t) find|needs?|needed|have to buy|got to (?:buy|get)|should (?:buy|get|have)|"
    r"ran out of|run out of|running out of|out of|missing|lack(?:ed|ing|s)?|lack of|skipped|missed|barely|"
    r"hardly|nothing|only|little|short (?:of|on)|low on|too little|wish i had|could do with|"
    r"could have done with|must (?:buy|get)|left (?:my|the)|misplaced|not enough|dont|didnt|havent|hadnt|"
    r"cant find|want (?:a|some|new)|insufficient)"
)
BETWEEN = (
    r"(?: (?!but\b|since\b|hurts?\b|sore\b|wrong\b|because\b|issues?\b|problems?\b|trouble\b|bother\b|"
    r"worries\b|complaints?\b)[\w']+){0,4}?"
)
_TROUBLE = (
    r"(?:worn(?: out| through)?|done|snapp(?:ed|ing)|undone|falling (?:apart|to (?:bits|pieces))|fell apart|rub(?:s|"
    r"bed|bing)?|broke(?:n)?|brok|leak\w*|too (?:small|big|tight|old|narrow|tiny|loose|heavy)|holes?|had it|"
    r"knackered|done for|dead|died|dying|ripped|torn|split|soaked|wet|dirty|in the wash|shot|finished|bald|no grip|"
    r"slipp(?:ing|ery)|coming off|came off|pinch\w*|blister\w*|not (?:charged|working|fit|fitting)|flat|ruined|see "
    r"better days|seen better days|past it|squash\w*|kept (?:slipping|falling|coming)|chafed|uncomfortable|hurt|"
    r"cause|lost|rubbish|useless|crap|pack(?:ed|ing) (?:in|up)|conk\w* out|gave (?:up|out|way)|giving up|passed out|"
    r"heart attack|froze|crash\w*|bust(?:ed)?|flapp\w+|(?:came|come|coming) (?:apart|undone|loose|away|flapping)|"
    r"let\w* (?:\w+ )?(?:water|rain|wet|in)|letting|sopping|sodden|drenched|drowned|no (?:tread|battery|charge|juice|"
    r"power|cushion\w*|support)|slicks|rid(?:e|es|ing) up|rode up|bunch\w*|on (?:their|its) last legs|last legs|worn "
    r"smooth|smooth|digging|cutting in|kaput|kill\w*|playing up|out of (?:juice|battery|charge|power)|ran out|see "
    r"through|too (?:hot|warm|thin|thick|short|long)|fogg\w+|steamed up|squelch\w*|full of (?:water|holes|mud)|"
    r"stink\w*|not (?:warm|dry|waterproof)|refus\w+|stuck|blank|scratch\w*|itch\w*|bounc\w*|nowhere to be)"
)
_SHOES = r"(?:shoes?|trainers|sneakers|runners|insoles?|laces?)"

KINDS = (
    Kind(
        "Rest what hurts, and see how it is tomorrow", "recovery", occasion=r"pain\w*|hurts?|niggl\w*", priority="high"
    ),
    Kind(
        "Get running shoes that fit",
        "gear",
        says=r"soles? (?:[\w']+ )?(?:bald|gone|smooth|thin|worn)|(?:shoes?|trainers?)(?: \w+){0,2} missing|"
        r"(?:soles?|heels?|laces?) (?:came|fell|coming|falling|snapped|broke|split)|blisters? (?:from|because)",
        thing=_SHOES,
        trouble=_TROUBLE,
        occasion=_SHOES,
        priority="high",
    ),
    Kind(
        "Buy a waterproof running jacket",
        "gear",
        says=r"drowned(?: rat)?|wringing wet|soaked|drenched|wet through|soaking|got (?:really |so |very |"
        r"absolutely )?wet",
        thing=r"jackets?|rain ?coat|waterproofs?|rain ?(?:gear|jacket|coat)|wet weather gear|anorak|coat",
        trouble=_TROUBLE,
        occasion=r"rain(?! ?check)\w*|wet|storm\w*|chucking it down|pouring|bucketing|pissing (?:it )?down|tipping "
        r"it down|downpour|hammering (?:it )?down|torrential|lashing",
    ),
    Kind("Get ready for bad weather: layers and a dry route", "gear", occasion=r"weather|snow\w*|ice|icy|wind|windy"),
    Kind(
        "Get a running light",
        "gear",
        says=r"(?:too|so|pitch|really|very|completely) (?:dark|black)|dark (?:out|when|after|by)|can(?: not|'?t|not)"
        r" see (?:a thing|anything|where(?! (?:i|we|it|to|they|this|that|any) (?:would|could|can|will|fit|squeeze|"
        r"put)))|could not see (?:a thing|anything|where|(?:the|my) (?:path|road|ground|way|feet|trail|pavement))",
        thing=r"head ?(?:torch|lamp|light)|torch|lights?|lamp|hi ?vis|reflective\w*|flashlight",
        trouble=r"(?:died|flat|dead|broken|broke)",
        occasion=r"dark",
    ),
    Kind(
        "Rest until you feel well again",
        "recovery",
        says=r"flu[- ]?(?:e?y|like)|(?:can not|could not) shake (?:this|the|off)|(?:a|(?:got|have|had|getting|caught|"
        r"full of) the|stinking|bad|head|heavy|"
        r"nasty|this|streaming|slight|my|man|rotten|horrible|getting|caught) cold|full of (?:a )?cold|cold (?:coming "
        r"on|again)|colds|flu|man flu|covid|fever\w*|temperature of \d+|virus|bug|stomach bug|tummy bug|unwell|under "
        r"the weather|coming down with|came down with|feel(?:ing)? (?:ill|sick|rough|poorly|rubbish|nauseous|awful|"
        r"off colour|terrible|grim|lousy)|felt (?:ill|sick|poorly|nauseous)|(?:i am|was|been|i have been|be|am|being|"
        r"got|still|fell|properly|really) (?:ill|sick|poorly)|sore throat|throat|(?:bad|nasty|chesty|horrible|this) "
        r"cough|coughing|lurgy|lergy|full of (?:the |a )?(?:flu|cold|snot|it)|snotty|snot|(?:got|have|running|had|"
        r"with) a (?:\w+ )?(?:temperature|fever)|(?:dodgy|upset|bad|gippy|funny) (?:tummy|stomach|belly|guts?)|the "
        r"runs|the trots|diarrh\w+|(?:on|in) the (?:loo|toilet|bathroom) all|(?:not|still not) (?:\w+ )?over (?:this|"
        r"that|the|my) (?:bug|cold|flu|virus|covid|illness|lurgy|cough)|(?:ear|throat) infection|laryngitis|shingles|"
        r"death warmed up|sinus\w*|food poisoning|throwing up|thrown up|tonsillitis|(?:sore|swollen|infected) "
        r"tonsils|tonsils (?:are|were)|chest infection|infection|"
        r"antibiotics|bunged up|blocked nose|runny nose|sniffl\w+|congested|ill(?: in bed| again| today| all)|"
        r"migraine|hungover|hangover|hung over|not feeling (?:well|good|great|right|myself|too good|so good|the best)"
        r"|not feel (?:well|good|great|right|too good|so good)|off sick|nausea\w*",
        occasion=r"ill|sick|cold|illness",
    ),
    Kind(
        "Plan a proper rest evening",
        "recovery",
        says=r"(?:up|awake) since (?:[1-5]\b|the crack|silly|dawn)|(?:2|two|3|three|\d) (?:days|runs) in a row|back "
        r"to back (?:days|runs)|(?:barely|hardly|scarcely) (?:slept|sleep\w*|a wink)|not (?:sleep|slept|had) a wink|"
        r"up (?:until|to) (?:\d+|late|the early|midnight|dawn|silly)(?! (?:km|k|miles)\b)|zombie|run(?:ning)? ragged|"
        r"(?:baby|kids?|toddler|little one|twins|dog|neighbou?rs?|son|daughter|wee one)(?: \w+){0,3} up (?:all|half|"
        r"every|most|until|at|\d+)|legs (?:\w+ )?(?:still |are still )(?:battered|wrecked|trashed|shot|heavy|sore|"
        r"tired|dead|not right)|(?:still|are) (?:battered|wrecked|trashed|shot) from|(?:easier|lighter|down|recovery|"
        r"quieter) week|wiped out from|(?:can not|could not) face (?:it|a run|the)|(?:slept|sleep(?:ing)?) (?:really "
        r"|very |so |pretty |quite |absolutely )?(?:badly|poorly|terribl[ey]|rubbish|awful(?:ly)?|horribl[ey]|bad|"
        r"rough|terrible|was (?:bad|poor|awful|terrible|rubbish|rough))|(?:bad|poor|rough|terrible|awful|rubbish|"
        r"sleepless|broken|shocking|dreadful|horrible|restless) (?:night|sleep|nights)|(?:slept|sleep|asleep|had|got|"
        r"on|managed|about) (?:for |only |about |just |maybe |around |like |barely |after )*[2-5](?:\.5)? hours(?: "
        r"of)?(?: sleep)?|[2-5](?:\.5)? hours(?: of)? (?:sleep|kip)|up (?:all|half) (?:the )?night|up (?:\d+|a few|"
        r"several|three|four) times|awake (?:all|half|most)|kept (?:me )?(?:up|awake)|jet ?lag\w*|overtrain\w*|not "
        r"(?:yet |fully |really |quite )*recover\w*|still recovering|recovering from|(?:need|could do with|want|"
        r"deserve|take) (?:a |some |more |an extra |another |a couple of |to |couple )*(?:rest|recover\w*|recovery)"
        r"(?: days?)?|(?:need|want|could do with) (?:a )?(?:break|day off|night off|breather)|run down|burn(?:t|ed) "
        r"out|(?:too|so|really|super|very|incredibly|properly|absolutely|ridiculously|pretty|quite|dead) (?:sore|"
        r"stiff|achy)|(?:too|so) (?:tired|exhausted|knackered|fatigued|shattered|wiped|drained) (?:to|from|after|for)"
        r"|(?:too tired|overtired|too exhausted|too knackered)|(?:tired|exhausted|knackered|shattered|drained|"
        r"wiped(?: out)?|fatigued|heavy|sore|stiff|aching|dead)(?: legs)? (?:from|after|because)|(?:legs|calves|"
        r"quads|hamstrings|muscles|body)(?: are| were| is| was| felt| feel| still)* (?:too |so |really |very |still |"
        r"dead |pretty )+(?:heavy|sore|tired|stiff|dead|battered)|(?<!usual )(?<!normal )(?<!ordinary )doms|early "
        r"night|sleep deprived|no sleep|lack of sleep|little sleep|sleep deprivation|injured|not rested|poor sleep|"
        r"insomnia",
        thing=r"sleep|slept|rest|rested|kip|recover(?:ed|y)?|rest day",
        occasion=r"sore\w*|stiff|tired|exhausted|knackered|shattered|wiped|fatigue\w*|drained|worn out|sleep|slept|"
        r"rest|injur\w+|heavy legs|tired legs|legs are heavy",
    ),
    Kind(
        "Find a warm layer for cold runs",
        "gear",
        says=r"(?:hands|fingers|ears|feet|toes) (?:were |was |are |got |went )?(?:absolutely |so |"
        r"really )?(?:freezing|frozen|numb with cold)|underdressed|overdressed|dressed (?:too|wrong)|"
        r"not dressed",
        thing=r"gloves?|hat|layers?|thermals?|base ?layer|long sleeves?|buff|warm (?:clothes|gear|kit|socks|"
        r"enough clothes)|nothing warm|fleece",
        trouble=r"(?:lost|holes?|thin|too thin)",
        occasion=r"cold|freezing|gloves",
    ),
    Kind(
        "Plan a cooler time for hot days", "scheduling", occasion=r"hot|heat|sun|humid\w*|boiling|roasting|sweltering"
    ),
    Kind(
        "Set a water reminder before runs",
        "hydration",
        says=r"tongue (?:was |is |felt )?(?:stuck|like)|roof of my mouth|cotton ?mouth|cracked lips|spitting "
        r"feathers|(?:bone )?dry as a bone|bone dry|(?:ran|run|running) dry|(?:fountains?|taps?) (?:[\w']+ )"
        r"{0,5}?(?:off|broken|dry|closed|out of order|not working)|no (?:fountain|taps?)|like the (?:sahara|gobi|"
        r"desert)|thirsty|dehydrat\w+|parched|(?:under|poorly|badly) hydrated|mouth (?:was |is )?(?:like|bone|so|"
        r"really)? ?(?:a |the )?(?:dry|desert|sandpaper|flip flop|sahara)|dry mouth|(?:drunk|drank|drinking) "
        r"(?:almost |next to |virtually )?(?:nothing|hardly anything|barely anything|very little|too little|hardly a "
        r"drop)|gasping for (?:a drink|water)|gagging for (?:a drink|water)|dying for (?:a drink|water|some water)|"
        r"thirst|bladder leaked|hydrat\w+ (?:was|is) (?:poor|bad|off|rubbish)|dried out",
        thing=r"water|drink|drank|drunk|drinking|bottles?|fluids?|hydrat\w+|electrolytes?|sip|sips|drop|salts?|"
        r"fountains?|flask|camelbak|hydration (?:pack|vest)|pint",
        trouble=r"(?:leak\w*|empty|ran out|broke\w*|frozen|closed|off|shut|at home|spilled|spilt)",
        occasion=r"water|bottle",
    ),
    Kind(
        "Plan a snack before your next run",
        "nutrition",
        says=r"on (?:an )?empty(?: tank| stomach)?|(?:only|just) (?:had )?(?:a|an|one|1|some) (?:\w+ )?(?:coffee|"
        r"banana|biscuit|tea|apple|cracker|slice)(?: \w+)? (?:since|all day|today|for (?:breakfast|lunch))|(?:not|"
        r"nothing|never)(?: \w+){0,2} (?:eaten|to eat|ate)(?: \w+)? since|not had a (?:bite|thing to eat|crumb)|ran "
        r"on fumes|(?:tummy|stomach|belly)(?: \w+)? (?:rumbl\w+|growl\w+|gurgl\w+)|slosh\w*|(?:too soon|right|"
        r"straight|just) after (?:my )?(?:tea|lunch|dinner|breakfast|eating|food|supper)|(?:ate|eaten|had|scoffed|"
        r"wolfed|eating) (?:(?:way|far|a|an|just|the|my|such|really) )*(?:too much|enormous|massive|huge|giant|"
        r"gigantic) (?:pasta|pizza|cake|lunch|dinner|breakfast|meal|roast|curry|food|tea|supper|bread|rice|takeaway|"
        r"burger|kebab|chocolate|bowl|plate|fry|sunday|pie|portion|feed)|(?:curry|lunch|dinner|breakfast|burger|"
        r"burrito|kebab|food|pizza|meal|pasta|takeaway|roast|sandwich|chilli|chips|gels?|beans|eggs|cake|coffee|"
        r"steak|fry up|fish|vindaloo|tacos?)(?: \w+){0,4}? (?:mistake|bad idea|shocking|error|brick|lead|stone|"
        r"regret\w*|came (?:back|straight|right)|repeat\w*|did not (?:sit|agree)|backfir\w*)|(?:regret\w*|paid for|"
        r"tasting) (?:that|the|my) (?:\w+ )?(?:curry|lunch|dinner|breakfast|burger|kebab|pizza|meal|pasta|takeaway)|"
        r"food baby|over ?ate|hungry|hunger|starving|starved|famished|peckish|ravenous|bonk\w*|hit the wall|hitting "
        r"the wall|empty stomach|fasted|under ?fue?l\w*|ran out of (?:fuel|gas|carbs|steam because)|sugar (?:crash|"
        r"low)|low blood sugar|blood sugar|shaky from|stomach (?:was |is )?(?:rumbl\w+|growl\w+|empty)|(?:ate|eaten|"
        r"eat|eating) (?:way |far )?(?:too (?:much|late|soon|little|close)|so much|just before|right before|too)|"
        r"(?:curry|lunch|dinner|breakfast|burger|kebab|food|pizza|meal|pasta|takeaway|lasagne|roast|sandwich|chilli) "
        r"(?:was |is |that |still |i |has |had )*(?:sitting|sat|repeat\w*|came back|bounc\w+|slosh\w*|not agree|"
        r"disagreed|weighing|too (?:late|close|heavy|soon))|(?:big|huge|massive|large) (?:lunch|meal|dinner|"
        r"breakfast|curry)|too (?:full|much (?:lunch|breakfast|dinner|food|cake))|heavy (?:lunch|meal|dinner|"
        r"breakfast)|stuffed|(?:nothing|not a thing) (?:to eat|in my stomach)|running on (?:coffee|fumes and coffee|"
        r"caffeine)|forgot to (?:eat|fuel)|(?:eaten|ate|eating) (?:almost |next to |virtually )?(?:nothing|hardly "
        r"anything|barely anything|very little|too little)|gels? (?:made|upset|did not agree|upsetting)",
        thing=r"eat|ate|eaten|eating|food|breakfast|brekkie|lunch|dinner|snacks?|gels?|fuel\w*|bananas?|carbs|meal|"
        r"calories|bite|supper|toast",
        occasion=r"eat|ate|eaten|food|breakfast|gels?|snack",
    ),
    Kind(
        "Get the kit for your runs ready",
        "gear",
        says=r"(?:pull|hitch|yank|hold)\w* (?:my |the |them )?(?:tights|shorts|leggings|socks|trousers|bottoms) up|"
        r"(?:watch|garmin|phone|headphones|torch|earbuds)(?: \w+){0,2} (?:will|would) not (?:charge|turn|start|hold|"
        r"stay|connect|work|switch)|(?:watch|garmin|phone|app|headphones?|earphones?|earbuds?|airpods?|gps|music|"
        r"speaker|strava)(?: [a-z']+){0,4}? (?:passed out|heart attack|froze\w*|conk\w*|pack\w* (?:in|up)|bust\w*|"
        r"stopped|crash\w*|ran out|no (?:battery|charge|signal)|gave up)|chaf\w+|(?:watch|garmin|phone|headphones?|"
        r"earphones?|earbuds?|airpods?|strap|gps)(?: has| had| just| is| was| were| kept| keeps| battery| completely)"
        r"* (?:died|dead|broke\w*|flat|lost|playing up|out of|cutting out|crash\w*|packed up|conked out|slipping|not "
        r"working|ran out|on the blink|kaput|useless|gave up|stopped)|nothing (?:waterproof|warm|dry|clean|to wear)",
        thing=r"(?:running |compression |dry |clean |sports |decent |proper )*(?:socks?|tights|leggings|shorts|bra|"
        r"sports bra|vest|belt|pack|back ?pack|kit|gear|clothes|watch|garmin|sun ?glasses|sun ?cream|"
        r"sunscreen|cap|headphones|earphones|earbuds|armband|treadmill|heart rate (?:strap|monitor)|"
        r"chest strap|key|keys|inhaler)",
        trouble=_TROUBLE,
    ),
    Kind(
        "Block the time for your next run",
        "scheduling",
        says=r"because of (?:my |the |a )?(?:work|job|kids|boss|family|childcare|meetings?|shift|commute)|(?:had|"
        r"have|has|got) to (?:bring|drop|mind|fetch|visit|attend|host|cook|meet|catch|be at|go to (?:the|a|my)|"
        r"finish)|(?:boss|manager|work|office) (?:wants|needs|wanted|needed|called|calls|asked|has asked) me|no "
        r"(?:baby ?)?sitter|work (?:is |'s |has been |was |gets )(?:an? |pure |absolute |total |so |really |just )"
        r"*(?:nightmare|chaos|madness|hell|murder|hectic|full on|killing|ridiculous)|new job|stuck (?:on|behind|in|"
        r"at|with|waiting)(?! (?:my|mud|a rut))|stranded|flat (?:tyre|tire)|(?:car|van|bus|train|tube|boiler|bike)"
        r"(?: (?:is|was|has|have|'s|got|just|my))* (?:broke\w*|died|cancelled|delayed|late|held up|stuck|packed in|"
        r"not start)|tow truck|breakdown|(?:no one|nobody|no body) (?:to |can |else )?(?:mind|watch|look after|sit|"
        r"baby ?sit\w*)|let me down|(?:dumped|landed|lumbered|dropped) (?:\w+ ){0,4}?(?:on|with) me|(?:am|on|working|"
        r"doing|pulling|got) (?:a |the )?(?:late|early|double|lates|earlies|nights)(?: shift)?$|on nights|work "
        r"(?:has |is |has been |was |went |'s )?(?:gone |been |just )*(?:mental|bonkers|bananas|through the roof|to "
        r"pot)|over ?runn?\w*|(?:the |an? )?(?:plumber|builder|electrician|gas ?man|boiler man|engineer|decorator|"
        r"mover|delivery|joiner|roofer|estate agent|surveyor)s? (?:\w+ ){0,2}?(?:in|coming|here|due|arriv\w+|at|over|"
        r"round)\b|(?:having|have got|got|have) (?:\w+ )?(?:people|friends|guests|visitors|family|mates|company|the "
        r"in ?-?laws) (?:over|round|coming|staying|here)|(?:in ?-?laws?|guests|visitors|parents|relatives|cousins)"
        r"(?: (?:'s|are|have|has|is|were|all|just))* (?:landed|arriv\w+|descend\w+|coming|here|staying|turning up)|"
        r"in law (?:'s |is )?(?:arriv\w+|coming|here|staying)|cooking for (?:\d+|the|every)|shift (?:\w+ )"
        r"?(?:extended|over|swap\w*)|(?:cover|covering|pick(?:ing)? up|doing|extra) (?:a |an )?(?:\w+ )?shifts?|half "
        r"term|bed ?time|due (?:at|by|tonight|tomorrow)|locked out|(?:no|not|n't|never|little|ran out of|short (?:of|"
        r"on)|lack of|pressed for|pushed for|out of|zero|hard to (?:find|make)|struggl\w+ to (?:find|make)|without) "
        r"(?:have |had |find |got |enough |the |any |much |spare |free |really |real |make |making |got )*time(?! "
        r"(?:out|is|was|and|of|flies|ago))|time (?:is|was|gets|got) (?:so |really |very |a bit )?(?:tight|short|"
        r"limited|against)|tight (?:for|on) time|(?:too|so|really|very|super|crazy|mad|mega|insanely|pretty|"
        r"extremely|ridiculously|quite) busy|busy (?:at|with|week|day|period|work|morning|evening|couple)|swamped|"
        r"snowed under|hectic|rammed|manic|flat out at work|up to my (?:eyes|neck|ears)|crazy (?:week|day|schedule)|"
        r"overslept|slept (?:in|through)|alarm|lie in|double booked|clash\w*|conflict\w*|(?:something|things?|stuff) "
        r"(?:has |have |just )?(?:came|come|cropped|popped) up|over ?ran|ran (?:over|late)|running (?:late|behind|"
        r"over)|runs (?:late|over)|(?:stuck|kept|held up|tied up|trapped|chained|late|delayed|busy|still|caught up|"
        r"needed|detained) (?:\w+ )?(?:at|in|on|with|to) (?:the |a |my |this )?(?:work|office|meeting|traffic(?! "
        r"lights?)|call|train|desk|airport|school|job|motorway|meetings|calls|conference|queue|shift)|(?:am|was|got|"
        r"were|been|being) held up|late (?:meeting|finish|shift|night at|from work|home|train|call|getting)|(?:home|"
        r"back|finish\w*|got (?:home|in|back|out)) (?:too |so |really |very )?late|work(?:ing|ed)? (?:late|nights?|"
        r"overtime|weekends?|a double|double|the weekend|all|two jobs|longer|extra|through|has me|is (?:crazy|mad|"
        r"busy|hectic|manic|mental|insane|a nightmare|nuts|full on|killing)|has been (?:crazy|mad|busy|hectic|manic|"
        r"mental|insane|nuts|full on)|was (?:crazy|mad|busy|hectic|manic|mental|insane|nuts|full on)|got (?:in the "
        r"way|crazy|busy)|(?:trip|thing|do|event|dinner|commitments?|emergency|stuff) )|too much (?:work|on|going on|"
        r"to do)|(?:so|too) much (?:on|work|to do)|a lot on|lots on|loads on|night shifts?|on call|(?:early|late|"
        r"double|extra|long|back to back|twelve hour|12 hour) shifts?|shift (?:changed|moved|pattern|work\w*)|shifts|"
        r"called (?:in|into work|me in|a meeting)|travell?ing|on the road|(?:am|are|be|was) flying|flying to|"
        r"fly(?:ing)? out (?:to|on|tomorrow|tonight|of town)|business trip|work trip|away (?:on|for|with|all|next|"
        r"this)|out of town|i am away|(?:have|got|have got) the (?:kids|children|baby|grandkids)|(?:look(?:ing)?|"
        r"take|taking|took) (?:\w+ )?(?:after|care of) (?:the |my |our |a |him|her|them)|babysit\w*|child ?care|baby "
        r"?sitter|nursery|school run|(?:had|have|got) to (?:drive|take|collect|look after|help|stay (?:late|with|at)|"
        r"work|cover|babysit|mind|pick up)|pick(?:ing)? (?:\w+ )?(?:up )?(?:the |my |our )?(?:kids|son|daughter|"
        r"children|boys|girls)|train (?:was |is |got |is running )?(?:late|delayed|cancelled)|delayed|flight|"
        r"(?:stuck|held up|delayed|sat|caught) in (?:\w+ )?traffic|traffic (?:jams?|(?:was|is|were) (?:\w+ )?(?:bad|"
        r"awful|terrible|horrendous|solid|murder|mental|at a standstill|heavy))|heavy traffic|gridlock\w*|(?:too|so) "
        r"(?:early|late)(?! (?:in the race|yesterday))|squeez\w+ (?:it|this|that|a run|them|one|in)|struggl\w+ to "
        r"(?:fit|find|squeeze)|hard to (?:fit|find)|can(?: not|'?t|not) fit|(?:visitors|guests|in ?laws|family|"
        r"friends|parents|relatives) (?:are |is |were |over|staying|visiting|coming)+|in the way of|is (?:visiting|"
        r"staying with (?:us|me))|exams?|deadlines?|moving house|jury duty|(?:my )?schedule (?:is|was|has|got|"
        r"changed)|no (?:slot|gap|window|childcare)|rota",
        occasion=r"church|mass|mosque|prayers?|choir|rehearsals?|practice|recital|concert|gig|theatre|cinema|match|"
        r"football|rugby|cricket|netball|swimming|ballet|gymnastics|karate|scouts|brownies|sports day|parents "
        r"evening|graduation|open day|vets?|gp|hospital|clinic|scan|blood test|optician|hairdresser|barber|mot|"
        r"garage|court|jury|plumber|builders?|electrician|delivery|decorators?|essay|assignment|dissertation|report|"
        r"presentation|pitch|audit|stocktake|launch|clients?|course|lecture|seminar|class|(?:my|a|late|early|night|"
        r"double|extra|the|on|cover\w*|another|day) shift|shifts|nights|overtime|on call|rota|flight|airport|train|"
        r"trip|away|out of town|abroad|camping|stag|hen do|christening|baptism|anniversary|date night|barbecue|bbq|"
        r"drinks|leaving do|housewarming|reunion|moving|babysit\w*|in-laws|guests|visitors|roadworks|(?:work|"
        r"conference|video|client|team|of a|for a|on a) call|zoom|handover|for work|nan|mother|grandkids|late|early|"
        r"meetings?|work|busy|time|kids|overslept|appointments?|came up|travel\w*|family|deadline|wedding|dentist|"
        r"doctor 's|funeral|party|birthday|conference|holiday|vacation|school|dinner|visitors|parents|interview|baby|"
        r"children|son|daughter|haircut|boss",
    ),
)
