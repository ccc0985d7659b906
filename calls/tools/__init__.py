"""What the voice agent asks the desk for during a talk: the door, what it was given, and the desk's verbs behind it."""
