"""Sentence embeddings on this machine: gte-small, mean of its token vectors, length 1."""

import asyncio
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import onnxruntime as ort
from tokenizers import Tokenizer

from litink_app.config import settings
from litink_app.studio.manifest import GTE_SMALL
from litink_app.studio.onnx import frugal, given_back
from litink_app.studio.weights import weights

LONGEST = 512
BATCH = 16
Vectors = npt.NDArray[np.float32]


class GteSmall:
    """The embedded `Embedder`; texts are cut after 512 tokens."""

    model = GTE_SMALL.identity
    dimensions = 384

    async def embed(self, texts: Sequence[str]) -> list[list[float]]:
        return (await asyncio.to_thread(vectors, texts)).tolist()


def vectors(texts: Sequence[str]) -> Vectors:
    """One row per text. Texts of like length go through the model together, so that little is padded."""
    found = np.zeros((len(texts), GteSmall.dimensions), np.float32)
    encoded = _tokenizer().encode_batch(list(texts))
    order = sorted(range(len(texts)), key=lambda number: len(encoded[number].ids))
    for start in range(0, len(order), BATCH):
        batch = order[start : start + BATCH]
        longest = max(len(encoded[number].ids) for number in batch)
        ids = np.zeros((len(batch), longest), np.int64)
        mask = np.zeros((len(batch), longest), np.int64)
        for row, number in enumerate(batch):
            length = len(encoded[number].ids)
            ids[row, :length] = encoded[number].ids
            mask[row, :length] = 1
        found[batch] = _run(ids, mask)
    return found


def _run(ids: npt.NDArray[np.int64], mask: npt.NDArray[np.int64]) -> Vectors:
    states = np.asarray(
        _session().run(None, {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}, frugal())[0], np.float32
    )
    weight = mask[:, :, None].astype(np.float32)
    mean = (states * weight).sum(axis=1) / weight.sum(axis=1)
    return mean / np.linalg.norm(mean, axis=1, keepdims=True)


def release() -> None:
    """Give the model's memory back (about 170 MB); it is loaded again in a third of a second when it is wanted."""
    _session.cache_clear()
    _tokenizer.cache_clear()
    given_back()


@lru_cache(maxsize=1)
def _session() -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = settings().speech_threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return ort.InferenceSession(str(weights(GTE_SMALL.name) / "model.onnx"), options, providers=["CPUExecutionProvider"])


@lru_cache(maxsize=1)
def _tokenizer() -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(weights(GTE_SMALL.name) / "tokenizer.json"))
    tokenizer.enable_truncation(LONGEST)
    tokenizer.no_padding()
    return tokenizer
