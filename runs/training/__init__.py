"""What a coach knows, as plain functions on plain data: no Django, no clock, no randomness."""
