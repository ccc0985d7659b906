"""The coach's rules, a module each: a history in, adjustments out. `adaptation` says which comes first."""
