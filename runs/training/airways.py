"""Signs of the airways and the skin: an asthma attack that the inhaler does not end, and an allergy that takes the
breath."""

_INHALER = r"(?:inhaler|puffer|ventolin|salbutamol|reliever|nebuli[sz]er|asthma pump)"
_USELESS = (
    r"(?:(?:did|does|do|was|is|has|had|would) not (?:[\w']+ )?(?:work\w*|touch\w*|help\w*|shift\w*|make|made|open\w*|"
    r"doing|enough|eas\w+)|(?:did|does|doing|done) (?:absolutely |next to )?nothing|no (?:use|good|help|joy|"
    r"difference|effect|relief)|useless|made no difference|had no effect|barely (?:helped|worked|touch\w*)|hardly "
    r"(?:helped|worked|touch\w*))"
)
_MANY = r"(?:[4-9]|1\d|2\d|several|loads of|lots of|so many|half a dozen|a dozen)"
_NO_WORDS = (
    r"(?:can|could) (?:not|barely|hardly) (?:\w+ )?(?:speak|talk|(?:finish|get (?:through|out)|get|string|manage|say) "
    r"(?:a|one|my|the|2|1|any) (?:\w+ )?(?:sentences?|words?))"
)
_ALL_OVER = r"(?:all over(?: me| my (?:body|arms|chest|neck|face))?|everywhere|head to toe|from head)"

ALONE = {
    "asthma": rf"asthma attack|{_INHALER} (?:[\w']+ ){{0,3}}?{_USELESS}|{_MANY} (?:puffs|goes|blasts|hits|pumps) "
    rf"(?:of|on|from|out of) (?:my |the |that )?(?:\w+ )?{_INHALER}|(?:used?|took|take|needed|had|taken|using) (?:my "
    rf"|the )"
    rf"?(?:blue |reliever )?{_INHALER} (?:about |like |over )?{_MANY} times|status asthmaticus|lungs (?:just )?"
    r"(?:seized|closed) up",
    "no sentence": r"can not (?:even |really )?(?:finish|get (?:through|to the end of)|complete|manage|string) "
    r"(?:a|one|1|my|2|a whole|a full) (?:\w+ )?sentences?(?! (?:on|up) the (?:hill|rep|last))|can not (?:\w+ )?"
    r"(?:speak|talk) (?:\w+ )?(?:for|without|between) (?:\w+ )?(?:breath|gasp|pant|puff|wheez)\w*",
    "stairs": r"can not (?:even |\w+ )?(?:climb|get up|get to|walk|go up|manage|do|get|cross|make it) (?:\w+ "
    r"){0,4}?without "
    r"(?:\w+ ){0,3}?(?:breath|gasping|panting|puffing|breathless|air)",
    "adrenaline": r"(?:had to|have to|having to|needed to|need to|needed|used|using|gave (?:me|myself)|jabbed|took) "
    r"(?:use |get |take |jab |have |out |with |of )*(?:the|my|an|a|her|his|their)? ?(?:epi ?-?pens?|adrenaline "
    r"(?:pen|shot|injection)|auto ?-?injector|jext)",
}  # fmt: skip

TOGETHER = {
    "rash": rf"hives|nettle rash|(?:rash|itch\w*|welts|blotch\w*|lumps|bumps) {_ALL_OVER}|(?:covered|cover) in (?:a |"
    rf"big |red |itchy )*(?:rash|hives|welts|blotch\w*|lumps|bumps|spots)|(?:came|come|coming|broke|broken|breaking) "
    rf"(?:up|out) in (?:a |big |red |an |itchy )*(?:rash|lumps|bumps|hives|welts|blotch\w*)|{_ALL_OVER} (?:rash|"
    r"itch\w*)|urticaria|stung|sting(?: |$)|(?:wasp|bee|hornet) sting",
    "air": r"breath\w*|wheez\w*|throat|tongue|lips?|swallow\w*|hoarse|voice|faint\w*|dizz\w+|light ?headed|airway",
    "took it": r"(?:since|after) (?:i )?(?:took|had|taking|taken|ate|eating) (?:the |that |an? |my |some )?(?:\w+ )?(?:"
    r"ibuprofen|aspirin|antibiotics?|penicillin|amoxicillin|tablets?|nurofen|nuts?|peanuts?|cashews?|prawns?|"
    r"shellfish|fish|"
    r"gels?|bars?|strawberr\w+|kiwi|sesame|eggs?|milk)",
    "air tightens": r"breath\w* (?:[\w']+ ){0,3}?(?:tight\w*|difficult|wheez\w*)|wheez\w*|(?:chest|throat) (?:\w+ "
    r"){0,2}?"
    r"tight\w*",
    "no swallow": r"(?:can|could) not (?:\w+ )?swallow|(?:hard|trouble|difficult\w*|struggl\w+) (?:to )?swallow\w*",
    "wheeze": r"wheez\w*|asthma|tight chested",
    "no talk": _NO_WORDS,
}  # fmt: skip
CLOSE = frozenset({("rash", "air"), ("wheeze", "no talk"), ("air tightens", "took it")})
PAIRS = (*CLOSE, ("face swollen", "no swallow"))
