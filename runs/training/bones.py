"""Signs of a bone about to break, or broken, and of an allergy: one spot on the bone, pain at night or on hopping."""

_BONE = (
    r"(?:(?:shin|thigh|hip|heel|foot|ankle)(?: ?bone)?|bone|tibia|fibula|metatarsals?|femur|femoral neck|pelvis|sacrum|"
    r"navicular|groin)"
)
_HURTS = r"(?:hurt\w*|ach(?:e|es|ing|y|ed)|throb\w*|pain\w*|kill\w*|sore|agony|tender)"
_NIGHT = (
    r"(?:at night|in the night|(?:in|to) bed|lying (?:down|in bed|still)|at rest|(?:keeps?|keeping|kept) me (?:up|"
    r"awake)|"
    r"(?:wak(?:es|ing|en)|woke|wake) me|(?:can|could) not sleep|sleep with it|through the night|all night|middle of "
    r"the night)"
)
_FACE = r"(?:lips?|tongue|throat|face|mouth|eyes?|airway)"
_SWELLS = (
    r"(?:swell\w*|swoll\w*|clos(?:ing|ed|es)(?: up)?|tighten\w*|puff(?:y|ing|ed)(?: up)?|balloon\w*|getting (?:fat|"
    r"thick|big)\w*|blow(?:n|ing) up|(?:feels?|felt|went|gone) (?:\w+ )?(?:thick|fat|huge))"
)

ALONE = {
    "bone at night": rf"{_BONE} (?:[\w']+ ){{0,10}}?{_HURTS} (?:[\w']+ ){{0,4}}?{_NIGHT}|{_HURTS} (?:[\w']+ "
    rf"){{0,4}}?{_BONE} (?:[\w']+ ){{0,6}}?{_NIGHT}",
    "hop": r"(?:can|could) (?:not|barely|hardly) (?:\w+ )?hop\b(?! (?:on|onto) (?:a|the) (?:bus|train|tram|call|"
    r"bike))|(?:hurts?"
    r"|hurting|agony|painful|excruciating|murder|kills?) (?:me )?(?:\w+ )?(?:to|when i|if i|on) (?:try to )?hop\w*|"
    r"hopp?\w* "
    r"(?:on (?:it|that|my|the|one) ?(?:leg|foot|side)? ?|is |it )*(?:[\w']+ ){0,2}?(?:hurts?|agony|kill\w*|scream\w*|"
    r"impossible|excruciating|cry|tears|painful|yelp)",
    "swollen airway": rf"(?:lips?|tongue|throat|airway) (?:[\w']+ ){{0,6}}?{_SWELLS}|swoll\w+ (?:lips?|tongue|throat)|"
    r"anaphyla\w+|hives all over|needed my epipen|used (?:my|the|an) epi ?pen",
}  # fmt: skip

TOGETHER = {
    "bone spot": rf"(?:one|1|single|exact|tiny|small|specific|particular|pin ?-? ?point\w*|precise|same) (?:\w+ "
    rf"){{0,2}}?(?:spot"
    rf"|point|place|area|bit) (?:[\w']+ ){{0,5}}?{_BONE}|{_BONE} (?:[\w']+ ){{0,8}}?(?:(?:one|1|single|exact|tiny|"
    rf"particular|"
    r"specific|pin ?-? ?point\w*|precise) (?:\w+ )?(?:spot|point|place|pain)|pin ?-? ?point\w*|with (?:a|one|1|my) "
    r"(?:finger\w*|"
    r"thumb|fingertip))|pin ?-? ?point\w*|(?:right |just |only |directly |bang )?on the (?:\w+ )?(?:bone|shin ?bone)|"
    r"(?:put|place"
    r"|point|cover) (?:[\w']+ ){0,3}?(?:one|1|a|my) (?:finger\w*|thumb)|(?:finger\w*|thumb)(?:tip)? (?:right )?on "
    r"(?:it|the spot|where)|bony (?:bit|point|spot)|inside the bone|deep in the bone",
    "bone worse": rf"{_NIGHT}|hop(?:s|ping|ped)?\b(?! (?:onto|off|over|back|home))|(?:worse|sharper) (?:every|each|"
    rf"with each|with "
    r"every) (?:run|step|day|week|mile)|getting worse|weeks now|every step|go through the roof|nearly cry",
    "face swollen": rf"{_FACE} (?:[\w']+ ){{0,4}}?(?:{_SWELLS}|tight|itch\w*|tingl\w*|thick)|hives|(?:come|came|"
    rf"coming|broke|"
    r"broken) out in (?:a |big )?(?:rash|hives|welts|bumps)|welts",
    "allergen": r"stung|sting(?: |$)|wasps?|bees?|hornet|peanuts?|nuts?|shellfish|prawns?|allerg\w+|ibuprofen|"
    r"antibiotic\w*|"
    r"penicillin|hives|wheez\w*|(?:hard|struggl\w+|difficult\w*|trouble) (?:to )?breath\w*|energy (?:gel|bar)|new "
    r"gel|that gel|(?:ate|eaten|eating)",
}  # fmt: skip
CLOSE: frozenset[tuple[str, str]] = frozenset()
PAIRS = (("bone spot", "bone worse"), ("face swollen", "allergen"))
