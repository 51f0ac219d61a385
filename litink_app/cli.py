"""The `litink` command: thin, one function per verb. Exit status 0, 1 for a refusal with one clear line, 2 for wrong usage."""

import json
import os
import sys
from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import click

from litink_app.errors import LitinkError, Refused
from litink_app.schemas.picture import PictureStyle
from litink_app.schemas.production import ASPECTS, CAPTIONS, RATES, SIZES
from litink_app.schemas.script import ScriptStyle

P = ParamSpec("P")
R = TypeVar("R")


def _plainly(verb: Callable[P, R]) -> Callable[P, R]:
    """A refusal, or a setting that cannot be, is one line on standard error and exit status 1."""

    @wraps(verb)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return verb(*args, **kwargs)
        except LitinkError as error:
            click.echo(error.message, err=True)
            sys.exit(1)
        except ValueError as error:
            if not (told := _of_settings(error)):
                raise
            click.echo("\n".join(told), err=True)
            sys.exit(1)

    return wrapped


def _of_settings(error: ValueError) -> list[str]:
    """What is wrong with the settings, one line each; nothing where something else is wrong."""
    from pydantic import ValidationError

    return [_of_setting(found) for found in error.errors()] if isinstance(error, ValidationError) and error.title == "Settings" else []


def _of_setting(found: Mapping[str, Any]) -> str:
    """Which variable, what is wrong with it; the value stays unsaid, it may be a secret."""
    name = str(found["loc"][0]) if found["loc"] else ""
    named = name if name.isupper() else f"LITINK_{name.upper()}"
    reason = found["msg"].removeprefix("Value error, ")
    return f"{named}: {reason}" if name else reason


def _print(document: Any) -> None:
    click.echo(json.dumps(document, ensure_ascii=False, default=str))


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Any book becomes a film, a course, a story."""


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), help="Port of the pages (default: LITINK_PORT or 8000).")
@_plainly
def up(port: int | None) -> None:
    """Start everything; print the address and the owner's sign-in link."""
    from litink_app import up as start
    from litink_app.config import settings

    if port:
        os.environ["LITINK_PORT"] = str(port)
        settings.cache_clear()
    start.up(settings())


@main.command()
@_plainly
def setup() -> None:
    """Fetch the models of the light default set, checked by their digests."""
    from litink_app.studio import weights
    from litink_app.up import progress

    weights.fetch_default(progress)


@main.command()
@click.option("--licences", "show", is_flag=True, help="Show licences and notices.")
@_plainly
def models(show: bool) -> None:
    """List the models that the embedded studio uses."""
    from litink_app.studio import weights

    for known in weights.licences():
        click.echo(f"{known.name:14} {'here' if known.present else 'not fetched':12} {known.licence:12} {known.title}")
        if show and known.notice:
            click.echo(f"{'':14} {known.notice}")


@main.command()
@_plainly
def migrate() -> None:
    """Bring the database of DATABASE_URL to the newest shape."""
    from litink_app import db, migrations

    migrations.upgrade(db.database_url())


def _run_here(name: str) -> None:
    """Replace this process by one program of an installation whose servers come from settings."""
    from litink_app import supervisor
    from litink_app.config import settings

    known = {program.name: program for program in (*supervisor.workers(settings()), supervisor.flower(settings().data))}
    program = known[name]
    os.environ.update(program.env)
    os.execv(program.command[0], program.command)  # noqa: S606


@main.command()
@click.argument("kind", type=click.Choice(["light", "heavy", "sweeper"]))
@_plainly
def worker(kind: str) -> None:
    """Run one kind of worker, or the sweeper, against DATABASE_URL and REDIS_URL."""
    _run_here(kind)


@main.command()
@_plainly
def flower() -> None:
    """Run Celery's monitor on its private socket."""
    _run_here("flower")


@main.command()
@_plainly
def web() -> None:
    """Run the pages and the API against DATABASE_URL and REDIS_URL."""
    from litink_app import frontend, supervisor
    from litink_app.config import settings

    logs = settings().data / "logs"
    logs.mkdir(parents=True, exist_ok=True)
    frontend.build(logs / "build.log")
    program = supervisor.web(settings(), frontend.install(settings().data.resolve(), settings().url))
    os.environ.update(program.env)
    os.execv(program.command[0], program.command)  # noqa: S606


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@_plainly
def doctor(as_json: bool) -> None:
    """Check what LitinkAI stands on and say what to do."""
    from litink_app.config import settings
    from litink_app.doctor import examine

    findings = examine(settings())
    if as_json:
        _print([{"what": f.what, "ok": f.ok, "found": f.found, "advice": f.advice} for f in findings])
    else:
        for finding in findings:
            click.echo(f"{'ok ' if finding.ok else 'NO '} {finding.what}: {finding.found}")
            if not finding.ok:
                click.echo(f"     {finding.advice}")
    sys.exit(0 if all(finding.ok for finding in findings) else 1)


@main.command()
@click.argument("book", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--chapter", type=click.IntRange(1), default=1, show_default=True, help="Number of the chapter.")
@click.option("--seconds", type=click.IntRange(10, 3600), default=60, show_default=True, help="Length of the film.")
@click.option("--style", type=click.Choice([style.value for style in ScriptStyle]), default="cinematic", show_default=True)
@click.option("--aspect", type=click.Choice(ASPECTS), default="16:9", show_default=True)
@click.option("--captions", type=click.Choice(CAPTIONS), default="soft", show_default=True)
@click.option(
    "--look", type=click.Choice([look.value for look in PictureStyle]), default="paper_theatre", show_default=True, help="How it is drawn."
)
@click.option(
    "--height",
    type=click.Choice([str(height) for height in sorted(SIZES)]),
    default="720",
    show_default=True,
    help="Lines of the shorter side.",
)
@click.option("--fps", type=click.Choice([str(rate) for rate in RATES]), default="24", show_default=True, help="Frames a second.")
@click.option(
    "--music", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Music of your own in place of the composed one."
)
@click.option(
    "--picture",
    "pictures_of_own",
    multiple=True,
    metavar="SCENE=FILE",
    help="A picture or clip of your own for a scene: 3=lake.jpg. May be given again.",
)
@click.option("--animatic", is_flag=True, help="A quick look (animatic) instead: draft stills with the words to read, in seconds (.mp4).")
@click.option("--voices", default="", help="Who speaks how: Alice=af_bella,Narrator=bm_george (see litink voices).")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    multiple=True,
    help="Where it goes: .mp4, .webm, .gif, .m4b, .srt, .vtt, .ass, .jpg (contact sheet) or .zip (sound in parts). May be given again.",
)
@_plainly
def film(
    book: Path,
    chapter: int,
    height: str,
    fps: str,
    out: tuple[Path, ...],
    music: Path | None,
    pictures_of_own: tuple[str, ...],
    **wishes: Any,
) -> None:
    """Make a film of a chapter."""
    from litink_app.film_command import make_film, own_of

    wishes |= {"height": int(height), "fps": int(fps)}
    make_film(book, chapter=chapter, out=out, own=own_of(music, pictures_of_own), **wishes)


@main.command()
@click.argument("book", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the whole document as JSON.")
@click.option("--no-understanding", is_flag=True, help="Text and chapters only.")
@_plainly
def read(book: Path, as_json: bool, no_understanding: bool) -> None:
    """Read a book: chapters, cast, who speaks, scenes."""
    from litink_app.read_command import document

    made = document(book, understanding=not no_understanding)
    if as_json:
        _print(made)
        return
    click.echo(f"{made['title']} by {', '.join(made['authors']) or 'nobody named'} ({made['language']}, {len(made['text'].split())} words)")
    for chapter in made["chapters"]:
        click.echo(f"  {chapter['kind']:5} {chapter['number'] or '':>3} {chapter['title']}  ({chapter['confidence']:.2f})")
    for who in made.get("characters", [])[:12]:
        click.echo(f"  {who['name']}  {who['gender']}, {who['mentions']} mentions  {', '.join(who['aliases'])}")


@main.command()
@click.argument("words", nargs=-1, metavar="[BOOK] [QUESTION]")
@click.option("--passages", type=click.Path(path_type=Path), help="JSON list of texts to ask in place of a book.")
@click.option("--questions", type=click.Path(path_type=Path), help='Lines of {"question": …} to ask in one go.')
@click.option("--json", "as_json", is_flag=True, help="Print the whole document as JSON.")
@_plainly
def ask(words: tuple[str, ...], passages: Path | None, questions: Path | None, as_json: bool) -> None:
    """Ask a book: an answer in its own words and the passages behind it, or "the book does not say"."""
    from litink_app import ask_command

    if len(words) != (passages is None) + (questions is None):
        raise click.UsageError("Say what to ask, BOOK or --passages FILE, and then one QUESTION or --questions FILE.")
    asked = ask_command.questions(questions) if questions else []
    texts = ask_command.of_passages(passages) if passages else ask_command.of_book(Path(words[0]))
    made = ask_command.many(texts, asked) if questions else ask_command.one(texts, words[-1])
    if as_json:
        _print(made)
        return
    for reply in made.get("results", [made]):
        click.echo(f"{reply['question']}\n  {reply['answer']}")


@main.command()
@_plainly
def voices() -> None:
    """List the voices of the embedded studio."""
    from litink_app.schemas.language import name_of
    from litink_app.studio.voices import voices as offered

    for voice in offered():
        click.echo(f"{voice.id:16} {voice.name:20} {voice.gender:8} {voice.age:8} {name_of(voice.language):11} {voice.accent}")


@main.command()
@click.argument("words")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="Where the PNG goes.")
@click.option("--size", default="1920x1080", show_default=True, help="Width x height in pixels.")
@click.option(
    "--look", type=click.Choice([look.value for look in PictureStyle]), default="paper_theatre", show_default=True, help="How it is drawn."
)
@click.option("--seed", type=int, default=0, show_default=True)
@_plainly
def draw(words: str, out: Path, size: str, look: str, seed: int) -> None:
    """Draw a picture from words, like "a fox in a snowy forest at dusk"."""
    from litink_app.studio.illustrator import draw_from_words

    width, _, height = size.partition("x")
    if not (width.isdecimal() and height.isdecimal() and 64 <= int(width) <= 4096 and 64 <= int(height) <= 4096):
        raise click.UsageError("--size is WIDTHxHEIGHT, each 64 to 4096")
    if out.suffix.lower() != ".png":
        raise click.UsageError("The picture is a PNG: let --out end in .png")
    if not words.strip():
        raise click.UsageError("Say what to draw.")
    if not out.parent.resolve().is_dir():
        raise Refused(f"There is no folder {out.parent}.")
    out.write_bytes(draw_from_words(words, int(width), int(height), PictureStyle(look), seed))
    click.echo(f"{out} is ready.", err=True)


@main.command()
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@_plainly
def bench(name: str, as_json: bool) -> None:
    """Measure: read, hostile, cast, quotes, retrieval, search, film, draw, voices, languages, sync, engine, start, or all."""
    from litink_app import bench as benches

    if name != "all" and name not in benches.NAMES:
        raise click.UsageError(f"There is no bench {name}. There are: {', '.join(benches.NAMES)}, all.")
    figures = {one: benches.run(one) for one in (benches.NAMES if name == "all" else (name,))}
    if as_json:
        _print(figures)
        return
    for one, found in figures.items():
        click.echo(f"\n{one}")
        for what, value in found.items():
            click.echo(f"  {what}: {value}")
