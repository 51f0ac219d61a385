"""A stranger's picture is decoded here, by a program of its own that may crash alone: the first frame, upright, without any tag."""

import sys
import warnings
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
REFUSED = 3
"""Exit code with the reason on standard output."""
UNREADABLE = "This picture cannot be read. Send PNG, JPEG, WebP or GIF."


def main(path: str, out: str, most_pixels: str, longest_side: str) -> int:
    """Write the picture at `path` anew as the PNG `out`, no side longer than `longest_side`."""
    try:
        kept = _decoded(Path(path), int(most_pixels), int(longest_side))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        print(f"The picture has too many pixels; {int(most_pixels) // 1_000_000} million are the most.")
        return REFUSED
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        print(UNREADABLE)
        return REFUSED
    if isinstance(kept, str):
        print(kept)
        return REFUSED
    kept.thumbnail((int(longest_side), int(longest_side)), Image.Resampling.LANCZOS)
    kept.info.clear()
    kept.save(out, "PNG")
    return 0


def _decoded(path: Path, most_pixels: int, longest_side: int) -> Image.Image | str:
    """The picture, or why it is not taken."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(path, formats=FORMATS) as opened:
            if opened.width * opened.height > most_pixels:
                return f"The picture has {opened.width} × {opened.height} pixels; {most_pixels // 1_000_000} million are the most."
            opened.draft("RGB", (longest_side, longest_side))
            upright = _eight_bits(ImageOps.exif_transpose(opened))
            return upright.convert("RGBA" if "A" in upright.getbands() or "transparency" in upright.info else "RGB")


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Grey of sixteen bits divided; turned into another mode as it is, all above 255 would be white."""
    if not picture.mode.startswith("I"):
        return picture
    return picture.convert("I").point(lambda shade: shade * (1 / 257) + 0).convert("L")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
