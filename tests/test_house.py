"""Rules of the house that were said twice; each with its reason on top."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine
from sqlmodel import SQLModel

ROOT = Path(__file__).parents[1]
ROOMS = ("litink_app", "pages", "state", "tasks")


def sources() -> Iterator[Path]:
    for room in ROOMS:
        yield from (ROOT / room).rglob("*.py")


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]


# A module that is called "helpers" is a room without a purpose: things are found by their noun.
@pytest.mark.parametrize("name", ["utils", "helpers", "common", "base", "misc"])
def test_no_module_has_a_name_that_says_nothing(name: str) -> None:
    assert not [path for path in sources() if path.stem == name]


# Long modules hide two nouns in one room. Tables of values and migrations are as long as what they list.
def test_modules_stay_short_enough_to_be_read_at_once() -> None:
    tables = {"lexicon.py", "catalogue.py", "tables.py", "manifest.py", "icons.py"}
    long = {
        path.relative_to(ROOT): count
        for path in sources()
        if (count := len(path.read_text().splitlines())) > 400 and path.name not in tables
    }

    assert not {path: count for path, count in long.items() if "migrations" not in path.parts and "words" not in path.parts}


# The web process must come up fast and hold no task code; services start tasks by name.
def test_nothing_but_the_worker_imports_tasks() -> None:
    importing = re.compile(r"^\s*(?:from|import) tasks\b", re.MULTILINE)

    assert not [path for path in sources() if path.parts[len(ROOT.parts)] != "tasks" and importing.search(path.read_text())]


# Commits belong to units of work; a stray commit splits one.
def test_nobody_but_the_unit_of_work_commits() -> None:
    committing = re.compile(r"\b(?:session|unit)\.commit\(")

    assert not [path for path in sources() if path.name != "db.py" and committing.search(path.read_text())]


# Branches on the tier are prices in disguise: they belong into the tables.
def test_no_code_branches_on_a_tier() -> None:
    assert not [path for path in sources() if re.search(r"\bif [^\n]*\btier\s*==", path.read_text())]


# Promises are kept in issues, not in comments.
def test_no_unfinished_marks_are_left_in_the_code() -> None:
    marks = re.compile("TO" + "DO|FIX" + "ME|X" + "XX|NotImplemented" + "Error")

    assert not [path for path in sources() if marks.search(path.read_text())]


# A registry's host in the repository ties everyone to one network; package names are enough.
def test_no_registry_host_and_no_path_of_a_machine_is_committed() -> None:
    hosts = re.compile(
        rb"py" + rb"pi\.org|python" + rb"hosted|npm" + rb"js\.org|npm" + rb"mirror|deb\.debian\.org|/wo" + rb"rk/main|/ro" + rb"ot/\."
    )

    found = [path for path in tracked() if path.stat().st_size < 2_000_000 and hosts.search(path.read_bytes())]

    assert not found


# Public functions say what they give where name and types do not; a module always says what it is for.
def test_every_module_says_what_it_is_for() -> None:
    silent = [
        path
        for path in sources()
        if path.read_text().strip() and "versions" not in path.parts and not ast.get_docstring(ast.parse(path.read_text()))
    ]

    assert not silent


# The process that serves the pages stays small and starts soon: what draws, hears and reckons is loaded by workers.
def test_the_pages_do_without_the_libraries_of_the_studio() -> None:
    heavy = "{'numpy', 'skia', 'onnxruntime', 'PIL', 'av', 'spacy'}"
    code = f"import sys, litink_app.api.app; print(*sorted({heavy} & set(sys.modules)))"

    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()

    assert not loaded


# The tables that the code knows are the tables that a fresh installation gets.
def test_the_migrations_make_exactly_the_tables_of_the_models(database: str) -> None:
    import litink_app.models  # noqa: F401

    engine = create_engine(database)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        different = compare_metadata(context, SQLModel.metadata)
    engine.dispose()

    assert not different
