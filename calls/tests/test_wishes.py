"""Another time is heard in the ways people ask for one, and its pieces are put together."""

import pytest

from calls.dialogue import understanding
from calls.tests.talks import acts, talk


@pytest.mark.parametrize(
    ("context", "said", "day", "part", "time"),
    [
        ("pre_run", "Would tomorrow be alright?", "tomorrow", None, None),
        ("pre_run", "could we say quarter past seven tonight", None, "evening", "19:15"),
        ("pre_run", "could we push it an hour later", None, None, None),
        ("pre_run", "an hour later would be grand", None, None, None),
        ("pre_run", "half an hour later please", None, None, None),
        ("pre_run", "half seven this evening suits me better", None, "evening", "19:30"),
        ("pre_run", "quarter to seven tomorrow morning instead?", "tomorrow", "morning", "06:45"),
        ("pre_run", "I'd sooner do it Friday", "friday", None, None),
        ("pre_run", "Friday would be handier", "friday", None, None),
        ("pre_run", "stick it in for Friday morning", "friday", "morning", None),
        ("pre_run", "put me down for Saturday", "saturday", None, None),
        ("pre_run", "hold it over to Thursday", "thursday", None, None),
        ("pre_run", "let's leave it until Thursday", "thursday", None, None),
        ("pre_run", "any room Wednesday lunchtime?", "wednesday", "midday", None),
        ("pre_run", "can't do today, Monday though", "monday", None, None),
        ("pre_run", "not today, maybe Tuesday", "tuesday", None, None),
        ("pre_run", "how's tomorrow looking", "tomorrow", None, None),
        ("pre_run", "could I do it later on", None, None, None),
        ("pre_run", "give me another couple of hours", None, None, None),
        ("pre_run", "can you give me thirty more minutes", None, None, None),
        ("pre_run", "I'll need to do it another day", None, None, None),
        ("pre_run", "is there another slot", None, None, None),
        ("pre_run", "could we find a different time", None, None, None),
        ("pre_run", "could I take a rain check", None, None, None),
        ("pre_run", "make it eight tonight", None, "evening", "20:00"),
        ("pre_run", "could we do six pm", None, None, "18:00"),
        ("pre_run", "18:00 tomorrow please", "tomorrow", None, "18:00"),
        ("pre_run", "tomorrow evening at seven if that's okay", "tomorrow", "evening", "19:00"),
        ("pre_run", "half twelve at lunch would work", None, "midday", "12:30"),
        ("pre_run", "I'm shattered, tomorrow morning instead", "tomorrow", "morning", None),
        ("pre_run", "could you shift me to nine on Saturday morning", "saturday", "morning", "09:00"),
        ("pre_run", "after work would suit better", None, "evening", None),
        ("pre_run", "I'd prefer after dinner", None, "evening", None),
        ("pre_run", "I'll go first thing tomorrow instead", "tomorrow", "morning", None),
        ("pre_run", "I'll do it tomorrow", "tomorrow", None, None),
        ("pre_run", "gonna do it tomorrow", "tomorrow", None, None),
        ("pre_run", "swap it with Sunday's", "sunday", None, None),
        ("pre_run", "bump it to tomorrow would ya", "tomorrow", None, None),
        ("pre_run", "kick it down the road to tomorrow", "tomorrow", None, None),
        ("pre_run", "postpone till tomorrow", "tomorrow", None, None),
        ("pre_run", "lets do tomorrow", "tomorrow", None, None),
        ("pre_run", "please to make tomorrow", "tomorrow", None, None),
        ("pre_run", "the Monday would be possible?", "monday", None, None),
        ("planning", "Tuesdays are out for me, Thursdays work", "thursday", None, None),
        ("planning", "could the long one go on Saturday", "saturday", None, None),
        ("planning", "I'd rather the long run was on Saturday", "saturday", None, None),
        ("planning", "Wednesday mornings would be easier than evenings", "wednesday", "morning", None),
        ("planning", "can we do mornings instead of evenings", None, "morning", None),
        ("planning", "swap Thursday for Friday", "friday", None, None),
        ("planning", "move Thursday's to Friday", "friday", None, None),
        ("planning", "Thursday to Friday please", "friday", None, None),
        ("planning", "if we could do Tuesday instead of Monday", "tuesday", None, None),
        ("planning", "Saturday's no good, Sunday?", "sunday", None, None),
        ("planning", "the long run, Sunday at eight in the morning, not Saturday", "sunday", "morning", "08:00"),
        ("planning", "I want to run on Wednesday not Tuesday", "wednesday", None, None),
        ("planning", "I'd like Monday", "monday", None, None),
        ("planning", "can we shuffle the week around a bit", None, None, None),
        ("planning", "could you find me another day for the tempo", None, None, None),
        ("post_run", "can the next one be Thursday", "thursday", None, None),
        ("post_run", "that was a six, can we shift the next to Friday", "friday", None, None),
        ("post_run", "put the next session at lunchtime on Monday", "monday", "midday", None),
    ],
)
def test_another_time_is_asked_for(context, said, day, part, time):
    told = understanding.understand(said, context=context)
    assert told.wants_reschedule
    assert told.reschedule_to == ({"day": day, "part": part, "time": time} if day or part or time else None)


@pytest.mark.parametrize(
    ("context", "said"),
    [
        ("pre_run", "no leave it where it is"),
        ("pre_run", "don't move it, I'm coming"),
        ("pre_run", "same time as always please"),
        ("pre_run", "I'll be there at seven"),
        ("pre_run", "skip it"),
        ("pre_run", "see you tomorrow"),
        ("pre_run", "just skip today, the next one stays"),
        ("pre_run", "I ran yesterday instead"),
        ("pre_run", "not today thanks"),
        ("pre_run", "I'm going in ten minutes"),
        ("pre_run", "on my way out now"),
        ("pre_run", "I had it down for seven, that's right isn't it"),
        ("pre_run", "my meeting got moved so I'm free"),
        ("pre_run", "no need to change anything"),
        ("pre_run", "I'll be late home tonight but I'm going"),
        ("planning", "looks good to me"),
        ("planning", "keep Tuesday as it is"),
        ("planning", "the week's fine"),
        ("planning", "that works, Tuesday and Thursday"),
        ("planning", "Sunday is my favourite"),
        ("planning", "happy with all that"),
        ("post_run", "I ran at seven instead of six"),
        ("post_run", "next run is Thursday right"),
        ("post_run", "I moved it to the morning and it went well"),
    ],
)
def test_the_run_stays_where_it_is(context, said):
    assert not understanding.understand(said, context=context).wants_reschedule


@pytest.mark.parametrize(
    ("context", "said", "day", "part", "time"),
    [
        # Clock times of twenty-four hours, in words, in four figures, and past an hour that was offered.
        ("pre_run", "could it be twenty hundred instead", None, None, "20:00"),
        ("planning", "thursday seventeen fifteen rather than sixteen hundred is it ok", "thursday", None, "17:15"),
        ("planning", "sun 0730 instead of today please", "sunday", None, "07:30"),
        ("planning", "friday oh six fifteen instead of tuesday", "friday", None, "06:15"),
        ("pre_run", "can we go at 19h30 instead", None, None, "19:30"),
        ("pre_run", "would quarter to one suit instead", None, None, "12:45"),
        ("pre_run", "Coach: Monday at six in the evening?\nRunner: Half past suits.", "monday", "evening", "18:30"),
        ("pre_run", "Coach: Would Friday at eight do?\nRunner: Nine is better.", "friday", None, "09:00"),
        # One refused, the other taken.
        ("pre_run", "Nine is not possible, I land at nine. Ten is possible.", None, None, "10:00"),
        ("planning", "tuesday is no good to me, wednesday is", "wednesday", None, None),
        ("pre_run", "tomorrow, not today", "tomorrow", None, None),
        ("pre_run", "Too windy now. Tonight, when it drops?", None, "evening", None),
        ("planning", "Sunday's a write-off, so the Saturday, in the morning", "saturday", "morning", None),
        (
            "pre_run",
            "Coach: Tonight at nine?\nRunner: No.\nCoach: Tomorrow at eleven fifteen?\nRunner: That's the one.",
            "tomorrow", None, "11:15",
        ),
        # Words for moving a run, and by how much.
        ("planning", "shunt Thursday's across to Friday", "friday", None, None),
        ("planning", "bump the long one to Saturday would you", "saturday", None, None),
        ("planning", "kindly prepone it to Monday", "monday", None, None),
        ("pre_run", "delay it a day, please", "tomorrow", None, None),
        ("planning", "bring Saturday's forward a day", "friday", None, None),
        ("planning", "I know I said Monday but I meant Tuesday, can you change it", "tuesday", None, None),
        ("pre_run", "a meeting is on top of it so is it ok to go for friday lunchtime", "friday", "midday", None),
        ("planning", "leave Tuesday as it is, just slide Sunday's to Monday, half eight", "monday", None, "08:30"),
    ],
)  # fmt: skip
def test_times_and_words_for_moving_are_those_that_people_use(context, said, day, part, time):
    understood = understanding.understand(said, context=context)
    assert understood.wants_reschedule
    assert understood.reschedule_to == {"day": day, "part": part, "time": time}


@pytest.mark.parametrize(
    ("context", "said"),
    [
        ("pre_run", "I bumped into Ann on Tuesday"),
        ("pre_run", "I was up at 0530 with the cat but I'm on"),
        ("planning", "Sunday half eight is perfect, leave it there"),
        ("post_run", "we climbed nineteen hundred metres last month, this was easy"),
        ("post_run", "it took half an hour longer than Monday"),
        ("pre_run", "skipping it, back at it on Friday"),
    ],
)
def test_a_number_or_a_day_beside_the_run_moves_nothing(context, said):
    assert not understanding.understand(said, context=context).wants_reschedule


@pytest.mark.parametrize(
    ("context", "said", "goes"),
    [
        ("pre_run", "Let me at it!", True),
        ("pre_run", "I do want to, and I will.", True),
        ("pre_run", "Leaving now.", True),
        ("pre_run", "don't need the brace any more so good to go", True),
        ("pre_run", "I'm afraid it's a no from me", False),
        ("pre_run", "leaving it for tonight", False),
        ("pre_run", "today run is not possible for me", False),
        ("pre_run", "doctor said no", False),
        ("planning", "drop Tuesday's", False),
        ("pre_run", "leaving work at six", None),
        ("pre_run", "haven't decided", None),
        ("pre_run", "Coach: Will you run today?\nRunner: I will.", True),
        ("pre_run", "Coach: Will you run today?\nRunner: I won't.", False),
    ],
)
def test_one_goes_or_goes_not_in_many_words(context, said, goes):
    assert understanding.understand(said, context=context).will_run is goes


@pytest.mark.parametrize(
    ("said", "on", "at"),
    [
        ("an hour later", "2026-11-24", "08:00"),
        ("can we push it two hours later", "2026-11-24", "09:00"),
        ("half an hour later would be grand", "2026-11-24", "07:30"),
        ("put it back a day for me", "2026-11-25", "07:00"),
    ],
)
def test_so_much_later_is_counted_from_where_the_run_is(said, on, at):
    assert acts(talk("pre_run", said, "yes")) == [{"act": "move", "run": "easy", "on": on, "at": at}]


def test_so_much_later_than_what_was_proposed():
    reply = talk("pre_run", "can we do it on Friday instead", "make it an hour later", "yes")
    assert acts(reply) == [{"act": "move", "run": "easy", "on": "2026-11-27", "at": "08:00"}]


@pytest.mark.parametrize("said", ["actually no, keep it", "no wait, leave it as it is", "changed my mind, keep it on"])
def test_a_run_that_is_kept_after_all_is_left_as_it_is(said):
    reply = talk("pre_run", "skip today", said)
    assert acts(reply) == []
    assert (reply.state["asking"], reply.state["answers"]["will_run"]) == ("in_the_way", True)
