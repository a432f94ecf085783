"""Makes the small built-in tagger: a WD-shaped ONNX model whose tags follow the pixels.

Needs `onnx` and `numpy`. Run: python scripts/tiny-model/make_tiny_tagger.py [FIGURES.npz]
Input [N, 448, 448, 3] float32, BGR 0-255, rows first; output [N, tags] after a sigmoid. The first tags are sums over the picture;
those behind them read drawn figures like the rehearsal's, by weights of train_figures.py (without FIGURES.npz the model's own).
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import numpy as np
from onnx import TensorProto, checker, helper, load, numpy_helper, save

SIDE = 448
# Stride and padding of the layers that read figures, as in train_figures.py.
FIGURE_LAYERS = [(4, 0), (1, 1), (2, 1), (1, 1)]
STRIP = 24
FOLDER = Path(__file__).resolve().parents[2] / "models" / "atelier-tiny-tagger"

# name, region (rows, columns) of a mean per channel; each gives three features B, G, R in 0-1.
REGIONS = {
    "whole": ((0, SIDE), (0, SIDE)),
    "centre": ((124, 324), (124, 324)),
    "left": ((124, 324), (0, STRIP)),
    "right": ((124, 324), (SIDE - STRIP, SIDE)),
    "top": ((0, STRIP), (124, 324)),
    "bottom": ((SIDE - STRIP, SIDE), (124, 324)),
}
FEATURES = [f"{region}_{channel}" for region in REGIONS for channel in "bgr"] + ["edges"]


def grey(region: str, weight: float) -> dict[str, float]:
    return {f"{region}_{channel}": weight / 3 for channel in "bgr"}


def add(*parts: dict[str, float]) -> dict[str, float]:
    total: dict[str, float] = {}
    for part in parts:
        for name, weight in part.items():
            total[name] = total.get(name, 0) + weight
    return total


def hue(region: str, **channels: float) -> dict[str, float]:
    return {f"{region}_{channel}": weight for channel, weight in channels.items()}


# tag, category, weights, bias: logit = weights . features + bias
SIDES = add(grey("left", 20), grey("right", 20))
ENDS = add(grey("top", 20), grey("bottom", 20))
AROUND = add(SIDES, ENDS)
minus = lambda part: {name: -weight for name, weight in part.items()}  # noqa: E731
TAGS: list[tuple[str, int, dict[str, float], float]] = [
    ("general", 9, grey("whole", 4), 0.5),
    ("sensitive", 9, hue("centre", r=6, b=-6), -2.0),
    ("questionable", 9, {}, -4.0),
    ("explicit", 9, {}, -6.0),
    ("red_theme", 0, hue("centre", r=24, g=-12, b=-12), -2.5),
    ("green_theme", 0, hue("centre", g=24, r=-12, b=-12), -2.5),
    ("blue_theme", 0, hue("centre", b=24, r=-12, g=-12), -2.5),
    ("yellow_theme", 0, hue("centre", r=12, g=12, b=-24), -2.5),
    ("purple_theme", 0, hue("centre", r=12, b=12, g=-24), -2.5),
    ("aqua_theme", 0, hue("centre", g=12, b=12, r=-24), -2.5),
    ("warm_colors", 0, hue("whole", r=16, b=-16), -1.0),
    ("cool_colors", 0, hue("whole", r=-16, b=16), -1.0),
    ("dark", 0, grey("whole", -24), 7.0),
    ("bright", 0, grey("whole", 24), -17.0),
    ("white_background", 0, AROUND, -74.0),
    ("black_background", 0, minus(ENDS), 4.0),
    ("tall_image", 0, add(SIDES, minus(ENDS)), -4.0),
    ("wide_image", 0, add(ENDS, minus(SIDES)), -4.0),
    ("white_margins_(sides)", 0, SIDES, -37.0),
    ("white_margins_(ends)", 0, ENDS, -37.0),
    ("light_from_above", 0, add(grey("top", 12), grey("bottom", -12)), -3.0),
    ("light_from_below", 0, add(grey("top", -12), grey("bottom", 12)), -3.0),
    ("light_from_left", 0, add(grey("left", 12), grey("right", -12)), -3.0),
    ("light_from_right", 0, add(grey("left", -12), grey("right", 12)), -3.0),
    ("spotlight", 0, add(grey("centre", 16), grey("whole", -16)), -3.0),
    ("silhouette", 0, add(grey("centre", -16), grey("whole", 16)), -3.0),
    ("detailed", 0, {"edges": 200}, -4.0),
    ("flat_color", 0, {"edges": -400}, 3.0),
    (">_<", 0, {"edges": 300}, -12.0),
    ("okara_(atelier)", 4, hue("centre", r=14, g=10, b=-20), -3.5),
    ("midori_(atelier)", 4, hue("centre", g=40, r=-20, b=-20), -4.0),
]


def constant(name: str, values: list[int] | np.ndarray):
    array = values if isinstance(values, np.ndarray) else np.array(values, dtype=np.int64)
    return numpy_helper.from_array(array, name)


def figure_weights(path: str | None) -> tuple[dict[str, np.ndarray], list[str]]:
    """Weights of the network that reads figures, and its tags."""
    if path is not None:
        stored = dict(np.load(path))
        return stored, [str(tag) for tag in stored.pop("tags")]
    made = load(FOLDER / "model.onnx").graph.initializer
    weights = {
        one.name: numpy_helper.to_array(one)
        for one in made
        if one.name.startswith(("figure_weight", "figure_bias", "figure_last"))
    }
    with (FOLDER / "selected_tags.csv").open(encoding="utf-8") as file:
        return weights, [row["name"] for row in csv.DictReader(file)][len(TAGS) :]


def figure_nodes(weights: dict[str, np.ndarray]) -> list:
    """From `unit` to `figure_tags`: means of 4 x 4 pixels, convolutions, means of parts and maxima, a sum for each tag."""
    nodes = [
        helper.make_node("Transpose", ["unit"], ["figure_planes"], perm=[0, 3, 1, 2]),
        helper.make_node("AveragePool", ["figure_planes"], ["figure_0"], kernel_shape=[4, 4], strides=[4, 4]),
    ]
    for at in range(len(FIGURE_LAYERS)):
        stride, padding = FIGURE_LAYERS[at]
        inputs = [f"figure_{at}", f"figure_weight_{at}", f"figure_bias_{at}"]
        kernel = list(weights[f"figure_weight_{at}"].shape[2:])
        shape = {"kernel_shape": kernel, "pads": [padding] * 4, "strides": [stride] * 2}
        nodes.append(helper.make_node("Conv", inputs, [f"figure_sum_{at}"], **shape))
        nodes.append(helper.make_node("Relu", [f"figure_sum_{at}"], [f"figure_{at + 1}"]))
    last = f"figure_{len(FIGURE_LAYERS)}"
    nodes.append(helper.make_node("AveragePool", [last], ["figure_parts"], kernel_shape=[5, 5], strides=[3, 3]))
    nodes.append(helper.make_node("Flatten", ["figure_parts"], ["figure_mean"], axis=1))
    nodes.append(helper.make_node("ReduceMax", [last], ["figure_max"], axes=[2, 3], keepdims=0))
    nodes.append(helper.make_node("Concat", ["figure_mean", "figure_max"], ["figure_found"], axis=1))
    nodes.append(helper.make_node("MatMul", ["figure_found", "figure_last"], ["figure_weighted"]))
    nodes.append(helper.make_node("Add", ["figure_weighted", "figure_last_bias"], ["figure_logits"]))
    nodes.append(helper.make_node("Sigmoid", ["figure_logits"], ["figure_there"]))
    # The first tag is `1girl`: where there is no figure, nothing is said of one.
    nodes.append(helper.make_node("Split", ["figure_there", "figure_split"], ["figure_girl", "figure_rest"], axis=1))
    nodes.append(helper.make_node("Mul", ["figure_there", "figure_girl"], ["figure_tags"]))
    return nodes


def build(figures: dict[str, np.ndarray], tags: int):
    nodes, constants, means = [], [], []

    def slice_of(source: str, name: str, starts: list[int], ends: list[int]) -> str:
        constants.extend([constant(f"{name}_starts", starts), constant(f"{name}_ends", ends)])
        nodes.append(helper.make_node("Slice", [source, f"{name}_starts", f"{name}_ends", "rows_columns"], [name]))
        return name

    constants.append(constant("rows_columns", [1, 2]))
    constants.append(constant("scale", np.array([255], dtype=np.float32)))
    nodes.append(helper.make_node("Div", ["input", "scale"], ["unit"]))
    for name, ((top, bottom), (left, right)) in REGIONS.items():
        region = slice_of("unit", name, [top, left], [bottom, right])
        nodes.append(helper.make_node("ReduceMean", [region], [f"{name}_mean"], axes=[1, 2], keepdims=0))
        means.append(f"{name}_mean")
    before = slice_of("unit", "before", [0, 0], [SIDE, SIDE - 1])
    after = slice_of("unit", "after", [0, 1], [SIDE, SIDE])
    nodes.append(helper.make_node("Sub", [after, before], ["difference"]))
    nodes.append(helper.make_node("Abs", ["difference"], ["steps"]))
    nodes.append(helper.make_node("ReduceMean", ["steps"], ["edges_4d"], axes=[1, 2, 3], keepdims=1))
    nodes.append(helper.make_node("Flatten", ["edges_4d"], ["edges"], axis=1))
    nodes.append(helper.make_node("Concat", [*means, "edges"], ["features"], axis=1))
    weights = np.zeros((len(FEATURES), len(TAGS)), dtype=np.float32)
    for column, (_, _, parts, _) in enumerate(TAGS):
        for name, weight in parts.items():
            weights[FEATURES.index(name), column] = weight
    constants.append(constant("weights", weights))
    constants.append(constant("bias", np.array([bias for *_, bias in TAGS], dtype=np.float32)))
    nodes.append(helper.make_node("MatMul", ["features", "weights"], ["weighted"]))
    nodes.append(helper.make_node("Add", ["weighted", "bias"], ["sums"]))
    nodes.append(helper.make_node("Sigmoid", ["sums"], ["sum_tags"]))
    nodes.extend(figure_nodes(figures))
    constants.extend(numpy_helper.from_array(value, name) for name, value in figures.items())
    constants.append(constant("figure_split", [1, tags - len(TAGS) - 1]))
    nodes.append(helper.make_node("Concat", ["sum_tags", "figure_tags"], ["output"], axis=1))
    graph = helper.make_graph(
        nodes,
        "atelier-tiny-tagger",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, ["batch", SIDE, SIDE, 3])],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, ["batch", tags])],
        constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    checker.check_model(model)
    return model


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    figures, figure_tags = figure_weights(sys.argv[1] if len(sys.argv) > 1 else None)
    save(build(figures, len(TAGS) + len(figure_tags)), FOLDER / "model.onnx")
    with (FOLDER / "selected_tags.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["tag_id", "name", "category", "count"])
        known = [(name, category) for name, category, _, _ in TAGS] + [(name, 0) for name in figure_tags]
        writer.writerows([index, name, category, 0] for index, (name, category) in enumerate(known))
