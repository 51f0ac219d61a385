"""Moving pictures and sound as files: ffmpeg behind pure argument builders and one `run()`; nothing here draws or speaks.

What others call:

| module | call | gives |
|---|---|---|
| `ffmpeg` | `await run(args, *, limit_seconds, folder, progress=None, stdin=None, limits=Limits())` | `Ran(seconds, log)`; `MediaFailed` |
| `encode` | `Codec(width, height, fps, preset, crf, threads)`, `await encode_frames(frames, codec, out, *, limit_seconds, progress=None)` | the MP4 of one shot from raw I420 frames |
| `pipe` | `pour(frames, process, size)` | the frames in the encoder's stdin without a copy of our own |
| `frames` | `conformed(clip, width, height, fps, count, *, limit_seconds=600)` | a clip's frames as a film shows them, raw |
| `probe` | `probe(path)` | `Probe(container, seconds, picture, sound, subtitles, chapters, tags)` |
| `mix` | `await mix_film(clips, *, seconds, folder, progress=None, target_lufs=-16.0)` | `Mix(path, seconds, lufs)` |
| `join` | `await join_film(plan: FilmPlan, out, *, limit_seconds=600, progress=None)` | the film: H.264 copied, AAC, soft subtitles, chapters, faststart |
| `subtitles` | `to_srt(captions)`, `to_vtt(captions)`, `to_ass(captions, width, height)` | text of a sidecar |
| `captions` | `captions_of(lines, spoken, *, names, colors)`, `readable(captions)` | captions cut to two lines and held long enough |
| `poster` | `await poster(film, out, *, at=None)`, `await contact_sheet(film, out, *, columns=4, rows=3)`, `await preview(film, out)` | JPEG, JPEG, animated WebP or GIF (by suffix) |
| `exports` | `await export(film, out, *, height=None, limit_seconds)` | WebM, GIF, MP4 in another size, or the sound alone as M4B (by suffix) |
| `intake` | `admit(path, music=…)`, `await take_in(path, folder, kind)` | a safe copy of what a user gave, made anew |
| `report` | `await report(film, *, seconds, lines, captions, chapters, tolerance=Tolerance())` | `SyncReport` with `faults` in words |

Types that cross the border are in `schemas/film.py`. Every function writes only to the folder or file that it is given.
"""
