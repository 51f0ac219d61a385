"""Paper: its fibre and grain, and what light does at the edges of a cut sheet."""

from functools import lru_cache

import numpy as np
import skia

from litink_app.studio.illustrator.palette import Color, paint_of

TILE = 512
LINEAR = skia.SamplingOptions(skia.FilterMode.kLinear)


@lru_cache(maxsize=8)
def fibre_tile(strength: float = 1.0, fine: float = 1.0) -> skia.Image:
    """A tile of paper tooth: mottling, short fibres and grain, as translucent black and white; `fine` scales its features."""
    chance = np.random.default_rng(1923)
    mottle = _smooth_noise(chance, 18 * fine) * 0.45 + _smooth_noise(chance, 60 * fine) * 0.5
    fibres = (_smooth_noise(chance, 1.2 * fine, 5.0 * fine) + _smooth_noise(chance, 5.0 * fine, 1.2 * fine)) * 0.55
    grain = _smooth_noise(chance, 0.7 * fine) * 0.9
    return _veil((mottle + fibres + grain) * 4.8 * strength * min(1.0, 0.55 + 0.45 * fine))


@lru_cache(maxsize=2)
def grain_tile() -> skia.Image:
    """Film grain for the finished frame, much finer and fainter than the paper."""
    return _veil(_smooth_noise(np.random.default_rng(1926), 0.8) * 5.0)


def _smooth_noise(chance: np.random.Generator, blur_x: float, blur_y: float | None = None) -> np.ndarray:
    """Seamless Gaussian noise of unit variance, blurred by the given pixels."""
    fy = np.fft.fftfreq(TILE)[:, None]
    fx = np.fft.rfftfreq(TILE)[None, :]
    blur_y = blur_x if blur_y is None else blur_y
    spectrum = np.fft.rfft2(chance.standard_normal((TILE, TILE)))
    noise = np.fft.irfft2(spectrum * np.exp(-2 * (np.pi**2) * ((fx * blur_x) ** 2 + (fy * blur_y) ** 2)), (TILE, TILE))
    return noise / noise.std()


def _veil(values: np.ndarray) -> skia.Image:
    """Positive values become white, negative black, their size the alpha (0..255)."""
    alpha = np.clip(np.abs(np.rint(values)), 0, 90).astype(np.uint8)
    pixels = np.zeros((TILE, TILE, 4), np.uint8)
    pixels[..., 3] = alpha
    pixels[..., :3] = np.where(values > 0, alpha, 0)[..., None]
    info = skia.ImageInfo.Make(TILE, TILE, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    raw = skia.Image.MakeRasterData(info, skia.Data.MakeWithCopy(pixels.tobytes()), TILE * 4)
    surface = skia.Surface(TILE, TILE)
    surface.getCanvas().drawImage(raw, 0, 0)
    return surface.makeImageSnapshot()


def tooth(strength: float = 1.0, scale: float = 1.08) -> skia.Shader:
    """The paper tile as a repeating shader in pixels, its features fit for `scale` pixels to the stage unit."""
    fine = min(2.0, max(0.25, round(scale / 1.08 * 4) / 4))
    return fibre_tile(strength, fine).makeShader(skia.TileMode.kRepeat, skia.TileMode.kRepeat, skia.SamplingOptions())


def soften(image: skia.Image, sigma: float, tint: skia.ColorFilter | None = None) -> tuple[skia.Image, float]:
    """`image` blurred by `sigma` pixels, smaller by the factor returned (wide blurs need no detail), recoloured by `tint`."""
    shrink = max(1.0, min(16.0, sigma / 1.5))
    width, height = max(1, round(image.width() / shrink)), max(1, round(image.height() / shrink))
    surface = skia.Surface(width, height)
    blur = skia.ImageFilters.Blur(sigma / shrink, sigma / shrink, skia.TileMode.kDecal)
    paint = skia.Paint(ImageFilter=skia.ImageFilters.ColorFilter(tint, blur) if tint else blur)
    canvas = surface.getCanvas()
    canvas.saveLayer(None, paint)
    canvas.drawImageRect(
        image,
        skia.Rect.MakeWH(width, height),
        LINEAR if shrink < 2.5 else skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kNearest),
    )
    canvas.restore()
    return surface.makeImageSnapshot(), image.width() / width


def lay(canvas: skia.Canvas, image: skia.Image, x: float, y: float, width: float, height: float, paint: skia.Paint | None = None) -> None:
    """Draws `image` stretched over a rectangle."""
    canvas.drawImageRect(image, skia.Rect.MakeXYWH(x, y, width, height), LINEAR, paint)


def shadow_tint(color: Color, alpha: float) -> skia.ColorFilter:
    """Turns an image into its own flat shadow."""
    return skia.ColorFilters.Blend(paint_of(color, alpha), skia.BlendMode.kSrcIn)
