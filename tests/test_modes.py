"""What other users of the machine may see of a data folder: nothing, logs neither."""

import os
from pathlib import Path

from litink_app.config import Settings
from litink_app.supervisor import Installation


def test_the_data_folder_is_closed_to_other_users_even_where_postgres_must_pass_through(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir(mode=0o755)
    (data / "logs").mkdir(mode=0o755)

    with Installation(Settings(data=data)).held():
        modes = {place.name: place.stat().st_mode & 0o777 for place in data.iterdir()}

    assert data.stat().st_mode & 0o777 == (0o711 if os.getuid() == 0 else 0o700)
    assert set(modes) >= {"logs", "blobs", "scratch", "uploads", "web", "lock"}
    assert {name: oct(mode) for name, mode in modes.items() if mode & 0o077} == {}
