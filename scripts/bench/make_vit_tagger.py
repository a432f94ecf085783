"""Makes a tagger of the size of SmilingWolf's ViT-B models, with random weights, for measuring: `make_vit_tagger.py FOLDER`.

12 layers of 768 at 448 pixels in patches of 16, 94.6 million parameters, 10,861 tags (378 MB). Needs `onnx` and `numpy`.
"""

import csv
import sys
from pathlib import Path

import numpy
from onnx import TensorProto, checker, helper, numpy_helper, save

SIDE, PATCH, WIDTH, LAYERS, HEADS, TAGS = 448, 16, 768, 12, 12, 10_861
TOKENS = (SIDE // PATCH) ** 2

chance = numpy.random.default_rng(1)
nodes, weights = [], []


def weight(name: str, *shape: int, value: float | None = None) -> str:
    # As large as keeps sums over the width near 1.
    array = chance.standard_normal(shape) * WIDTH**-0.5 if value is None else numpy.full(shape, value)
    weights.append(numpy_helper.from_array(array.astype(numpy.float32), name))
    return name


def shape(name: str, *numbers: int) -> str:
    weights.append(numpy_helper.from_array(numpy.array(numbers, dtype=numpy.int64), name))
    return name


def node(kind: str, inputs: list[str], output: str, **attributes: object) -> str:
    nodes.append(helper.make_node(kind, inputs, [output], **attributes))
    return output


def linear(name: str, source: str, inputs: int, outputs: int) -> str:
    product = node("MatMul", [source, weight(f"{name}.weight", inputs, outputs)], f"{name}.product")
    return node("Add", [product, weight(f"{name}.bias", outputs, value=0)], name)


def norm(name: str, source: str) -> str:
    scale, bias = weight(f"{name}.scale", WIDTH, value=1), weight(f"{name}.bias", WIDTH, value=0)
    return node("LayerNormalization", [source, scale, bias], name, axis=-1)


def attention(name: str, source: str) -> str:
    def heads(part: str, order: list[int]) -> str:
        split = node("Reshape", [linear(f"{name}.{part}", source, WIDTH, WIDTH), "heads"], f"{name}.{part}.split")
        return node("Transpose", [split], f"{name}.{part}.heads", perm=order)

    query, key, value = heads("query", [0, 2, 1, 3]), heads("key", [0, 2, 3, 1]), heads("value", [0, 2, 1, 3])
    scores = node("Mul", [node("MatMul", [query, key], f"{name}.scores"), "scale"], f"{name}.scaled")
    mixed = node("MatMul", [node("Softmax", [scores], f"{name}.shares", axis=-1), value], f"{name}.mixed")
    joined = node("Reshape", [node("Transpose", [mixed], f"{name}.back", perm=[0, 2, 1, 3]), "rows"], f"{name}.joined")
    return linear(f"{name}.out", joined, WIDTH, WIDTH)


def gelu(name: str, source: str) -> str:
    bent = node("Erf", [node("Mul", [source, "half_root"], f"{name}.scaled")], f"{name}.erf")
    return node("Mul", [node("Mul", [source, "half"], f"{name}.half"), node("Add", [bent, "one"], f"{name}.one")], name)


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, value in {"scale": (WIDTH // HEADS) ** -0.5, "half_root": 0.5**0.5, "half": 0.5, "one": 1.0}.items():
        weight(name, value=value)
    weight("range", value=1 / 127.5)
    shape("heads", 0, TOKENS, HEADS, WIDTH // HEADS)
    shape("rows", 0, TOKENS, WIDTH)
    shape("flat", 0, WIDTH, TOKENS)
    planes = node("Transpose", ["input"], "planes", perm=[0, 3, 1, 2])
    centred = node("Sub", [node("Mul", [planes, "range"], "ranged"), "one"], "centred")
    kernel = [centred, weight("patch.weight", WIDTH, 3, PATCH, PATCH)]
    patches = node("Reshape", [node("Conv", kernel, "patches", strides=[PATCH, PATCH]), "flat"], "patches.flat")
    tokens = node("Transpose", [patches], "patches.rows", perm=[0, 2, 1])
    x = node("Add", [tokens, weight("places", 1, TOKENS, WIDTH)], "tokens")
    for layer in range(LAYERS):
        name = f"layer{layer}"
        x = node("Add", [x, attention(f"{name}.attention", norm(f"{name}.before", x))], f"{name}.attended")
        wide = gelu(f"{name}.gelu", linear(f"{name}.wide", norm(f"{name}.between", x), WIDTH, 4 * WIDTH))
        x = node("Add", [x, linear(f"{name}.narrow", wide, 4 * WIDTH, WIDTH)], f"{name}.out")
    mean = node("ReduceMean", [norm("last", x)], "mean", axes=[1], keepdims=0)
    # A few dozen tags above any threshold, some hundreds worth keeping, as real taggers give.
    rarity = (chance.standard_normal(TAGS) * 2.5 - 7).astype(numpy.float32)
    weights.append(numpy_helper.from_array(rarity, "rarity"))
    node("Sigmoid", [node("Add", [linear("tags", mean, WIDTH, TAGS), "rarity"], "logits")], "output")
    image = helper.make_tensor_value_info("input", TensorProto.FLOAT, ["N", SIDE, SIDE, 3])
    scores = helper.make_tensor_value_info("output", TensorProto.FLOAT, ["N", TAGS])
    graph = helper.make_graph(nodes, "vit-b-sized", [image], [scores], weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    checker.check_model(model)
    save(model, str(folder / "model.onnx"))
    with open(folder / "selected_tags.csv", "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["tag_id", "name", "category", "count"])
        rows.writerows([i, f"tag_{i}", 9 if i < 4 else 4 if i >= 8000 else 0, TAGS - i] for i in range(TAGS))


main()
