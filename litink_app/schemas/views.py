"""What pages draw: frozen values only, ids and addresses as strings. Addresses of media are signed and short-lived."""

from dataclasses import dataclass, field

ANIMATIC = "animatic"
"""The status of a film of which nothing but a quick look was made."""


@dataclass(frozen=True, slots=True)
class PersonView:
    id: str
    email: str
    name: str
    role: str
    tier: str
    created: str


@dataclass(frozen=True, slots=True)
class SessionView:
    """A sign-in of the person: `current` marks the one that asks."""

    id: str
    agent: str
    address: str
    last_seen: str
    current: bool


@dataclass(frozen=True, slots=True)
class BookCard:
    """`status` is "reading" | "ready" | "failed"; `percent` of the reading; `message` says why it failed."""

    id: str
    title: str
    authors: str
    cover_url: str
    status: str
    percent: int
    message: str
    chapters: int
    words: int
    films: int
    run_id: str
    sample: bool


@dataclass(frozen=True, slots=True)
class ChapterRow:
    """`label` is what the book calls it ("Chapter 3", "Preface"); `kind` front|body|back; `minutes` to read; `start`/`end` in the text."""

    id: str
    position: int
    label: str
    title: str
    kind: str
    words: int
    minutes: int
    confidence: float
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class CastRow:
    id: str
    name: str
    aliases: str
    gender: str
    age: str
    being: str
    mentions: int
    quotes: int
    importance: float


@dataclass(frozen=True, slots=True)
class BookDetail:
    book: BookCard
    language: str
    chapters: list[ChapterRow]
    cast: list[CastRow]
    warnings: list[str]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`kind` as `BlockKind`; `image_url` for figures; `start`/`end` in the book's text."""

    kind: str
    text: str
    level: int
    start: int
    end: int
    image_url: str = ""


@dataclass(frozen=True, slots=True)
class ChapterText:
    book_id: str
    book_title: str
    id: str
    label: str
    title: str
    paragraphs: list[Paragraph]
    previous_id: str
    next_id: str
    position: int
    count: int


@dataclass(frozen=True, slots=True)
class BeatView:
    """A turning point with the passage that it comes from."""

    name: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ActView:
    title: str
    summary: str
    beats: list[BeatView]


@dataclass(frozen=True, slots=True)
class PlotView:
    id: str
    version: int
    logline: str
    themes: list[str]
    genre: str
    tone: str
    setting: str
    acts: list[ActView]


@dataclass(frozen=True, slots=True)
class CharacterView:
    id: str
    name: str
    aliases: str
    role: str
    archetype: str
    archetype_reason: str
    gender: str
    age: str
    traits: list[str]
    look: str
    accent: str
    voice_id: str
    voice_name: str
    portrait_url: str
    mentions: int
    quotes: int
    importance: float
    sheet_url: str = ""


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    id: str
    name: str
    gender: str
    accent: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class VoiceSample:
    """A voice's sentence: how the speaking of it stands, where it lies once that is done, and why it could not be spoken."""

    status: str
    url: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class PronunciationView:
    """A word of a book and what is said for it: a respelling, or phonemes between strokes."""

    word: str
    said: str


@dataclass(frozen=True, slots=True)
class LineView:
    id: str
    kind: str
    speaker: str
    color: str
    text: str
    start: int
    end: int
    verbatim: bool


@dataclass(frozen=True, slots=True)
class SceneView:
    """A scene in the making: `status` waiting|drawing|voicing|filming|done|failed; urls are "" until they exist. `own` picture|clip: the person's own.

    `start` is when it begins in the film, in seconds; `held` tells of a clip that is shorter than its scene.
    """

    number: int
    title: str
    place: str
    mood: str
    seconds: float
    lines: list[LineView]
    status: str
    picture_url: str
    sound_url: str
    own: str = ""
    start: float = 0.0
    held: str = ""


@dataclass(frozen=True, slots=True)
class StageView:
    """A stage of the pipeline (script, characters, pictures, voices, shots, lip-sync, merge): `done` of `total` steps."""

    key: str
    label: str
    done: int
    total: int
    status: str


@dataclass(frozen=True, slots=True)
class ProductionView:
    """A film and its making; `cost` so far in dollars as shown, "" for nothing.

    `outdated`: the film is that of an earlier take; `own_music`: the person brought the music; `animatic_url`: the quick look.
    `status` is that of the run, or "animatic" where nothing but a quick look was made. `made_in` are the seconds in which the film was
    first made, `changed_in` those of its last change, 0 where nothing was changed. `faults` are what the sync report found outside its
    limits, in words.
    """

    id: str
    book_id: str
    book_title: str
    title: str
    style: str
    aspect: str
    seconds: int
    status: str
    percent: int
    elapsed: float
    seconds_left: float | None
    message: str
    run_id: str
    stages: list[StageView]
    scenes: list[SceneView]
    film_url: str
    poster_url: str
    captions_url: str
    download_url: str
    created: str
    cost: str = ""
    outdated: bool = False
    own_music: bool = False
    animatic_url: str = ""
    made_in: float = 0.0
    changed_in: float = 0.0
    faults: list[str] = field(default_factory=list[str])


@dataclass(frozen=True, slots=True)
class FilmCard:
    """`about` tells films of one book apart: chapters, length, shape, day."""

    id: str
    book_id: str
    book_title: str
    title: str
    seconds: int
    status: str
    percent: int
    poster_url: str
    created: str
    faults: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class QuoteView:
    """The price first: dollars and minutes as shown."""

    price: str
    minutes: str
    note: str


@dataclass(frozen=True, slots=True)
class UserRow:
    id: str
    email: str
    name: str
    role: str
    tier: str
    books: int
    films: int
    created: str
    last_seen: str
    locked: bool


@dataclass(frozen=True, slots=True)
class RunRow:
    id: str
    kind: str
    owner: str
    subject: str
    status: str
    percent: int
    attempts: int
    error: str
    created: str
    seconds: float
