"""The voice agent as code, made of the same scripts as the built-in coach: what it says and asks, what it may ask the
desk for, what it is to note. Pure: `calls.elevenlabs` carries it to ElevenLabs."""
