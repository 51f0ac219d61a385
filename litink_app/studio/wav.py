"""Sound in memory (float32 in -1..1, shape samples or samples × channels) to and from 16-bit WAV."""

import wave
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]
Sound = NDArray[np.floating[Any]]


def write(path: Path, samples: Sound, rate: int) -> Path:
    """Write 16-bit PCM; values beyond ±1 are an error of the caller and are clipped."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1 if samples.ndim == 1 else samples.shape[1])
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(np.round(np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
    return path


def read(path: Path) -> tuple[Samples, int]:
    """Samples (1-D where mono) and their rate."""
    with wave.open(str(path), "rb") as file:
        data = np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.float32) * np.float32(1 / 32768)
        channels, rate = file.getnchannels(), file.getframerate()
    return (data if channels == 1 else data.reshape(-1, channels)), rate


def at_rate(samples: Sound, rate: int, wanted: int) -> Samples:
    """Mono at another rate, band-limited."""
    size = round(samples.size * wanted / rate)
    spectrum = np.fft.rfft(samples)
    kept = np.zeros(size // 2 + 1, spectrum.dtype)
    shared = min(kept.size, spectrum.size)
    kept[:shared] = spectrum[:shared]
    return (np.fft.irfft(kept, size) * (size / max(1, samples.size))).astype(np.float32)


def decibels(value: float) -> float:
    """A ratio of amplitudes as dB."""
    return 20 * float(np.log10(max(value, 1e-9)))


def gain(level: float) -> float:
    """dB as a ratio of amplitudes."""
    return float(10 ** (level / 20))
