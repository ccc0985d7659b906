"""The Celery application: the clock and the background work."""

import os
import warnings

from celery import Celery
from celery.platforms import SecurityWarning
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("second_wind")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(related_name="jobs")


if not settings.DATABASE_URL:
    # A laptop's own worker may run as root; seven lines about it after the address help nobody.
    warnings.filterwarnings("ignore", category=SecurityWarning)
    # On SQLite the Django fixup would close the persistent connection around every task. The fixup reads this
    # attribute of the application, not the Django settings.
    app.conf.CELERY_DB_REUSE_MAX = 10**9
