import re
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.async_api import Page, expect

from tests.e2e.conftest import Place

pytestmark = [pytest.mark.browser, pytest.mark.models, pytest.mark.timeout(900)]

STORY = """The Lamp in the Tower

Chapter 1. The Climb

Old Tobias lived in a tower by the sea. Every evening he climbed the long stair with a lamp in his hand.

“Why do you climb so far?” asked a girl named Wren, who sold fish in the village.

“Because the ships cannot see me from the kitchen,” said Tobias.

Wren laughed. She had never thought of that. The wind blew hard against the windows, and the sea was as black as ink.

“May I carry the lamp tonight?” said Wren. “My arms are young.”

“You may,” said Tobias, “but you must not let it go out.”

So she carried it up the stair, one step after another, and the light went round and round the walls like a slow bird.

Chapter 2. The Storm

In the night a storm came. A ship was out there, and nobody had seen it but Wren.
"""
MAKING = 420_000


async def sign_up(page: Page) -> None:
    await page.goto("/sign-up")
    await page.get_by_label("Name").fill("Ada Reader")
    await page.get_by_label("E-mail").fill(f"ada-{uuid4().hex[:10]}@example.org")
    await page.get_by_label("Password").fill("a lamp in the tower")
    await page.get_by_role("button", name=re.compile("account|sign up", re.IGNORECASE)).click()
    await page.wait_for_url(re.compile("/dashboard"))


async def test_after_a_refusal_the_name_and_the_address_are_still_there(page: Page) -> None:
    await page.goto("/sign-up")
    await page.get_by_label("Name").fill("Ada Reader")
    await page.get_by_label("E-mail").fill("ada@nowhere@example.org")
    await page.locator("form").evaluate("form => form.noValidate = true")
    await page.get_by_label("Password").fill("a lamp in the tower")
    await page.get_by_role("button", name=re.compile("account", re.IGNORECASE)).click()

    await expect(page.get_by_text("That does not look like an e-mail address.")).to_be_visible()
    await expect(page.get_by_label("Name")).to_have_value("Ada Reader")
    await expect(page.get_by_label("E-mail")).to_have_value("ada@nowhere@example.org")
    await expect(page.get_by_label("Password")).to_have_value("")


async def upload(page: Page, folder: Path) -> None:
    book = folder / "the-lamp.txt"
    book.write_text(STORY + f"\nThe End. {uuid4()}\n")
    await page.goto("/library")
    await page.locator("#book-files").set_input_files(book)
    tile = page.get_by_role("link", name=re.compile("Lamp in the Tower")).first
    await expect(tile).to_be_visible(timeout=60_000)
    await tile.click()
    await page.wait_for_url(re.compile("/books/"))


async def start_film(page: Page) -> str:
    """From the book's page: the dialog, thirty seconds, go. Gives the film's path."""
    await page.get_by_role("button", name=re.compile("Make a film")).first.click()
    await expect(page.get_by_role("heading", name=re.compile("A film of"))).to_be_visible()
    await page.get_by_label("30 s").click()
    await expect(page.get_by_label("30 s")).to_be_checked()
    await page.get_by_role("button", name="Make the film").click()
    await page.wait_for_url(re.compile("/films/"))
    return page.url


async def test_a_newcomer_signs_up_uploads_a_book_and_watches_its_film(page: Page, tmp_path: Path) -> None:
    await sign_up(page)
    await upload(page, tmp_path)
    await start_film(page)

    video = page.locator("video")
    await expect(video).to_be_visible(timeout=MAKING)
    await video.evaluate("film => { film.muted = true; return film.play(); }")
    await page.wait_for_function("document.querySelector('video').currentTime > 0.5")

    facts = await video.evaluate("film => [film.duration, film.videoWidth, film.videoHeight, film.error]")
    assert facts[0] == pytest.approx(30, rel=0.05)
    assert facts[1:] == [1280, 720, None]
    await page.get_by_role("button", name="Download").click()
    async with page.expect_download() as kept:
        await page.get_by_role("link", name="Save: Film, MP4").click()
    assert (await kept.value).suggested_filename.endswith(".mp4")


async def test_a_reload_in_the_middle_shows_the_same_film_going_on(page: Page, tmp_path: Path) -> None:
    await sign_up(page)
    await upload(page, tmp_path)
    address = await start_film(page)
    scenes = page.get_by_role("heading", name="Scenes")
    await expect(scenes).to_be_visible(timeout=120_000)

    await page.reload()
    await expect(scenes).to_be_visible()
    second = await page.context.new_page()
    await second.goto(address)

    await expect(second.get_by_role("heading", name="Scenes")).to_be_visible()
    await expect(page.locator("video")).to_be_visible(timeout=MAKING)
    await expect(second.locator("video")).to_be_visible(timeout=30_000)


async def test_a_cancelled_film_can_be_taken_up_again(page: Page, tmp_path: Path) -> None:
    await sign_up(page)
    await upload(page, tmp_path)
    await start_film(page)
    await expect(page.get_by_role("heading", name="Scenes")).to_be_visible(timeout=120_000)

    await page.get_by_role("button", name="Cancel", exact=True).first.click()
    await page.get_by_role("dialog").get_by_role("button", name=re.compile("Cancel|Stop")).click()
    again = page.get_by_role("button", name=re.compile("Go on after all"))
    await expect(again).to_be_visible()
    await again.click()

    await expect(page.locator("video")).to_be_visible(timeout=MAKING)


async def test_the_owner_link_signs_in_once_and_never_again(page: Page, place: Place) -> None:
    await page.goto(place.link)
    await expect(page).to_have_url(re.compile("dashboard"))

    await page.context.clear_cookies()
    await page.goto(place.link)

    await expect(page).to_have_url(re.compile("sign-in"))


async def test_pages_of_members_lead_a_stranger_to_the_sign_in_page(page: Page) -> None:
    for path in ("/dashboard", "/library", "/films", "/profile", "/admin/users"):
        await page.goto(path)

        await expect(page).to_have_url(re.compile("sign-in"))
