"""What a door offers for each thing the coach can wait for: a label, and the words it stands for."""

from runs.training.body import BODY_PARTS

Choices = tuple[tuple[str, str], ...]


def _place(part: str) -> str:
    return "IT band" if part == "it_band" else part.replace("_", " ").capitalize()


CHOICES: dict[str, Choices] = {
    "yes_no": (("Yes", "yes"), ("No", "no")),
    "scale": tuple((str(value), str(value)) for value in range(1, 11)),
    "severity": tuple((str(value), str(value)) for value in range(11)),
    "energy": (("Low", "low"), ("Medium", "medium"), ("High", "high")),
    "body_part": tuple((_place(part), part) for part in BODY_PARTS),
    "feel": (("Easy", "easy"), ("Moderate", "moderate"), ("Hard", "hard")),
    "free": (),
    "anything": (("No, all good", "no"),),
    "plan": (
        ("Looks good", "looks good"), ("Make it easier", "make the week easier"),
        ("Repeat this week", "repeat this week"),
    ),
    "days": (("As always", "no, as always"),),
    "more": (("That's all", "no, that is all"),),
    "help": (
        ("Fewer runs", "fewer runs a week"), ("A pause", "a pause"), ("Another time", "another time for the next run"),
        ("As it is", "leave it as it is"),
    ),
    "until": (("A week", "a week"), ("Two weeks", "two weeks"), ("Until I say so", "until I tell you")),
    "task_open": (("Three more days", "three more days"), ("Drop it", "drop it"), ("Leave it", "leave it")),
    # Made of what is free when it is asked.
    "slot": (),
    # A talk at any time: what people ask most.
    "talk": (
        ("My next run", "what is my next run"), ("I can't today", "can we move my next run"),
        ("That's all", "that's all"),
    ),
}  # fmt: skip
SCALES = ("scale", "severity")
BODY_PART_LABELS = {value: label for label, value in CHOICES["body_part"]}
