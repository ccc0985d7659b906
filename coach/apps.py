from django.apps import AppConfig


class CoachConfig(AppConfig):
    name = "coach"

    def ready(self) -> None:
        from config import checks  # noqa: F401  # registers the checks
