"""Teaches the small tagger to read drawn figures: a small convolutional network on what draw_figures.mjs drew.

Needs `torch` and `numpy`. Run: python scripts/tiny-model/train_figures.py DRAWN HELD-OUT OUT.npz [MINUTES]
First the layers are trained under a plain head; then, with the layers fixed, the head that is kept is fitted to what they find
in each part of the picture. Prints the held-out error of each tag; the weights go into the tagger by make_tiny_tagger.py.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

SIDE = 112
# Channels, kernel, stride and padding of each layer.
LAYERS = [(24, 4, 4, 0), (32, 3, 1, 1), (48, 3, 2, 1), (48, 3, 1, 1)]
BATCH = 64
HEAD_STEPS = 3000
RATE = 3e-3


def load(folder: str) -> tuple[torch.Tensor, torch.Tensor, list[str]]:
    tags = json.loads((Path(folder) / "tags.json").read_text())
    labels = np.fromfile(Path(folder) / "labels.bin", dtype=np.float32).reshape(-1, len(tags))
    pictures = np.fromfile(Path(folder) / "pictures.bin", dtype=np.uint8)
    pictures = pictures[: len(labels) * SIDE * SIDE * 3].reshape(-1, SIDE, SIDE, 3)
    return torch.from_numpy(pictures), torch.from_numpy(labels), tags


class Reader(nn.Module):
    """The layers under the plain head: mean and maximum over the picture, then one number for each tag."""

    def __init__(self, tags: int):
        super().__init__()
        channels = [3, *(layer[0] for layer in LAYERS)]
        self.layers = nn.ModuleList(
            nn.Sequential(nn.Conv2d(channels[at], *layer, bias=False), nn.BatchNorm2d(layer[0]))
            for at, layer in enumerate(LAYERS)
        )
        self.last = nn.Linear(2 * channels[-1], tags)

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        for layer in self.layers:
            pictures = functional.relu(layer(pictures))
        return self.last(torch.cat([pictures.mean((2, 3)), pictures.amax((2, 3))], 1))


def prepared(pictures: torch.Tensor) -> torch.Tensor:
    return pictures.permute(0, 3, 1, 2).float() / 255


def varied(pictures: torch.Tensor) -> torch.Tensor:
    """Mirrored, moved a little, lighter or darker."""
    if torch.rand(()) < 0.5:
        pictures = pictures.flip(3)
    moved = functional.pad(pictures, (3, 3, 3, 3), value=1.0)
    top, left = torch.randint(0, 7, (2,)).tolist()
    moved = moved[:, :, top : top + SIDE, left : left + SIDE]
    return (moved * (1 + 0.06 * torch.randn(len(moved), 1, 1, 1))).clamp(0, 1)


def folded(reader: Reader) -> dict[str, np.ndarray]:
    """The layers' weights and biases with the normalisation in them."""
    weights = {}
    for at, (layer, norm) in enumerate(reader.layers):
        scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
        weights[f"figure_weight_{at}"] = (layer.weight * scale[:, None, None, None]).detach().numpy()
        weights[f"figure_bias_{at}"] = (norm.bias - norm.running_mean * scale).detach().numpy()
    return {name: np.ascontiguousarray(value, dtype=np.float32) for name, value in weights.items()}


def found(weights: dict[str, np.ndarray], pictures: torch.Tensor) -> torch.Tensor:
    """Means over a grid of 4 x 4 parts that overlap, and the maxima."""
    for at, (_, _, stride, padding) in enumerate(LAYERS):
        layer = [torch.from_numpy(weights[f"figure_{kind}_{at}"]) for kind in ("weight", "bias")]
        pictures = functional.relu(functional.conv2d(pictures, *layer, stride, padding))
    means = functional.avg_pool2d(pictures, 5, 3).flatten(1)
    return torch.cat([means, pictures.amax((2, 3))], 1)


def train_layers(pictures: torch.Tensor, labels: torch.Tensor, minutes: float) -> dict[str, np.ndarray]:
    reader = Reader(labels.shape[1])
    reader.last.bias.data.fill_(-2)
    optimizer = torch.optim.AdamW(reader.parameters(), RATE, weight_decay=1e-3)
    started, step = time.monotonic(), 0
    while (spent := (time.monotonic() - started) / 60 / minutes) < 1:
        for group in optimizer.param_groups:
            group["lr"] = RATE * min(1, step / 50) * 0.5 * (1 + np.cos(np.pi * spent))
        chosen = torch.randint(0, len(pictures), (BATCH,))
        loss = functional.binary_cross_entropy_with_logits(reader(varied(prepared(pictures[chosen]))), labels[chosen])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        step += 1
        if step % 20 == 0:
            print(f"{spent:.2f} step {step} loss {loss.item():.4f}", flush=True)
    return folded(reader.eval())


@torch.no_grad()
def found_in_all(weights: dict[str, np.ndarray], pictures: torch.Tensor, mirrored: bool) -> torch.Tensor:
    parts = (prepared(part) for part in pictures.split(128))
    return torch.cat([found(weights, part.flip(3) if mirrored else part) for part in parts])


def fit_head(weights: dict[str, np.ndarray], pictures: torch.Tensor, labels: torch.Tensor) -> dict[str, np.ndarray]:
    seen = torch.cat([found_in_all(weights, pictures, mirrored) for mirrored in (False, True)])
    labels = torch.cat([labels, labels])
    middle, spread = seen.mean(0), seen.std(0) + 1e-3
    seen = (seen - middle) / spread
    head = nn.Linear(seen.shape[1], labels.shape[1])
    head.weight.data.zero_()
    head.bias.data.fill_(-2)
    optimizer = torch.optim.AdamW(head.parameters(), 3e-3, weight_decay=0.05)
    for step in range(HEAD_STEPS):
        for group in optimizer.param_groups:
            group["lr"] = 3e-3 * 0.5 * (1 + np.cos(np.pi * step / HEAD_STEPS))
        chosen = torch.randint(0, len(seen), (512,))
        loss = functional.binary_cross_entropy_with_logits(head(seen[chosen]), labels[chosen])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    last = (head.weight / spread).detach()
    bias = (head.bias - (last * middle).sum(1)).detach()
    return {
        "figure_last": np.ascontiguousarray(last.T.numpy(), dtype=np.float32),
        "figure_last_bias": np.ascontiguousarray(bias.numpy(), dtype=np.float32),
    }


def report(weights: dict[str, np.ndarray], held: str) -> None:
    pictures, labels, tags = load(held)
    seen = found_in_all(weights, pictures, False)
    said = torch.sigmoid(seen @ torch.from_numpy(weights["figure_last"]) + torch.from_numpy(weights["figure_last_bias"]))
    for at, tag in enumerate(tags):
        sure = (labels[:, at] > 0.8) | (labels[:, at] < 0.2)
        there = labels[:, at] > 0.8
        right = ((said[:, at] > 0.5) == (labels[:, at] > 0.5))[sure].float().mean()
        means = said[there, at].mean(), said[labels[:, at] < 0.2, at].mean()
        print(f"{tag:20} right {right:.3f}  said where it is {means[0]:.2f}, where it is not {means[1]:.2f}")


def main(drawn: str, held: str, out: str, minutes: float = 8) -> None:
    torch.manual_seed(1)
    pictures, labels, tags = load(drawn)
    weights = train_layers(pictures, labels, minutes)
    weights |= fit_head(weights, pictures, labels)
    np.savez(out, tags=np.array(tags), **weights)
    report(weights, held)


if __name__ == "__main__":
    main(*sys.argv[1:4], *map(float, sys.argv[4:]))
