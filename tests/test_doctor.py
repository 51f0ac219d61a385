"""The doctor names what is wrong and what to do, whatever a library raises; settings that cannot be are one line."""

import subprocess
import sys
from pathlib import Path

import pytest

from litink_app.config import Settings
from litink_app.doctor import examine
from litink_app.supervisor import Installation

NOWHERE = "127.0.0.1:1"


def broken(data: Path) -> Settings:
    return Settings(
        data=data,
        database_url=f"postgresql://litink@{NOWHERE}/litink",  # pyright: ignore[reportArgumentType]
        redis_url=f"redis://{NOWHERE}",  # pyright: ignore[reportArgumentType]
        broker_url=f"redis://{NOWHERE}",  # pyright: ignore[reportArgumentType]
    )


def test_servers_that_do_not_answer_are_findings_with_advice(tmp_path: Path):
    findings = {finding.what: finding for finding in examine(broken(tmp_path))}

    silent = [findings[name] for name in ("Postgres", "Redis", "broker")]

    assert not any(finding.ok for finding in silent)
    assert ["DATABASE_URL" in silent[0].advice, "REDIS_URL" in silent[1].advice, "BROKER_URL" in silent[2].advice] == [True] * 3


@pytest.mark.parametrize(("address", "ok"), [("memory://", True), (f"amqp://{NOWHERE}", False), ("carrier-pigeon://", False)])
def test_a_broker_of_another_make_is_asked_in_its_own_tongue(tmp_path: Path, address: str, ok: bool):
    findings = examine(Settings(data=tmp_path, broker_url=address))  # pyright: ignore[reportArgumentType]

    assert {finding.what: finding.ok for finding in findings}["broker"] is ok


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [("LITINK_PORT", "abc", "LITINK_PORT"), ("LITINK_ENV", "production", "LITINK_SECRET"), ("LITINK_WORKERS", "0", "LITINK_WORKERS")],
)
def test_a_setting_that_cannot_be_is_one_line(tmp_path: Path, name: str, value: str, word: str):
    env = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LITINK_DATA": str(tmp_path), name: value}

    done = subprocess.run([Path(sys.executable).with_name("litink"), "doctor"], env=env, capture_output=True, text=True)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(word)
    assert len(done.stderr.splitlines()) == 1


def test_many_processes_agree_on_the_secret_that_signs(tmp_path: Path):
    ask = "from litink_app.config import settings; print(settings().signing_key().decode())"
    env = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LITINK_DATA": str(tmp_path / "data")}

    asked = [subprocess.Popen([sys.executable, "-c", ask], env=env, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    told = {process.communicate()[0].strip() for process in asked}

    assert len(told) == 1
    assert len(told.pop()) > 32
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["secret"]


def test_the_doctor_knows_where_the_running_installation_is_whatever_port_it_is_told(tmp_path: Path):
    with Installation(Settings(data=tmp_path, port=8123)).held("http://127.0.0.1:8123"):
        port = {finding.what: finding for finding in examine(Settings(data=tmp_path))}["port"]

    assert (port.ok, port.found) == (True, "LitinkAI is running at http://127.0.0.1:8123")
