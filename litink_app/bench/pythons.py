"""Pythons for those that we are compared to or judged by: each with its own pinned packages, made at the first use, never part of the house."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from litink_app.config import settings


def python_with(name: str, pinned: Sequence[str]) -> Path:
    """The interpreter of the environment `name` in the shared cache, with exactly these packages asked for."""
    folder = settings().cache / f"bench-{name}"
    python, mark = folder / "bin" / "python", folder / "made-of"
    if not mark.exists() or mark.read_text() != "\n".join(pinned):
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", *pinned], check=True)
        mark.write_text("\n".join(pinned))
    return python
