"""More ways to say that one goes, or does not: "let me at it", "leaving it for today", "I do, and I will"."""

import re

# Another's word that holds for the runner: "the doctor says no running".
TOLD_TO_REST = re.compile(
    r"\b(?:(?:the|my|your|a) (?:doctors?|doc|physio\w*|gp|consultant|surgeon|nurse|midwife|hospital|podiatrist|"
    r"osteo\w*|"
    r"specialist)|physio|doctor)\b(?: \w+){0,3}? (?:no (?:run|running|exercise|sport)|(?:me )?not to (?:run|go|train)|"
    r"i (?:can|"
    r"should|must|may) not (?:run|go|train|do)|(?:banned|barred|forbid\w*|forbade|grounded|signed) me|me to (?:rest|"
    r"stay|take it|lay "
    r"off))"
)
NO_RUN = re.compile(
    r"^(?:(?:so|and|but|then) )*no (?:run|running)(?: (?:for me|today|tonight|then|so|i am afraid|sorry))*$"
)
_TODAY = r"(?:today|tonight|now|this (?:time|one|morning|evening|afternoon)|for (?:today|tonight|now))"
_IT = (
    r"(?:it|this|that|this one|that one|today|tonight|today 's|tonight 's|this evening 's|the (?:\w+ )?(?:run|session))"
)
LETS_GO = re.compile(
    rf"\b(?:(?:do|did) not think so|leav(?:e|ing) (?:it|this|that|the run|running)(?: (?:be|off|out|out of it|go))? "
    rf"?{_TODAY}|(?:am |will "
    rf")?leav(?:e|ing) it (?:off|out|be)$|giv(?:e|ing) (?:\w+ ){{0,3}}?(?:a (?:wide berth|swerve|miss|skip|rest|pass)|"
    rf"up on the run)|not a (?:hope|prayer|snowball)|(?:no|zero) (?:hope|intention) of|drop(?:ping)? (?:today|tonight|"
    rf"this)(?: 's)?\b|call(?:ing|ed)? off {_IT}|call(?:ing)? {_IT} off|can not be dealing|count me out|sit(?:ting)? "
    rf"{_IT} out|(?:today|tonight|run|running|it)(?: \w+)? (?:is )?not (?:going to be )?(?:possible|doable)(?: (?:for "
    rf"me|today|tonight))*|not (?:able|allowed) to (?:do|run|go|come|make)|not able (?:today|tonight|for it)|(?:am |"
    rf"will be )?(?:resting|having a rest|taking (?:it off|a break|the day off)) {_TODAY}|(?:decided|going|want|need|"
    rf"have|think i will) to (?:rest|stay (?:in|home|put))(?: up)?|(?:day|night|evening) off (?:for me|today)|will "
    rf"not be (?:out|lacing|putting)|(?:doctor|physio|gp|coach|wife|nurse) (?:says|said|told me) (?:no|not to|i "
    rf"(?:can|should) not)|on the (?:bench|sofa|couch) {_TODAY}|(?:putting|put|have) my feet up|hanging? up my "
    rf"(?:shoes|trainers)|not (?:for me|on for it|on today)|not lacing|stay(?:ing)? (?:indoors|at home|under the)|"
    rf"will (?:have to )?(?:give|let) (?:it|this one|today) (?:up|slide|pass)|letting (?:it|this one|today) (?:slide|"
    rf"pass|go)|(?:do|does|did) not (?:fancy|feel up to|have it in me)|not got it in me|nothing doing|no joy {_TODAY}|"
    rf"i am done for today|in no (?:fit )?(?:state|shape|condition|fit)|there (?:goes|went) (?:my|the|today 's|"
    rf"tonight 's) (?:run|session|evening|5k|10k)|that is "
    rf"(?:my|the|today 's|tonight 's) "
    rf"(?:run|session|evening|5k|10k) (?:gone|out(?: the window)?|off|over|scuppered|cancelled|up the spout|banjaxed)|"
    rf"(?:the|my|today 's|"
    rf"tonight 's|this) "
    rf"(?:run|session|one) (?:is |'s )?(?:gone\b|off\b|out the window|cancelled|scuppered|not on\b|dead|banjaxed|a "
    rf"goner|a no go|"
    rf"a write ?-?off)|(?:banned|barred) from running|cry(?:ing)? off|not (?:in this (?:weather|heat|rain|state)|"
    rf"doing (?:it|this|that|"
    rf"the run|today|tonight)|leaving (?:the|this)|moving off|stirring|setting foot)|(?:will|would|could) not (?:drag|"
    rf"get) me "
    rf"(?:out|off)|leave it off\b|that is me (?:out|done|finished)(?= (?:for|today|tonight|so)|$)|no running for \d+ "
    rf"(?:days?|weeks?|months?))\b|^(?:no ,? ?)?i (?:am|will|can|do) not(?: (?:sorry|no|today|tonight|coach|"
    rf"unfortunately|"
    rf"i am afraid|sadly))*$|^(?:(?:but|only|except|sorry|sadly) )*i "
    rf"(?:just |really |simply )?can not$"
)
GOES = re.compile(
    r"\b(?:(?:had better|i best|i should|might as well|may as well) (?:just )?(?:go(?= now| then| so| out| and|$)|get "
    r"going|head "
    r"out|be off|get out there)|and i am (?:out|off|gone)$|i am (?:stretching|warming up|limbering|lacing)|then (?:i|"
    r"we) (?:start|go|run|set off|am (?:off|going|away))\b|(?:i will |just )?(?:get(?:ting)? "
    r"(?:changed|dressed|"
    r"ready)|lace up|get my \w+ on|put my \w+ on|throw my \w+ on) and (?:go(?:ing)?|run|head|off|away)|(?:leaving|"
    r"starting|"
    r"setting off|"
    r"heading out|going|off) (?:this (?:second|minute|instant)|shortly|as we speak|presently|momentarily)|setting off "
    r"(?:now|in|straight away|right)|doing it "
    r"(?:now|today|"
    r"right now)|(?:i )?am gone$|as good as (?:gone|out|running)|half ?way out|(?:out|at) the (?:gate|front door|"
    r"start)|i shall (?:be|go|run|do)|why (?:would|should) i not|get it done|let me (?:at|loose)\b|let me (?:go|run) "
    r"(?:then|now|so)$|(?:i )?(?:will|shall) (?:surely|certainly|"
    r"definitely|for sure|of course|absolutely|still|anyway|indeed) (?:go|run|do|come|be)|i (?:will|shall|am|do)(?: "
    r"(?:surely|certainly|indeed|for sure|definitely|too|still|all the same))*$|and i (?:will|shall)$|i (?:surely|"
    r"certainly|definitely|absolutely) (?:am|will|do)|(?<!before )(?<!after )(?<!when )leaving (?:in|now|shortly|here|"
    r"the house|(?:right|straight) away|this minute|any (?:minute|second)|at)(?! (?:work|the office|late))|(?:would|"
    r"will) not (?:dream of (?:missing|skipping)|say no)|(?:not|never) (?:going to )?(?:stops?|stopped|put\w*|"
    r"keep\w*) me(?: off| in)?(?: (?:yet|before|ever))?$|(?:will|does|is) not (?:going to )?(?:stop|put|keep)(?:ping|"
    r"ting)? me|count on me|away out|bring it(?: on)?$|all systems (?:are )?go|(?:that is|it is|it will be) (?:a|an) "
    r"(?:\w+ )?yes(?: from me)?|a yes from me|as ever$|(?:but|and) i am$|(?:out|off) (?:i go|we go)|i go (?:now|out|"
    r"for it)|going (?:for it|ahead)|crack(?:ing)? on|get(?:ting)? (?:out there|at it|stuck in|it done)|(?:raring|"
    r"itching|bursting|mad|primed|champing|psyched|pumped) (?:to|for)|up for (?:it|this|a run)|good to go|let us be "
    r"having|let us have it|wild horses|rain or no rain|come what may|no (?:excuses|question|doubt about it|two ways "
    r"about it)|try (?:and )?stop me|would not (?:miss|skip)|i am your (?:man|woman|girl|lad)|you can count|consider "
    r"it done|roger that|affirmative|aye aye|game ball|(?:shoes|trainers|runners|kit|gear|laces) (?:are |is |"
    r"already |all )*(?:on|tied|laced)|tied my (?:laces|shoes)|(?:step|stepp|head|heading|walk|nipp|pop)(?:ing)? out "
    r"(?:the door|now)|where do i (?:start|sign)|do(?:ing)? it anyway|(?:going|running) anyway|will do it|be (?:out "
    r")?there (?:in|at|with))\b"
)
# "I do, and I will": only in answer to the run, not "I am" of a name or "I will" of a task.
_ECHO = re.compile(r"^(?:(?:and|but|yes|oh|well|so) ,? ?)*i (?:will|shall|am|do)\b")


def is_echo(found: str) -> bool:
    """A bare "I am", which answers whatever was asked."""
    return bool(_ECHO.match(found)) and len(found.split()) <= 4
