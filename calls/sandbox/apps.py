from django.apps import AppConfig


class SandboxConfig(AppConfig):
    """The built-in telephone company."""

    name = "calls.sandbox"
    label = "sandbox"
    default_auto_field = "django.db.models.BigAutoField"
