"""Words of somebody who may harm themselves. They are answered with people who can help, and told to a human coach.

Few say it outright: some would rather not wake up, think that others would be better off, or look at a bridge.
"""

import itertools
import re

from runs.training.language import clauses

_OTHERS = (
    r"(?:every(?:one|body)|people|(?:my|the) (?:family|kids|children|wife|husband|mates|friends|parents|mum|mam|lads)|"
    r"they|you|the world|(?:he|she|we) all|no ?(?:one|body)|the lot of them|them)"
)
_NO_LONGER_HERE = (
    r"(?:without me(?! (?:as|in (?:goal|the (?:team|relay|group|club|way))|on the|doing|there))|if i (?:was|were|am|"
    r"just|had (?:died|never|gone)|went|died|did|disappeared|ended)(?: \w+)?(?: not| no longer| never| no "
    r"more| gone| dead|$| (?:here|around|about|alive|disappeared|vanished|died))(?: \w+)?|with me (?:gone|dead|out of "
    r"(?:the picture|it)))"
)
_NOT = r"(?:do not|did not|no longer|never|not)"
_END = r"(?:end(?:ing)?|finish(?:ing)?)"
_KILL = r"(?:kill|harm|hang|drown|shoot|poison|stab|starv)(?:ing|ning)?"
_THOUGHTS = (
    r"(?:think|thinking|thoughts|thought|idea|ideas|dream\w*|fantasi\w+|fantasy|urge|urges|imagin\w+|plan\w*|tempt\w*|"
    r"close to|feel like|feels like|felt like|considering|consider|considered|wonder\w*|want|wanted|look)"
)
_FATAL = (
    r"(?:in front of (?:a|the|that|that's) (?:\w+ )?(?:train|tube|lorry|truck|car|bus|van|traffic|tram|luas|dart)|"
    r"under "
    r"(?:a|the) (?:\w+ )?(?:train|bus|lorry|truck)|(?:jump|step|throw|fling|leap|walk|go|driv)\w* (?:\w+ )?(?:off|"
    r"over|from|into) "
    r"(?:a|the|that) (?:\w+ )?(?:bridge|cliffs?|pier|roof|ledge|balcony|viaduct|overpass|river|sea|lake|wall|edge|"
    r"canal|weir|tree)|(?:step|jump|walk)\w* out (?:in front|into|$))"
)
_DONE_WITH_LIFE = (
    r"(?:living(?! (?:so|near|in|with|by|far|next|beside|abroad|on|at|here|there|off|out))|life(?! (?:of|in|on|admin|"
    r"as)\b)|being (?:alive|here any ?more|on this earth)|existing|being in this "
    r"world)"
)

_SIGNS = re.compile(
    rf"\b(?:(?:{_KILL}|hurt(?:ing)?|cut(?:ting)?) (?:my ?self)|self ?-?harm\w*|self ?-?injur\w*|"
    rf"(?:going to|will|want to|wanna|about to|ready to) end it (?:tonight|soon|for good|once and)|{_END} (?:it all|"
    rf"my (?:own )?life|my days|things (?:for good|for ever|once and for all)|this life|it for good)|"
    rf"{_THOUGHTS} (?:\w+ )?(?:of|about|on|to)?(?: just)? ?(?:{_END} (?:it|things)|{_KILL} my ?self|suicide|"
    rf"dying(?! (?:for|to|my hair|it))|(?<!like )death(?! (?:march|valley|star|of|warmed))|not (?:being (?:here(?! "
    rf"(?:next|on|for|at|in))|around(?! (?:next|on|for|at|in))|alive)|"
    rf"waking up(?! (?:at|early|so|with))|existing)|"
    rf"(?:just )?(?:disappearing|vanishing) for (?:good|ever)|overdos\w+)(?! (?:early|short|at \d|after|with|there|"
    rf"in a|"
    rf"my (?:contract|gym|member\w*|lease|job)|of (?:the|a|this) (?:dinosaurs|film))\b)|"
    rf"{_THOUGHTS} (?:[\w']+ ){{0,5}}?{_FATAL}|suicid\w+|"
    r"(?:want(?:ed|ing)?|wish|ready|going|hoping|prefer|like) to (?:die(?! (?:my|of thirst|laughing))|be dead|"
    r"disappear (?:for (?:ever|good)|and never)|not (?:be (?:here|alive|around)|wake up|exist))|"
    r"rather (?:be dead|die than (?:go on|live|face|wake)|not (?:be (?:here|alive)|wake up))|(?:feel|feeling|felt) "
    r"like "
    rf"(?:living|dying)$|not (?:\w+ )?feel like (?:living|being alive)|(?:hope|hoping|wish|pray\w*|prefer) (?:that )?i "
    r"(?:do|did|would|will|could) not wake up(?! (?:this morning|at|early|late|in time|the|my))|never been born|"
    r"better gone|"
    r"(?:hurt|harm|cut|burn)(?:ed|ing)? my ?self (?:on purpose|deliberately|intentionally|again|last night)|"
    r"(?:rope|noose|blade|razor|knife|pills|tablets) in my hands?|(?:nearly|almost) (?:jumped|stepped|threw myself|"
    r"walked|ran) (?:in front of|under) (?:a|the) (?:train|tube|lorry|truck|tram|dart|luas)|"
    rf"(?:bridge|cliffs?|platform|railway|tracks?|pier|roof|ledge|river|trains?) (?:[\w']+ ){{0,3}}?(?:think|thinking|"
    r"thought|want|wanting|wanted|wondering|tempted) (?:[\w']+ ){0,3}?(?:jump\w*|stepping|step off|letting go|ending)|"
    rf"(?:wish|wished|if only) (?:that )?i (?:was|were|had (?:died|never been born|not woken)|could (?:just )?(?:die\b|"
    rf"disappear\b|not wake|go to sleep and (?:not|never) wake|fall asleep and (?:not|never) wake))(?: (?:dead|never "
    rf"born|not here|not alive|gone))?(?<! was)(?<! were)|"
    rf"(?:every(?:one|body)|they|(?:my )?family|kids|people|you|the world) would (?:all )?be better off$|better off "
    rf"(?:dead|if i (?:was|were) dead|six feet under)|(?:better off|better|happier|easier|relieved|"
    rf"grand|fine) (?:\w+ )?{_NO_LONGER_HERE}|"
    r"not (?:think|believe|sure(?: if| that)?|know (?:if|that|why)) (?:that )?i (?:\w+ )?(?:want|wish) to (?:live|be "
    r"alive|be here|wake "
    r"up|"
    rf"exist)|{_NOT} (?:want|wanna|wish|care if|care to|plan|intend|deserve) (?:to )?(?:i )?(?:live(?: at all| any "
    rf"?more| no "
    rf"more| like this| (?:this|my) life|$)|be alive|be here(?: (?:any ?more|any longer|at all|no more)|$)|be in "
    rf"this world|"
    rf"exist|"
    rf"wake up(?! (?:this morning|at|early|so early|that early|before|for|on|in the dark|when|with|my|the))|go on "
    rf"living|carry on "
    rf"living|keep living)|"
    rf"(?:not|never) (?:mind|care|bother me|matter) if i (?:\w+ )?(?:not|never|died|dropped dead|got hit|was hit|"
    rf"die)(?! (?:run|make|do|get|finish|go)\b)|(?:not|never) (?:\w+ )?wake up(?: again| ever)?(?= (?:tomorrow|again|"
    rf"one (?:day|morning)|ever|any ?more|at all)$)|(?:asleep|sleep|bed) (?:tonight )?(?:and|to) (?:just )?(?:not|"
    rf"never) wak\w*|"
    rf"(?:no|what is the|what 's the|see (?:the|a|any|no)|not (?:see|much|any)(?: the| any| a)?) (?:reason|point) "
    rf"(?:to|in|of|for)? ?(?:me )?(?:going on|carrying on|keep going on|carry on|go on)? ?(?:with )?{_DONE_WITH_LIFE}|"
    rf"no (?:reason|point) (?:to|in) (?:liv\w+|(?:going|carrying) on (?:living|any ?more|$))|nothing (?:left )?(?:to "
    rf"live for|worth living for)|life (?:is|was|'s|feels?) (?:just )?not worth (?:it|living)|(?:not|never) worth "
    rf"living|(?:had enough|tired|sick|weary|done|finished) (?:of|with) {_DONE_WITH_LIFE}|"
    rf"can not go on(?: (?:living|any ?more|any longer|like this any ?more|with (?:life|this life)|much longer))?$|"
    r"can not see (?:a|any|no) (?:way out(?! (?:of|from))|future for me|reason to (?:go on|live))|no way out for me|"
    r"(?:think|thinking|feel|feels like|see) (?:that )?there is no way out$|(?:see|have|find) (?:a|any|the|no) "
    r"(?:reason|point) (?:to|in|of) (?:keep|keeping|go|going|carry|carrying) (?:going |on )?(?:with (?:life|living|"
    r"it all|anything)|any ?more|living)|"
    r"just want (?:it all|"
    r"everything) to (?:be over|end)|want (?:it|everything) all to (?:be over|end|stop)|"
    r"(?:take|taking|took|taken) my own life|top(?:ping|ped)? my ?self|(?:do|doing|did) (?:away with my ?self|my ?self "
    r"in)|make away with my ?self|(?:slit|cut)\w* my (?:own )?wrists?|overdos\w+ (?:on|of)|took an overdose|(?:took|"
    r"taken|swallowed|saved up|saving|stockpil\w+|counted (?:out )?|have) (?:\w+ ){0,3}?(?:load|bottle|box|packet|"
    r"pack|handful|bunch|heap|lots|all) (?:of |my |the )*(?:\w+ )?(?:tablets|pills|paracetamol|medication|meds|"
    r"sleepers|sleeping tablets)|(?:tablets|pills|rope|letters?|note) (?:\w+ )?(?:are |is )?(?:ready|written|counted "
    r"out)|(?:written|wrote|writing) (?:\w+ ){0,2}?(?:goodbye|suicide|farewell) (?:letters?|notes?)|(?:written|"
    r"wrote) the letters|said my goodbyes|"
    r"(?:will|would|do|am|be) not (?:going to )?(?:be )?(?:alive|around much longer|here much longer|be here (?:by|"
    r"come|"
    r"at|for) (?:christmas|new year|the summer|summer|my birthday|the race)|around (?:by|for|come) (?:christmas|my "
    r"birthday))|"
    r"(?:no ?(?:one|body)|not? (?:a )?(?:one|soul|sinner))(?: (?:would|will)|'d) (?:\w+ )?(?:miss me(?! (?:if i "
    r"(?:skip|"
    r"miss|leave|left|went|was late|am late)|at (?:the|work)|on (?:the|\w+day)|for))|notice (?:if|that)? "
    r"?i (?:was|were|am|had|died|disappeared)(?: \w+)?|care if i (?:died|was (?:gone|dead)|lived|disappeared|"
    r"vanished))|unalive|kms\b(?! (?:in|on|at|today|done|run|per|an|and|of))(?<!\d kms)|burden (?:on|to) (?:every\w+|"
    r"them all|my family|the (?:kids|family|world))|hate my ?self and (?:want|wish)|world (?:would|will|'d) (?:be )?"
    r"(?:\w+ )?(?:better|happier))\b"
)  # fmt: skip
# Of the world that would be better off, the speaker must be meant.
_OF_THE_WORLD = re.compile(r"^(?:world)\b")
_ME = re.compile(r"\b(?:me|i)\b")
# "I hurt myself on the stairs" is an injury; "hills make me want to die" is a run; "suicides" are a drill.
_OTHERWISE = re.compile(
    r"\b(?:(?:hurt|cut|hurting|cutting) (?:my ?self )(?:on(?! purpose)|when|while|running|falling|by|at|in|last "
    r"(?:week|run|time|month|year|\w+day)|yesterday|this|"
    r"shav\w*|with (?:a|the) (?:kitchen|bread|vegetable|peeler|can|tin)|some|a bit of slack|some slack|slack|short|"
    r"badly|trip\w*|off|"
    r"out|open|chopping|cooking|trying|doing|lifting|a (?:bit|little|slice|break|deal))|nearly (?:killed|hung|drowned|"
    r"hurt) myself|(?:killing|kill|killed) myself (?:laugh\w*|trying|to (?:get|make|finish|keep|stay)|for|over|with|"
    r"out there|on|in|at|doing|up)|"
    r"(?:hills?|intervals?|heat|pace|mile|sprint|reps?|session|boredom|embarrass\w+|laugh\w*|burpees|squats|tempo|"
    r"hangover|treadmill|last (?:lap|k|km)|km|kilomet\w+|finish line|humidity|stitch)\b|suicide (?:sprints?|runs?|"
    r"drills?|hills?|intervals?|shuttles?|reps?|awareness|prevention|charity|charities|bereavement|squad|pace|mission|"
    r"helpline|watch (?:it|the))|(?:did|doing|do|run|ran|hill|of|some|the|\d+) suicides\b|suicide to\b|suicidal "
    r"(?:pace|start|"
    r"speed|cyclist|driver|drivers|squirrel|pigeon|dog|to (?:run|go|start|race|try))|slowing|(?:in|for|on) (?:the|our|"
    r"my) (?:relay|team)|relay|self ?-?harm (?:charity|awareness))\b"
)
_YOU = re.compile(r"\byou(?:r ?(self))?\b")
# "In my twenties": over, unless it is back.
_ONCE = re.compile(
    r"\b(?:in my (?:early |late |mid )?(?:teens|twenties|thirties|forties|20s|30s|40s|20 's|30 's)|years (?:ago|back)|"
    r"as a (?:teenager|student|teen)|back then|at (?:school|uni|college)|in (?:19|20)\d\d|used to (?:be|feel|want|"
    r"think))\b"
)
_AGAIN = re.compile(r"\b(?:again|still|now|today|lately|these days|is back|are back|back again|came back)\b")
# "Not that I'd ever kill myself"; where the "not" belongs to the wish itself it is none.
_DENIES = re.compile(
    r"\b(?:not|never|no)(?: (?:that|a|any|saying|like|going to|thinking|at all|feeling|having|had|been|would|will|be|"
    r"ever|about to|so|really|actually|i|am|even|in|way|thoughts?|of|about|exactly|the|plans?|to|intention|i would))* "
    r"?$"
)


def is_asked_about(question: str) -> bool:
    """Whether a yes to this question of the coach's speaks of it: "are you thinking of hurting yourself?"."""
    return bool(_SIGNS.search(_YOU.sub(lambda said: "myself" if said[1] else "i", question)))


def is_crisis(words: str) -> bool:
    """Whether somebody speaks of ending or harming their own life."""
    told = clauses.of(words)
    return any(_speaks_of_it(clause.text, clause) for clause in told) or any(
        _speaks_of_it(f"{one.text} {other.text}", one) for one, other in _pairs(told)
    )


def _pairs(told: tuple[clauses.Clause, ...]) -> list[tuple[clauses.Clause, clauses.Clause]]:
    """A wish that a pause, or the reader of clauses, cut in two: "I wouldn't mind / if I didn't wake up"."""
    beside = itertools.pairwise(told)
    return [(one, other) for one, other in beside if one.sentence == other.sentence]


def _speaks_of_it(text: str, clause: clauses.Clause) -> bool:
    found = _SIGNS.search(text)
    if found is None or _OTHERWISE.search(text):
        return False
    if _OF_THE_WORLD.match(found[0]) and not _ME.search(text[found.end() :]):
        return False
    if _ONCE.search(text) and not _AGAIN.search(text):
        return False
    return not (_is_others(text, clause, found) or _DENIES.search(text[: found.start()]))


def _is_others(text: str, clause: clauses.Clause, found: re.Match[str]) -> bool:
    """ "My brother was suicidal"; "my family would be better off without me" is the runner's own."""
    return not _ME.search(found[0]) and clause.is_others(found.start()) and found.start() < len(clause.text)
