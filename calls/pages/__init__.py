"""Talking with the coach, and the calls that were made."""
