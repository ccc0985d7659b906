"""More ways to say that one goes, or does not: "let me at it", "leaving it for today", "I do, and I will"."""

import re

# Another's word that holds for the runner: "the doctor says no running".
TOLD_TO_REST = re.compile(
    r"\b(?:(?:the|my|your|a) (?:doctors?|doc|physio\w*|gp|consultant|surgeon|nurse|midwife|hospital|podiatrist|"
    r"osteo\w*|specialist)|physio|doctor)\b(?: \w+){0,3}? (?:no (?:run|running|exercise|sport)|(?:me )?not to (?:run|"
    r"go|train)|i (?:can|should|must|may) not (?:run|go|train|do)|(?:banned|barred|forbid\w*|forbade|grounded|signed) "
    r"me|me to (?:rest|stay|take it|lay off))"
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
    rf"?{_TODAY}|(?:am |will )?leav(?:e|ing) it (?:off|out|be)$|giv(?:e|ing) (?:\w+ ){{0,3}}?(?:a (?:wide berth|"
    rf"swerve|miss|skip|rest|pass)|up on the run)|not a (?:hope|prayer|snowball)|(?:no|zero) (?:hope|intention) of|"
    rf"drop(?:ping)? (?:today|tonight|this)(?: 's)?\b|call(?:ing|ed)? off {_IT}|call(?:ing)? {_IT} off|can not be "
    rf"dealing|count me out|sit(?:ting)? {_IT} out|(?:today|tonight|run|running|it)(?: \w+)? (?:is )?not (?:going to "
    rf"be )?(?:possible|doable)(?: (?:for me|today|tonight))*|not (?:able|allowed) to (?:do|run|go|come|make)|not "
    rf"able (?:today|tonight|for it)|(?:am |will be )?(?:resting|having a rest|taking (?:it off|a break|the day off)) "
    rf"{_TODAY}|(?:decided|going|want|need|have|think i will) to (?:rest|stay (?:in|home|put))(?: up)?|(?:day|night|"
    rf"evening) off (?:for me|today)|will not be (?:out|lacing|putting)|(?:doctor|physio|gp|coach|wife|nurse) (?:says|"
    rf"said|told me) (?:no|not to|i (?:can|should) not)|on the (?:bench|sofa|couch) {_TODAY}|(?:putting|put|have) my "
    rf"feet up|hanging? up my (?:shoes|trainers)|not (?:for me|on for it|on today)|not lacing|stay(?:ing)? (?:indoors|"
    rf"at home|under the)|will (?:have to )?(?:give|let) (?:it|this one|today) (?:up|slide|pass)|letting (?:it|this "
    rf"one|today) (?:slide|pass|go)|(?:do|does|did) not (?:fancy|feel up to|have it in me)|not got it in me|nothing "
    rf"doing|no joy {_TODAY}|i am done for today|in no (?:fit )?(?:state|shape|condition|fit)|there (?:goes|went) "
    rf"(?:my|the|today 's|tonight 's) (?:run|session|evening|5k|10k)|that is (?:my|the|today 's|tonight 's) (?:run|"
    rf"session|evening|5k|10k) (?:gone|out(?: the window)?|off|over|scuppered|cancelled|up the spout|banjaxed)|(?:the|"
    rf"my|today 's|tonight 's|this) (?:run|session|one) (?:is |'s )?(?:gone\b|off\b|out the window|cancelled|"
    rf"scuppered|not on\b|dead|banjaxed|a goner|a no go|a write ?-?off)|(?:banned|barred) from running|cry(?:ing)? "
    rf"off|not (?:in this (?:weather|heat|rain|state)|doing (?:it|this|that|the run|today|tonight)|leaving (?:the|"
    rf"this)|moving off|stirring|setting foot)|(?:will|would|could) not (?:drag|get) me (?:out|off)|leave it off\b|"
    rf"that is me (?:out|done|finished)(?= (?:for|today|tonight|so)|$)|no running for \d+ (?:days?|weeks?|months?))\b|"
    rf"^(?:(?:so|sorry|and|but) )+i (?:will|can) not$|^(?:no ,? ?)?i (?:am|will|can|do) not(?: (?:sorry|no|today|"
    rf"tonight|coach|unfortunately|i am afraid|sadly))*$|^(?:(?:but|only|except|sorry|sadly) )*i (?:just |really |"
    rf"simply )?can not$"
)
GOES = re.compile(
    r"\b(?:(?:but|so|right) i am away$|i am away (?:now|out|running)|(?:today|as planned) it is$|now or never|no time "
    r"like the present|now it is$|i will (?:just )?manage (?:now|it now)|(?:had better|i "
    r"best|i should|might as well|may as well) (?:just )?(?:go(?= now| then| so| out| and|$)|get going|head out|be "
    r"off|get out there)|and i am (?:out|off|gone)$|i am (?:stretching|warming up|limbering|lacing)|then (?:i|we) "
    r"(?:start|go|run|set off|am (?:off|going|away))\b|(?:i will |just )?(?:get(?:ting)? (?:changed|dressed|ready)|"
    r"lace up|get my \w+ on|put my \w+ on|throw my \w+ on) and (?:go(?:ing)?|run|head|off|away)|(?:leaving|starting|"
    r"setting off|heading out|going|off) (?:this (?:second|minute|instant)|shortly|as we speak|presently|momentarily)|"
    r"setting off (?:now|in|straight away|right)|doing it (?:now|today|right now)|(?:i )?am gone$|as good as (?:gone|"
    r"out|running)|half ?way out|(?:out|at) the (?:gate|front door|start)|i shall (?:be|go|run|do)|why (?:would|"
    r"should) i not|get it done|let me (?:at|loose)\b|let me (?:go|run) (?:then|now|so)$|(?:i )?(?:will|shall) "
    r"(?:surely|certainly|definitely|for sure|of course|absolutely|still|anyway|indeed) (?:go|run|do|come|be)|i "
    r"(?:will|shall|am|do)(?: (?:surely|certainly|indeed|for sure|definitely|too|still|all the same))*$|and i (?:will|"
    r"shall)$|i (?:surely|certainly|definitely|absolutely) (?:am|will|do)|(?<!before )(?<!after )(?<!when )leaving "
    r"(?:in|now|shortly|here|the house|(?:right|straight) away|this minute|any (?:minute|second)|at)(?! (?:work|the "
    r"office|late))|(?:would|will) not (?:dream of (?:missing|skipping)|say no)|(?:not|never) (?:going to )?(?:stops?|"
    r"stopped|put\w*|keep\w*) me(?: off| in)?(?: (?:yet|before|ever))?$|(?:will|does|is) not (?:going to )?(?:stop|"
    r"put|keep)(?:ping|ting)? me|count on me|away out|bring it(?: on)?$|all systems (?:are )?go|(?:that is|it is|it "
    r"will be) (?:a|an) (?:\w+ )?yes(?: from me)?|a yes from me|as ever$|(?:but|and) i am$|(?:out|off) (?:i go|we go)|"
    r"i go (?:now|out|for it)|going (?:for it|ahead)|crack(?:ing)? on|get(?:ting)? (?:out there|at it|stuck in|it "
    r"done)|(?:raring|itching|bursting|mad|primed|champing|psyched|pumped) (?:to|for)|up for (?:it|this|a run)|good "
    r"to go|let us be having|let us have it|wild horses|rain or no rain|come what may|no (?:excuses|question|doubt "
    r"about it|two ways about it)|try (?:and )?stop me|would not (?:miss|skip)|i am your (?:man|woman|girl|lad)|you "
    r"can count|consider it done|roger that|affirmative|aye aye|game ball|(?:shoes|trainers|runners|kit|gear|laces) "
    r"(?:are |is |already |all )*(?:on|tied|laced)|tied my (?:laces|shoes)|(?:step|stepp|head|heading|walk|nipp|"
    r"pop)(?:ing)? out (?:the door|now)|where do i (?:start|sign)|do(?:ing)? it anyway|(?:going|running) anyway|will "
    r"do it|be (?:out )?there (?:in|at|with))\b"
)
# "I do, and I will": only in answer to the run, not "I am" of a name or "I will" of a task.
_ECHO = re.compile(
    r"^(?:(?:and|but|yes|oh|well|so) ,? ?)*i (?:will|shall|am|do)(?: (?:surely|certainly|indeed|for sure|definitely|"
    r"too|still|all the same))*$"
)


def is_echo(found: str) -> bool:
    """A bare "I am", which answers whatever was asked."""
    return bool(_ECHO.match(found))
