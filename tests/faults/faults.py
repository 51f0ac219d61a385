"""The faults. Each does its damage, mends what a supervisor would mend, and says in a word what it did."""

import random
import signal
import subprocess
import time
from collections.abc import Callable

import psutil
from redis import Redis

from tests.faults.plant import LEASE, Plant

Fault = Callable[[Plant, random.Random], None]


def kill_worker_child(plant: Plant, dice: random.Random) -> None:
    """Celery forks another child."""
    if children := plant.children_of(dice.choice(plant.names)):
        _signal(dice.choice(children), signal.SIGKILL)


def kill_worker_main(plant: Plant, dice: random.Random) -> None:
    plant.restart(dice.choice(plant.names), after=dice.random())


def roll_workers(plant: Plant, _dice: random.Random) -> None:
    """A rolling deploy: asked to end, killed after a grace, started anew."""
    for name in plant.names:
        plant.running[name].send_signal(signal.SIGTERM)
        try:
            plant.running[name].wait(3)
        except subprocess.TimeoutExpired:
            plant.kill(name)
        plant.start(name)


def kill_sweeper(plant: Plant, dice: random.Random) -> None:
    plant.restart("sweeper", after=dice.random())


def second_sweeper(plant: Plant, _dice: random.Random) -> None:
    if "sweeper2" not in plant.running or plant.running["sweeper2"].poll() is not None:
        plant.start("sweeper2")


def flush_redis(plant: Plant, _dice: random.Random) -> None:
    with Redis.from_url(plant.redis.url) as client:
        client.flushall()


def restart_redis_empty(plant: Plant, _dice: random.Random) -> None:
    plant.empty_redis()


def restart_redis(plant: Plant, dice: random.Random) -> None:
    plant.restart("redis", after=dice.random())


def freeze_worker(plant: Plant, dice: random.Random) -> None:
    """A worker stands still for longer than its lease, then goes on as if nothing had been."""
    children = plant.children_of(dice.choice(plant.names))
    for child in children:
        _signal(child, signal.SIGSTOP)
    time.sleep(LEASE * 1.7)
    for child in children:
        _signal(child, signal.SIGCONT)


def restart_postgres(plant: Plant, dice: random.Random) -> None:
    """As `pg_ctl -m immediate`: no goodbye to anybody."""
    if plant.postgres.process:
        plant.postgres.process.send_signal(signal.SIGQUIT)
        plant.postgres.process.wait()
    time.sleep(dice.random())
    plant.start("postgres")


def cut_power(plant: Plant, dice: random.Random) -> None:
    """Everything dies at once and comes back in any order."""
    names = [*plant.names, "sweeper", "postgres", "redis"]
    for name in plant.names:
        for child in plant.children_of(name):
            _signal(child, signal.SIGKILL)
    for name in names:
        plant.kill(name)
    dice.shuffle(names)
    for name in names:
        plant.start(name)


def kill_cutter(plant: Plant, dice: random.Random) -> None:
    """The child of a step falls, as ffmpeg might."""
    end = time.monotonic() + 3
    while not (cutters := plant.cutters()) and time.monotonic() < end:
        time.sleep(0.05)
    if cutters:
        _signal(dice.choice(cutters), signal.SIGKILL)


def kill_provider(plant: Plant, dice: random.Random) -> None:
    plant.restart("provider", after=dice.random())
    plant.wait_for_provider()


def provider_in_a_bad_mood(plant: Plant, _dice: random.Random) -> None:
    """Slow, and every fifth answer is an error, before or after it has billed."""
    plant.ask("POST", "/mood", delay=0.6, failing=0.2)
    time.sleep(2)
    plant.ask("POST", "/mood", delay=0.0, failing=0.0)


def _signal(process: psutil.Process, sig: signal.Signals) -> None:
    try:
        process.send_signal(sig)
    except psutil.NoSuchProcess:
        return


ALL: tuple[Fault, ...] = (
    kill_worker_child,
    kill_worker_main,
    roll_workers,
    kill_sweeper,
    second_sweeper,
    flush_redis,
    restart_redis_empty,
    restart_redis,
    freeze_worker,
    restart_postgres,
    cut_power,
    kill_cutter,
    kill_provider,
    provider_in_a_bad_mood,
)
