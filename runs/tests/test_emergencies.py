"""Emergencies beside those of the training guide, and words of a crisis."""

import pytest

from runs.training import safety
from runs.training.crisis import is_crisis


@pytest.mark.parametrize(
    "said",
    [
        "my left calf is swollen and hot", "slurred speech after the run", "I lost the sight in one eye for a minute",
        "I can't feel anything between my legs", "my pee was the colour of cola", "my achilles snapped",
        "my lips and throat are swelling", "chestpain", "my heart races at rest", "stabbing pain when I breathe in",
        "Brustschmerzen", "me duele el pecho", "my whole left leg went numb and I drag my foot",
        "I can't bend it or put weight on it", "couldn't feel my left leg, it just went dead on me",
    ],
)  # fmt: skip
def test_an_emergency_asks_for_help(said):
    assert safety.is_red_flag(said)


@pytest.mark.parametrize(
    "said",
    [
        "my calves are hot and tired", "the hill killed me", "had a red bull", "my knee is stiff in the morning",
        "a very faint path over the moor", "sore chest from push-ups",
        "it broke my heart to stop", "no chest pain at all",
        "my friend's calf is swollen and hot", "I needed a pee", "couldn't feel my hand with the cold",
        "couldn't feel my legs by the top of that hill",
    ],
)  # fmt: skip
def test_what_only_sounds_like_one_does_not(said):
    assert not safety.is_red_flag(said)


@pytest.mark.parametrize(
    "said",
    [
        # A clot: one leg, grown, hot or tense, sudden.
        "right calf blew up like a balloon after the flight", "one leg is twice as fat as the other this morning",
        "my calf was fine on friday and now it's as big as a football", "calf is hot and hard and red",
        "flew back from delhi on sunday and now one calf is swollen", "sudden swelling in the one leg",
        # Blood where none should be, muscle in the urine.
        "brought up some blood in the bushes", "there were red streaks in what i coughed up",
        "my sick looked like coffee grounds", "blood in my stool since the marathon", "my poo was black and tarry",
        "went for a pee and it was bright red", "my wee has been the colour of coke since yesterday",
        "wee is very dark and my thighs are like rocks",
        # Air and heart.
        "my lips went a bit blue", "i cant get through a sentence without stopping for air, been home two hours",
        "huffing and puffing just going from bed to bathroom", "I used to do that hill easily and now I'm gasping",
        "can't lie flat without feeling like I'm suffocating", "my pulse is all over the shop",
        "heart rate has been stuck at 150 for an hour after I stopped", "my heart keeps doing flips in bed",
        # Head, spine and heat.
        "out of nowhere a headache like a thunderclap", "it was the most terrible headache I have ever had",
        "bumped heads with another runner, been really drowsy since",
        "my friend says I was speaking nonsense in that heat",
        "they said I was weaving across the path like a drunk", "i have no memory of the last two k, it was so hot",
        "I didn't know what day it was", "skin was dry and red hot", "i had goosebumps in the blazing sun",
        "numb between the legs", "can't tell if my bladder is full", "couldn't lift my arm and the words wouldn't come",
        "both legs are going weak and tingly with this back pain", "left arm and leg went all weak",
        # Bones and allergies.
        "there's one spot on my shin bone and it aches in bed", "hopping on it makes me scream",
        "deep groin ache that keeps me up at night", "throat is tight after a wasp sting",
    ],
)  # fmt: skip
def test_each_family_of_emergencies_is_heard(said):
    assert safety.is_red_flag(said)


@pytest.mark.parametrize(
    "said",
    [
        # A thrill, a thing, a film, a charity.
        "what a view, my heart skipped a beat", "my phone died and everything went black", "the tent collapsed",
        "passed out leaflets at the parkrun", "watched a film about a heart attack", "my watch had a stroke",
        "we raised four hundred quid for chest heart and stroke", "running for the british heart foundation",
        # Long ago, looked into, or only feared.
        "fainted once, at school, in 1994", "had chest pains in march, ecg and scan all clear",
        "I had a funny turn a few months back, the doctor said it was low iron", "what are the signs of heat stroke",
        "thought I'd get heatstroke but it was fine", "a stress fracture in 2019, fully healed",
        # Ordinary running, heat and cold.
        "out of breath on the reps, back to normal a minute later", "i coughed my guts up in the cold air",
        "found it tough in the heat", "lips were blue after the cold swim", "I can hop on it no bother",
        "a headache from the screen all day", "bum went numb on the bike saddle", "can't pee in the woods, too shy",
        "my legs are like balloons full of lead", "both legs a bit heavy after the flight", "drank a coke, pure heaven",
        "I can't remember the last time I felt this good", "i talk rubbish with my mates all the way round",
        "my max heart rate hit 181 on the last rep", "i fell asleep on the couch, out cold",
    ],
)  # fmt: skip
def test_kin_of_each_family_are_no_emergency(said):
    assert not safety.is_red_flag(said)


@pytest.mark.parametrize(
    "said",
    [
        "long story short my chest hurts", "had chest pain at the gym", "weird dream, woke up with chest pain",
        "doctor cleared me last year but I had the chest pain again this morning",
        "last year was fine and now I fainted", "my gp is happy but every hill my chest goes tight",
        "my heart skipped a few beats sitting here at my desk",
    ],
)  # fmt: skip
def test_what_excuses_a_sign_does_not_excuse_another(said):
    assert safety.is_red_flag(said)


@pytest.mark.parametrize("said", ["I want to kill myself", "thinking about ending it", "I'd be better off dead"])
def test_a_crisis_is_heard(said):
    assert is_crisis(said)
    assert safety.is_red_flag(said)


@pytest.mark.parametrize("said", ["I don't want to kill myself on that hill", "my brother wants to die", "dying to go"])
def test_a_crisis_is_not_invented(said):
    assert not is_crisis(said)


@pytest.mark.parametrize(
    "said",
    [
        # Airways and skin.
        "had an asthma attack and my inhaler didn't touch it", "needed ten puffs of the inhaler and I'm still tight",
        "was wheezing so badly I couldn't speak", "had to use my epipen", "lips have gone all tingly and swollen",
        "itchy all over, covered in a rash and hard to breathe since the new gel",
        # Belly and loins.
        "sudden agony in my left testicle", "my stomach is hard as a board", "I'm pregnant and I've started bleeding",
        "terrible pain low down on the right of my tummy and I'm vomiting", "hardly peed since yesterday",
        "drank about five litres of water and now I'm confused and puking", "blood sugar was 2.1 and I was shaking",
        "urine is coming in reddish colour", "bright red blood on the toilet paper and in the bowl",
        # Limbs, bones and blows.
        "my shin is rock hard and my foot has gone numb", "I can't lift my toes", "my ankle's at a funny angle",
        "MRI showed a stress fracture", "heard a pop in my knee and it swelled up like a balloon",
        "my calf is tender and it's gone a funny red colour and hot", "my arm went weak and floppy and it came back",
        "a curtain came down over my left eye", "the left side of my lips went numb",
        "fell and hit my head, feeling dazed", "got hit by a car and my neck hurts",
        "my whole body went stiff and started shaking", "they said it was a seizure",
        "physio reckons a stress fracture", "they think I broke a bone in my foot", "one side of me went numb",
        "lost the power of my right hand for a bit", "numb from the waist down", "can't control my bladder",
        "calf got harder and harder and my foot went to sleep", "knocked myself out on a branch",
        # Heart, air and heat in other words.
        "heart was going ninety and I only sitting at the table", "heart's been doing funny things since the run",
        "my heart was pounding out of my chest for an hour after", "I'd palpitations after", "I'd a pain in me chest",
        "breathing is getting tight since I took the ibuprofen", "gasping like a fish and I'm only walking",
        "I can't climb the stairs without stopping for breath",
        "they had me in the medical tent with a temperature of 41",
        "leg is all red and tight and it's getting bigger", "words were all mixed up", "bleeding from the back passage",
        # About to faint, and held up by something.
        "took a weakness at the top of the hill", "my sight went for a second and I sat down quick",
        "felt so lightheaded I had to hang on to the railings", "nearly passed out at the traffic lights",
        "went weak at the knees, everything went far away, had to hold on to a lamppost",
    ],
)  # fmt: skip
def test_an_emergency_of_any_family_asks_for_help(said):
    assert safety.is_red_flag(said)


@pytest.mark.parametrize(
    "said",
    [
        "passed out a group of walkers", "knocked out a quick five k", "I was out cold by nine, slept like a log",
        "slurred my words after three pints", "funeral of a friend, heart attack, very sad", "chest was grand",
        "couldn't get my breath for a second after the sprint, then fine", "I'd faint if I had to do that again",
        "my eyes went blurry with the rain", "numb in the face from the sleet", "reading about stress fractures",
        "pins and needles in my bum from the bus seat", "don't want to die of a heart attack like my dad",
        "Collapsed? No, that was my uncle at the barbecue", "Dizzy? Not me, that was my husband",
        "the treadmill sounded like it was having some kind of a heart attack", "that's a weight off my chest",
        "I got lost and didn't know where I was for a while", "it went dark on me because I set off late",
        "couldn't find my words when they gave me the medal, so emotional", "the young one has hives all over",
        "my lips were numb from the cold wind", "feet were tingling with the cold", "my face was numb from the dentist",
        "asthma was no bother, didn't need the inhaler", "I took two puffs of my inhaler before as always",
        "I had a stress fracture two years ago, long healed", "broke my ankle in 2009",
        "drank two litres of water today",
        "nuts and raisins upset my stomach", "ball of my foot is sore", "I'm pregnant, twelve weeks, feeling great",
        "my daughter had an asthma attack", "banged my head on the car door getting in, no harm",
    ],
)  # fmt: skip
def test_what_only_sounds_like_one_of_any_family_does_not(said):
    assert not safety.is_red_flag(said)
