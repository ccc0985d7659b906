"""The parts of the body that a runner may name."""

BODY_PARTS = (
    "foot", "toe", "heel", "achilles", "ankle", "shin", "calf", "knee", "it_band", "quad", "hamstring", "thigh",
    "groin", "hip", "glute", "back", "stomach", "side", "chest", "shoulder", "neck", "other",
)  # fmt: skip
