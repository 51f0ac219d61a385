"""Run by the bench's own Python: MoviePy composes clip by clip, joins by encoding again, then adds sound and captions in a last pass."""

# pyright: basic

import json
import sys
from functools import lru_cache

import numpy as np
from moviepy import (  # pyright: ignore[reportMissingImports]
    AudioFileClip,
    CompositeAudioClip,
    CompositeVideoClip,
    ImageClip,
    VideoClip,
    VideoFileClip,
    concatenate_videoclips,
)
from PIL import Image

ORDER = json.loads(open(sys.argv[1]).read())  # noqa: PTH123, SIM115
FPS, SIZE, OUT = ORDER["fps"], (ORDER["width"], ORDER["height"]), ORDER["out"]


def track_clip(track, seconds):
    places = track["frames"]

    def at(t):
        return places[min(len(places) - 1, int(t * FPS + 0.5))]

    if len(track["files"]) == 1:
        return ImageClip(track["files"][0]).with_duration(seconds).with_position(lambda t: at(t)[1:])
    return puppet_clip(track["files"], at, seconds)


def puppet_clip(files, at, seconds):
    sizes = [Image.open(file).size for file in files]
    width, height = max(w for w, _ in sizes), max(h for _, h in sizes)

    @lru_cache(maxsize=256)
    def picture(number):
        whole = Image.new("RGBA", (width, height))
        whole.paste(Image.open(files[number]), (0, 0))
        return np.asarray(whole)

    color = VideoClip(lambda t: picture(at(t)[0])[..., :3], duration=seconds)
    mask = VideoClip(lambda t: picture(at(t)[0])[..., 3] / 255.0, is_mask=True, duration=seconds)
    return color.with_mask(mask).with_position(lambda t: at(t)[1:])


def write(clip, name, **more):
    clip.write_videofile(f"{OUT}/{name}", fps=FPS, codec="libx264", preset="medium", logger=None, **more)
    return f"{OUT}/{name}"


def main():
    made, at, captions, sounds = [], 0.0, [], []
    for number, (scene, (line, chord)) in enumerate(zip(ORDER["scenes"], ORDER["sounds"], strict=True)):
        seconds = scene["frames"] / FPS
        clip = CompositeVideoClip([track_clip(track, seconds) for track in scene["tracks"]], size=SIZE).with_duration(seconds)
        made.append(write(clip, f"scene-{number}.mp4", audio=False))
        for caption in scene["captions"]:
            shown = ImageClip(caption["file"]).with_start(at + caption["start"]).with_duration(caption["end"] - caption["start"])
            captions.append(shown.with_position((caption["x"], caption["y"])))
        sounds += [AudioFileClip(line).with_start(at + 0.5), AudioFileClip(chord).with_start(at)]
        at += seconds
    joined = write(concatenate_videoclips([VideoFileClip(file) for file in made]), "joined.mp4", audio=False)
    film = CompositeVideoClip([VideoFileClip(joined), *captions], size=SIZE).with_duration(at)
    write(film.with_audio(CompositeAudioClip(sounds).with_duration(at)), "film.mp4", audio_codec="aac")


main()
