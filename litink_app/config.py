"""The one Settings: from the environment (prefix LITINK_, plus the usual names) and `.env`, each field with its meaning."""

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import AliasChoices, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


def _either(name: str) -> AliasChoices:
    return AliasChoices(f"LITINK_{name}", name)


class Encoding(StrEnum):
    """What a machine may encode films with: as a trial of its chip says, never with a chip, or with one chip's encoder alone."""

    AUTO = "auto"
    SOFTWARE = "software"
    NVENC = "h264_nvenc"
    QSV = "h264_qsv"
    VAAPI = "h264_vaapi"


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="LITINK_", env_file=".env", extra="ignore", populate_by_name=True)

    env: Literal["development", "test", "production"] = Field(default="development", description="production refuses unsafe values")
    data: Path = Field(default=Path(".data"), description="everything that this installation keeps: database, blobs, logs, secrets")
    cache: Path = Field(default=Path.home() / ".cache" / "litink", description="shared cache of model weights and fonts")
    weights: Path | None = Field(default=None, description="folder with model weights to use before any package")
    speech_threads: int = Field(default=1, ge=1, le=16, description="threads of one speech synthesis")
    refine_most: int = Field(
        default=60, ge=0, le=1000, description="doubtful quotations of a book that a language model is asked about, where there is one"
    )
    host: str = Field(default="127.0.0.1", description="address that the web process listens on")
    port: int = Field(default=8000, description="port of the pages, the API and the sockets")
    public_url: str = Field(default="", description="address that people use; default http://host:port")
    proxy_hops: int = Field(
        default=0, ge=0, le=8, description="own reverse proxies in front; so many entries of X-Forwarded-For are believed"
    )
    database_url: SecretStr = Field(
        default=SecretStr(""), validation_alias=_either("DATABASE_URL"), description="outside Postgres; empty = embedded"
    )
    redis_url: SecretStr = Field(
        default=SecretStr(""), validation_alias=_either("REDIS_URL"), description="outside Redis; empty = embedded"
    )
    broker_url: SecretStr = Field(
        default=SecretStr(""), validation_alias=_either("BROKER_URL"), description="Celery broker; empty = the Redis"
    )
    s3_bucket: str = Field(default="", validation_alias=_either("S3_BUCKET"), description="bucket for blobs; empty = local folder")
    s3_endpoint: str = Field(default="", validation_alias=_either("S3_ENDPOINT"), description="S3-compatible endpoint; empty = AWS")
    s3_region: str = Field(default="us-east-1", validation_alias=_either("S3_REGION"), description="region of the bucket")
    s3_key: SecretStr = Field(default=SecretStr(""), validation_alias=_either("S3_KEY"), description="access key id")
    s3_secret: SecretStr = Field(default=SecretStr(""), validation_alias=_either("S3_SECRET"), description="secret access key")
    secret: SecretStr = Field(
        default=SecretStr(""), description="signs media addresses and tokens; empty = made once and kept in the data folder"
    )
    workers: int = Field(default=2, ge=1, le=64, description="processes for heavy steps (pictures, speech, video)")
    session_days: int = Field(default=30, ge=1, description="days that a sign-in lasts")
    lease_seconds: float = Field(default=10.0, gt=0, description="how long a step is held without a sign of life")
    sweep_seconds: float = Field(default=5.0, gt=0, description="how often the sweeper looks for runnable steps")
    encoder: Encoding = Field(
        default=Encoding.AUTO,
        description="what encodes films: a graphics chip where a trial of it is right (auto), x264 (software), or one by name",
    )
    log_level: str = Field(default="INFO", description="lowest level that is logged")
    flower_socket: Path | None = Field(default=None, description="private socket of Celery's monitor, shown to admins; none = no monitor")

    @model_validator(mode="after")
    def _production_is_safe(self) -> "Settings":
        if self.env == "production":
            if len(self.secret.get_secret_value()) < 32:
                raise ValueError("LITINK_SECRET must have at least 32 characters in production")
            if not self.public_url.startswith("https://"):
                raise ValueError("LITINK_PUBLIC_URL must start with https:// in production")
        return self

    @property
    def url(self) -> str:
        """The address that people use, without a slash at the end."""
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")

    def signing_key(self) -> bytes:
        """The secret that signs; made at first use and kept with mode 0600 where none is given."""
        if given := self.secret.get_secret_value():
            return given.encode()
        return kept(self.data / "secret", lambda: secrets.token_urlsafe(48)).encode()


def kept(place: Path, make: Callable[[], str]) -> str:
    """The secret at `place`, for us alone; made at first use, whole or not at all, and the first of many processes wins."""
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh = place.with_name(f".{place.name}.{secrets.token_hex(8)}")
        fresh.touch(mode=0o600)
        with fresh.open("w") as file:
            file.write(make())
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(fresh, place)
        fresh.unlink()
    return place.read_text()


@lru_cache
def settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()
