"""Spoken English as plain clauses: what was said, about whom, when, and whether it was denied. Pure."""
