"""What every model shares."""

import uuid

from django.db import models


class UUIDModel(models.Model):
    """A row whose address tells nothing about it or its neighbours."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True
