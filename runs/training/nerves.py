"""Signs of the head, the spine and the heat: the worst headache, a stroke, a saddle gone numb, a mind or a gait that
the heat has upset."""

_HEADACHE = r"(?:head ?aches?|migraine|head ?pain|pain in (?:my|the) head)"
_SADDLE = (
    r"(?:saddle(?: area| region| bit)?(?! (?:of|on|was|is|sore|bag|height))|down (?:below|there|under)|between (?:my|"
    r"the) "
    r"(?:legs|thighs)|undercarriage|inner thighs|insides? of (?:my |the )?thighs|nether regions|(?:my|the) "
    r"(?:private parts?|privates|genitals?|crotch|perineum|"
    r"lady parts|bits)|(?:round|around|in) (?:my |the )?(?:bum|bottom|backside|back passage|buttocks|arse|genitals?)|"
    r"(?:my|the) (?:groin|bum|bottom|saddle)|when i wipe|wip(?:e|ing)|sit(?:ting)? on the (?:loo|toilet))"
)
_NUMB = (
    r"(?:numb(?:ness)?|no (?:\w+ )?(?:feeling|sensation)|(?:can|could) not (?:\w+ )?feel|lost (?:\w+ ){0,2}(?:feeling|"
    r"sensation)|without (?:feeling|sensation)|pins and needles|tingl\w+|gone dead)"
)
# One limb, or a side: legs that nobody feels any more are a figure of speech.
_LIMB = r"(?:leg|arm|side|hand|face|foot)\b"
_COLD = (
    r".*\b(?:cold|freez\w+|froze\w*|ice|icy|snow\w*|frost\w*|gloves?|sat|sitting|sofa|couch|bike|cycl\w+|desk|"
    r"asleep|slept|laces?|shoes?)\b"
)
_NONSENSE = r"(?:rubbish|nonsense|gibberish|garbage|gobbledygook|drivel|rot|double dutch|bollocks)"
_NO_IDEA = r"(?:(?:did|do|could|can) not (?:even )?(?:know|tell|remember|work out)|no idea|no clue|forgot|not sure)"

ALONE = {
    "thunderclap": rf"(?:worst|most (?:terrible|awful|painful|intense|violent|severe|horrible)) (?:\w+ "
    rf")?{_HEADACHE}(?: |$)"
    r"(?:(?:[\w']+ ){0,4}?(?:ever|my life|had|known)(?! (?:is|was) \w+ing)(?! (?:is|was) (?:this|that|the|my|parking|"
    r"work))|$)|"
    rf"{_HEADACHE} (?:[\w']+ ){{0,8}}?(?:thunder ?clap|out of (?:nowhere|the blue)|all at once|in (?:a|1|2|10) "
    rf"(?:few )?"
    r"seconds?|(?:like|as if|as though) (?:[\w']+ ){0,4}?(?:hit|hammer|bat|bolt|explo\w+|gun ?shot|bomb|axe|hatchet|"
    r"kicked"
    rf"|thunder\w*|lightning|shot|brick)|sudden\w*|exploded)|(?:sudden\w*|out of (?:nowhere|the blue)|thunder ?clap) "
    rf"(?:[\w']+ ){{0,4}}?{_HEADACHE}|never (?:\w+ )?(?:had|known|felt) (?:\w+ )?{_HEADACHE} like|head (?:\w+ "
    rf")?(?:exploded"
    r"|burst open)|(?:splitting|blinding|severe|awful) headache (?:[\w']+ ){0,3}?(?:stiff neck|neck is stiff)",
    "saddle numb": rf"{_NUMB} (?:[\w']+ ){{0,5}}?{_SADDLE}(?!.*\b(?:bike|cycl\w+|spin|turbo|peloton)\b)|{_SADDLE} "
    rf"(?:[\w']+ ){{0,4}}?{_NUMB}"
    r"(?!.*\b(?:bike|cycl\w+|saddle|spin|turbo|peloton)\b)",
    "bladder": r"(?:can|could) not (?:\w+ )?control (?:my|the) (?:bladder|bowels?|wee|pee|water)|incontinen\w+|"
    r"(?:numb|no feeling|"
    r"paraly\w+|can not feel (?:\w+ )?) ?(?:\w+ )?(?:from|below) the (?:waist|belly button|hips|chest)|(?:can|could) "
    r"not (?:\w+ )?feel (?:myself|when i|if i|whether i) (?:am |was )?(?:pee\w*|wee\w*|"
    r"going)|(?:can not|could not|no longer|do not|did not|unable to|not able to) (?:\w+ )?(?:tell|feel|know|sense|"
    r"notice) (?:when |if |that |whether |the |my )*(?:i (?:\w+ )?(?:need|have|want|am|got)|need|urge|bladder|want) "
    r"(?:[\w']+"
    r" ){0,4}?(?:wee|pee|go\b|loo|toilet|full|urinate|bladder|bathroom|going|empty)|(?:can not|could not|unable to|"
    r"not been "
    r"able to|struggl\w+ to) (?:even )?(?:pee|wee|urinate|pass (?:water|urine)|start a wee|hold my (?:pee|wee|"
    r"bladder|water|urine)|"
    r"empty my bladder)(?! (?:in|behind|out|outside|outdoors|with|near|there|because|at the|before|on|until|when)\b)",
    "dead limb": rf"(?:can|could) not (?:\w+ )?feel (?:my|the) (?:(?:left|right|whole|entire) )*{_LIMB}(?!{_COLD})|"
    rf"(?:my|the) (?:(?:left|right|whole|entire) )*{_LIMB} (?:just |suddenly |all of a sudden )*(?:went|gone|goes) "
    rf"(?:\w+ )?(?:dead|numb|limp)\b(?!{_COLD})",
    "stroke words": r"words? (?:\w+ )?(?:(?:came|come|coming|went|got|going) (?:out )?(?:\w+ )?(?:funny|wrong|jumbled|"
    r"slurred|garbled|muddled|mixed up|backwards)|(?:would|will|did) not (?:come|come out|form)|(?:were|was|are) "
    r"(?:all )?(?:mixed up|muddled|jumbled|garbled|slurred))|speech (?:[\w']+ )"
    r"{0,2}?(?:slurr\w*|funny|garbled|weird|muddled|thick)|could not speak (?:properly|right|straight)(?! for "
    r"(?:laugh|breath|gasp|the|want|a (?:breath|laugh)))|"
    r"(?:having|had) a (?:mini )?stroke(?! of)|mini ?stroke|\btia\b",
    "stroke side": r"(?:arm and (?:\w+ )?leg|leg and (?:\w+ )?arm|face and (?:\w+ )?arm) (?:[\w']+ ){0,3}?(?:weak|"
    r"numb|limp|useless|"
    r"dead|tingl\w*|heavy)|(?:lost|losing|gone) (?:[\w']+ )?(?:half|part) (?:of )?(?:my |the )?(?:sight|vision)|"
    r"(?:half|one side) "
    r"(?:of )?(?:my |the )?(?:sight|vision|face|body) (?:[\w']+ ){0,2}?(?:gone|went|missing|numb|weak|droop\w*|"
    r"dropp\w*|"
    r"black)|(?:arm|leg|hand|face|side) (?:[\w']+ ){0,2}?(?:weak|limp|useless) (?:[\w']+ ){0,3}?(?:sudden\w*|at once|"
    r"nowhere|the blue)|sudden\w* (?:[\w']+ )?(?:weak\w*|numb\w*) (?:[\w']+ ){0,3}?(?:arm|leg|hand|face|side)",
    "lost mind": rf"{_NO_IDEA} (?:what|which) (?:day|year|month|planet|city|town)(?: (?:it|i|we)\b|$)|{_NO_IDEA} my "
    rf"own (?:name|"
    rf"address|street|phone number)|(?:could|can) not find my way (?:home|back) (?:on|in|from|down) my own|(?:could|"
    rf"can) not "
    r"(?:remember|recall|tell them) my (?:own )?(?:name|address|birthday)|"
    r"(?:walk|run|go|stand|stay) (?:\w+ )?(?:in )?(?:a )?straight line(?<!in a straight line)",
    "lost gait": r"(?:can|could) (?:not|barely|hardly) (?:[\w']+ )?(?:walk|run|go|jog) (?:in )?(?:a )?straight(?: "
    r"line)?|(?:weav|stagger|sway|zig ?zagg?|stumbl|wander)(?:ing|ed) (?:[\w']+ ){0,5}?(?:drunk\w*|zombie)",
    "body heat": r"skin (?:[\w']+ ){0,3}?(?:dry (?:and )?(?:\w+ )?(?:hot|burning)|hot (?:and )?(?:bone |so |all "
    r")?dry)\b|(?:stopped|no longer|not) sweating(?! (?:much|at all , it|a drop , it))(?<!not sweating)|(?:my "
    r"(?:body |core "
    r")?temp\w*|core temp\w*) (?:[\w']+ ){0,3}?(?:39|4[0-2])|(?:put|stuck|plunged|dunked) (?:me )?in (?:an|the) ice "
    r"bath",
}  # fmt: skip

TOGETHER = {
    "mind": rf"(?:talk|speak|spout|babbl|mumbl|say)\w* (?:[\w']+ ){{0,2}}?{_NONSENSE}|babbling|rambling (?:on|away)|"
    rf"raving|"
    r"(?:i was|me|i am|was|been|were) not (?:making|talking|speaking) (?:any |much |a lot of )?sense|(?:made|making) "
    r"no sense|"
    r"(?<!was )(?<!it )confused(?! (?:by|about|with|over|as to|which|what))|(?:was|felt|am|all|went|getting|got|so|"
    r"very|"
    r"really|bit) (?:\w+ )?(?:confused(?! (?:by|about|with|over|as to|which|what))|muddled|disorient\w*|incoherent|"
    r"delirious|"
    rf"out of it|spaced out|not with it)|{_NO_IDEA} (?:what|which|whose) (?:street|road|way|house|path)",
    "memory gap": r"(?:(?:do|did|can|could) not (?:really |even |actually )?(?:remember|recall)|no (?:memory|"
    r"recollection) of|"
    r"(?:can|could) (?:barely|hardly) (?:remember|recall)|lost) (?:much of |any of |anything (?:of|about|after) |"
    r"most of )?"
    r"(?:the|my) (?:last|final|end|finish\w*|second half|rest|drive|walk|way|bit|journey|mile)\b(?! time)(?! (?:i|"
    r"we) )(?! (?:mile |bit |k |km )?(?:being|was|that))|"
    r"(?:do|did|can|could) not (?:really |even )?(?:remember|recall) (?:phon\w+|call\w+|ring\w+|getting (?:home|here|"
    r"back)|driv\w+|finish\w+|talk\w+|speak\w+|crossing|arriv\w+)",
    "looked after": r"pulled me (?:out|off|over)|made me (?:stop|sit|lie)|medics?|paramedic\w*|ambulance|first "
    r"aid\w*|(?:carry|carried|hold|held) me",
    "fever of heat": r"temperature (?:of|was|is|hit|up to|at) (?:39|4[0-2])\b|core temp\w*|overheat\w*|heat exhaustion",
    "treated": r"medical (?:tent|room)|first aid\w*|medics?\b|ambulance|drip\b|hospital|a and e|a&e|paramedic\w*",
    "cooled": r"pour\w* (?:\w+ )?(?:water|it) (?:on|over) me|ice packs?|(?:put|packed) (?:me )?(?:in |on )?ice|hosed "
    r"me|(?:poured|threw|throwing) (?:\w+ )?water "
    r"over me|"
    r"wet towels|on a drip",
    "gait": r"wandering (?:about|around|off)|found me (?:wandering|sitting|sat|lying)|stagger(?:ing|ed)?(?! (?:the|"
    r"our|start|it|amount))|staggered(?= (?:about|around|over|across|home|all))|"
    r"weav(?:ing|ed)|zig ?zagg\w*|(?:walk|runn|bump|stumbl|crash)(?:ing|ed) into (?:things|people|walls|lamp\w*|"
    r"trees|a|"
    r"the)|all over the (?:road|path|pavement|place|shop)|like (?:i was |a )?drunk\w*|(?:can|could) not (?:\w+ "
    r")?(?:stand|walk|stay|keep) (?:up|straight|upright)|veering|unsteady",
    "hot day": r"(?<!the )(?:so|really|very|too|boiling|roasting|baking|stinking|it was|was|it is) hot(?! (?:shower|"
    r"bath|water|"
    r"choc\w*|drink|tea))|boiling(?! (?:water|point))|roasting|baking (?:hot|sun|heat)|scorch\w*|swelter\w*|heat "
    r"?wave|(?:the|"
    r"that|this|in) heat|blazing|(?:in|under) (?:the |that |full )(?:\w+ )?sun\b|(?:3\d|4\d) (?:degrees|celsius|in "
    r"the shade)|(?:9\d|10\d) (?:degrees|fahrenheit)|humid\w*|like an oven|sauna",
    "hot skin": r"skin (?:[\w']+ ){0,4}?(?:dry|red hot|burning|on fire|hot)|bone dry|dry and (?:hot|burning|red)|"
    r"(?:hot|red) "
    r"and dry|burning up|burning hot|(?:was|is|am|were|had|been) not (?:even )?sweating|no sweat at all|goose "
    r"?(?:bumps|flesh|pimples)|shiver\w*|chills|cold and clammy|(?:went|gone|going) cold",
    "sick": r"threw up|throw(?:ing|n) up|vomit\w*|(?:been|was|being|keep|kept|got|am) (?:\w+ )?sick(?! (?:of|to|last|"
    r"with|leave|day|note|and tired))|puk\w+|chunder\w*|retch\w*|heav(?:ed|ing) my",
    "both legs": r"both (?:of )?(?:my |the )?(?:legs|feet) (?:[\w']+ ){0,4}?(?:weak|numb|tingl\w*|pins|dead|not "
    r"work\w*|floppy"
    r")|(?:leak\w*|dribbl\w*|wet\w*|trickl\w*|los\w+) (?:[\w']+ ){0,2}?(?:wee|pee|urine|myself|the bed|control)",
    "back pain": r"back (?:pain|ache)|(?:my|lower) back\b(?! (?:garden|door|pocket|yard))|spine|sciatica|slipped "
    r"dis[ck]",
    "no words": r"words|speech|speak\b|talk\b|slur\w*",
    "arm weak": r"(?:can|could) not (?:\w+ )?(?:lift|move|use|raise) (?:my|the|one) (?:left |right )?(?:arm|hand|"
    r"side)|(?:arm|hand|leg) (?:[\w']+ ){0,2}?(?:went|gone|goes|was|is) (?:\w+ )?(?:weak|limp|useless|heavy|floppy|"
    r"dead|numb)",
}  # fmt: skip
CLOSE = frozenset(
    {
        ("hot skin", "hot day"),
        ("gait", "hot day"),
        ("arm weak", "no words"),
    }
)
PAIRS = (
    *CLOSE,
    ("mind", "hot day"), ("mind", "cooled"),
    ("mind", "gait"), ("mind", "hot skin"), ("mind", "memory gap"), ("mind", "sick"), ("mind", "down"),
    ("mind", "looked after"), ("gait", "looked after"), ("gait", "hot skin"), ("gait", "sick"), ("gait", "memory gap"),
    ("fever of heat", "treated"), ("memory gap", "sick"), ("memory gap", "hot day"), ("both legs", "back pain"),
)  # fmt: skip
