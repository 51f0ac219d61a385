import os
import subprocess
import sys
import tempfile
from pathlib import Path

from litink_app.config import Settings
from litink_app.supervisor import Installation, move_aside

WORK = "import time; time.sleep(60)  # litink_app.services.sweeper"


def left_behind(data: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", WORK], env={**os.environ, "LITINK_DATA": str(data)})


def test_a_start_ends_what_a_killed_one_left_in_its_folder_and_nothing_else() -> None:
    with tempfile.TemporaryDirectory() as mine, tempfile.TemporaryDirectory() as other:
        own, foreign = left_behind(Path(mine).resolve()), left_behind(Path(other).resolve())

        with Installation(Settings(data=Path(mine))).held():
            assert own.wait(10) == -9

        assert foreign.poll() is None
        foreign.kill()
        foreign.wait()


def test_a_long_log_is_moved_aside_and_its_writer_goes_on_in_the_empty_one(tmp_path: Path) -> None:
    log = tmp_path / "web.log"
    with log.open("ab", buffering=0) as writer:
        writer.write(b"old " * 300)
        move_aside(log, longest=1000)
        writer.write(b"new")
        move_aside(log, longest=1000)

    assert log.read_bytes() == b"new"
    assert log.with_name("web.log.1").read_bytes() == b"old " * 300


def test_links_in_the_place_of_logs_lead_to_nothing(tmp_path: Path) -> None:
    victim, log, linked, twice = (tmp_path / name for name in ("victim", "server.log", "linked.log", "twice.log"))
    for path in (victim, log):
        path.write_bytes(path.name.encode() * 300)
    linked.symlink_to(victim)
    twice.hardlink_to(victim)
    log.with_name("server.log.1").symlink_to(victim)

    for path in (linked, twice, log):
        move_aside(path, longest=1000)

    assert victim.read_bytes() == b"victim" * 300
    assert log.with_name("server.log.1").read_bytes() == b"server.log" * 300
