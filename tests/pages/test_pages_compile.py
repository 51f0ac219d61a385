"""All pages together: they compile, they are at their addresses, they promise nothing that is not there."""

import re

import pytest
import reflex as rx

from litink_app import routes
from tests.compiled import compiled, nodes, pages, props, words  # noqa: F401

PLACES = {
    getattr(routes, name)
    for name in (
        "HOME", "SIGN_IN", "SIGN_UP", "DASHBOARD", "LIBRARY", "BOOK", "READER", "PASSAGE",
        "REVIEW_CHAPTERS", "REVIEW_CAST", "REVIEW_QUOTES", "HOW_GOOD", "STUDIO", "FILMS", "FILM", "PROFILE", "ADMIN", "ADMIN_USERS", "ADMIN_RUNS",
    )
}  # fmt: skip
PUBLIC = {"index", "sign-in", "sign-up", "404", "how-good-is-it"}


def path_of(route: str) -> str:
    return "/" if route == "index" else f"/{route}"


def test_every_address_of_the_house_has_its_page_and_no_page_is_elsewhere(compiled: rx.App) -> None:  # noqa: F811
    found = {path_of(route) for route in pages(compiled)}

    assert found == PLACES | {"/404"}


def test_every_link_leads_to_a_page_or_to_a_door_of_the_api(compiled: rx.App) -> None:  # noqa: F811
    patterns = [re.compile(re.sub(r"\[\w+\]", "[^/]+", place) + "$") for place in PLACES]
    doors = (routes.API, routes.FLOWER, "#")

    links = {
        (route, href)
        for route, tree in pages(compiled).items()
        for node in nodes(tree)
        for name in ("href", "to")
        if (href := props(node).get(name, "").strip('"')).startswith(("/", "#")) and "." not in href
    }
    lost = {(route, href) for route, href in links if not href.startswith(doors) and not any(one.match(href) for one in patterns)}

    assert {routes.LIBRARY, routes.SIGN_UP, routes.ADMIN_RUNS} <= {href for _, href in links}
    assert not lost


@pytest.mark.parametrize(
    ("built", "pattern"),
    [
        (routes.book("b"), routes.BOOK),
        (routes.reader("b", "c", 7), routes.READER),
        (routes.passage("b", 7), routes.PASSAGE),
        (routes.review_chapters("b"), routes.REVIEW_CHAPTERS),
        (routes.review_cast("b"), routes.REVIEW_CAST),
        (routes.review_quotes("b"), routes.REVIEW_QUOTES),
        (routes.studio("b"), routes.STUDIO),
        (routes.film("f"), routes.FILM),
    ],
)
def test_what_the_builders_build_fits_the_pattern_of_the_page(built: str, pattern: str) -> None:
    assert re.fullmatch(re.sub(r"\[\w+\]", "[^/]+", pattern), built.partition("?")[0])


def test_nothing_that_is_not_built_is_promised(compiled: rx.App) -> None:  # noqa: F811
    promise = re.compile(r"coming soon|learning mode|entertainment|quiz|flashcard|lorem ipsum|todo", re.IGNORECASE)

    found = {route: promise.findall(words(tree)) for route, tree in pages(compiled).items()}

    assert not {route: each for route, each in found.items() if each}


def test_each_page_has_one_main_landmark_that_the_skip_link_reaches(compiled: rx.App) -> None:  # noqa: F811
    mains = {route: [props(node) for node in nodes(tree) if node.get("name") == '"main"'] for route, tree in pages(compiled).items()}

    assert not {route: found for route, found in mains.items() if [one.get("id") for one in found] != ['"main"']}


def test_every_picture_has_words_or_says_that_it_needs_none(compiled: rx.App) -> None:  # noqa: F811
    mute = [
        props(node) for tree in pages(compiled).values() for node in nodes(tree) if node.get("name") == '"img"' and "alt" not in props(node)
    ]

    assert mute == []


def test_every_control_has_a_name_that_can_be_spoken(compiled: rx.App) -> None:  # noqa: F811
    nameless = [
        (route, props(node))
        for route, tree in pages(compiled).items()
        for node in nodes(tree)
        if node.get("name") in ('"button"', '"a"') and not words(node).strip('" ') and "aria-label" not in props(node)
    ]

    assert nameless == []


@pytest.mark.parametrize("page", ["dashboard", "library", "films", "profile", "admin/users", "admin/runs"])
def test_pages_for_members_ask_who_is_there_before_they_load(compiled: rx.App, page: str) -> None:  # noqa: F811
    first = compiled.get_load_events(page)[0]

    assert "AuthState.require" in str(first)


def test_the_public_pages_alone_stand_outside_the_shell(compiled: rx.App) -> None:  # noqa: F811
    shells = {route for route, tree in pages(compiled).items() if any(props(node).get("className") == '"rail"' for node in nodes(tree))}

    assert not shells & PUBLIC
    assert {"dashboard", "library", "films", "studio/[book_id]", "films/[film_id]", "profile"} <= shells
