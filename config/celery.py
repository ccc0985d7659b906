"""The Celery application: the clock and the background work."""

import os

from celery import Celery
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("second_wind")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(related_name="jobs")


if not settings.DATABASE_URL:
    # On SQLite the Django fixup would close the persistent connection around every task. The fixup reads this
    # attribute of the application, not the Django settings.
    app.conf.CELERY_DB_REUSE_MAX = 10**9
