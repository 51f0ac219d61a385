"""A build leaves the lock files of the pages as they are, unless what they pin has changed."""

import json
from pathlib import Path

import pytest

from litink_app import frontend

HELD = {"packages": {"react": {"version": "19.3.1", "integrity": "sha512-x"}}, "name": "reflex"}


@pytest.fixture
def lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(frontend, "ROOT", tmp_path)
    place = tmp_path / "reflex.lock" / "package-lock.json"
    place.parent.mkdir()
    place.write_text(json.dumps(HELD))
    return place


def test_another_order_and_an_address_of_a_package_are_no_change(lock: Path):
    before = lock.read_bytes()

    with frontend._same_lock():
        lock.write_text(json.dumps({"name": "reflex", "packages": {"react": {**HELD["packages"]["react"], "resolved": "somewhere"}}}))

    assert lock.read_bytes() == before


def test_another_version_stays(lock: Path):
    with frontend._same_lock():
        lock.write_text(json.dumps({**HELD, "packages": {"react": {"version": "20.0.0"}}}))

    assert json.loads(lock.read_bytes())["packages"]["react"]["version"] == "20.0.0"
