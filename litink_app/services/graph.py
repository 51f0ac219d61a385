"""Step graphs: checked before they are laid out, and hashed so that the same work is known again."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict
from graphlib import CycleError, TopologicalSorter
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

from litink_app.errors import TooMuch
from litink_app.schemas.run import Graph, StepSpec
from litink_app.services.steps import Kind, find

MAX_STEPS = 3000


def check(graph: Graph, known: Collection[str] = ()) -> None:
    """Refuse a graph that could never end: a key twice, a need that is nowhere, a circle, too many steps. `known` are keys that the run has."""
    keys = [step.key for step in graph.steps]
    if len(keys) + len(known) > MAX_STEPS:
        raise TooMuch(f"This would take more than {MAX_STEPS} steps. Choose fewer chapters or a shorter film.")
    if len(set(keys)) < len(keys) or set(keys) & set(known):
        raise ValueError("a step key is used twice in one run")
    everything = {*keys, *known}
    for step in graph.steps:
        find(step.kind)
        if lost := set(step.needs) - everything:
            raise ValueError(f"{step.key} needs {', '.join(sorted(lost))}, which the run has not")
    try:
        TopologicalSorter({step.key: set(step.needs) - set(known) for step in graph.steps}).prepare()
    except CycleError as error:
        raise ValueError(f"the steps need each other in a circle: {error.args[1]}") from error


def rows(
    graph: Graph, *, run_id: UUID, owner_id: UUID, priority: int, known: Mapping[str, UUID]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows of steps and of their needs."""
    ids = {**known, **{step.key: uuid4() for step in graph.steps}}
    shared = {"run_id": run_id, "owner_id": owner_id, "priority": priority}
    steps = [
        {
            **shared,
            "id": ids[step.key],
            "key": step.key,
            "kind": step.kind,
            "queue": find(step.kind).queue.value,
            "scene": step.scene,
            "position": len(known) + position,
            "params": canonical(step.params),
            "attempts": find(step.kind).attempts,
        }
        for position, step in enumerate(graph.steps)
    ]
    needs = [{"step_id": ids[step.key], "need_id": ids[need]} for step in graph.steps for need in dict.fromkeys(step.needs)]
    return steps, needs


def canonical(value: Any) -> str:
    """The one JSON text of a value."""
    return json.dumps(value, sort_keys=True, allow_nan=False, ensure_ascii=True, separators=(",", ":"))


def input_hash(
    kind: Kind, params: Mapping[str, Any], needs: Iterable[tuple[str, str]], owner_id: UUID, subject_id: UUID | None, run_id: UUID, key: str
) -> str:
    """What a step is made from; equal hashes may share one result. `needs` are (key, result hash)."""
    scopes: dict[str, list[str]] = {"owner": [], "subject": [str(subject_id)], "run": [str(run_id), key]}
    made_from = [kind.name, kind.version, params, sorted(needs), str(owner_id), scopes[kind.scope]]
    return sha256(canonical(made_from).encode()).hexdigest()


def fingerprint(graph: Graph) -> str:
    """What a whole graph makes, in a few letters: other where a kind's version, its params or its order are other."""
    made_from = [[step.key, step.kind, find(step.kind).version, step.params, step.needs] for step in graph.steps]
    return sha256(canonical(made_from).encode()).hexdigest()[:24]


def result_hash(data: Mapping[str, Any]) -> str:
    """What later steps are made from: the data and the content of the blobs, whichever asset rows name them."""
    blobs = {name: blob["key"] for name, blob in data.get("blobs", {}).items()}
    return sha256(canonical({**data, "blobs": blobs}).encode()).hexdigest()


def to_json(graph: Graph | None) -> list[dict[str, Any]]:
    return [asdict(step) for step in graph.steps] if graph else []


def from_json(steps: Iterable[Mapping[str, Any]]) -> Graph:
    return Graph(tuple(StepSpec(step["key"], step["kind"], step["params"], tuple(step["needs"]), step["scene"]) for step in steps))
