"""What our uses of ONNX Runtime share."""

import ctypes
import gc
from functools import lru_cache

import onnxruntime as ort


@lru_cache(maxsize=1)
def frugal() -> ort.RunOptions:
    """Give the memory back after each run: a long phrase takes 700 MB that would stay with the process."""
    options = ort.RunOptions()
    options.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
    return options


def given_back() -> None:
    """Give memory that is not used any more back to the system; C libraries keep it otherwise."""
    gc.collect()
    if trim := getattr(ctypes.CDLL(None), "malloc_trim", None):
        trim(0)
