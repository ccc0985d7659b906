"""The runner's pages: onboarding, home, progress, settings."""
