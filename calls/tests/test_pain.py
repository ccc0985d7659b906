"""A pain is heard by what it says of a part of the body, not by listed sentences."""

import pytest

from calls.dialogue import understanding


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ("me left knee's giving me proper gyp so it is", "knee"),
        ("there's like this pinch at the front of the hip every time I lift the leg", "hip"),
        ("put my back out reaching for my shoes", "back"),
        ("went over on my ankle at the kissing gate", "ankle"),
        ("my left bum cheek's got a deep gnawing thing going on", "glute"),
        ("landed on my shoulder and it's pretty banged up", "shoulder"),
        ("hip wasn't happy on the camber", "hip"),
        ("my knee ain't right", "knee"),
        ("struggling with my knee a bit", "knee"),
        ("hamstring was tugging the whole way", "hamstring"),
        ("knee felt like it was full of broken glass", "knee"),
        ("oh the knee, the knee, it's not good coach", "knee"),
        ("strapped the knee up because it was giving me trouble", "knee"),
        ("planter fashion itis again", "foot"),
        ("i have got a payne in my left ham string", "hamstring"),
        ("knee's been iffy all week", "knee"),
        ("my guts were in knots", "stomach"),
        ("twinged my knee", "knee"),
        ("my calf's gone", "calf"),
        ("stress reaction in my foot maybe", "foot"),
        ("knee nipping a bit", "knee"),
        ("toenail's gone black and it's tender", "toe"),
        ("my calf felt tight, only the left, and it's not loosening off", "calf"),
        ("cut my hand on the fence and it stings", "other"),
        ("it shoots from my hip down to the knee", "hip"),
        ("the old knee thing's come back", "knee"),
        ("ran fine but now I can't really bend my ankle", "ankle"),
        ("Coach: Any pain today? \nRunner: only when I push off, in the foot", "foot"),
        ("Coach: How are the shins? \nRunner: they're not great", "shin"),
        ("so basically i got to the park and then my left calf it kind of tightened and i couldnt push off", "calf"),
        ("cut it short because of the achilles", "achilles"),
        ("hammy's stuffed", "hamstring"),
        ("feet are in ribbons", "foot"),
        ("its my knee again innit", "knee"),
        ("vastus is strained", "quad"),
        ("posterior chain fine but a cramp in the hamstring", "hamstring"),
        ("aye the knee's gien me bother the day", "knee"),
        ("there was a ping in the calf and that was me done", "calf"),
        ("left hip's nagging like an old fishwife", "hip"),
        ("the hamstring wouldn't let me open up", "hamstring"),
        ("quad grabbed on the descent, right one", "quad"),
        ("wrist is killing me from the fall", "other"),
        ("something deep in my right buttock", "glute"),
        ("heel's burning like mad", "heel"),
        ("i stopped because my calf was doing that thing again", "calf"),
        ("clicky hip", "hip"),
        ("massive bruise on my calf from the gate", "calf"),
        ("Coach: Anything bothering you? \nRunner: knee, the usual", "knee"),
    ],
)
def test_what_is_said_of_a_part_of_the_body_counts_unless_it_is_harmless(said, where):
    told = understanding.understand(said, context="post_run")
    assert (told.pain, told.pain_location) == (True, where)


@pytest.mark.parametrize(
    "said",
    [
        "something went twang on the last rep and I had to walk in",
        "limped the last mile",
        "I've done myself a mischief",
        "picked up a knock",
        "in agony here",
        "Coach: Any pain?\nRunner: I'm afraid so",
    ],
)
def test_a_pain_needs_no_part_of_the_body(said):
    assert understanding.understand(said, context="post_run").pain


@pytest.mark.parametrize(
    "said",
    [
        "my knee felt brilliant",
        "not a twinge from the calf",
        "no complaints from the achilles for once",
        "legs felt like jelly but in a good way",
        "legs felt heavy as lead",
        "my glutes will feel that tomorrow",
        "feet got soaked",
        "back in time for tea",
        "traffic was a right pain",
        "it hurts my soul to miss it",
        "wife's back is bad so I'm on duty",
        "I had a sore ankle last week, all good now",
        "two years ago I tore my calf",
        "hope my knee holds out",
        "strapped the knee as a precaution and it was grand",
        "a wee bit stiff all over",
        "I feel like I could go again, body's good",
        "body in one piece",
        "I put my foot down on the last k",
        "on my last legs at the end",
        "my shoulder bag kept bouncing",
        "dog on my heels the whole way",
        "my heart wasn't in it",
        "focussed on my foot strike today",
        "Coach: Any pain? \nRunner: not a thing",
        "Coach: How is the knee? \nRunner: hasn't said a word",
        "Coach: Any pain in the shin? \nRunner: none to speak of",
        "pace was painfully slow",
        "rain stung my face",
        "legs a bit wobbly at the end",
        "used to hobble home, not now",
        "nothing sore apart from my pride",
        "no stitch today",
        "i iced my legs and had a bath",
        "pain's gone",
        "foam rolled my calves last night, they feel great",
        "knee did what it was told",
        "hams and quads nicely worked",
        "had my heart in my mouth on the descent",
        "bit of DOMS in the glutes",
        "a stone in my shoe",
        "the dog's paw is sore",
        "no sign of the old calf trouble",
        "if my achilles starts up I'll walk",
        "killer session, loved every second",
        "sweat in my eyes",
        "turned my ankle years ago but it's solid",
        "Coach: How are the shins? \nRunner: behaving",
        "Coach: Any niggles? \nRunner: can't complain",
    ],
)
def test_what_is_well_gone_by_ordinary_or_somebody_elses_is_no_pain(said):
    assert not understanding.understand(said, context="post_run").pain


@pytest.mark.parametrize(
    ("said", "side"),
    [
        ("right behind my left knee it aches", "left"),
        ("pain right under the kneecap", None),
        ("right from the start my calf hurt", None),
        ("right so my hip is sore on the left", "left"),
        ("it's the left ankle not the right that's sore", "left"),
        ("each knee is sore", "both"),
    ],
)
def test_right_is_a_side_only_where_it_is_one(said, side):
    assert understanding.understand(said, context="post_run").pain_side == side


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Any chest pain, dizziness or fainting?", "little bit of the first one"),
        ("Did you lose consciousness?", "think so"),
        ("Can you put weight on it?", "no"),
        ("Are you able to stand on it?", "I tried, no"),
        ("How's your breathing now?", "still awful and I'm lying down"),
        ("Did you hit your head?", "yes and I've been sick twice"),
    ],
)
def test_an_answer_tells_of_a_red_flag(question, answer):
    assert understanding.understand(f"Coach: {question}\nRunner: {answer}", context="post_run").red_flag


def test_a_yes_to_standing_is_none():
    assert not understanding.understand("Coach: Can you put weight on it?\nRunner: yes", context="post_run").red_flag


@pytest.mark.parametrize(
    "said",
    [
        "my shin pain is completely gone", "the niggle i had is sorted now", "shin splints are a distant memory",
        "the hip has stopped moaning", "my calf is a hundred percent again", "pain wise nothing", "nothing hurts",
        "broke my arm in primary school", "ten years back i broke my leg and couldn't walk on it for weeks",
        "thought I'd done my knee but it was only a stone in my shoe", "foam rolled the quads and calves",
        "I was convinced my calf had gone but it turned out my sock was bunched", "fed up to the back teeth of rain",
        "nothing bruised except my ego", "it pained me to stop my watch", "push tuesday back an hour",
        "my shoes are dead, the sole was flapping", "shoulder to the wheel this week", "foot to the floor at the end",
        "saw a calf in the field with its mother", "money for Chest Heart and Stroke, four hundred pounds",
        "I broke my back getting the garden done", "the climb was a killer", "never felt a thing from the hamstring",
    ],
)  # fmt: skip
def test_gone_feared_or_a_saying_is_no_pain(said):
    assert not understanding.understand(said, context="post_run").pain


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ("my pride got hurt and so did my knee", "knee"), ("knee is not pain free yet", "knee"),
        ("splitting headache since i smacked my head on the gate", "other"),
        ("one exact spot on the shin bone", "shin"),
        ("thought it was stiffness but the hamstring is properly sore", "hamstring"),
        ("my knee was fine then at eight k it wasn't", "knee"),
        ("doctor said the hip is fine but it still hurts", "hip"),
    ],
)  # fmt: skip
def test_pain_beside_what_takes_it_away(said, where):
    found = understanding.understand(said, context="post_run")
    assert found.pain
    assert found.pain_location == where


@pytest.mark.parametrize(
    ("said", "side"),
    [
        ("right ankle, no sorry, left ankle is sore", "left"),
        ("hip clicks and hurts on the right after an hour", "right"),
        ("hamstring on my left side went twang", "left"), ("shins, the pair of them, ache like mad", "both"),
        ("Coach: Any pain?\nRunner: Ankle.\nCoach: Left or right?\nRunner: the right", "right"),
        ("Coach: You had a sore right calf last week.\nRunner: it's the other calf now", "left"),
        ("Coach: Is it the right knee that hurts again?\nRunner: No, the other one this time.", "left"),
    ],
)  # fmt: skip
def test_the_side_is_put_right_or_answered(said, side):
    assert understanding.understand(said, context="post_run").pain_side == side


@pytest.mark.parametrize(
    ("said", "where", "side"),
    [
        ("shine splints again in both legs", "shin", "both"), ("nees are creaking and sore", "knee", None),
        ("earache the whole way round", "other", None), ("my leg is paining", "other", None),
        ("the little toe on my right foot is killing me", "toe", "right"),
        ("the knee let me know about it on the hill", "knee", None),
        ("wrist is sore from the fall but the x-ray was clear", "other", None),
        ("twinge in the left-hand side of my back", "back", "left"),
        ("Coach: Where does it hurt?\nRunner: Top of the foot.\nCoach: Left or right?\nRunner: Right. No, left, sorry.",
         "foot", "left"),
    ],
)  # fmt: skip
def test_pain_as_it_is_heard_and_put_right(said, where, side):
    found = understanding.understand(said, context="post_run")
    assert (found.pain, found.pain_location, found.pain_side) == (True, where, side)


@pytest.mark.parametrize(
    "said",
    [
        "twelve hours on my feet and then a run", "ran laps of the quad between classes", "nearly broke my neck over "
        "a kerb",
        "that hill was agony", "did my knee exercises", "the river was swollen", "on antibiotics for a chest infection",
        "Coach: Any pain?\nRunner: Only in my backside from that chair. No, I'm joking, none.",
        "Coach: Any aches?\nRunner: Divil a bit.",
        "Coach: Any injuries?\nRunner: I'd a hip done in 2018 but it's been great since.",
    ],
)  # fmt: skip
def test_what_only_names_a_part_is_no_pain(said):
    assert not understanding.understand(said, context="post_run").pain
