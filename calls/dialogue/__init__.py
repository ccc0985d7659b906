"""What the coach asks and understands, as plain functions on plain data."""
