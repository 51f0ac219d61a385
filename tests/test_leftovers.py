import os
import subprocess
import sys
import tempfile
from pathlib import Path

from litink_app.config import Settings
from litink_app.supervisor import Installation

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
