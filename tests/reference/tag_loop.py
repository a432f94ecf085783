"""The plain loop every Python tagger is built on: `tag_loop.py MODEL_FOLDER PICTURES…` prints a JSON object path -> caption.

General tags above 0.35 and characters above 0.85, characters first, each by falling probability; written for comparison.
With `--time` a last line on stderr tells pictures and seconds of the loop alone.
"""

import csv
import json
import sys
import time
from pathlib import Path

import numpy
import onnxruntime
from prepared import prepared


def laid_out(path: str, size: int) -> numpy.ndarray:
    pixels = numpy.asarray(prepared(path, size), dtype=numpy.float32)
    return numpy.ascontiguousarray(pixels[None, :, :, ::-1])


def taken(rows: list, scores: numpy.ndarray, category: str, threshold: float) -> list[str]:
    chosen = [(-scores[i], i) for i, row in enumerate(rows) if row["category"] == category and scores[i] > threshold]
    return [rows[i]["name"].replace("_", " ") for _, i in sorted(chosen)]


def main() -> None:
    timed = "--time" in sys.argv
    folder, *paths = [argument for argument in sys.argv[1:] if argument != "--time"]
    with open(Path(folder) / "selected_tags.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    session = onnxruntime.InferenceSession(str(Path(folder) / "model.onnx"), providers=["CPUExecutionProvider"])
    entry = session.get_inputs()[0]
    captions = {}
    started = time.perf_counter()
    for path in paths:
        scores = session.run(None, {entry.name: laid_out(path, entry.shape[1])})[0][0]

        captions[path] = ", ".join(taken(rows, scores, "4", 0.85) + taken(rows, scores, "0", 0.35))
    if timed:
        print(f"{len(paths)} {time.perf_counter() - started}", file=sys.stderr)
    print(json.dumps(captions))


main()
