from django.apps import AppConfig
from django.conf import settings

from calls.sandbox.faults import FaultPlan
from calls.sandbox.people import People


class SandboxConfig(AppConfig):
    """The built-in telephone company."""

    name = "calls.sandbox"
    label = "sandbox"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # What makes no sense is refused when the process starts, not in the middle of a call.
        FaultPlan.read(settings.SANDBOX_FAULTS)
        People.read(settings.SANDBOX_PEOPLE)
