"""What tests about people share."""

from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher

from litink_app.services import accounts, passwords

PASSWORD = "a sensible password"
HERE = {"address": "192.0.2.1", "agent": "test"}


@pytest.fixture
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """argon2id with the least work, and no sign-in remembered from another test."""
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "hasher", lambda: cheap)
    passwords._nobody.cache_clear()
    accounts.forget()
    yield
    passwords._nobody.cache_clear()
