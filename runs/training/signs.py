"""The signs of a red flag as they are said, each a lexicon of its own; which of them count is judged in `safety`."""

import re

from runs.training import emergencies
from runs.training.language.anatomy import BODY

_LIMB = r"(?:foot|feet|leg|legs|ankle|heel|knee|hip|toes?|shin|calf|achilles|thigh|hamstring|groin)"
_MY = r"(?:my|the|me|that|this|either|one|both|her|it)"
_IT = rf"(?:it\b|that\b(?! \w)|this (?:one|leg|foot|ankle)|{_MY} (?:[\w']+ )?(?:{_LIMB}|one|side)\b)"
_CAN_NOT = (
    r"(?:(?:do not (?:think|believe|reckon|feel like)|not sure|doubt)(?: if| whether| that)? i (?:can|could|am able "
    r"to)|(?:dare|dared) not|afraid to|(?:do|would) not (?:want|like|dare) to|can not bear to|no way of|cannot|"
    r"(?:can|could) not|can no longer|unable to|not able to|(?:can|could) (?:barely|hardly|scarcely)|(?:barely|"
    r"hardly) able to|struggl\w+ to|(?:could|can) no longer|impossible to|not possible to|no way (?:i can|to)|"
    r"(?:hurts?|(?:far |way |much )?too (?:painful|sore|bad|swollen|much)) (?:too much )?to|(?:will|would|does|do|"
    r"did) not let me|unbearable to|agony to|(?:can|could) never|not (?:even )?manag\w+ to)"
)
_ADVERBS = r"(?:(?:even|really|properly|quite|fully|actually|at all|seem to|bear to|physically|so much as) )*"
_CHEST = (
    r"(?:(?<!treasure )chest|breast ?bone|sternum|solar plexus|rib ?cage|thorax|(?:my|left|the|"
    r"right) (?:breast|boob|tit)|ches|"
    r"chess)(?! (?:strap|band|monitor|press|infection|day|freezer|high|hair|number|belt|cold|wig|pocket|muscles? "
    r"from|cough|rub|of drawers))"
)
# What a chest may feel: each of the kind that hurts, presses or binds.
_ACHE = (
    r"(?:pain(?:s|ful|ing|ed)?|pang\w*|hurts?|hurting|tight\w*|pressure|press(?:ed|ing|es)|ach(?:e|es|ed|ing|y)|"
    r"burn\w*|squeez\w*|squash\w*|stabb?\w*|crush\w*|heav\w*|sore|twing\w*|discomfort|uncomfortable|cramp\w*|"
    r"constrict\w*|weigh\w*|grip\w*|clench\w*|clamp\w*|sharp|funny|weird|odd|strange|wrong|elephant|brick|vice|lump|"
    r"belt|rope|jab\w*|knife|spasm\w*|flutter\w*|thump\w*|twist\w*|dull|stitch|seiz\w*|pinch\w*|killing|agony|"
    r"sitting on|sat on|standing on|kneeling on|niggl\w*|throb\w*|stiff\w*|full(?:ness)?|hot|raw|bother\w*|playing "
    r"up|acting up|nipp\w*|banding|wheez\w*|not (?:[\w']+ )?(?:right|happy|good|great|well))"
)
_NOT_WELL = (
    r"(?!fine|good|ok|great|clear\w*|better|strong|normal|alright|open\w*|no\b|the\b|like new|perfect|relaxed|warm|"
    r"amazing|brilliant|much|completely|totally|all|nice|free|lovely|cold|wet|sweaty)\w+"
)
_GROUND = (
    r"(?:ground|floor|pavement|sidewalk|grass|deck|tarmac|concrete|path|road|ditch|verge|kerb|curb|mud|dirt|track|"
    r"trail|sand|asphalt|gravel|street|hedge|bush\w*)"
)
_BREATHE = r"(?:breath(?:e|es|ing)?|air|oxygen|wind|a breath|my breath)"

ALONE = {
    "chest": rf"(?:it is|it was|this is) (?:in |all |across )?(?:my|the) {_CHEST}|{_CHEST}\b.{{0,50}}\b{_ACHE}\b|"
    rf"\b{_ACHE}\b.{{0,45}}\b{_CHEST}|{_CHEST}\b.{{0,25}}\b(?:feels?|felt|feeling|goes|went|gets|got|getting|going|"
    rf"is|was|has been|keeps?|kept) (?:really |very |so |a bit |a little |quite |all |pretty |rather |still |getting "
    rf"|just )*{_NOT_WELL}",
    "heart pain": r"(?:pains?|tight\w*|pressure|ach\w+|squeez\w+|stabb\w*|twinges?|burning|sharp) (?:[\w']+ )"
    r"{0,2}?(?:in|around|round|near|over|across|by|at|behind|under) (?:my|the) (?:heart|ticker)|heart pains?|"
    r"(?:weight|elephant|anvil|ton of bricks|someone|somebody|something heavy) (?:[\w']+ ){0,3}?(?:on|across) (?:my "
    r"(?:chest|ribs|front)|top of me|me)\b|(?:tight\w*|pressure|squeez\w+|band|belt|rope|vice) (?:[\w']+ )"
    r"{0,2}?(?:around|round|across) (?:my (?:ribs|front|upper body|middle|torso)|me|the ribs|the front)\b|(?:my|the) "
    r"heart (?:is |was |really |has been |keeps )*(?:hurts?(?! for| my| to)|hurting|aching(?! for)|sore|squeez\w+|in "
    r"pain)|heart attack|angina|(?:pains?|ach\w+|tight\w*|numb\w*|tingl\w+|heav\w+|shoot\w*|spread\w*|radiat\w*|went|"
    r"going|goes|pins and needles)(?: [\w]+){0,6}? (?:down|into|up|along|through) (?:my |the |one )?(?:left )?(?:arm|"
    r"jaw)",
    "faint": r"blanked(?! (?:on|the|him|her|me))|faintness|came to (?:with|on|in|lying|and)|(?:i )?must have "
    r"(?:gone(?! (?:too|out|off|wrong|over|about|past))|passed|fainted|blacked|zonked|dropped)|lost (?:a|about a|"
    r"maybe a|a good) (?:minute|second|moment|bit of time)|pass(?:ed|ing)? (?:right|clean|straight|completely|"
    r"totally|fully|almost|nearly|flat) out|slumped (?:by|on|over|against|in)|(?:did|do) not know (?:where|who) i "
    r"(?:was|am)|delirious|heat ?stroke|could not remember (?:my name|where)|faint(?:ed|ing|s)?(?! (?:pain|ache|"
    r"twinge|niggle|hint|line|light|smell|hope|memory|soreness|idea|praise|hearted|tightness|path|trail|track|mark|"
    r"sound|outline|breeze|glow|rain))|(?:pass(?:ed|ing|es)?|"
    r"black(?:ed|ing)?|blank(?:ed|ing)?|gr[ea]y(?:ed|ing)|conk(?:ed|ing)?|flak(?:ed|ing)|spark(?:ed|ing)|white(?:d)?)"
    r" (?:right |clean |straight |completely |totally )?out(?! my)(?! (?:on|in) (?:the |my )?(?:sofa|couch|bed|"
    r"settee|armchair|front)| (?:flat )?in(?:to)? (?:my )?bed| (?:the|some|at (?:\d+|nine|"
    r"ten))\b)(?<!pitch black out)(?<!so black out)|(?<!we had a )"
    r"(?<!there was a )blackouts?|(?:lost|los(?:e|ing)) (?:the |my |all )?consciousness|unconscious|(?:out|knocked) "
    r"cold(?! last night)|out for the count|knocked out|swoon\w*|syncope|(?:funny|bad|dizzy) turn|took a turn(?! "
    r"(?:left|right|for|at|off|on))|(?:everything|it all|the world|things|all|vision|my (?:sight|eyes|vision)|it) "
    r"(?:just |suddenly |kind of )*(?:went|turned|goes|going|got|started going) (?:all |a bit |completely |totally )"
    r"*(?:black|dark|white|gr[ea]y|blank|blurr?y|blurr\w*|fuzzy|dim|hazy|tunnel\w*)(?! (?:because|so early|outside|"
    r"at \d))|(?<!street )(?<!the )lights (?:went|go|going) out|(?:lost|losing) my (?:vision|sight)|tunnel vision|"
    r"vision (?:went|narrow\w*|clos\w+|tunnel\w*)|"
    rf"(?:came|come|coming) (?:back )?(?:round|around|to) (?:on|lying|in (?:the|an) (?:ambulance|{_GROUND}|a and e|"
    rf"hospital)|"
    r"with (?:people|someone|some|a|my|strangers)|again$|$|and (?:there|people|someone|i|my))|when i (?:came|come) "
    r"(?:round|"
    rf"around|to)\b|woke up (?:[\w']+ ){{0,3}}?(?:on|in|to) (?:the |a |my |an )?(?:{_GROUND}|back|ambulance|"
    rf"paramedic\w*|"
    r"strangers?|people|someone)|found (?:me|myself) (?:lying |flat |slumped |sat )?(?:out )?on (?:the |my )"
    r"?(?:{_GROUND}|back)|(?:do|can|did|could) not (?:even )?(?:remember|recall) (?:[\w']+ )?(?:falling|hitting|"
    r"going down|how i (?:got|ended)|the fall|landing)|came over (?:all |really |very )?(?:faint|funny|queer|dizzy)|"
    r"lost (?:a few|some|several|a couple of|10|5|2|3) (?:seconds|minutes) (?:of|there|out)|out of it for|"
    r"(?:paramedic|medic|marshal|someone|somebody|stranger|people|lady|man|woman|bloke)s? (?:[\w']+ ){0,3}?(?:over|"
    r"above) me|went lights out|(?:lose|lost|losing) (?:my |the )?conscien\w+|feinted|fainty|past out|(?:i )?was "
    r"gone for (?:a|about|\d+)|(?:medic|paramedic|marshal|someone|they|people|stranger)s? (?:had to )?(?:bring|"
    r"brought|bringing) me (?:round|around|back)|no memory of (?:falling|the fall|hitting|it)|everything (?:just )"
    r"?(?:faded|disappeared|vanished)|lost (?:the|my) lights",
    "collapse": r"in a heap (?:on|at|by)|collaps(?:ed|ing|e)(?! my| the)(?! (?:on|onto|into|in) (?:the |my |"
    r"a )?(?:sofa|couch|"
    r"bed|chair|armchair|settee|laugh\w*)| (?:over|across|at|after|past) (?:the )?(?:line|finish\w*) (?:laugh\w*|"
    r"happy|smil\w*))|keel(?:ed|ing) over|(?:my )?(?:legs?|knees?) (?:just |both |suddenly )*(?:gave|went|folded|"
    r"crumpled|buckled|collapsed) (?:way |out )?(?:under|from under|beneath|underneath) me|(?:went|dropped|fell) "
    r"(?:down )?like a (?:sack|ton|felled|stone|tree|light)|face first into the (?:ground|floor|grass|pavement) and|"
    r"seizure|had a fit\b|convuls\w*",
    "no air": rf"breath(?:ing)? (?:[\w']+ ){{0,2}}?(?:not|never) (?:[\w']+ )?(?:come|came|gone|got|settl\w+|"
    rf"recover\w*|back|return\w*|calm\w*|slow\w*)|(?:not|never|still not) (?:[\w']+ )?(?:got|get|caught|catch|"
    rf"recovered|recover) (?:my|any) (?:breath|wind|puff)|throat (?:[\w']+ ){{0,2}}?(?:closing|closed|swelling|"
    rf"swollen|tightening|shut)|(?:lips?|tongue|face) (?:[\w']+ ){{0,2}}?(?:swelling|swelled|swollen)|{_CAN_NOT} "
    rf"{_ADVERBS}(?:(?:catch|get|find|draw|take|suck|pull|recover|hold)(?: \w+)? (?:[\w']+ )?{_BREATHE}|"
    r"breathe?(?! (?:through|out of|thru|for (?:the )?(?:pollen|dust|smoke|fumes|laugh\w*|cold|snot)|with (?:this|"
    r"the) (?:cold|pollen|mask)|for laugh\w*)))|not (?:getting|get) (?:enough|any) air|(?:could|can) (?:barely|"
    r"hardly) (?:get|draw) a breath|(?:breathing|breath) (?:just )?(?:stopped|would not come)|suffocat\w+|(?:can|"
    r"could) not (?:[\w']+ )?(?:fill|expand) my (?:lungs|chest)|lungs? (?:[\w']+ )?(?:will|would|did|do|does) not "
    r"(?:fill|open|work|inflate|expand)|(?:breath\w*|air) (?:[\w']+ )?(?:through|thru) a straw|like (?:i was |i am )"
    r"?drowning|air hunger|(?:can|could) not (?:[\w']+ )?(?:respire|draw breath)|chest (?:[\w']+ )?(?:will|would|did)"
    r" not (?:expand|open|fill|rise)|(?:no|not) (?:full|proper|deep) breaths?|half a breath|every breath (?:[\w']+ )"
    r"?(?:is|was|takes|took|hurts?|hurt)|chok(?:ed|ing) for air",
    "heart": r"heart(?: [\w']+){0,3}? (?:racing|pounding|hammering)(?: [\w']+){0,3}? (?:will|would|can|could|does|"
    r"did) not (?:slow|calm|stop|settle|come)|palpitat\w*|arrh?ythmi\w*|a ?fib\b|atrial \w+|irregular (?:heart ?beat|"
    r"rhythm|pulse|beat)|heart ?(?:beat)? (?:[\w']+ ){0,3}?(?:flutter\w*|irregular\w*|skip\w*|(?:miss|dropp)\w* (?:a "
    r"|some )?beats?|somersault\w*|jump\w* (?:about|around|all)|all over the (?:place|shop)|out of (?:rhythm|time|"
    r"sync)|erratic\w*|stops? (?:and|then)|stopp(?:ed|ing) and|going (?:mental|haywire|crazy) (?:at rest|now|still))|"
    r"(?:skip\w*|miss\w*|extra|dropped) (?:heart ?)?beats|flutter\w* in my heart|cough\w* (?:up )?(?:[\w']+ )"
    r"{0,2}blood|(?:spit\w*|vomit\w*|throw\w* up|threw up|puk\w+|bringing up) (?:[\w']+ )?blood|blood (?:when i|in "
    r"my|in the) (?:cough\w*|spit\w*|phlegm|sputum|urine|pee|wee|sick|vomit)|pee(?:ing|d) blood|(?:slurr\w+|slurred) "
    r"(?:my )?(?:speech|words)|speech (?:[\w']+ )?slurr\w*|face (?:[\w']+ ){0,2}droop\w*|one side of my (?:face|body)"
    r"|half my face",
    "no weight": rf"{_CAN_NOT} (?:[\w']+ ){{1,3}}or (?:put|bear|take|stand|walk)\b.{{0,12}}\b(?:weight|on it|it)\b|"
    rf"(?:foot|heel|leg|ankle) (?:can|could|will|would) (?:not|barely|hardly) (?:[\w']+ )?(?:touch|"
    rf"reach|go (?:down|on)|be put|meet)|{_CAN_NOT} {_ADVERBS}(?:put|bear|take|place|hold|carry|load|get|support|"
    rf"have|stand|tolerate)\b.{{0,30}}?\b(?:weight|wait|pressure|load)\b(?! on (?:myself|him|her|them|us|you)\b)(?! "
    rf"(?:back )?on (?:over|since|again|this))|(?:weight|pressure) (?:[\w']+ )?(?:on|through) "
    rf".{{0,25}}\b(?:{_CAN_NOT}|can not|could not|impossible|agony|unbearable|excruciating|no way|no chance|not "
    rf"happening|not possible)|{_CAN_NOT} {_ADVERBS}(?:put|place|set|get) (?:my|the|me|that|it) ?(?:left |right |bad "
    rf"|sore )?(?:{_LIMB} )?(?:down|flat|to the (?:floor|ground)|on the (?:floor|ground))\b|{_CAN_NOT} "
    rf"{_ADVERBS}(?:walk|stand|step|tread|stand up|limp|hop|get about|get around|hobble|lean|balance|rest|"
    rf"go) (?:up |at "
    rf"all |properly |down )*(?:on|onto|upon) {_IT}|{_CAN_NOT} {_ADVERBS}(?:weight ?bear|load|weight) ?(?:{_IT}|at "
    rf"all|$|on)|(?:no|not|non|zero|can not|cannot) (?:[\w']+ )?weight ?bear\w*|"
    r"weight ?bear\w* (?:[\w']+ )?(?:impossible|no|not|agony|out|hurts|unbearable|is a no)|(?:(?:will|would|does|"
    r"did|can|could|is|was) not|refus\w+ to) (?:even |really )?(?:take|hold|bear|carry|support|accept|holding|taking|"
    r"supporting|bearing)(?: up)? (?:my |any |the |me |its |full |a bit of |an ounce of )+(?:weight\b|$|up\b|at all)|"
    r"(?:will|would|does|did) not (?:let me|allow me to) (?:even )?(?:stand|walk|step|put)|(?:will|would|"
    r"does|did) not "
    r"(?:hold|carry|support|take) me\b|(?:gives?|gave|giving|"
    r"given|give|buckl\w+|fold\w*|collaps\w+|goes|crumpl\w+|crumbl\w+) (?:way |out |under me |on me |from under me |"
    r"right )*(?:when|whenever|as soon as|every time|each time|the (?:moment|second|minute)|if|any time|once) i "
    r"(?:try to |even |go to |just )*(?:stand|step|put|walk|get up|load|weight|place|lean)|(?:hop|hopp\w+) (?:[\w']+ "
    r"){0,3}?(?:on|around on|about on) (?:one|my (?:good|left|right|other)|the other)|(?<!legs )(?:folds?|buckles?|"
    r"buckled|crumples?|crumbles|collapses|went|goes|gives?|gave)(?: way| out)? (?:from )?(?:under|beneath|"
    r"underneath) me|only (?:hop|crawl)|(?:have|having|had) to (?:hop|crawl)|(?:leg|foot|ankle|knee|hip)(?: \w+)? "
    r"(?:is |was )?(?:completely |totally )?(?:useless|will not work|does not work|gives under me|goes from under me|"
    r"folds)|(?:hold\w*|hang\w*|lean\w*|cling\w*) (?:on ?to|on) (?:the )?(?:walls?|furniture|banister) (?:just )?to "
    r"(?:walk|get|stand|move)|(?:leg|foot|ankle|knee|hip) (?:[\w']+ ){0,2}?(?:refus\w+|will not|would not) (?:to )"
    r"?(?:hold|support|bear|take|carry|work)|(?:wait|weight) on (?:it|my (?:left |right )?\w+) (?:is|was) (?:[\w']+ )"
    r"?(?:impossible|agony|unbearable|a no)|can not (?:[\w']+ )?(?:touch|put) (?:the )?(?:floor|ground|it down)(?: "
    r"with)?|nothing (?:goes|going|will go) through (?:it|that|my)|(?:any|putting|bearing|taking) weight (?:[\w']+ )"
    r"{0,4}?(?:impossible|agony|unbearable|excruciating|out of the question|no way)|(?:i )?(?:stand|step|put (?:any |"
    r"my )?weight) on (?:it|my \w+|the \w+) (?:[\w']+ )?(?:and|it) (?:it )?(?:gives|buckles|collapses|goes from)",
}  # fmt: skip

TOGETHER = {
    "no walking": rf"(?:up|down) the stairs on my (?:bum|backside|bottom|arse|behind)|on (?:my )?(?:hands and knees|"
    rf"all fours)|{_CAN_NOT} {_ADVERBS}(?:walk|stand|limp|hobble|get up|move (?:my|it|the)|use (?:my|it)|get (?:up|"
    rf"down) the stairs)(?! (?:for laugh|the (?:dog|heat|cold|thought|idea|"
    r"treadmill|rain)|up to|him|her|them|people))|(?:had to be|was|got) (?:carried|stretchered|wheeled|piggybacked)|"
    r"on crutches|wheel ?chair|crawl\w* (?:[\w']+ ){0,2}(?:around|about|to|up|down|home) (?:the )?(?:house|stairs|"
    r"bathroom|loo|door|toilet|home|car)|hopp?(?:ing|ed) (?:home|back|around|about|to the)",
    "injured": rf"{_LIMB}|twist\w*|roll\w*|sprain\w*|fell|landed|fractur\w*|broke\w*|tore|torn|snap\w*|popp?\w*",
    "breathless": r"blowing(?! (?:up|a|my|off|me|in|bubbles|out (?:my|the)))|heaving for|pech\w+|huff\w* and puff\w*|"
    r"out of air|short of (?:puff|wind|air)|breath\w* (?:[\w']+ ){0,2}?(?:all over the (?:place|shop)|like a)|"
    r"breathless\w*|short(?:ness)? (?:of|in) (?:[\w']+ )?breath|short breath\w*|out of (?:breath|puff|wind)|(?:lost|"
    r"losing) (?:my )?breath|gasp\w*(?! for (?:a |some )?(?:drink|water|beer|pint|tea|coffee|brew|cuppa|fag|"
    r"cigarette))|panting|puff(?:ing|ed)(?! up)|wheez\w+|winded|no air|breath\w* (?:is |was |'s |has been |still |"
    r"really |very |so |getting |gone |a bit |quite |all |felt |feels |just )*(?:laboured|labored|difficult\w*|hard|"
    r"shallow|ragged|rapid|fast|quick|heavy|bad|wrong|off|funny|not right|not good|terrible|awful|weird|rubbish|"
    r"tight|a struggle|an effort|struggl\w+)|(?:struggl\w+|hard|harder|difficult\w*|trouble|problems?|hardly able|"
    r"fight\w*|bother|effort|labour\w*|battl\w+) (?:to |with |for |in )?(?:get |catch |take |my )*(?:breath\w*|air)|"
    # Who only says that they cannot talk is busy.
    rf"{_CAN_NOT} {_ADVERBS}(?:breathe|finish a sentence|(?:talk|speak|say)(?= (?:properly|in (?:full|whole|complete|"
    r"one)|without|more than|a (?:word|full|whole)|two words|when|while|even|sitting|lying|between|through|for "
    r"(?:breath|air|gasping|panting|puffing|lack))))|fighting for (?:breath|air)",
    "at rest": r"(?:will|would|does|did|has|is) not (?:eas\w+|settl\w+|stopp?\w*|calm\w*|go\w* away|let\w* up)|"
    r"at rest|resting|sitting|seated|sat (?!nav)\w+|sit(?= (?:here|down|still|on|and|at))|(?:sit|sat)$|"
    r"slumped|lying|laying|laid|lay (?:down|in|on)|lie down|in (?:my )?bed|asleep|in my sleep|(?:wake|woke|waking|"
    r"wakes|woken)\b|at night|in the night|during the night|on the (?:couch|sofa|settee|bench|chair|toilet|bus|train)"
    r"|(?:standing|stood|staying|keep\w*) (?:still|here|in|at|around)|doing (?:nothing|anything|the (?:dishes|"
    r"washing|ironing))|not (?:even )?(?:moving|moved|exerting|doing)|at my desk|at (?:home|work)|in the (?:car|"
    r"shower|bath|kitchen|house|office)|watch(?:ing)? (?:tv|telly|television|the (?:tv|telly|box))|"
    r"all i have done|(?:minutes?|hours?|half an hour|an hour|"
    r"ages|\d+|long|a while) (?:later|after|afterwards|on|since|ago|back)|(?:even|right) now|(?:as|while) i (?:speak|"
    r"talk|say)|(?:for|been) (?:about |over |nearly |a good |at least )?(?:half an hour|an hour|hours|\d+ (?:minutes|"
    r"hours)|ages|days)|even (?:when|after|though|once) (?:i )?(?:have )?(?:[\w']+ )?(?:stop\w*|finish\w*)|since "
    r"(?:i )?(?:got|came|finish\w*|stopp\w*|yesterday|last night|this morning|the run|i got)|walk\w* (?:[\w']+ )"
    r"?(?:to|around|across|up|about|from|upstairs) (?:the )?(?:kitchen|room|house|bathroom|loo|toilet|car|fridge|"
    r"shop|stairs|door|living room|bed|flat|office|corner)|(?:up|climb\w*) (?:the |a flight of |one flight of )"
    r"?stairs|upstairs|talking|brush\w* my|getting dressed|putting (?:on )?my (?:shoes|socks)|t(?:ying|ie|ied) (?:up "
    r")?my|(?:have|had) not (?:even )?(?:started|begun|run|left|moved|set off|done)|before i (?:even |had )"
    r"*(?:start\w*|set|left|move\w*)|without (?:moving|running|doing)|for no reason|all (?:day|morning|evening|"
    r"afternoon|night)|bending (?:over|down)|hoover\w*|making (?:tea|a cup|dinner|breakfast|the bed)|just "
    r"(?:standing|existing|walking|talking|sitting)",
    "racing": r"(?:can|could) (?:feel|hear) my heart (?:racing|pounding|thumping)|heart (?:[\w']+ ){0,4}?(?:racing|"
    r"pounding|hammering|thumping|going (?:like|mad|crazy|mental|nuts|too)|beating (?:[\w']+ )?(?:fast|"
    r"hard|like|too)|"
    r"flying|through the roof)|(?:racing|pounding|hammering) heart|"
    r"heart ?rate (?:[\w']+ ){0,4}?(?:will not|would not|"
    r"not) (?:come|go) down|pulse (?:[\w']+ ){0,2}racing",
    "dizzy": r"legs (?:[\w']+ )?(?:went|turned|gone)(?: to)? (?:nothing|mush|rubber|spaghetti|string)|head (?:went|"
    r"felt|goes|is|was|'s) (?:[\w']+ )?(?:light|funny|fuzzy|woozy|swimmy|spinny|empty)|dizz\w+|giddy|light "
    r"?-?headed\w*|light in the head|woozy|(?:room|world|everything|trees|ground|sky) (?:[\w']+ ){0,3}?(?:spin\w*|"
    r"spun|tilt\w*|sway\w*|sw[ai]m\w*|(?:went|going|goes) round|whirl\w*)|(?:my )?head (?:[\w']+ ){0,2}?(?:spin\w*|"
    r"spun|swimming|swam)|(?:spinning|swimming) head|vertigo|seeing (?:stars|double|spots)|saw (?:stars|double|spots)"
    r"|stars in front|faint\w*|disorient\w*|unsteady|(?:went|felt|came over) (?:all )?(?:funny|queer|clammy|spaced "
    r"out|wobbly)|blood pressure dropped|giddiness|giddy|jelly legs|legs (?:[\w']+ ){0,2}?(?:went|turned|like|to|"
    r"gone|felt like|were) (?:[\w']+ )?jelly|clammy|cold sweat\w*|sweating cold|ringing in my ears|ears (?:were )"
    r"?ringing|tunnel\w*|spots|sparkl\w+|black dots|off balance|lost my balance|swaying|swim\w*|vision|weak and|"
    r"(?:hot|cold) and (?:cold|hot|shaky|sweaty)|shaky and",
    "down": rf"(?:and )?down$|down i went|(?:dropped|fell|went) to my (?:knees|hands)|ended up (?:on|in|flat|lying|"
    rf"face)|fell(?! (?:behind|asleep|in love|short|apart|for|out))|"
    rf"fallen|falling|collaps\w+|(?:went|gone|going|go) (?:down|over|straight)|on the {_GROUND}|had to (?:[\w']+ )"
    rf"?(?:lie|sit|be (?:caught|held|helped|propped|picked)|grab|hold|cling|kneel|"
    r"crouch|lean|get down|catch|stop and sit)|(?:caught|held|grabbed|propped) me|knees? (?:gave|buckled|went)|legs "
    r"(?:gave|went|"
    rf"buckled|folded|crumpled)|(?:hit|kissed|met|meeting|hitting|ate) the {_GROUND}|keeled|crumpled|toppled|tipped "
    rf"over|buckled|gave "
    r"way|dropped(?! (?:my|the|off|back|out|to \d|pace))|dropp\w+ to|lie down|lay down|laid down|sank to|slumped|"
    r"slid down|pick\w* me up|into the (?:hedge|wall|fence|railings|bush\w*|nettles|gutter)",
    "fell": rf"flat on my face|face first|on my face|took a (?:[\w']+ )?(?:purler|stumble|slide|digger|crash|bump)|"
    rf"(?:you|i) fall|fell(?! (?:behind|in love|asleep|short|apart|for|out|through))|fallen|(?:a|the|my|that|this|"
    rf"bad|nasty) fall\b|"
    r"falling(?! (?:asleep|behind|apart|in love))|tripp?(?:ed|ing)|tripped|trip(?= (?:over|on|up))|crash\w*|landed|"
    r"landing|"
    rf"tumbl\w+|slipp?(?:ed|ing)(?! my mind)|slip(?= on)|went (?:over|flying|down|for a burton|arse|splat)|skidded|"
    rf"slid|(?:came|come|knocked|flew) off|(?:hit|met|kissed|ate|hugged) the {_GROUND}|face ?plant\w*|"
    r"stack(?:ed)? it|decked it|stacking it|came a cropper|cropper|took a (?:[\w']+ )?(?:spill|tumble|dive|knock|"
    r"header|nosedive)|(?:spill|tumble|wipe ?out)\b|stumbl\w+|wiped out|knocked (?:over|down|flat|into)|arse over|"
    r"head over heels|bang(?:ed)? (?:my|into)|bashed|(?:hit|struck|clipped) by (?:a )?(?:car|bike|cyclist|dog|van)|a "
    r"dog (?:[\w']+ )?(?:knocked|took)|hit my|nosediv\w+|collision|collided|went headlong|sprawl\w*|turned over|came "
    r"(?:down|off)|went (?:head first|headfirst|over|sideways)|(?:knocked|bowled|taken) (?:me )?(?:out|over|off)|bit "
    r"the dust|took me out|tripp\w*|topple\w*|toppled|fall(?= (?:over|on|down|in|off|and|at|from))",
    "numb": r"(?:fingers?|hands?|arms?|foot|legs?|toes?|thumb) (?:[\w']+ ){0,2}?dead|wooden|like (?:it is )?(?:wood|"
    r"rubber|a block|someone else)|dead weight|(?:can|could) not (?:[\w']+ )?feel (?:them|those|either|much)|"
    r"numb(?:ness|ed|ing)?(?! (?:with|from) (?:the )?cold)(?! (?:to|with boredom))|(?:no|without|lost|losing|lack of|"
    r"little) (?:[\w']+ ){0,2}?(?:feeling|sensation)s?(?! (?:of (?:fear|joy|effort)|like))|pins and needles|tingl\w+|"
    r"prickl\w+|(?:can|could) "
    rf"(?:not|hardly|barely|no longer) (?:really |even |properly )?(?:feel|move|wiggle|grip) (?:{_MY}|anything|any|"
    rf"half|two|2|\d|"
    r"several)|dead (?:arm|leg|hand|foot|fingers?)|fuzzy|(?:like )?(?:static|cotton wool|pins)|(?:gone|went|go|fell|"
    r"fallen) to sleep|floppy|limp (?:and|hand|arm)|(?:will|do|does|did|would) not (?:work|move|respond|grip|close|"
    r"bend)|lost (?:my |the )?grip|not (?:mine|my own|responding)|num\b|(?:gone|went|feels?|felt|completely|all|"
    r"totally|still) dead|asleep (?:and|since|ever)|paraly[sz]\w+|(?:will|would) not wake up|sensation (?:is |has )"
    r"?gone|feeling (?:is |has |'s )?(?:gone|not)|(?:feeling|sensation) (?:[\w']+ )?(?:has not|did not) (?:come|"
    r"return)",
    "blank": r"(?:do|can|did|could) not (?:really |even )?(?:remember|recall) (?:a thing|anything|much|it|what|how|"
    r"getting)|next thing (?:i|you|that|it|was)|last thing i (?:remember|recall|know)|came (?:to|round|around)|woke "
    r"up",
    "lying there": rf"on the {_GROUND}|(?:looking|staring) (?:up )?at (?:the )?(?:sky|ceiling|clouds|stars|faces|"
    rf"trees)|"
    r"(?:people|someone|somebody|faces|a man|a woman|strangers?|paramedics?|"
    r"a marshal) (?:[\w']+ ){0,3}?(?:over|around|"
    r"round|above|slapping|shaking|holding|looking)|flat (?:on my back|out)|on my back|ambulance|paramedic\w*|"
    r"recovery position",
    "gives": r"nothing doing|(?:will|would) not have (?:it|any of it)|(?:giv(?:es|ing|e)|gave|goes|went) (?:way|out|"
    r"under|from)|buckl\w+|fold(?:s|ed)|collaps\w+|crumpl\w+|crumbl\w+|scream\w*|agony|unbearable|excruciating|"
    r"impossible|(?:no|not a) chance|yelp\w*|nearly (?:fell|fainted|cried|passed|threw|went)|in tears|no way|(?:hit|"
    r"through) the (?:roof|ceiling)|out of the question|not (?:happening|an option|possible)|forget it|no use|nope",
    "loads": r"(?:stand|stood|standing) (?:up|on (?:it|my|the (?:foot|leg|ankle)|that|one)|it)|tri(?:ed|es|y|ying) "
    r"to (?:stand|walk|get up)|step(?:ped|ping|s)? (?:on|onto) (?:it|my|the (?:foot|leg|ankle)|that)|weight (?:on|"
    r"through|onto)|walk(?:ing|ed)? on (?:it|my|that|the (?:foot|leg|ankle))|put(?:ting)? (?:it|my \w+|the \w+) "
    r"(?:[\w']+ )?(?:down|to the (?:floor|ground))",
    "head hit": r"(?:hit|hitting|banged|bumped|cracked|smacked|knocked|bashed|whacked|clonked|thumped) (?:my|me|"
    r"your) (?:head|forehead|skull)|landed on my (?:head|face)|concuss\w*|head (?:hit|bounced off|met)",
    "stunned": r"dizz\w+|sick|vomit\w*|confus\w*|blurr?\w*|double|foggy|woozy|light ?headed|nause\w*|queasy|headache|"
    r"do not remember|can not remember|sleepy|drowsy|see(?:ing)? stars",
}  # fmt: skip

CLOSE = frozenset({("gives", "loads")})
PAIRS = (
    ("gives", "loads"),
    ("breathless", "at rest"), ("racing", "at rest"), ("dizzy", "down"), ("fell", "numb"), ("no walking", "injured"),
    ("blank", "lying there"), ("blank", "down"), ("head hit", "stunned"),
)  # fmt: skip
ALONE |= emergencies.ALONE
SIGNS = {name: re.compile(rf"\b(?:{pattern})(?!\w)") for name, pattern in (ALONE | TOGETHER).items()}
BODY_NAMED = re.compile(rf"\b{BODY}\b")
