"""What got in the way, told in the words of many people, and what is none."""

import pytest

from calls.dialogue import understanding


@pytest.mark.parametrize(
    ("context", "said", "categories"),
    [
        ("post_run", "my shoes are on their last legs, soles are like slicks", ["gear"]),
        ("post_run", "insoles kept riding up", ["gear"]),
        ("post_run", "watch conked out so I ran blind", ["gear"]),
        ("post_run", "my shorts rode up and chafed something awful", ["gear"]),
        ("post_run", "got absolutely drowned, need a proper coat", ["gear"]),
        ("post_run", "pitch dark and no torch, nearly broke my neck", ["gear"]),
        ("post_run", "bra gave up on me", ["gear"]),
        ("post_run", "headtorch died half way", ["gear"]),
        ("post_run", "spitting feathers by the end", ["hydration"]),
        ("post_run", "hadn't drunk a thing since breakfast", ["hydration"]),
        ("post_run", "was so thirsty I drank from a tap", ["hydration"]),
        ("post_run", "mouth like sandpaper", ["hydration"]),
        ("post_run", "tummy was rumbling all the way", ["nutrition"]),
        ("post_run", "hit the wall at 15", ["nutrition"]),
        ("post_run", "went out too soon after tea and it was sloshing about", ["nutrition"]),
        ("post_run", "had way too much pasta", ["nutrition"]),
        ("post_run", "light headed cos I skipped lunch", ["nutrition"]),
        ("post_run", "three hours kip and it showed", ["recovery"]),
        ("post_run", "bunged up and snotty", ["recovery"]),
        ("post_run", "legs still battered from Sunday's long one", ["recovery"]),
        ("post_run", "up till two with the wee one", ["recovery"]),
        ("post_run", "still not over this bug", ["recovery"]),
        ("post_run", "only squeezed in half of it before the school run", ["scheduling"]),
        ("post_run", "ran out of time before work", ["scheduling"]),
        ("pre_run", "parents evening at six, sorry no", ["scheduling"]),
        ("pre_run", "I'm on a late", ["scheduling"]),
        ("pre_run", "my babysitter's let me down", ["scheduling"]),
        ("pre_run", "I've a hospital appointment at 5 so no", ["scheduling"]),
        ("pre_run", "my mother in law's arriving, can we do tomorrow", ["scheduling"]),
        ("pre_run", "we're having people over tonight, tomorrow instead?", ["scheduling"]),
        ("pre_run", "flat tyre, stranded, can't make it", ["scheduling"]),
        ("pre_run", "got an essay due at midnight so skipping", ["scheduling"]),
        ("pre_run", "got a temperature", ["recovery"]),
        ("pre_run", "I'm wiped out from yesterday so I'll skip", ["recovery"]),
        ("pre_run", "dodgy tummy, been on the loo all night", ["recovery"]),
        ("pre_run", "can't find my sports bra", ["gear"]),
        ("pre_run", "my trainers are sopping from last night", ["gear"]),
        ("pre_run", "haven't had a thing to eat all day", ["nutrition"]),
        ("pre_run", "I'm starved", ["nutrition"]),
        ("pre_run", "all good, ready to roll", []),
        ("pre_run", "got a new jacket so rain's no bother", []),
        ("pre_run", "work finished early so I'm free", []),
        ("pre_run", "cold's gone, feeling great", []),
        ("post_run", "lovely run, weather was perfect", []),
        ("post_run", "the rain held off", []),
        ("post_run", "drank plenty", []),
        ("post_run", "new shoes are brilliant", []),
        ("post_run", "saw a wedding in the park", []),
        ("post_run", "traffic lights slowed me once", []),
        ("post_run", "met my sister for coffee after", []),
        ("post_run", "water stops were well placed", []),
        ("post_run", "it was dark but my torch was great", []),
        ("planning", "I'm in Leeds for work Thursday", ["scheduling"]),
        ("planning", "half term next week, kids at home, mornings are impossible", ["scheduling"]),
        ("planning", "we're away Friday to Sunday", ["scheduling"]),
        ("planning", "I need an easier week, I'm run ragged", ["recovery"]),
        ("planning", "I'm off work so any time suits", []),
    ],
)
def test_an_obstacle_is_known_by_its_kind(context, said, categories):
    assert understanding.understand(said, context=context).obstacles == categories


@pytest.mark.parametrize(
    ("context", "said", "categories"),
    [
        # A thing to wear or use in a bad way.
        ("post_run", "my lenses misted up on every climb", ["gear"]),
        ("post_run", "the elastic went in my shorts", ["gear"]),
        ("post_run", "there's a rip in my leggings", ["gear"]),
        ("post_run", "tore my jacket on the fence", ["gear"]),
        ("pre_run", "I haven't bought the gloves yet", ["gear"]),
        ("post_run", "seven hundred miles on these and they're smooth", ["gear"]),
        ("post_run", "new shoes felt amazing, no rubbing at all", []),
        ("post_run", "my brother's jacket ripped, mine held up", []),
        ("post_run", "if it hadn't been for the hat I'd have been frozen", []),
        # A duty takes the time.
        ("pre_run", "there's a school concert at the same time as the run", ["scheduling"]),
        ("planning", "quarter-end at the office, I'm at the desk till nine every night", ["scheduling"]),
        ("pre_run", "my son is off school so I can't get out before Friday", ["scheduling"]),
        ("post_run", "my boss rang halfway and I had to head home", ["scheduling"]),
        ("post_run", "heavy legs after the night shift, only four hours sleep", ["recovery"]),
        ("post_run", "phone rang but I ignored it", []),
        # Food that sat badly; a bad night, and an answer about it.
        ("post_run", "had a kebab ten minutes before and it was repeating on me", ["nutrition"]),
        ("post_run", "stitch the whole way, I blame the milkshake", ["nutrition"]),
        ("post_run", "felt sick from the gel", ["nutrition"]),
        ("post_run", "ate well and drank well", []),
        ("post_run", "Coach: And how did you sleep?\nRunner: Dreadfully.", ["recovery"]),
        ("post_run", "Coach: How was your sleep?\nRunner: Not bad at all.", []),
        ("pre_run", "daughter has a bug but I'm fine", []),
    ],
)
def test_an_obstacle_is_known_by_its_class_of_words(context, said, categories):
    assert sorted(understanding.understand(said, context=context).obstacles) == categories


@pytest.mark.parametrize(
    ("said", "difficulty"),
    [
        ("I'd go six", 6),
        ("Run seven, energy four, mood eight.", 7),
        ("Coach: One to ten for the run?\nRunner: One. I walked most of it.", 1),
        ("Energy was four at best, difficulty I'd put at seven.", 7),
        ("Got it off my chest, coach: I hate hills. Difficulty six.", 6),
        ("Coach: How hard?\nRunner: Nine.\nCoach: Any pain?\nRunner: No. Can you put the first one down as an 8?", 8),
        ("Coach: Sore anywhere?\nRunner: No.\nCoach: And today's effort?\nRunner: Four.", 4),
        ("I nearly died laughing at the dog", None),
        ("Had a curry right before. Never again.", None),
    ],
)  # fmt: skip
def test_an_effort_is_of_the_run(said, difficulty):
    assert understanding.understand(said, context="post_run").difficulty == difficulty


@pytest.mark.parametrize(
    ("said", "energy"),
    [
        ("The middle one.", "medium"), ("The last one.", "high"), ("The lowest.", "low"), ("In between.", "medium"),
        ("Not brilliant, not terrible.", "medium"), ("Not bad but not high either.", "medium"),
    ],
)  # fmt: skip
def test_energy_is_picked_by_its_place(said, energy):
    told = f"Coach: Is your energy low, medium or high?\nRunner: {said}"
    assert understanding.understand(told, context="pre_run").energy == energy


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ("please discontinue the calls", True),
        ("I would rather you didn't call any more", True),
        ("my mother would not stop calling", False),
        ("stop, I'm laughing", False),
    ],
)
def test_calls_are_ended_in_many_words(said, ends):
    assert understanding.understand(said, context="pre_run").stop_calling is ends


@pytest.mark.parametrize(
    ("said", "categories"),
    [
        ("zip bust on my jacket", ["gear"]), ("the treadmill kept stopping", ["gear"]),
        ("parking was a nightmare so I started late", ["scheduling"]), ("the traffic was a pain", []),
        ("the boss kept me back so I only managed three", ["scheduling"]),
        ("meeting dragged on and I lost half my time", ["scheduling"]),
        ("the piano lesson got brought forward so I only did four", ["scheduling"]),
        ("school rang and I had to turn round", ["scheduling"]), ("my mother rang but I didn't answer", []),
        ("had nothing but an apple since yesterday dinner", ["nutrition"]),
        ("had a kebab an hour before, terrible idea", ["nutrition"]),
        ("had a banana an hour before and it was perfect", []), ("we went for a burger afterwards", []),
        ("bottle leaked all over my bag", ["hydration"]), ("kept me bone dry, that jacket", []),
        ("I forgot my bottle but my sister met me at halfway with one", []),
        ("neighbours partied till five, not a wink", ["recovery"]), ("I'd a desperate night's sleep", ["recovery"]),
        ("hardly closed my eyes last night", ["recovery"]), ("didn't get to bed till three", ["recovery"]),
        ("my flu is long gone", []), ("my feet went numb with the cold", []), ("caught up with the dog", []),
    ],
)  # fmt: skip
def test_what_happened_is_an_obstacle_when_it_got_in_the_way(said, categories):
    assert understanding.understand(said, context="post_run").obstacles == categories


@pytest.mark.parametrize(
    ("said", "sentiment"),
    [
        ("Gorgeous sunrise, wouldn't change a minute.", "positive"), ("Never been prouder.", "positive"),
        ("Mood's an eight.", "positive"), ("mood about a two", "negative"),
        ("Run eight, pain three, left shin.", "neutral"),
        ("Stop ringing me, how many times do I have to say it", "negative"), ("I feel like topping myself", "negative"),
        ("I ran nine kilometres", "neutral"),
    ],
)  # fmt: skip
def test_how_the_runner_sounds(said, sentiment):
    assert understanding.understand(said, context="post_run").sentiment == sentiment
