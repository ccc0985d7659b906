"""What the companies we use tell us: verify, parse, one action, answer."""
