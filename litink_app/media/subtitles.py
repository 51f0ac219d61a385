"""Captions as files: SRT, WebVTT and ASS. Whatever a book says stays text: no tag, no override, no new cue comes out of it."""

import re
from collections.abc import Iterable, Sequence

from litink_app.media.captions import clean
from litink_app.schemas.shot import Caption
from litink_app.schemas.sound import Timed

_JOINER = "\u2060"
_ASS_HEAD = """[Script Info]
ScriptType: v4.00+
PlayResX: {width}
PlayResY: {height}
WrapStyle: 2
ScaledBorderAndShadow: yes

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, \
ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Default,{font},{size},&H00FFFFFF,&H00A8A8A8,&H80000000,&H80000000,0,0,0,0,100,100,0,0,1,{outline},1,2,{side},{side},{foot},1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


def to_srt(captions: Sequence[Caption]) -> str:
    """SubRip, UTF-8."""
    cues = (f"{n}\n{_clock(c.start, ',')} --> {_clock(c.end, ',')}\n{_srt_text(c)}\n" for n, c in enumerate(captions, 1))
    return "\n".join(cues)


def to_vtt(captions: Sequence[Caption], *, karaoke: bool = False) -> str:
    """WebVTT with the speaker as voice; `karaoke` adds the time of each word."""
    return "WEBVTT\n\n" + "\n".join(_vtt_cue(n, c, karaoke) for n, c in enumerate(captions, 1))


def to_ass(captions: Sequence[Caption], width: int, height: int, *, font: str = "Alegreya Sans", karaoke: bool = False) -> str:
    """Advanced SubStation for a picture of `width` × `height`, inside its safe area."""
    size = round(min(width, height) / 18)
    head = _ASS_HEAD.format(
        width=width, height=height, font=font, size=size, outline=max(1, size // 16), side=round(width * 0.08), foot=round(height * 0.07)
    )
    return head + "".join(f"{_ass_event(c, karaoke)}\n" for c in captions)


def _lines(text: str) -> Iterable[str]:
    return [line for line in (clean(part) for part in text.split("\n")) if line]


def _clock(seconds: float, point: str) -> str:
    ms = max(0, round(seconds * 1000))
    return f"{ms // 3600000:02d}:{ms // 60000 % 60:02d}:{ms // 1000 % 60:02d}{point}{ms % 1000:03d}"


def _srt_text(caption: Caption) -> str:
    text = "\n".join(_lines(caption.text)).replace("-->", f"--{_JOINER}>")
    return re.sub(r"([<{])(?=[\w\\/!])|(\\)(?=[Nnh])", rf"\1\2{_JOINER}", text)


def _vtt_cue(number: int, caption: Caption, karaoke: bool) -> str:
    body = _vtt_words(caption.words) if karaoke and caption.words else "\n".join(_vtt_escape(line) for line in _lines(caption.text))
    voice = f"<v {_vtt_escape(clean(caption.speaker))}>" if caption.speaker else ""
    return f"{number}\n{_clock(caption.start, '.')} --> {_clock(caption.end, '.')}\n{voice}{body}\n"


def _vtt_words(words: Sequence[Timed]) -> str:
    return " ".join(f"<{_clock(w.start, '.')}>{_vtt_escape(clean(w.text))}" for w in words)


def _vtt_escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _ass_event(caption: Caption, karaoke: bool) -> str:
    text = _ass_words(caption) if karaoke and caption.words else r"\N".join(_ass_escape(line) for line in _lines(caption.text))
    name = _ass_escape(clean(caption.speaker)).replace(",", " ")
    return f"Dialogue: 0,{_ass_clock(caption.start)},{_ass_clock(caption.end)},Default,{name},0,0,0,,{_ass_color(caption.color)}{text}"


def _ass_words(caption: Caption) -> str:
    at, parts = caption.start, list[str]()
    for word in caption.words:
        if (wait := round((word.start - at) * 100)) > 0:
            parts.append(rf"{{\k{wait}}}")
        parts.append(rf"{{\k{max(1, round((word.end - word.start) * 100))}}}{_ass_escape(clean(word.text))} ")
        at = word.end
    return "".join(parts).rstrip()


def _ass_clock(seconds: float) -> str:
    cs = max(0, round(seconds * 100))
    return f"{cs // 360000}:{cs // 6000 % 60:02d}:{cs // 100 % 60:02d}.{cs % 100:02d}"


def _ass_escape(text: str) -> str:
    """Braces become their wide twins: not every player knows an escape for them."""
    return text.replace("\\", f"\\{_JOINER}").replace("{", "｛").replace("}", "｝")


def _ass_color(color: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", color) or color.lower() == "#ffffff":
        return ""
    red, green, blue = color[1:3], color[3:5], color[5:7]
    return rf"{{\c&H{blue}{green}{red}&}}".upper().replace(r"{\C", r"{\c")
