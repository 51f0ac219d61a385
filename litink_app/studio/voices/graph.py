"""What is made of the published Kokoro graph, once per cache: durations given out, convolutions done as products.

ONNX Runtime multiplies unsigned by signed bytes several times faster than it convolves unsigned bytes. The rewritten
convolution gathers its window and multiplies; being integers, the result is the same to the bit.
"""

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper
from onnx.utils import Extractor

DURATIONS = "/encoder/Clip_output_0"
TIMED = "timed-2.onnx"
PACE = "pace-1.onnx"

_FEWEST = 32
"""Channels below which a convolution stays as it is."""


def derive(source: Path, graph: str, target: Path) -> None:
    """Write one of the two graphs, TIMED or PACE."""
    model = onnx.load(source)
    if graph == PACE:
        model = Extractor(model).extract_model([given.name for given in model.graph.input], [DURATIONS])
    else:
        model.graph.output.append(helper.make_tensor_value_info(DURATIONS, onnx.TensorProto.FLOAT, None))
        _multiplied(model.graph)
    onnx.save(model, str(target))


def _multiplied(graph: onnx.GraphProto) -> None:
    """Replace the convolutions of bytes by products of bytes."""
    held = {one.name: one for one in graph.initializer}
    nodes: list[onnx.NodeProto] = []
    made: list[onnx.TensorProto] = [numpy_helper.from_array(np.asarray(n, np.int64), f"litink_{n}") for n in (0, 1)]
    replaced: set[str] = set()
    for node in graph.node:
        kernel = numpy_helper.to_array(held[node.input[1]]) if _plain(node) else None
        if kernel is None or min(kernel.shape[:2]) < _FEWEST:
            nodes.append(node)
            continue
        fresh, constants = _product(node, kernel, int(numpy_helper.to_array(held[node.input[3]])))
        nodes += fresh
        made += constants
        replaced.add(node.input[1])
    kept = [one for one in graph.initializer if one.name not in replaced]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend([*kept, *made])


def _plain(node: onnx.NodeProto) -> bool:
    """A convolution of bytes in one group, step by step."""
    attributes = {one.name: helper.get_attribute_value(one) for one in node.attribute}
    return node.op_type == "ConvInteger" and attributes.get("group", 1) == 1 and attributes.get("strides", [1]) == [1]


def _product(node: onnx.NodeProto, kernel: NDArray[np.uint8], zero: int) -> tuple[list[onnx.NodeProto], list[onnx.TensorProto]]:
    """Channels last, edges padded, each output's window gathered into a row, rows times a matrix, channels first again."""
    attributes = {one.name: helper.get_attribute_value(one) for one in node.attribute}
    outputs, channels, width = kernel.shape
    reach = attributes.get("dilations", [1])[0] * np.arange(width, dtype=np.int64)
    before, after = attributes.get("pads", [0, 0])
    matrix = (kernel.transpose(2, 1, 0).reshape(width * channels, outputs).astype(np.int16) - 128).astype(np.int8)
    name, sound, level = f"{node.output[0]}/product", node.input[0], node.input[2]

    def at(part: str) -> str:
        return f"{name}/{part}"

    constants = {
        "matrix": matrix,
        "zero": np.int8(zero - 128),
        "pads": np.array([0, before, 0, 0, after, 0], np.int64),
        "reach": reach,
        "one": np.array([1], np.int64),
        "rows": np.array([1, -1, width * channels], np.int64),
    }
    steps: list[tuple[str, list[str], str, dict[str, Any]]] = [
        ("Transpose", [sound], "last", {"perm": [0, 2, 1]}),
        ("Pad", [at("last"), at("pads"), level], "padded", {}),
        ("Shape", [sound], "shape", {"start": 2, "end": 3}),
        ("Squeeze", [at("shape")], "length", {}),
        ("Range", ["litink_0", at("length"), "litink_1"], "times", {}),
        ("Unsqueeze", [at("times"), at("one")], "column", {}),
        ("Add", [at("column"), at("reach")], "places", {}),
        ("Gather", [at("padded"), at("places")], "windows", {"axis": 1}),
        ("Reshape", [at("windows"), at("rows")], "flat", {}),
        ("MatMulInteger", [at("flat"), at("matrix"), level, at("zero")], "sums", {}),
    ]
    nodes = [helper.make_node(kind, inputs, [at(output)], at(output), **more) for kind, inputs, output, more in steps]
    nodes.append(helper.make_node("Transpose", [at("sums")], [node.output[0]], name, perm=[0, 2, 1]))
    return nodes, [numpy_helper.from_array(np.asarray(value), at(part)) for part, value in constants.items()]
