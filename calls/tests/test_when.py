"""When a run is to be, in the words that people have for it; and that a wish for another time lets go of no run."""

import pytest

from calls.dialogue import conversation, reconciling, understanding
from calls.tests.talks import acts, talk


@pytest.mark.parametrize(
    ("context", "said", "time"),
    [
        ("pre_run", "it'll have to wait till the weekend", (None, None, None)),
        ("pre_run", "this is going to have to be tomorrow i'm afraid", ("tomorrow", None, None)),
        ("planning", "that would need to be a wednesday", ("wednesday", None, None)),
        ("pre_run", "give me until half eight", (None, None, "08:30")),
        ("pre_run", "give me till the kids are in bed", (None, None, None)),
        ("pre_run", "hold off until nine will you", (None, None, "09:00")),
        ("pre_run", "let me do it after work", (None, "evening", None)),
        ("pre_run", "let me get the dinner done and go at eight", (None, None, "08:00")),
        ("planning", "do monday's on tuesday", ("tuesday", None, None)),
        ("planning", "make the tempo thursday", ("thursday", None, None)),
        ("planning", "my mondays need to become tuesdays", ("tuesday", None, None)),
        ("planning", "mondays no good, what other days are there", (None, None, None)),
        ("planning", "I can't do friday, what else have you", (None, None, None)),
        ("pre_run", "Thursday I can do", ("thursday", None, None)),
        ("pre_run", "tonight I'll manage", (None, "evening", None)),
        ("pre_run", "tomorrow I'm free all day", ("tomorrow", None, None)),
        ("pre_run", "I'll go when the rain stops", (None, None, None)),
        ("pre_run", "can I run once the baby's asleep", (None, None, None)),
        ("pre_run", "I'll head out after the match", (None, None, None)),
        ("pre_run", "not tonight, tomorrow", ("tomorrow", None, None)),
        ("pre_run", "not today not tomorrow, wednesday", ("wednesday", None, None)),
        ("planning", "not so early please, maybe ten", (None, None, "10:00")),
        ("planning", "anything but mornings, evenings if possible", (None, "evening", None)),
        ("pre_run", "Coach: I could move it to six.\nRunner: seven would be safer", (None, None, "07:00")),
        ("pre_run", "dawn, before the heat, would be kinder", (None, "morning", None)),
        ("planning", "earliest I can do is seven", (None, None, None)),
        ("planning", "the only day I have is friday", ("friday", None, None)),
        ("pre_run", "there's a window at four that I could use", (None, None, "16:00")),
        ("pre_run", "could this wait till saturday", ("saturday", None, None)),
        ("pre_run", "is tomorrow too late?", ("tomorrow", None, None)),
        ("planning", "thursday's no use, friday maybe", ("friday", None, None)),
        ("pre_run", "Nope. Tomorrow. I'll do it tomorrow.", ("tomorrow", None, None)),
        ("pre_run", "make it an hour later and I'm there", (None, None, None)),
        ("pre_run", "I'm wrecked, can it keep till morning", (None, "morning", None)),
        ("pre_run", "stick me in for the morning", (None, "morning", None)),
        ("pre_run", "roll it over to tomorrow", ("tomorrow", None, None)),
        ("pre_run", "I'd be better off going in the evening", (None, "evening", None)),
        ("pre_run", "sure look we'll try it tomorrow", ("tomorrow", None, None)),
        ("pre_run", "I'll catch up with it on Friday", ("friday", None, None)),
        ("pre_run", "can we park it till tomorrow", ("tomorrow", None, None)),
        ("pre_run", "save it for Saturday", ("saturday", None, None)),
        ("pre_run", "could we rearrange, say Thursday", ("thursday", None, None)),
        ("pre_run", "can you find another slot for me", (None, None, None)),
        ("pre_run", "I'd rather it was tomorrow", ("tomorrow", None, None)),
        ("pre_run", "is there any chance of a later start", (None, None, None)),
        ("pre_run", "be home at eight, I'll go then", (None, None, None)),
        ("pre_run", "i won't be home till eight, I'll do it then", (None, None, None)),
        ("pre_run", "I finish at nine tonight, can we say half nine", (None, None, "09:30")),
        ("pre_run", "we could do saturday, couldn't we", ("saturday", None, None)),
        ("pre_run", "can you give me an hour", (None, None, None)),
        ("pre_run", "need another hour", (None, None, None)),
        ("pre_run", "give us an hour", (None, None, None)),
        ("pre_run", "would it be a sin to leave it till morning", (None, "morning", None)),
        ("pre_run", "put me on for 7", (None, None, "07:00")),
        ("planning", "I'd like the long run a day earlier", (None, None, None)),
        ("planning", "bring the long one forward to saturday", ("saturday", None, None)),
        ("pre_run", "after the school run I could do it", (None, None, None)),
        ("pre_run", "I'll nip out at lunch instead", (None, "midday", None)),
        ("pre_run", "Half eight. That's when I'm free.", (None, None, "08:30")),
        ("pre_run", "what would you say to tomorrow at six", ("tomorrow", None, "06:00")),
        ("pre_run", "how does saturday sound", ("saturday", None, None)),
        ("pre_run", "I can do it at nine, not before", (None, None, "09:00")),
        ("pre_run", "Sir today not possible, kindly make it tomorrow 6 am", ("tomorrow", None, "06:00")),
        ("pre_run", "Today I have no time, we make it Friday, ja?", ("friday", None, None)),
        ("pre_run", "It goes not now, at nineteen o'clock it goes.", (None, None, "19:00")),
        ("pre_run", "can i do it after football", (None, None, None)),
        ("pre_run", "bro can we do it at like 9", (None, None, "09:00")),
        ("pre_run", "Coach: Tomorrow at seven?\nRunner: Eight would be better.", ("tomorrow", None, "08:00")),
        ("pre_run", "Coach: Would Thursday or Friday suit?\nRunner: The latter.", ("friday", None, None)),
        ("pre_run", "Coach: Would Thursday or Friday suit?\nRunner: Neither, Saturday.", ("saturday", None, None)),
        ("pre_run", "Coach: Do you want to move it to Sunday?\nRunner: Ah go on.", ("sunday", None, None)),
        ("pre_run", "Coach: Sunday morning instead?\nRunner: Sounds like a plan.", ("sunday", "morning", None)),
        ("pre_run", "Coach: When then?\nRunner: Saturday, before breakfast.", ("saturday", "morning", None)),
        ("pre_run", "Coach: When would suit you?\nRunner: Sometime tomorrow.", ("tomorrow", None, None)),
        ("pre_run", "too hot for me, I'd wait till it's dark", (None, None, None)),
        ("pre_run", "I'll run when himself comes home", (None, None, None)),
        ("pre_run", "can we skip today and do a double tomorrow", ("tomorrow", None, None)),
        ("pre_run", "can you hold the run for twenty minutes", (None, None, None)),
        ("pre_run", "start me at seven fifteen instead of half six", (None, None, "07:15")),
        ("pre_run", "i need to push this back", (None, None, None)),
        ("pre_run", "any way to do this one later", (None, None, None)),
        ("pre_run", "would you let me off till Thursday", ("thursday", None, None)),
        ("pre_run", "I'd be safer going in daylight, so tomorrow morning", ("tomorrow", "morning", None)),
        ("pre_run", "the dark is my problem. what about lunchtime tomorrow?", ("tomorrow", "midday", None)),
        ("pre_run", "I've just eaten. Two hours from now?", (None, None, None)),
        ("planning", "can the Wednesday be a Thursday", ("thursday", None, None)),
        ("planning", "I'd rather run Mondays than Tuesdays", ("monday", None, None)),
        ("planning", "Sunday is family day, put the long one on Saturday please", ("saturday", None, None)),
        ("planning", "Mornings don't work for me any more, I need evenings", (None, "evening", None)),
        ("planning", "could they all be at seven instead of six", (None, None, "07:00")),
        ("planning", "an hour earlier on Thursday would be great", ("thursday", None, None)),
        ("planning", "Thursday at six is too early, seven?", ("thursday", None, "07:00")),
        ("planning", "what if the hills were on Friday", ("friday", None, None)),
        ("planning", "swap the two midweek ones round", (None, None, None)),
        ("planning", "leave everything, only move Sunday to Saturday", ("saturday", None, None)),
        ("planning", "Coach: Shall I move Thursday to Friday?\nRunner: Please do.", ("friday", None, None)),
        ("planning", "Coach: Which day would you like instead?\nRunner: Wednesday I think.", ("wednesday", None, None)),
        ("planning", "I'm fine with Tuesday but Thursday has to be Friday", ("friday", None, None)),
        ("planning", "not Tuesday, that's bin day. Wednesday", ("wednesday", None, None)),
        ("planning", "the kids have swimming Tuesdays now so Wednesdays from here on", ("wednesday", None, None)),
        ("planning", "since the clocks changed it's dark at five, so could we go earlier", (None, None, None)),
        ("planning", "put the early one later and the late one earlier", (None, None, None)),
        ("pre_run", "Coach: We could do it at six.\nRunner: Six it is.", (None, None, "06:00")),
        ("pre_run", "Coach: I have eight or nine tonight.\nRunner: nine", (None, "evening", "21:00")),
        (
            "pre_run",
            "Coach: So tomorrow at half seven?\nRunner: Perfect, thanks a million.",
            ("tomorrow", None, "07:30"),
        ),
        ("pre_run", "Dentist ran over. Could it wait for tomorrow?", ("tomorrow", None, None)),
        ("pre_run", "the childminder let me down, I'll have to go when my husband gets in", (None, None, None)),
        ("pre_run", "oh is that today? I can't, exam at two. Wednesday?", ("wednesday", None, None)),
        ("pre_run", "the earliest would be half eight tonight", (None, "evening", "20:30")),
        ("pre_run", "kindly postpone, some guests have come", (None, None, None)),
        ("pre_run", "please prepone it to 5 pm today only", (None, None, "17:00")),
        ("pre_run", "I will do the needful tomorrow morning itself", ("tomorrow", "morning", None)),
        ("pre_run", "today is not going to be possible only, tomorrow pakka", ("tomorrow", None, None)),
        ("pre_run", "I come later, I must first the children to bed bring", (None, None, None)),
        ("pre_run", "I make it tomorrow, today I am too tired", ("tomorrow", None, None)),
        ("pre_run", "we can do this on the Friday?", ("friday", None, None)),
        ("pre_run", "nah not feeling it, tomorrow fr", ("tomorrow", None, None)),
        ("pre_run", "tmrw pls", ("tomorrow", None, None)),
        ("pre_run", "can i go after ive had my tea", (None, None, None)),
        ("pre_run", "Och, it's lashing. I'll wait for it to go off, an hour maybe.", (None, None, None)),
        ("pre_run", "I'll wait an hour", (None, None, None)),
        (
            "pre_run",
            "Coach: Have you slept?\nRunner: Hardly.\nCoach: Would tomorrow be kinder?\nRunner: It would.",
            ("tomorrow", None, None),
        ),
        ("pre_run", "Coach: Tonight or tomorrow morning?\nRunner: Morning.", ("tomorrow", "morning", None)),
        ("pre_run", "Coach: What about lunchtime?\nRunner: No, I eat at lunchtime. Evening.", (None, "evening", None)),
        (
            "pre_run",
            "Coach: I could do Friday at six.\nRunner: Friday's taken.\nCoach: Saturday at eight?\nRunner: That'll do.",
            ("saturday", None, "08:00"),
        ),
        ("planning", "I'm away Thursday, so Friday for that one", ("friday", None, None)),
        (
            "planning",
            "my Sundays are gone, the baby's christening class, so Saturdays please",
            ("saturday", None, None),
        ),
        ("planning", "Would you ever put the long run back a day?", (None, None, None)),
        ("planning", "bring everything forward an hour", (None, None, None)),
        ("planning", "I'd be happier with six in the evening", (None, "evening", "18:00")),
        ("planning", "half past five is ungodly, make it seven", (None, None, "07:00")),
        ("planning", "can't do Tuesday but can do Wednesday", ("wednesday", None, None)),
        (
            "planning",
            "Coach: The long run is on Sunday.\nRunner: Sunday! That's the final. Any other day.",
            (None, None, None),
        ),
        ("planning", "Coach: Does Tuesday suit?\nRunner: Monday suits better.", ("monday", None, None)),
        (
            "planning",
            "Coach: Does Tuesday suit?\nRunner: It doesn't.\nCoach: Wednesday?\nRunner: That works.",
            ("wednesday", None, None),
        ),
        ("planning", "my daughter's recital is at six on Thursday, so earlier that day if you can", (None, None, None)),
    ],
)
def test_another_time_in_other_words(context, said, time):
    told = understanding.understand(said, context=context)
    assert told.wants_reschedule
    named = told.reschedule_to or {}
    assert (named.get("day"), named.get("part"), named.get("time")) == time
    # Right before a run, who wants another time does not run now.
    assert told.will_run is (False if context == "pre_run" else None)


@pytest.mark.parametrize(
    "said",
    [
        "I can go now if you like, but quarter to six would suit me better",
        "if it's still raining in ten minutes can I go tomorrow, otherwise I'll head out",
        "could I go at eight? either way is fine",
    ],
)
def test_another_time_or_now_leaves_it_open(said):
    told = understanding.understand(said, context="pre_run")
    assert told.wants_reschedule
    assert told.will_run is None


@pytest.mark.parametrize("said", ["could we push it an hour", "can we move it to tomorrow at eight"])
def test_a_wish_lets_go_of_no_run_in_the_talk(said):
    asked = talk("pre_run", said)
    assert conversation.outcome(asked.state).will_run is None
    assert acts(talk("pre_run", said, "yes"))[0]["act"] == "move"
    turns = [reconciling.Turn("coach", "Are you on for it?"), reconciling.Turn("runner", said)]
    assert reconciling.reconcile("pre_run", turns, {}).will_run is None
