from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

from litink_app.config import kept


def test_a_secret_is_made_once_however_many_ask_at_once_and_is_for_us_alone(tmp_path: Path) -> None:
    place = tmp_path / "data" / "secret"

    with ThreadPoolExecutor(16) as many:
        found = set(many.map(lambda _: kept(place, lambda: uuid4().hex), range(64)))

    assert found == {place.read_text()}
    assert len(place.read_text()) == 32
    assert place.stat().st_mode & 0o777 == 0o600
    assert list(place.parent.iterdir()) == [place]
