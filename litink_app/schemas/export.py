"""In which forms a finished film can be taken away."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """`suffix` of the file, what it is in a few words, and, where the film's own steps have made it already, by which step under which name."""

    name: str
    label: str
    hint: str
    suffix: str
    media_type: str
    made_by: str = ""
    blob: str = ""


FORMATS = {
    one.name: one
    for one in (
        ExportFormat("mp4", "Film, MP4", "plays everywhere", ".mp4", "video/mp4", "upload_film", "film"),
        ExportFormat("webm", "Film, WebM", "VP9 and Opus, for the web", ".webm", "video/webm"),
        ExportFormat("gif", "Moving preview, GIF", "eight silent seconds", ".gif", "image/gif"),
        ExportFormat("m4b", "Sound only, M4B", "with chapters, as an audiobook", ".m4b", "audio/mp4"),
        ExportFormat("srt", "Subtitles, SRT", "for any player", ".srt", "application/x-subrip", "merge", "subtitles"),
        ExportFormat("vtt", "Subtitles, VTT", "for the web", ".vtt", "text/vtt", "upload_film", "captions"),
        ExportFormat("ass", "Subtitles, ASS", "in the speakers’ colours, word by word", ".ass", "text/x-ssa"),
        ExportFormat("sheet", "Contact sheet, JPEG", "the film at one look", ".jpg", "image/jpeg", "upload_film", "sheet"),
        ExportFormat(
            "stems",
            "Sound in parts, ZIP",
            "speech, and what the film has of ambience, effects and music, apart, as FLAC",
            ".zip",
            "application/zip",
        ),
    )
}


@dataclass(frozen=True, slots=True)
class ExportView:
    """A form of a film as pages show it: `status` is "" (not made yet), making, failed or ready; then `url` leads to it."""

    name: str
    label: str
    hint: str
    status: str
    percent: int
    message: str
    url: str
