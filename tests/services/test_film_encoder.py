"""All shots of a film have one encoder: the chip's where it works as its shots are filmed, and x264 for all where it stops to work."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from litink_app import config
from litink_app.errors import ProviderBroken, ProviderBusy
from litink_app.media import encoders
from litink_app.media.probe import probe
from litink_app.providers.embedded_video import GONE, Stagehand
from litink_app.providers.ports import Made
from litink_app.schemas.production import FilmOptions
from litink_app.services import film_graph, production, runs, worker
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


async def decided(film_id: str) -> list[str]:
    """What the last take of a film is encoded with, once a worker of films has looked; one for each time that it was decided."""
    await laid_out()
    await worker.look("video")
    rows = await sql(
        "select s.result->>'encoder' from step s join production p on p.run_id = s.run_id where p.id = :f and s.kind = 'encoder'",
        f=UUID(film_id),
    )
    return [encoder for (encoder,) in rows]


async def test_the_encoder_is_decided_once_where_shots_are_filmed_and_all_of_them_wait_for_it(
    shelf: Shelf,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    film = await order(shelf, height=480)
    await laid_out()
    chips.install(tmp_path, monkeypatch)

    chosen = await decided(film)

    assert chosen == ["h264_nvenc"]
    assert await sql(
        "select s.kind, bool_or(n.kind = 'encoder') from step s left join step_need l on l.step_id = s.id left join step n on n.id = l.need_id"
        " where s.kind in ('scene_video', 'still') group by s.kind order by s.kind"
    ) == [("scene_video", True), ("still", True)]


async def test_a_card_is_filmed_by_what_was_decided(
    shelf: Shelf,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chips.install(tmp_path, monkeypatch)
    film = await order(shelf, height=480)
    await decided(film)
    await sql("update step set status = 'waiting' where queue = 'image' and key <> 'scene_image:0'")

    await worker.look("image")
    await worker.look("video")

    assert await sql("select status, error, result->'shots'->0->>'encoder' from step where key = 'still:0'") == [("done", "", "h264_nvenc")]


async def test_a_place_that_wants_none_of_its_chip_films_without_it(
    shelf: Shelf,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chips.install(tmp_path, monkeypatch)
    monkeypatch.setenv("LITINK_ENCODER", "software")
    config.settings.cache_clear()

    film = await order(shelf, height=480)

    assert await decided(film) == ["libx264"]


async def test_a_chip_that_is_gone_is_not_remembered_by_the_film(
    shelf: Shelf,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chips.install(tmp_path, monkeypatch)
    film = await order(shelf, height=480)
    before = await decided(film)
    await production.cancel(shelf[0], film)
    (tmp_path / "dev" / "nvidia0").unlink()

    await production.renew(shelf[0], film)

    assert before == ["h264_nvenc"]
    assert await decided(film) == ["libx264"]


async def test_what_was_filmed_in_software_is_taken_as_it_is_by_the_next_take(shelf: Shelf) -> None:  # noqa: F811
    film = await order(shelf, height=480)
    await decided(film)
    await production.cancel(shelf[0], film)
    await production.renew(shelf[0], film)
    await decided(film)

    found = await sql("select count(*), count(distinct result_hash), count(distinct input_hash) from step where kind = 'encoder'")

    assert found == [(2, 1, 2)]


def test_what_encodes_a_film_does_not_change_its_script() -> None:
    chip, plain = (film_graph.opening("b", "d", ["c"], 30, FilmOptions(chip=chip), None).steps for chip in (True, False))

    assert chip[:2] == plain[:2]
    assert chip[2] != plain[2]


async def test_trying_again_after_the_chip_is_gone_films_all_of_it_without(
    shelf: Shelf,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chips.install(tmp_path, monkeypatch)
    film = await order(shelf, height=480)
    await decided(film)
    await sql("update step set status = 'dead', error = :e where key = 'still:0'", e=GONE)
    await sql("update run set status = 'failed' where kind = 'film'")

    await production.retry(shelf[0], film)

    assert await decided(film) == ["libx264"]
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
