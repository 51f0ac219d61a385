"""What requests carry. Fields that are not named are refused, so nobody slips a role, a tier or an owner in."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Line = Annotated[str, StringConstraints(max_length=1000)]
Password = Annotated[str, StringConstraints(max_length=100_000)]
Style = Literal["cinematic", "narration", "dialogue", "explainer", "trailer"]
Aspect = Literal["16:9", "9:16", "1:1"]


class Body(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class SignUp(Body):
    email: Line
    password: Password
    name: Line


class SignIn(Body):
    email: Line
    password: Password


class Refresh(Body):
    refresh_token: Line


class Profile(Body):
    name: Line


class NewPassword(Body):
    old: Password
    new: Password


class NewEmail(Body):
    password: Password
    email: Line


class Upload(Body):
    filename: Line
    size: int = Field(ge=0, le=2**40)


class Pasted(Body):
    title: Line
    text: str = Field(max_length=10_000_000)


class Address(Body):
    address: str = Field(max_length=4000)


class ChapterChange(Body):
    title: Line | None = None
    kind: Literal["front", "body", "back"] | None = None
    skipped: bool | None = None


class Before(Body):
    before_id: UUID | None = Field(None, strict=False)


class Split(Body):
    at: int = Field(ge=0, le=2**31)
    title: Line = ""


class BookOf(Body):
    book_id: UUID = Field(strict=False)


class VoiceOf(Body):
    voice_id: Line


class Pronunciation(Body):
    word: Line
    said: Line


class Film(Body):
    """`chapter_ids` in the order of telling; the film's length is kept within 5 %."""

    book_id: UUID = Field(strict=False)
    chapter_ids: list[Line] = Field(min_length=1, max_length=500)
    style: Style = "cinematic"
    seconds: int = Field(60, ge=10, le=3600)
    aspect: Aspect = "16:9"


class NewFilm(Film):
    captions: Literal["soft", "burnt", "burnt-plain", "burnt-boxed", "none"] = "soft"
    look: Literal["paper_theatre", "ink_and_wash"] = "paper_theatre"
    height: Literal[480, 720, 1080, 1440, 2160] = 720
    narrator: str = Field("", max_length=100)
    fps: Literal[24, 25, 30] = 24
    animatic: bool = False


class LineOf(Body):
    text: Line


class UserChange(Body):
    """What an admin may change of an account."""

    role: Line | None = None
    tier: Line | None = None
    locked: bool | None = None


class CastChange(Body):
    name: Line | None = None
    gender: Literal["female", "male", "neutral", "unknown"] | None = None
    importance: Literal["main", "supporting", "minor"] | None = None


class SamePerson(Body):
    into: Line


class OtherPerson(Body):
    alias: Line


class Speaker(Body):
    start: int = Field(ge=0, le=2**31)
    speaker: Line
