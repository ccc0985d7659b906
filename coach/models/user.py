"""The runner."""

from datetime import date, datetime, time
from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from phonenumber_field.modelfields import PhoneNumberField
from timezone_field import TimeZoneField

from coach import numbers, wall_clock
from coach.models.base import UUIDModel
from coach.people import UserManager


class User(UUIDModel, AbstractUser):
    """A runner, or a human coach when `is_staff`."""

    class Units(models.TextChoices):
        KM = "km", "Kilometres"
        MI = "mi", "Miles"

    username = None  # type: ignore[assignment]
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    email = models.EmailField("e-mail", unique=True)
    name = models.CharField(max_length=80, blank=True)
    time_zone = TimeZoneField(default="UTC", use_pytz=False)
    units = models.CharField(max_length=2, choices=Units, default=Units.KM)
    birth_year = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(1900, "Four figures, like 1987."), MaxValueValidator(2100, "Like 1987.")],
    )
    phone_number = PhoneNumberField(blank=True, validators=[numbers.validate_callable])
    phone_verified_at = models.DateTimeField(null=True, blank=True)
    calls_agreed_at = models.DateTimeField("agreed to be called at", null=True, blank=True)
    do_not_call_at = models.DateTimeField("asked not to be called at", null=True, blank=True)
    suspended_at = models.DateTimeField(
        "suspended by a red flag at", null=True, blank=True, help_text="No runs and no coaching calls until cleared."
    )

    objects: ClassVar[UserManager] = UserManager()  # type: ignore[assignment]
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(units__in=["km", "mi"]), name="user_units"),
            models.CheckConstraint(
                condition=Q(birth_year=None) | Q(birth_year__range=(1900, 2100)), name="user_birth_year"
            ),
            models.UniqueConstraint(
                fields=["phone_number"],
                condition=Q(phone_verified_at__isnull=False) & ~Q(phone_number=""),
                name="user_one_of_a_verified_number",
                violation_error_message="Another runner has shown that this number is theirs.",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        """What the coach calls the runner: the first word of the name."""
        return self.name.split()[0] if self.name.split() else "runner"

    @property
    def wants_calls(self) -> bool:
        return bool(self.calls_agreed_at and not self.do_not_call_at)

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.time_zone)

    def today(self, now: datetime) -> date:
        """The runner's own date at `now`."""
        return self.local(now).date()

    def age(self, now: datetime) -> int | None:
        """Years, to within one: the day of birth is nobody's business here."""
        return self.today(now).year - self.birth_year if self.birth_year else None

    def moment(self, on: date, at: time) -> datetime:
        """The UTC instant of the runner's wall clock."""
        return wall_clock.moment(on, at, zone=self.time_zone)
