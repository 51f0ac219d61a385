"""`python -m tests.faults.soak --seeds 200`: as many seeds as wanted, on one installation. Ends with status 1 at a breach."""

import argparse
import asyncio
import random
import sys
import time

from tests.faults.plant import Plant
from tests.faults.story import close, tell


async def play(first: int, count: int) -> int:
    broken = 0
    with Plant() as plant:
        for seed in range(first, first + count):
            began = time.monotonic()
            faults, breaches = await tell(plant, seed)
            print(f"seed {seed}: {', '.join(faults)}: {time.monotonic() - began:.1f} s", *breaches, sep="\n  ", flush=True)
            broken += bool(breaches)
        await close()
    print(f"{count} seeds, {broken} with breaches")
    return broken


def main() -> None:
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--seeds", type=int, default=200)
    wanted.add_argument("--first", type=int, default=random.randrange(10**6))
    given = wanted.parse_args()
    sys.exit(bool(asyncio.run(play(given.first, given.seeds))))


if __name__ == "__main__":
    main()
