"""How accounts are made: an e-mail address and a password, no user name."""

from typing import Any

from django.contrib.auth.models import BaseUserManager


class UserManager(BaseUserManager["User"]):  # type: ignore[name-defined]
    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> Any:
        if not email:
            raise ValueError("an e-mail address is needed")
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str, **fields: Any) -> Any:
        return self.create_user(email, password, **{"is_staff": True, "is_superuser": True, **fields})
