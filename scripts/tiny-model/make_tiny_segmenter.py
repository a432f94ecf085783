"""Makes the small built-in segmentation model, and one of u2net's shape with random weights for a test.

Needs `onnx` and `numpy`. Run: python scripts/tiny-model/make_tiny_segmenter.py
The small one takes [1, 3, 256, 256] float32, RGB 0-1, and gives [1, 1, 256, 256], the share of subject 0-1: how much a
pixel differs in colour from the mean of the picture's border, smoothed. It sees nothing but colour against a plain
background.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper, save

ROOT = Path(__file__).resolve().parents[2]
SIDE = 256
STRIP = 6
U2NET_SIDE = 320


def constant(name: str, values):
    array = values if isinstance(values, np.ndarray) else np.array(values, dtype=np.int64)
    return numpy_helper.from_array(array, name)


def model_of(nodes, name: str, inputs, outputs, constants):
    graph = helper.make_graph(nodes, name, inputs, outputs, constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    checker.check_model(model)
    return model


def tensor(name: str, shape: list[int]):
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


def segmenter():
    nodes, constants, strips = [], [], []
    edges = {
        "top": ([0, 0], [STRIP, SIDE]),
        "bottom": ([SIDE - STRIP, 0], [SIDE, SIDE]),
        "left": ([0, 0], [SIDE, STRIP]),
        "right": ([0, SIDE - STRIP], [SIDE, SIDE]),
    }
    constants.append(constant("rows_columns", [2, 3]))
    for name, (starts, ends) in edges.items():
        constants += [constant(f"{name}_starts", starts), constant(f"{name}_ends", ends)]
        nodes.append(helper.make_node("Slice", ["input", f"{name}_starts", f"{name}_ends", "rows_columns"], [name]))
        nodes.append(helper.make_node("ReduceMean", [name], [f"{name}_mean"], axes=[2, 3], keepdims=1))
        strips.append(f"{name}_mean")
    nodes += [
        helper.make_node("Mean", strips, ["border"]),
        helper.make_node("Sub", ["input", "border"], ["difference"]),
        helper.make_node("Abs", ["difference"], ["distance"]),
        helper.make_node("ReduceMax", ["distance"], ["largest"], axes=[1], keepdims=1),
        helper.make_node("AveragePool", ["largest"], ["smooth"], kernel_shape=[3, 3], pads=[1, 1, 1, 1], count_include_pad=0),
        helper.make_node("Sub", ["smooth", "middle"], ["above"]),
        helper.make_node("Mul", ["above", "steepness"], ["logits"]),
        helper.make_node("Sigmoid", ["logits"], ["mask"]),
    ]
    constants.append(constant("middle", np.array(0.16, dtype=np.float32)))
    constants.append(constant("steepness", np.array(60, dtype=np.float32)))
    side = [SIDE, SIDE]
    return model_of(nodes, "atelier-tiny-segmenter", [tensor("input", [1, 3, *side])], [tensor("mask", [1, 1, *side])], constants)


def u2net_shaped():
    """u2net's true input and seven outputs; each output a convolution of the input with random weights."""
    random = np.random.default_rng(7)
    nodes, constants, outputs = [], [], []
    for index in range(7):
        name = str(1959 + index)
        constants.append(constant(f"weight_{index}", random.normal(0, 1, (1, 3, 3, 3)).astype(np.float32)))
        nodes.append(helper.make_node("Conv", ["input.1", f"weight_{index}"], [f"logits_{index}"], pads=[1, 1, 1, 1]))
        nodes.append(helper.make_node("Sigmoid", [f"logits_{index}"], [name]))
        outputs.append(tensor(name, [1, 1, U2NET_SIDE, U2NET_SIDE]))
    return model_of(nodes, "u2net", [tensor("input.1", [1, 3, U2NET_SIDE, U2NET_SIDE])], outputs, constants)


if __name__ == "__main__":
    for model, path in (
        (segmenter(), ROOT / "models" / "atelier-tiny-segmenter" / "model.onnx"),
        (u2net_shaped(), ROOT / "tests" / "fixtures" / "segmenters" / "u2net-random.onnx"),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        save(model, path)
