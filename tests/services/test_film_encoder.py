"""All shots of a film have one encoder: the chip's where it works as its scenes are laid out, and x264 for all where it stops to work."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from litink_app import config
from litink_app.errors import ProviderBroken, ProviderBusy
from litink_app.media import encoders
from litink_app.media.probe import probe
from litink_app.providers.embedded_video import GONE, Stagehand
from litink_app.providers.ports import Made
from litink_app.services import production, runs
from tests.media import chips
from tests.services.sql import sql
from tests.services.test_film_orders import _understanding, order, shelf  # noqa: F401
from tests.services.test_own_media import laid_out
from tests.studio.test_stagehand_takes import shot

Shelf = tuple[UUID, UUID, list[str]]


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    yield
    chips.remove(monkeypatch)


async def told(film_id: str) -> set[tuple[str, Any]]:
    """What the filming steps of a film's last take are told to encode with, by kind."""
    rows = await sql(
        "select s.kind, s.params->'options'->>'encoder' from step s join production p on p.run_id = s.run_id"
        " where p.id = :f and s.kind in ('scene_video', 'still')",
        f=UUID(film_id),
    )
    return {(kind, encoder) for kind, encoder in rows}


async def test_every_shot_of_a_film_is_told_the_encoder_that_was_there_when_it_was_laid_out(
    shelf: Shelf,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chips.install(tmp_path, monkeypatch)

    film = await order(shelf, height=480)
    await laid_out()

    assert await told(film) == {("scene_video", "h264_nvenc"), ("still", "h264_nvenc")}


async def test_a_place_that_wants_none_of_its_chip_films_without_it(
    shelf: Shelf,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chips.install(tmp_path, monkeypatch)
    monkeypatch.setenv("LITINK_ENCODER", "software")
    config.settings.cache_clear()

    film = await order(shelf, height=480)
    await laid_out()

    assert await told(film) == {("scene_video", "libx264"), ("still", "libx264")}


async def test_trying_again_after_the_chip_is_gone_films_all_of_it_without(
    shelf: Shelf,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chips.install(tmp_path, monkeypatch)
    film = await order(shelf, height=480)
    await laid_out()
    await sql("update step set status = 'dead', error = :e where key = 'still:0'", e=GONE)
    await sql("update run set status = 'failed' where kind = 'film'")

    await production.retry(shelf[0], film)
    await laid_out()

    assert await told(film) == {("scene_video", "libx264"), ("still", "libx264")}
    assert (await sql("select take from production where id = :f", f=UUID(film))) == [(2,)]


async def test_trying_again_after_another_failure_goes_on_with_the_same_run(
    shelf: Shelf,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chips.install(tmp_path, monkeypatch)
    film = await order(shelf, height=480)
    await laid_out()
    run_id = UUID((await production.view(shelf[0], film)).run_id)
    await sql("update step set status = 'dead' where key = 'score'")
    await sql("update run set status = 'failed' where kind = 'film'")

    await production.retry(shelf[0], film)

    assert (await production.view(shelf[0], film)).run_id == str(run_id)
    assert (await runs.view(shelf[0], run_id)).status in ("queued", "running")


async def test_a_shot_is_encoded_by_the_chip_or_says_what_became_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chips.install(tmp_path, monkeypatch)
    wanted = replace(shot(12), encoder="h264_nvenc")

    made = await Stagehand().film(wanted, None, tmp_path)

    assert isinstance(made, Made)
    assert (probe(made.path).picture or pytest.fail()).frames == 12
    chips.install(tmp_path, monkeypatch, "no driver")
    with pytest.raises(ProviderBroken, match="does not encode any more"):
        await Stagehand().film(wanted, None, tmp_path)


async def test_a_chip_that_is_only_busy_is_asked_again_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chips.install(tmp_path, monkeypatch, "no driver")

    async def works(name: str, *_: int) -> encoders.Trial:
        return encoders.Trial(name, True)

    monkeypatch.setattr(encoders, "tried", works)

    with pytest.raises(ProviderBusy):
        await Stagehand().film(replace(shot(12), encoder="h264_nvenc"), None, tmp_path)
