"""Whisper, in a process of its own: reads WAV paths from standard input, answers each with a line of JSON.

Run by `litink_app.bench.voices` with a Python that has faster-whisper; knows nothing of the rest of the house.
"""

import json
import sys


def main(model: str, threads: int, language: str) -> None:
    """Answer {"text": …, "words": [[word, start, end], …]} for each path."""
    from faster_whisper import WhisperModel  # pyright: ignore[reportMissingImports]

    ear = WhisperModel(model, device="cpu", compute_type="int8", cpu_threads=threads)
    for line in sys.stdin:
        segments, _ = ear.transcribe(line.strip(), language=language, beam_size=5, word_timestamps=True, condition_on_previous_text=False)
        heard = list(segments)
        words = [[word.word, word.start, word.end] for segment in heard for word in segment.words or ()]
        print(json.dumps({"text": "".join(segment.text for segment in heard), "words": words}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
