"""A person looks over what was read and understood, corrects it, and finds the corrections in what is made from it."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, expect

from tests.e2e.test_journeys import sign_up, upload

pytestmark = [pytest.mark.browser, pytest.mark.models, pytest.mark.timeout(900)]

READING = 120_000
KITCHEN = "Because the ships cannot see me from the kitchen,"


async def read_book(page: Page, folder: Path) -> str:
    """A newcomer with a book that is understood; gives its path."""
    await sign_up(page)
    await upload(page, folder)
    await expect(page.get_by_role("button", name=re.compile("Make a film")).first).to_be_visible(timeout=READING)
    return page.url


async def titles(page: Page) -> list[str]:
    return [await field.input_value() for field in await page.get_by_role("textbox", name=re.compile("^Title of")).all()]


def row(page: Page, title: str) -> Locator:
    return page.get_by_role("listitem").filter(has=page.get_by_role("textbox", name=f"Title of {title}"))


async def more(page: Page, title: str, act: str) -> None:
    """Choose something in the menu of a chapter."""
    await row(page, title).locator("summary").click()
    await row(page, title).get_by_role("button", name=re.compile(act)).click()


async def test_corrected_chapters_are_what_is_read_also_after_another_reading(page: Page, tmp_path: Path) -> None:
    book = await read_book(page, tmp_path)
    await page.get_by_role("link", name="Review the chapters").click()
    climb = page.get_by_role("textbox", name="Title of The Climb")
    await expect(climb).to_be_visible()
    before = await titles(page)

    await climb.fill("Up the Stair")
    await climb.press("Enter")
    await expect(page.get_by_text("named a chapter “Up the Stair”")).to_be_visible()
    await page.get_by_text("one step after another").click()
    await page.get_by_label("Begin a chapter here, called").fill("The Light")
    await page.get_by_role("button", name="Begin it here").click()
    await expect(page.get_by_role("textbox", name="Title of The Light")).to_be_visible()
    await page.get_by_role("textbox", name="Title of The Storm").press("Alt+ArrowUp")
    await expect(page.get_by_text("Last: you moved")).to_be_visible()
    moved = await titles(page)
    await more(page, "The Storm", "Leave it out")
    await expect(row(page, "The Storm").get_by_text("left out")).to_be_visible()
    await page.get_by_role("button", name="Undo").click()
    await expect(row(page, "The Storm").get_by_text("left out")).to_have_count(0)
    await more(page, "Up the Stair", "Join with")
    await expect(page.get_by_role("textbox", name="Title of The Light")).to_have_count(0)
    await page.get_by_role("button", name="Undo").click()
    await expect(page.get_by_role("textbox", name="Title of The Light")).to_be_visible()
    await page.get_by_role("button", name="Read the file again").click()
    await page.wait_for_url(book)
    await expect(page.get_by_role("button", name=re.compile("Make a film")).first).to_be_visible(timeout=READING)
    await page.get_by_role("link", name="Review the chapters").click()
    await expect(page.get_by_role("textbox", name="Title of The Light")).to_be_visible()

    assert [title for title in before if title.startswith("The ")][-2:] == ["The Climb", "The Storm"]
    assert moved[-3:] == ["Up the Stair", "The Storm", "The Light"]
    assert await titles(page) == moved


async def test_a_line_given_to_somebody_else_is_theirs_in_the_next_script(page: Page, tmp_path: Path) -> None:
    book = await read_book(page, tmp_path)
    await page.get_by_role("link", name="Who says what").click()
    said = page.get_by_role("button", name=re.compile(KITCHEN))
    await expect(said).to_be_visible()
    await said.press("Enter")
    asked = page.get_by_role("dialog", name="Who says this?")
    await expect(asked.get_by_text("names the speaker")).to_be_visible()
    await asked.get_by_role("button", name="Wren", exact=True).click()
    await expect(page.get_by_text(re.compile(f"Wren says “{KITCHEN[:30]}"))).to_be_visible()

    await page.goto(book)
    await page.get_by_role("button", name=re.compile("Make a film")).first.click()
    await page.get_by_role("radio", name=re.compile("^Dialogue")).check()
    await page.get_by_role("button", name="Make the film").click()
    await page.wait_for_url(re.compile("/films/"))
    line = page.locator(".lines li").filter(has_text="see me from the kitchen")

    await expect(line).to_be_visible(timeout=READING)
    await expect(line.locator(".speaker")).to_have_text("Wren")
