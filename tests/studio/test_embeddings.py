"""The memory of the embedding model."""

import subprocess
import sys

HOLD = """
from litink_app.studio import embeddings
def held(): return int(open('/proc/self/statm').read().split()[1]) * 4096 // 2**20
before, first = held(), embeddings.vectors(['A fox in the snow. ' * 40] * 32)
full = held()
embeddings.release()
after, again = held(), embeddings.vectors(['A fox in the snow. ' * 40])
assert abs(first[0] - again[0]).max() < 1e-5
print(full - before, after - before)
"""


def test_the_model_gives_its_memory_back_and_comes_again() -> None:
    done = subprocess.run([sys.executable, "-c", HOLD], capture_output=True, text=True, check=True)

    full, after = (int(word) for word in done.stdout.split())

    assert full > 100
    assert after < full / 3
