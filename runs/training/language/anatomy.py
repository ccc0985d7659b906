"""Parts of the body as runners call them: the everyday word, slang, the muscle's and the bone's own name."""

CALLED = {
    "foot": r"foot|feet|(?:foot |fallen )?arch(?:es)?|soles?|(?:plantar|planter|plantur|planner)(?: fas\w+(?: "
    r"\w*itis)?)|plantar|fasciitis|metatarsals?|ball of (?:my|the|one) (?:left |right )?foot|balls of my feet|"
    r"insteps?|forefoot|mid ?foot|footpads?|tootsies|plates of meat|navicular|cuboid|lisfranc|morton 's neuroma|"
    r"neuroma|metatarsalgia",
    "toe": r"(?:big |little |baby |pinky |pinkie )?toes?|toe ?nails?|pinky toes?|bunions?|turf toe",
    "heel": r"heels?|calcaneus|heel bone|heel spurs?",
    "achilles": r"(?:tendon )?(?:at|in|on) the back of (?:my|the) (?:left |right )?ankle|achilles(?: ?tendon(?:s|"
    r"itis|opathy|osis)?| ?heel)?|heel cords?",
    "ankle": r"ankles?|ankle ?bones?|talus|malleolus|tib post|posterior tib\w*|peroneals?(?: tendon)?",
    "shin": r"shins?|(?:shin|chin|skin|chins|sheen|shine|shim|sin|thin|tin) ?spl(?:int|it)s?|shin ?bones?|tibias?|"
    r"tibial(?:is)?|fibulas?|front of "
    r"(?:my|the) lower leg",
    "calf": r"calf(?: muscles?)?|calfs|calves|calve|soleus|gastroc(?:nemius|s)?|back of (?:my|the) lower leg",
    "knee": r"(?:runner 's |jumper 's )?k?nees?(?: ?caps?| ?joints?)?|kneecaps?|patell\w+(?: tendon)?|menisc\w+|"
    r"acl|mcl|pcl|lcl|pfps|cruciates?|baker 's cyst",
    "it_band": r"it ?bands?(?: syndrome)?|iliotibial(?: band)?|it_band|itb syndrome|tfl",
    "quad": r"quads?|quadriceps?|vastus(?: \w+)?|vmo|rectus femoris",
    "hamstring": r"hamstrings?|hamst?ring|hamm(?:y|ie|ies|ys)|hams|biceps femoris|(?:back|rear) of (?:my|the|one|"
    r"both) (?:left |right |upper )?(?:legs?|thighs?)",
    "thigh": r"(?:inner |outer )?thighs?|upper leg|femur",
    "groin": r"groins?|adductors?|pubic bone|pelvi[cs]\w*|inguinal",
    "hip": r"hips?(?: ?flexors?| ?bones?| ?joints?| ?sockets?)?|psoas|iliacus|labr(?:um|al)",
    "glute": r"glut(?:e|es|eus)(?: \w+us)?|bum ?cheeks?|bum|bottom(?! of)|buttocks?|gloots?|piriformis|backside|"
    r"butt(?: ?cheeks?)?|arse(?: ?cheeks?)?|arsecheek|sit bones?|rear end|derriere|tush|sciatic nerve|sciaticas?",
    "back": r"(?:lower |upper |mid |middle of (?:my|the) |small of (?:my|the) )?back(?: muscles?)?(?! of (?:my|the|"
    r"me|both|each|one)\b)|lower lumbar|spine|lumbar|coccyx|tail ?bone|vertebrae?|sacrum|sacroiliac|slipped disc",
    "stomach": r"stomach|belly|tummy|guts?|abs|abdomen|abdominals?|bowels?|insides|intestines?",
    "side": r"side ?stitch(?:es)?|stitch(?:es)?(?: in (?:my|the) (?:left |right )?side)?|ribs?|rib ?cage|obliques?|"
    r"intercostals?|(?:in|down|on) (?:my|the|one) (?:left |right )?side|flanks?|diaphragm|side(?= (?:hurts?|ach\w+|"
    r"pains?|stabb\w+|is (?:sore|killing)|was (?:sore|killing)|cramp\w*))",
    "chest": r"chest|breast ?bone|sternum|solar plexus",
    "shoulder": r"shoulders?(?: ?blades?| ?joints?)?|rotator cuff|delts?|scapula",
    "neck": r"neck|cervical spine|nape",
    "other": r"wrists?|elbows?|hands?|palms?|arms?|forearms?|upper arm|fingers?|thumbs?|knuckles?|jaw|head|forehead|"
    r"ears?|eyes?|teeth|tooth|(?:tooth|ear) ?aches?|legs?|limbs?|nipples?|boobs?|armpits?|oxters?|collar ?bone|"
    r"clavicle|biceps?|triceps?|"
    r"pecs?|pectorals?",
}  # fmt: skip

# The one word that names a part, where a longer pattern only asks whether any part is named.
BODY = (
    r"(?:foot|feet|arch(?:es)?|soles?|instep|toes?|toe ?nails?|heels?|achilles|ankles?|shins?|cal(?:f|ves)|knees?|"
    r"knee ?caps?|it ?bands?|itb|quads?|hamstrings?|hamm(?:y|ie|ies|ys)|thighs?|groin|adductors?|hips?|glutes?|bum|"
    r"backside|butt|piriformis|back|spine|stomach|tummy|belly|guts?|side|ribs?|chest|breastbone|sternum|shoulders?|"
    r"neck|arms?|legs?|hands?|wrists?|elbows?|fingers?|head|patella|tibia|soleus|plantar|metatarsals?|tendons?|"
    r"sciatica)"
)

# The same words where they mean something else: "came back", "at the back", "on foot", "chest strap".
_GOES = (
    r"(?:came|comes?|coming|go|goes|going|went|gets?|got|getting|be|been|was|were|are|am|is|straight|way|runs?|ran|"
    r"running|walk\w*|jog\w*|head\w*|look\w*|turn\w*|bounc\w*|bring|brought|call\w*|push\w*|mov\w*|hold|held|cut|"
    r"step\w*|drove|drive|put(?! (?:my|me|the)\b)|fight|fought|half|hour|minutes|home|laid|weeks?|days?|years?|"
    r"months?|sit|sat|ring|text|hop\w*|crawl\w*|limp\w*|hobbl\w*|giv\w+|gave|claw\w*|bump|dial\w*|cycl\w*|rode|"
    r"welcome|right|pa(?:y|id)|bike|bus|lift|tak(?:e|en|ing)|took|started|carr\w+|swim|swam|make it|made it|first "
    r"run)"
)
# "Push it back an hour", "knock Tuesday's back to eight".
_GIVES_BACK = (
    r"(?:put|mov\w+|set|switch\w*|chang\w+|want|need|have|get|push\w*|knock\w*|bring|shift\w*|bump\w*|pull\w*|"
    r"shunt\w*|kick\w*|"
    r"drag\w*|slid\w*|take|send|give|hand|shove) (?:it|that|this|them|mine|everything|(?:the |my )?(?:\w+day|run|"
    r"call|session|time|start|long run|race|week|whole thing)(?: 's)?(?: (?:one|run|session))?)"
)
_HURTS = r"(?:hurts?|ach\w+|pain\w*|(?:is|was) (?:sore|hurting|killing|stiff|bad)|seized|spasm\w*|went into)"
_OTHERWISE = {
    "back": rf"back to back|back (?:garden|yard|door|lane|gate|field|kitchen|step|foot|room|wheel|pocket|row|"
    rf"roads?)\b|(?:{_GOES}|{_GIVES_BACK}) back(?! {_HURTS})|"
    r"(?<!my )(?<!bad )(?<!sore )(?<!crook )(?<!stiff )(?<!lower )"
    rf"back (?:home|in|at|to|on(?! fire)|and (?!neck|shoulder|hips?)|from|into|then|out|"
    r"up|again|off|after|by|for|when|before|there|here|soon|road|yard|door|lane|end|way|burner|tomorrow|with|over|"
    r"down|half|straight|marker|\d+|an? (?:\w+ )?(?:hours?|days?|weeks?|bit|touch|tad|little|few)\b)|(?:fed up|sick|"
    r"full|up) to (?:the|my) back "
    r"teeth|back teeth(?! (?:hurt|ach))|(?:put|putting|puts) (?:my|your|a bit of) back into|(?:to|round) (?:\w+ "
    r"){1,3}and back(?! \w*(?:pain|ache|hurt|was|is))|on track|my back up|on the back of|at the back|the back "
    r"(?:of(?! (?:my|the|me) "
    r"(?:left |right |lower |upper )?(?:knee|leg|thigh|heel|ankle|foot|neck|calf))|half|end|section|garden|door)|off "
    r"the back|at my back|behind my back|stab\w* (?:me )?in the back|(?:got|has) my back|my back pocket|(?:down|on) "
    r"the back straight",
    "side": r"on the (?:other |left |right |far )?side(?! (?:of my|it hurts))|side of the (?:road|street|hill|canal|"
    r"river|path|town|park|house|bed|track)|(?:wrong|far|other|either|each|bright|plus|flip|road|safe|high|low|slow|"
    r"fast|windy|sunny|shady) side(?! of my)|side by side|side ?ways|in my side pocket|the right side(?! of)",
    "hand": r"on (?:the )?other hand|(?:at|in|off|to|by|out of|on) hand|second hand|hand over fist|hand ?held|"
    r"(?:left|right)[ -]hand(?: (?:side|turn|bend|lane|man|one)|ed)|knuckle[ds]? down|back ?handed|hands down|(?:a|"
    r"the) hand (?:with|from)|(?:give|gave|lend|lent)"
    r" (?:\w+ )?a hand|hands (?:full|tied|on)|cost (?:me )?an arm|arm ?(?:band|warmers?)|twist (?:my|your) arm|"
    r"fingers? (?:crossed|on|at)|thumbs? up|rule of thumb|(?:elbow|finger) (?:grease|room|tip)",
    "head": r"head over heels|heads? up|head (?:torch|lamp|wind|start|out|off|home|over|down|first|space|coach|back|"
    r"to|on|for|in|"
    r"band|lights?|cold)|(?:to|off|in|clear\w*|over|use|keep|got) (?:my|the) (?:own )?head(?! (?:hurts?|ach\w+|"
    r"pound\w+|spin\w*|went|start\w*|is|was))|to head|a level head|all ears|in my ears?|(?:play it )?by ear|ear "
    r"?(?:buds?|phones?|plugs?)|eye (?:on|out|opener)|an eye|my eyes? (?:on|out|open|closed|shut|peeled|off)|skin of "
    r"my teeth|back teeth|eyes (?:to|for) (?:see|the)|bit\w* my tongue|(?:stand\w*|do it) on my head",
    "foot": r"on foot|foot (?:of|to the floor)|toe the line|toe to toe|on (?:my|the) toes|(?:right|left|head|tail|"
    r"hill)? ?foot ?path|"
    r"(?:foot|heel|toe|mid ?foot|forefoot) strik\w+|heel (?:drops?|raises?|lifts?)|cold feet|(?:\d+|few|of|more|"
    r"square) (?:feet|foot)|best foot|foot (?:forward|down on|fall|off the|on the gas|wear|bridge|pod|ball)|feet up|"
    r"(?:set|get|got) foot|find my feet|dead on my feet|on my feet all|(?:hours?|shift|day|evening|morning|time|"
    r"long) on (?:my|the) feet(?! (?:and they|hurt))|off my feet|swept off|(?:back |up )on (?:my|"
    r"his|her) feet|dragg\w+ my (?:feet|heels)|dig\w* my heels|(?:at|on|hot on) (?:my|the|his|her|their) heels|head "
    r"over heels|(?:my|a) (?:left|right) shoe|sole (?:reason|purpose|of)|(?:shoe|trainer|rubber) soles?|soles? (?:of "
    r"(?:my|the|these|those) (?:\w+ )?(?:shoe|trainer|boot)s?|came|fell|(?:are|is|was|were|has|have|started|kept|"
    r"keeps?) (?:\w+ )?(?:coming|came|flapp\w*|peel\w*|hanging|split\w*|gone (?:smooth|through)|worn|smooth|bald|"
    r"parting|detach\w*|unglu\w*|loose)|coming|flapp\w*|peel\w*|worn|splitting)|on the arch|arch(?:es)? (?:of the|at|"
    r"bridge|support)|under the arch(?:es)?|railway arch(?:es)?|put my foot down(?! without)(?= (?:on|for|in|and|at))",
    "leg": r"(?:saw|see|a baby|newborn|the|a) cal(?:f|ves) (?:in (?:a|the) field|and its|with its|mooing|being born)|"
    r"cows? and (?:their )?cal(?:f|ves)|leg (?:of|day|press|room)|legs (?:of|day)|(?:first|second|third|final|last|"
    r"home) leg|on (?:my|its|"
    r"their) last legs|calf (?:raises?|sleeves?|stretch\w*|guards?)|knee (?:socks|sleeves?|supports?|straps?|brace|"
    r"high|drive|lift)|on my (?:hands and )?knees|(?:laps?|loops?|circuits?|once|twice|round|around|across) "
    r"(?:of |round |around |across )?(?:the|a|our) quad\b|shin ?(?:pads?|guards?)|(?:knee|ankle|"
    r"thigh|waist|shin|calf) deep|"
    r"up to my (?:neck|eyes|ears|chest|knees|thighs?|ankles?|shins?)|hip hop|quad bikes?",
    "trunk": r"beat\w* (?:my|his|her) chest|(?:did|do|doing|done|trained|worked) (?:chest|arms|back|shoulders|abs|"
    r"legs|glutes)(?: and \w+)?|"
    r"(?:stomach|nerves|guts|legs) of (?:steel|iron|stone)|(?:stomach|tummy|belly|gut) (?:bug|flu|virus)|"
    r"shoulder to cry|shoulders? to the wheel|neck and neck|in the neck|neck of the "
    r"woods|neck on the|chest (?:infection|cold|strap|band|monitor|press|belt|freezer|high|hair|number|pocket|day|of "
    r"drawers|pass)|"
    r"off my chest|(?:out of|through) (?:my|the) chest|(?:number|bib|logo|badge|colou?rs|name|flag|medal|initials|"
    r"crest) (?:\w+ )?(?:on|to|across) my chest|"
    r"hands? (?:on|to|across) my chest|(?:puff\w*|stuck|push\w*) (?:out )?(?:my|your) chest|chest (?:out|up)|"
    r"shoulder (?:of the road|bag|season)|hard shoulder|shoulder to shoulder|cold shoulder|chip on (?:my|his|her) "
    r"shoulder|abs (?:workout|class|session|day|circuit)|(?:no|it takes) guts|gut (?:feeling|instinct|reaction)|my "
    r"guts out|hate (?:his|her|their|my) guts|hams? (?:sandwich|and cheese|on|roll)|in stitches|stitch in time|"
    r"(?:bust|burst|split) (?:my|a) (?:gut|sides?) (?:laugh\w*|with laugh\w*)|treasure chest|lost a stitch|in the "
    r"head",
    "behind": r"bottom (?:of(?! my)|line|half)|the bottom(?! of my)|rock bottom|in the (?:proverbial |right )"
    r"?(?:backside|butt|arse|bum)|(?:my|his|her) (?:arse|butt|ass) off|kick\w* (?:\w+ )?(?:arse|butt|backside)|bum "
    r"?(?:bag|deal|note)|(?:fat|lazy|half|can not be) arsed?|my arse (?:out|off|into|in gear|up)|arse (?:about|over|"
    r"end)|(?:handed|kicked|bust\w*|whooped) (?:me )?my (?:arse|ass|gut|butt|backside)",
    # What the weather does to a body is no pain.
    "weather": r"(?:sun|rain|sweat|wind|dust|fly|bug|sand|grit|hair|salt|spray|water|snow|hail|lights?|flies|midges)"
    r" (?:\w+ ){0,3}?(?:in|into|on|at|down|up|to) (?:my|the) (?:eyes?|face|back|neck|legs?|ears?|arms?|hands?|"
    r"shoulders?|feet|chest|shins?|ankles?|knees?|thighs?|stomach|spine)|down my spine",
}  # fmt: skip
NOT_BODY = "|".join(_OTHERWISE.values())
