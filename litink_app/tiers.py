"""Tiers as tables: limits, language models and prices. Nothing elsewhere asks which tier it is."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

UNLIMITED = 1_000_000_000
MIB = 1024 * 1024
GIB = 1024 * MIB


class ModelTier(StrEnum):
    FREE = "free"
    BASIC = "basic"
    STANDARD = "standard"
    PREMIUM = "premium"
    PROFESSIONAL = "professional"


class Resource(StrEnum):
    """What is counted per calendar month (UTC). The architecture's "plot_generation" is "plot" here."""

    BOOK = "book"
    PLOT = "plot"
    SCRIPT = "script"
    FILM = "film"

    @classmethod
    def _missing_(cls, value: object) -> "Resource | None":
        name = str(value).removesuffix("_generation")
        return cls(name) if name != value else None


@dataclass(frozen=True, slots=True)
class ModelConfig:
    """A language model and the one that steps in for it; dollars per 1000 tokens. `temperature` None is not sent."""

    primary: str
    fallback: str
    max_tokens: int
    temperature: float | None
    cost_per_1k_input: Decimal
    cost_per_1k_output: Decimal
    last: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a tier allows: `monthly` per resource, one film's seconds and lines of height, runs at once, bytes of one book,
    bytes of own pictures, clips and music that are kept at a time."""

    monthly: dict[Resource, int]
    film_seconds: int
    height: int
    concurrency: int
    book_bytes: int
    media_bytes: int
    watermark: bool


def _model(
    primary: str, fallback: str, tokens: int, temperature: float | None, price_in: str, price_out: str, last: str = ""
) -> ModelConfig:
    return ModelConfig(primary, fallback, tokens, temperature, Decimal(price_in), Decimal(price_out), last)


def _limits(
    books: int, plots: int, scripts: int, films: int, seconds: int, height: int, at_once: int, mib: int, gib: int, mark: bool
) -> Limits:
    monthly = {Resource.BOOK: books, Resource.PLOT: plots, Resource.SCRIPT: scripts, Resource.FILM: films}
    return Limits(monthly, seconds, height, at_once, mib * MIB, gib * GIB, mark)


MODELS: dict[ModelTier, ModelConfig] = {
    ModelTier.FREE: _model(
        "nvidia/nemotron-3-super-120b-a12b:free", "google/gemma-4-26b-a4b-it:free", 2048, 0.7, "0", "0", "openrouter/free"
    ),
    ModelTier.BASIC: _model("anthropic/claude-haiku-5.5", "openai/gpt-6-luna", 4096, None, "0.0001", "0.0005"),
    ModelTier.STANDARD: _model("google/gemini-3.8-flash", "deepseek/deepseek-v4.1-flash", 8192, 0.7, "0.00075", "0.00375"),
    ModelTier.PREMIUM: _model("anthropic/claude-sonnet-5.5", "openai/gpt-6.1-sol", 16384, None, "0.002", "0.010"),
    ModelTier.PROFESSIONAL: _model("anthropic/claude-opus-5.5", "openai/gpt-6.1-sol", 32768, None, "0.004", "0.020"),
}

#                                 books plots scripts films seconds height at once, a book's MiB, own media's GiB, watermark
LIMITS: dict[ModelTier, Limits] = {
    ModelTier.FREE: _limits(5, 10, 20, 5, 120, 720, 1, 50, 1, True),
    ModelTier.BASIC: _limits(20, 50, 100, 30, 300, 720, 2, 100, 2, False),
    ModelTier.STANDARD: _limits(60, 200, 400, 100, 900, 1080, 3, 200, 5, False),
    ModelTier.PREMIUM: _limits(200, 1000, 2000, 400, 1800, 2160, 5, 500, 20, False),
    ModelTier.PROFESSIONAL: _limits(1000, 5000, 10000, 2000, 3600, 2160, 10, 500, 50, False),
}

SELF_HOSTED = _limits(UNLIMITED, UNLIMITED, UNLIMITED, UNLIMITED, 3600, 2160, 8, 500, 50, False)

MONTHLY_CENTS: dict[ModelTier, int] = {
    ModelTier.FREE: 0,
    ModelTier.BASIC: 900,
    ModelTier.STANDARD: 2900,
    ModelTier.PREMIUM: 7900,
    ModelTier.PROFESSIONAL: 19900,
}
