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
    ("context", "said"),
    [
        ("pre_run", "I thought it was tomorrow. Grand, I'm on my way."),
        ("pre_run", "I was going to ask for tomorrow but no, I'm going"),
        ("pre_run", "I usually go in the evening, but I'm off now"),
        ("planning", "is running better in the morning or the evening"),
        ("planning", "do people run better in the evening?"),
        ("pre_run", "could you move the meeting to tomorrow, sorry that was for my colleague. I'm going."),
        ("pre_run", "my wife wants dinner at eight so I'm going now"),
        ("pre_run", "tomorrow's no better, I'll go now"),
        ("pre_run", "give me five minutes"),
        ("pre_run", "give me till five past"),
        ("pre_run", "I'll go after this coffee"),
        ("pre_run", "I'll go as soon as I've my shoes on"),
        ("pre_run", "going now, back by eight"),
        ("pre_run", "leaving in ten"),
        ("pre_run", "if it's raining on saturday I'm not running"),
        ("planning", "Tuesdays I always run at six"),
        ("planning", "what time is best for intervals"),
        ("planning", "why is thursday the long one"),
        ("pre_run", "what time is it at again? tomorrow I'm off"),
        ("planning", "Coach: Long run Sunday?\nRunner: Sunday I'll be there"),
        ("planning", "I'll do Thursday's run no bother"),
        ("planning", "The Monday one I'll do, no problem"),
        ("pre_run", "it'll have to be a short one"),
        ("pre_run", "it will be a slow one but I'm going"),
        ("pre_run", "I've a meeting at eight tomorrow so early night after this run"),
        ("pre_run", "I could be doing with another hour in bed but I'm up and going"),
        ("pre_run", "put the bins out, then I'm gone"),
        ("pre_run", "my sister moved her wedding to Saturday, anyway I'm ready"),
        ("pre_run", "tomorrow I'm off work so tonight I can go hard"),
        ("planning", "saturday's the match but the run is sunday so all good"),
        ("pre_run", "Coach: Shall we move it to tonight?\nRunner: I'm working tonight. No, I'll go now."),
        ("pre_run", "Coach: Could you do Friday?\nRunner: Friday's my son's birthday."),
        ("pre_run", "I'm not moving it, I'm going"),
        ("pre_run", "I'd never make it if I left it till evening, going now"),
        ("pre_run", "call me tomorrow instead"),
        ("pre_run", "can you ring me at eight instead"),
        ("planning", "when is the long run"),
        ("planning", "is thursday at seven or eight?"),
        ("pre_run", "what's on for tomorrow?"),
        ("pre_run", "is it the hills tomorrow?"),
        ("pre_run", "can't today, too sick"),
        ("pre_run", "I had a late night, but I'm going"),
        ("pre_run", "I'll eat after, going now"),
        ("pre_run", "Can we do the shorter one?"),
        ("pre_run", "can I do the easy one instead"),
        ("pre_run", "Could I do it on the treadmill instead?"),
        ("pre_run", "can I run with my dog tonight"),
        ("planning", "will it be dark at six on Thursday"),
        ("planning", "could you make the calls at seven instead"),
        ("pre_run", "see you tomorrow, I'm off out running"),
        ("planning", "I'm free Tuesday Thursday and Sunday so that's perfect"),
    ],
)
def test_a_time_that_is_named_is_not_always_asked_for(context, said):
    assert not understanding.understand(said, context=context).wants_reschedule


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
