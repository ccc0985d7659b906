"""Words of somebody who may harm themselves, however they are put; and those that only sound like it."""

import pytest

from runs.training.crisis import is_crisis


@pytest.mark.parametrize(
    "said",
    [
        "they'd all be better off if I were dead", "family would be happier if I wasn't here",
        "the world would be better without me in it", "nobody would miss me if I was gone",
        "I won't be around much longer, I've decided", "I just want it all to be over, I can't see a way out",
        "I wouldn't mind if I didn't wake up tomorrow", "wish I could go to sleep and not wake up",
        "I don't see the point of being alive", "tired of being alive", "dont wanna live no more",
        "I keep imagining driving into a tree", "I thought about running in front of a lorry",
        "I was standing on the bridge thinking about jumping", "I've written the letters and I've the tablets ready",
        "I took a load of tablets last night", "I hurt myself on purpose last night", "I feel like topping myself",
        "I'm thinking of doing away with myself", "I've been cutting myself again", "I hope I don't wake up",
        "I wish I'd never been born", "don't think I want to be alive", "I can't go on", "I just don't want to be here",
        "I want to disappear and never come back", "I'm going to end it tonight", "nobody'd notice if I was gone",
        "I'm no use to anyone, they'd be better off", "not sure I want to be alive", "feeling suicidal again",
    ],
)  # fmt: skip
def test_who_may_harm_themselves_is_heard(said):
    assert is_crisis(said)


@pytest.mark.parametrize(
    "said",
    [
        "my neighbour killed himself last year, I ran for him", "my friend is suicidal and I was up all night with her",
        "I was suicidal in my twenties, running saved me", "did hill suicides with the club", "cut myself shaving",
        "ran for suicide awareness", "the group would be better off without me slowing them down",
        "I'd be better off without that hill", "I won't be around next week, on holidays", "can't go on Tuesday",
        "I can't go on like this with four runs a week, three would be enough", "I don't want to wake up at five",
        "I don't want to be here all night", "no point going on Thursday", "I thought about ending the run early",
        "nobody would miss me if I skipped the meeting", "I can't see any way out of this meeting",
        "nearly killed myself laughing", "it's suicide to start that fast", "felt like death warmed up",
        "I took two paracetamol for the knee",
        "would have been easier if I hadn't had the flu", "not suicidal or anything, just fed up",
    ],
)  # fmt: skip
def test_what_only_sounds_like_it_is_not(said):
    assert not is_crisis(said)
