"""The schedule's pages: calendar, run, check-in, adjustments."""
