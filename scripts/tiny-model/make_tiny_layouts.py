"""Makes a tiny tagger of each layout for the tests; each is a few kB, and what it says depends on the pixels.

Needs `onnx` and `numpy`. Run: python scripts/tiny-model/make_tiny_layouts.py
A tag says how much of one colour the picture has, computed from what the layout's real models are given: with another
order of axes or colours, another scale or no sigmoid, other tags come out.
"""

import csv
import json
from pathlib import Path

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper, save

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "fixtures" / "models"
SIDE = 32
MEAN, DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)

# tag, category, red, green, blue, bias: logit = red share * red + ... + bias; shares are 0-1 of the whole picture.
TAGS = [
    ("general", "rating", 0, 0, 0, 2),
    ("explicit", "rating", 0, 0, 0, -4),
    ("red_theme", "general", 8, 0, 0, -4),
    ("green_theme", "general", 0, 8, 0, -4),
    ("blue_theme", "general", 0, 0, 8, -4),
    ("okara_(series)", "character", 8, -8, 0, -2),
    ("atelier", "copyright", 0, -8, 8, -2),
    ("best_quality", "quality", 0, 0, 0, 3),
    ("from_left", "meta", 0, 0, 0, -3),
]
NUMBERS = {"general": 0, "artist": 1, "copyright": 3, "character": 4, "meta": 5, "rating": 9, "quality": 8}


def model(path: Path, *, nchw: bool, bgr: bool, multiply, add, outputs: dict[str, str], batch="batch") -> None:
    """`outputs`: name -> "logits" | "probabilities" | "zeros" | "embedding"; scale as in layouts/model-layout.ts (of bytes)."""
    shape = [batch, 3, SIDE, SIDE] if nchw else [batch, SIDE, SIDE, 3]
    # From the means of the model's numbers back to shares of red, green, blue.
    order = [2, 1, 0] if bgr else [0, 1, 2]
    back = np.zeros((3, 3), dtype=np.float32)
    shift = np.zeros(3, dtype=np.float32)
    for place, colour in enumerate(order):
        back[place, colour] = 1 / (255 * multiply[colour])
        shift[colour] = -add[colour] / (255 * multiply[colour])
    weights = np.array([tag[2:5] for tag in TAGS], dtype=np.float32).T
    bias = np.array([tag[5] for tag in TAGS], dtype=np.float32)
    left = np.zeros((1, 1, 1, SIDE) if nchw else (1, 1, SIDE, 1), dtype=np.float32)
    left.reshape(-1)[: SIDE // 2] = 2
    constants = {"back": back, "shift": shift, "weights": weights, "bias": bias, "left": left}
    # What is brighter at its left than as a whole is "from_left": rows and columns must not be exchanged.
    constants["to_left"] = np.array([[10 if tag[0] == "from_left" else 0 for tag in TAGS]] * 3, dtype=np.float32)
    axes = [2, 3] if nchw else [1, 2]
    nodes = [
        helper.make_node("ReduceMean", ["input"], ["means"], axes=axes, keepdims=0),
        helper.make_node("Mul", ["input", "left"], ["left_half"]),
        helper.make_node("ReduceMean", ["left_half"], ["left_means"], axes=axes, keepdims=0),
        helper.make_node("Sub", ["left_means", "means"], ["difference"]),
        helper.make_node("MatMul", ["difference", "back"], ["difference_shares"]),
        helper.make_node("MatMul", ["difference_shares", "to_left"], ["leftness"]),
        helper.make_node("MatMul", ["means", "back"], ["shares_0"]),
        helper.make_node("Add", ["shares_0", "shift"], ["shares"]),
        helper.make_node("MatMul", ["shares", "weights"], ["weighted"]),
        helper.make_node("Add", ["weighted", "bias"], ["sum"]),
        helper.make_node("Add", ["sum", "leftness"], ["all_logits"]),
    ]
    made = []
    for name, kind in outputs.items():
        size = 3 if kind == "embedding" else len(TAGS)
        source = {"embedding": "means", "zeros": "zeros_of_all"}.get(kind, "all_logits")
        operator = "Sigmoid" if kind == "probabilities" else "Identity"
        if kind == "zeros":
            nodes.append(helper.make_node("Sub", ["all_logits", "all_logits"], ["zeros_of_all"]))
        nodes.append(helper.make_node(operator, [source], [name]))
        made.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, [batch, size]))
    graph = helper.make_graph(
        nodes,
        path.parent.name,
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, shape)],
        made,
        [numpy_helper.from_array(array, name) for name, array in constants.items()],
    )
    built = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    checker.check_model(built)
    path.parent.mkdir(parents=True, exist_ok=True)
    save(built, path)


def table(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["tag_id", "name", "category", "count"])
        writer.writerows([index, name, NUMBERS[category], 0] for index, (name, category, *_) in enumerate(TAGS))


def mapping() -> dict:
    return {
        "idx_to_tag": {str(index): tag[0] for index, tag in enumerate(TAGS)},
        "tag_to_category": {tag[0]: tag[1] for tag in TAGS},
    }


def document(path: Path, value) -> None:
    path.write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")


BYTES = {"multiply": (1, 1, 1), "add": (0, 0, 0)}
UNIT = {"multiply": (1 / 255,) * 3, "add": (0, 0, 0)}
HALF = {"multiply": (1 / 127.5,) * 3, "add": (-1, -1, -1)}
IMAGENET = {
    "multiply": tuple(1 / (255 * deviation) for deviation in DEVIATION),
    "add": tuple(-mean / deviation for mean, deviation in zip(MEAN, DEVIATION, strict=True)),
}

if __name__ == "__main__":
    wd = FOLDER / "tiny-wd"
    model(wd / "model.onnx", nchw=False, bgr=True, **BYTES, outputs={"output": "probabilities"})
    table(wd / "selected_tags.csv")

    fixed = FOLDER / "tiny-wd-batch-4"
    model(fixed / "model.onnx", nchw=False, bgr=True, **BYTES, outputs={"output": "probabilities"}, batch=4)
    table(fixed / "selected_tags.csv")

    cl = FOLDER / "tiny-cl-tagger"
    model(cl / "model_optimized.onnx", nchw=True, bgr=True, **HALF, outputs={"output": "logits"})
    # The other form of the mapping, with capitals.
    document(
        cl / "tag_mapping.json",
        {str(index): {"tag": tag[0], "category": tag[1].capitalize()} for index, tag in enumerate(TAGS)},
    )

    camie_1 = FOLDER / "tiny-camie-v1"
    model(camie_1 / "model_initial.onnx", nchw=True, bgr=False, **UNIT, outputs={"output": "logits"})
    document(camie_1 / "model_initial_metadata.json", mapping())

    camie_2 = FOLDER / "tiny-camie-v2"
    outputs = {"initial_predictions": "zeros", "refined_predictions": "logits"}
    model(camie_2 / "camie-tagger-v2.onnx", nchw=True, bgr=False, **IMAGENET, outputs=outputs)
    metadata = {"model_info": {"img_size": SIDE}, "dataset_info": {"total_tags": len(TAGS), "tag_mapping": mapping()}}
    document(camie_2 / "camie-tagger-v2-metadata.json", metadata)

    pixai = FOLDER / "tiny-pixai"
    outputs = {"embedding": "embedding", "logits": "logits", "prediction": "probabilities"}
    model(pixai / "model.onnx", nchw=True, bgr=False, **HALF, outputs=outputs)
    table(pixai / "selected_tags.csv")
    stages = [
        {"type": "resize", "size": [SIDE, SIDE], "interpolation": "bilinear", "antialias": True, "max_size": None},
        {"type": "maybe_to_tensor"},
        {"type": "normalize", "mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5]},
    ]
    document(pixai / "preprocess.json", {"stages": stages})

    deep = FOLDER / "tiny-deepdanbooru"
    model(deep / "deepdanbooru.onnx", nchw=False, bgr=False, **UNIT, outputs={"probabilities": "probabilities"})
    table(deep / "deepdanbooru_tags.csv")
