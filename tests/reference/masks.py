"""Masks as rembg makes them (its `normalize` and u2net's `predict`), with real Pillow, numpy and onnxruntime.

Arguments: model, picture, side, mean, deviation (three numbers with commas each), output. Writes the mask as grey PNG.
"""

import sys

import numpy as np
import onnxruntime
from PIL import Image

model, path, side, mean, deviation, output = sys.argv[1:]
picture = Image.open(path).convert("RGB")
small = np.array(picture.resize((int(side), int(side)), Image.Resampling.LANCZOS))
shares = small / max(np.max(small), 1e-6)
numbers = (shares - np.array(mean.split(","), float)) / np.array(deviation.split(","), float)
session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
planes = numbers.transpose((2, 0, 1))[None].astype(np.float32)
found = session.run(None, {session.get_inputs()[0].name: planes})[0][0, 0]
stretched = (found - found.min()) / (found.max() - found.min())
mask = Image.fromarray((stretched * 255).astype("uint8"))
mask.resize(picture.size, Image.Resampling.LANCZOS).save(output)
