"""What may be done only so often a day, and how often it was."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.db import models, transaction
from django.db.models import F
from django.utils.crypto import salted_hmac


@dataclass(frozen=True)
class Claim:
    """One use of an allowance: `most` a day of something (`what`) for somebody (`whose`: a runner, a number, ...)."""

    what: str
    whose: str
    most: int

    @property
    def key(self) -> str:
        # Numbers and addresses of people who may have left: nothing of them can be read here.
        return salted_hmac("calls.allowance", f"{self.what} {self.whose}", algorithm="sha256").hexdigest()


class AllowanceManager(models.Manager["Allowance"]):
    def take(self, claims: Iterable[Claim], *, on: date) -> Claim | None:
        """Use every claim once, or none of them: then the one that is used up is returned. Exact, however many ask
        at the same instant."""
        with transaction.atomic():
            # In one order: two that share allowances wait for one another, and never both.
            for claim in sorted(claims, key=lambda one: one.key):
                row, _ = self.get_or_create(on=on, key=claim.key)
                if not self.filter(pk=row.pk, used__lt=claim.most).update(used=F("used") + 1):
                    transaction.set_rollback(True)
                    return claim
        return None

    def forget(self, *, before: date) -> None:
        self.filter(on__lt=before).delete()

    def is_used(self, claim: Claim, *, on: date) -> bool:
        return self.filter(on=on, key=claim.key, used__gt=0).exists()


class Allowance(models.Model):
    """How often something was done on one day (UTC)."""

    on = models.DateField()
    key = models.CharField("hash of what and whose it is", max_length=64)
    used = models.PositiveIntegerField(default=0)

    objects: ClassVar[AllowanceManager] = AllowanceManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["on", "key"], name="allowance_one_a_day")]

    def __str__(self) -> str:
        return f"{self.used} on {self.on:%Y-%m-%d}"
