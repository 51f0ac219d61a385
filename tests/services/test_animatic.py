"""A quick look at a film: as long as the film will be, in stills, before anything of it is made."""

from pathlib import Path
from uuid import UUID

import pytest

from litink_app import db
from litink_app.errors import NotFound
from litink_app.media.probe import probe
from litink_app.providers.storage import storage
from litink_app.schemas.views import ANIMATIC
from litink_app.services import exports, production
from litink_app.studio.voices.fitting import LineToSpeak, foreseen
from tests.services.sql import sql
from tests.services.test_library import someone
from tests.services.test_own_media import WISHES, _understanding, film, laid_out  # noqa: F401


async def looked_at(owner: UUID, film_id: str) -> str:
    """Another film of the same chapters, of which a quick look was taken."""
    async with db.session() as unit:
        made = await production.productions.find(unit, owner, UUID(film_id))
    assert made and made.book_id
    found = await production.create(owner, made.book_id, made.chapters, key="look", animatic=True, **WISHES)
    await laid_out()
    return found


async def test_a_quick_look_is_as_long_as_the_film_and_nothing_else_is_made(film: tuple[UUID, str], tmp_path: Path) -> None:  # noqa: F811
    owner, first = film

    film_id = await looked_at(owner, first)

    view = await production.view(owner, film_id)
    facts = probe(await storage().fetch(await exports.animatic_key(owner, film_id), tmp_path))
    assert (view.status, bool(view.animatic_url), view.film_url, [stage.key for stage in view.stages]) == (
        ANIMATIC,
        True,
        "",
        ["script", "animatic"],
    )
    assert facts.seconds == pytest.approx(30, abs=0.1)
    assert await sql("select s.key from step s join production p on p.run_id = s.run_id where p.id = :f order by s.position", f=UUID(film_id)) == [
        ("plot",), ("script",), ("animatic",),
    ]  # fmt: skip
    with pytest.raises(NotFound):
        await exports.animatic_key(await someone(), film_id)


async def test_a_changed_line_makes_another_quick_look_until_the_film_is_wanted(film: tuple[UUID, str]) -> None:  # noqa: F811
    owner, first = film
    film_id = await looked_at(owner, first)
    script = await production.script(owner, film_id)
    assert script

    await production.edit_line(owner, film_id, script.scenes[0].lines[0].id, "It was quite another day.")
    await laid_out()
    again = await production.view(owner, film_id)
    await production.make(owner, film_id)
    await laid_out()
    making = await production.view(owner, film_id)

    assert (again.status, again.scenes[0].lines[0].text) == (ANIMATIC, "It was quite another day.")
    assert making.status == "running" and making.scenes[0].lines[0].text == "It was quite another day."
    assert "merge" in [stage.key for stage in making.stages]


def test_lines_are_foreseen_one_after_another_within_their_scene() -> None:
    lines = [
        LineToSpeak(str(n), text, "bm_george") for n, text in enumerate(["It was spring.", "The crow came back to the old tree.", "Why?"])
    ]

    roomy, tight = foreseen(lines, 12.0), foreseen(lines, 2.0)

    for times, seconds in ((roomy, 12.0), (tight, 2.0)):
        flat = [at for pair in times for at in pair]
        assert flat == sorted(flat) and flat[0] > 0 and flat[-1] <= seconds
    assert foreseen([], 3.0) == []
