"""Synthetic runners train against the real planner and rules. Pure Python: the same seed, the same lives."""
