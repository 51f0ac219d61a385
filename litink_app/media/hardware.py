"""What each graphics chip's encoder of H.264 is told: the same intent as x264 for shots that are joined later."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

DEV = Path("/dev")


@dataclass(frozen=True, slots=True)
class Hardware:
    """An encoder of a chip; `devices` is the pattern below /dev of what it needs, `upload` the filters after which frames are where it
    takes them from, `quality` its arguments for about the quality of a crf."""

    name: str
    devices: str
    upload: tuple[str, ...]
    quality: Callable[[float], list[str]]
    opened: bool = False
    """Whether ffmpeg has to be given the device by name."""

    def device(self) -> Path | None:
        """The first device that it could work with."""
        return next(iter(sorted(DEV.glob(self.devices))), None)


def _nvenc(crf: float) -> list[str]:
    rate = ["-rc", "vbr", "-cq", f"{crf:g}", "-b:v", "0", "-spatial-aq", "1"]
    return ["-preset", "p4", "-tune", "hq", *rate, "-no-scenecut", "1", "-forced-idr", "1", "-strict_gop", "1", "-pix_fmt", "yuv420p"]


def _qsv(crf: float) -> list[str]:
    fixed = ["-adaptive_i", "0", "-adaptive_b", "0", "-idr_interval", "0", "-forced_idr", "1"]
    return ["-preset", "medium", "-global_quality", f"{crf:g}", "-look_ahead", "0", *fixed]


def _vaapi(crf: float) -> list[str]:
    return ["-rc_mode", "CQP", "-qp", f"{crf:.0f}", "-idr_interval", "0"]


HARDWARE = {
    one.name: one
    for one in (
        Hardware("h264_nvenc", "nvidia[0-9]*", (), _nvenc),
        Hardware("h264_qsv", "dri/renderD*", ("format=nv12",), _qsv),
        Hardware("h264_vaapi", "dri/renderD*", ("format=nv12", "hwupload"), _vaapi, opened=True),
    )
}
"""In the order in which they are tried. Graphics chips of AMD are reached by VA-API."""


def opening(name: str) -> list[str]:
    """Arguments before the input."""
    chip = HARDWARE[name]
    device = chip.device()
    return ["-vaapi_device", str(device)] if chip.opened and device else []


def chip_args(name: str, crf: float, keyint: int) -> list[str]:
    """Closed groups of pictures of one length and without B-frames, whose headers do not depend on what is seen."""
    return ["-c:v", name, *HARDWARE[name].quality(crf), "-profile:v", "high", "-bf", "0", "-g", str(keyint), "-flags", "+cgop"]
