"""Yes, no, and what is nobody's yes: the coach acts on it."""

import pytest

from calls.dialogue.understanding import yes_no

YES = [
    "yes", "yeah sure", "I'm in", "no problem", "yes, no pain", "go ahead",
    "do it", "go on then", "perfect", "please", "I can do that", "y",
    "k", "👍", "fine", "that's fine", "fine by me", "all good",
    "either is fine", "ok", "okay", "sure thing", "absolutely", "definitely",
    "of course", "sounds good", "that works", "yes please", "yeah go for it", "works for me",
    "I'm on my way", "I'm ready", "I will", "I did", "yep did it", "correct",
    "that's right", "great", "can't wait", "yes and my knee hurts", "fine but my knee hurts", "good",
    "not bad", "ok then", "alright", "yes I have", "yes I am", "let's do it",
    "please do", "I'd say yes", "yeah well ok", "sure, why not", "that's great thanks", "yes that's fine",
    "deal", "well yes", "um yes", "ok do that", "I'm happy with that", "that suits me",
    "sounds perfect", "yes move it",
]  # fmt: skip
NO = [
    "nope", "no", "I can't", "not today", "absolutely not", "definitely not",
    "of course not", "sounds good but no", "right, no", "no wait", "please don't", "don't",
    "I'd rather not", "rather not", "not really", "no thanks", "nah", "never",
    "no way", "better not", "I don't think so", "cancel", "I won't", "it's not ok",
    "that doesn't work", "no, leave it", "actually no", "yes but actually no", "leave it", "ok no",
    "hmm no", "not that one", "not yet", "no not yet", "I haven't", "I did not",
    "nothing", "none", "certainly not", "not this time", "wait no", "no I changed my mind",
    "stop", "I'm not",
]  # fmt: skip
NEITHER = [
    "banana", "maybe", "I don't know", "dunno", "I'm too busy", "I'm working that day",
    "I am away then", "I'm pregnant", "is that ok with you?", "yes no", "I'm hungover", "I'm in hospital",
    "I'm on crutches", "I'm stuck at work till 8", "I'm driving", "what time?", "hmm", "",
    "I'm knackered", "how far is it", "who is this", "I'm injured", "I'm burned out", "not sure",
    "perhaps", "it depends", "my dog ate my shoes", "I'm going to friday", "I'm always thirsty", "Thursday",
    "7pm", "what do you mean",
]  # fmt: skip


@pytest.mark.parametrize("said", YES)
def test_a_yes(said):
    assert yes_no(said) is True


@pytest.mark.parametrize("said", NO)
def test_a_no(said):
    assert yes_no(said) is False


@pytest.mark.parametrize("said", NEITHER)
def test_neither(said):
    assert yes_no(said) is None
