"""Makes a WD-shaped tagger of ViT-B's size with random weights: `python make_large_model.py FOLDER` (needs `onnx`, numpy).

94 million parameters, 448 x 448 input, 10,861 tags: as much work as a real one, and no knowledge at all. For benchmarks.
"""

import sys
from pathlib import Path

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

WIDTH, HEADS, BLOCKS, PATCH, SIDE, TAGS = 768, 12, 12, 16, 448, 10_861
TOKENS = (SIDE // PATCH) ** 2
random = numpy.random.default_rng(1)
nodes, weights = [], []


def weight(name: str, *shape: int, scale: float = 0.02) -> str:
    weights.append(numpy_helper.from_array((random.standard_normal(shape) * scale).astype(numpy.float32), name))
    return name


def constant(name: str, values: list) -> str:
    kind = numpy.int64 if isinstance(values[0], int) else numpy.float32
    weights.append(numpy_helper.from_array(numpy.array(values, dtype=kind), name))
    return name


def node(kind: str, inputs: list, output: str, **attributes: object) -> str:
    nodes.append(helper.make_node(kind, inputs, [output], **attributes))
    return output


def linear(name: str, value: str, inputs: int, outputs: int) -> str:
    product = node("MatMul", [value, weight(f"{name}.w", inputs, outputs)], f"{name}.product")
    return node("Add", [product, weight(f"{name}.b", outputs)], f"{name}.out")


def norm(name: str, value: str) -> str:
    scale, bias = weight(f"{name}.scale", WIDTH, scale=1), weight(f"{name}.bias", WIDTH)
    return node("LayerNormalization", [value, scale, bias], f"{name}.out")


def heads(name: str, value: str, order: list) -> str:
    split = node("Reshape", [value, "split"], f"{name}.split")
    return node("Transpose", [split], f"{name}.heads", perm=order)


def block(name: str, value: str) -> str:
    calm = norm(f"{name}.norm1", value)
    query = heads(f"{name}.q", linear(f"{name}.query", calm, WIDTH, WIDTH), [0, 2, 1, 3])
    key = heads(f"{name}.k", linear(f"{name}.key", calm, WIDTH, WIDTH), [0, 2, 3, 1])
    content = heads(f"{name}.v", linear(f"{name}.value", calm, WIDTH, WIDTH), [0, 2, 1, 3])
    match = node("Mul", [node("MatMul", [query, key], f"{name}.match"), "scale"], f"{name}.scaled")
    mixed = node("MatMul", [node("Softmax", [match], f"{name}.soft", axis=-1), content], f"{name}.mixed")
    joined = node("Reshape", [node("Transpose", [mixed], f"{name}.back", perm=[0, 2, 1, 3]), "join"], f"{name}.joined")
    value = node("Add", [value, linear(f"{name}.project", joined, WIDTH, WIDTH)], f"{name}.first")
    wide = linear(f"{name}.wide", norm(f"{name}.norm2", value), WIDTH, 4 * WIDTH)
    narrow = linear(f"{name}.narrow", node("Relu", [wide], f"{name}.relu"), 4 * WIDTH, WIDTH)
    return node("Add", [value, narrow], f"{name}.second")


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    constant("split", [0, TOKENS, HEADS, WIDTH // HEADS])
    constant("join", [0, TOKENS, WIDTH])
    constant("tokens", [0, WIDTH, TOKENS])
    constant("scale", [(WIDTH / HEADS) ** -0.5])
    constant("byte", [1 / 255])
    picture = node("Mul", [node("Transpose", ["input"], "planes", perm=[0, 3, 1, 2]), "byte"], "unit")
    patches = node("Conv", [picture, weight("patch", WIDTH, 3, PATCH, PATCH)], "patches", strides=[PATCH, PATCH])
    value = node("Transpose", [node("Reshape", [patches, "tokens"], "flat")], "sequence", perm=[0, 2, 1])
    for index in range(BLOCKS):
        value = block(f"block{index}", value)
    pooled = node("ReduceMean", [norm("norm", value)], "pooled", axes=[1], keepdims=0)
    node("Sigmoid", [linear("head", pooled, WIDTH, TAGS)], "output")
    graph = helper.make_graph(
        nodes,
        "large",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, ["batch", SIDE, SIDE, 3])],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, ["batch", TAGS])],
        weights,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, folder / "model.onnx")
    rows = [f"{index},tag_{index},{9 if index < 4 else 0},1" for index in range(TAGS)]
    (folder / "selected_tags.csv").write_text("\n".join(["tag_id,name,category,count", *rows]) + "\n", encoding="utf-8")


main()
