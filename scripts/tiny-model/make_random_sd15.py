"""Writes a Stable Diffusion 1.5 checkpoint of random weights, for the tests that train with the real trainer.

Needs `numpy`. Run: python scripts/tiny-model/make_random_sd15.py OUT.safetensors [SEED]
It has the exact names and shapes of the original layout (the trainer's widths are fixed, so nothing smaller loads) and 2.1 GB;
what is trained on it is worth nothing. Norms do nothing at first, all else is small noise, so that the loss is a number.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

DEVIATION = 0.02
CHANNELS = 320
TIME = 4 * CHANNELS
CONTEXT = 768
LEVELS = [1, 2, 4, 4]
VAE_CHANNELS = 128
CLIP_LAYERS = 12
CLIP_TOKENS = 49408

Shape = tuple[int, ...]
Tensor = tuple[str, Shape]


def weighted(name: str, *shape: int, bias: bool = True) -> Iterator[Tensor]:
    yield f"{name}.weight", shape
    if bias:
        yield f"{name}.bias", shape[:1]


def residual(name: str, given: int, made: int) -> Iterator[Tensor]:
    yield from weighted(f"{name}.in_layers.0", given)
    yield from weighted(f"{name}.in_layers.2", made, given, 3, 3)
    yield from weighted(f"{name}.emb_layers.1", made, TIME)
    yield from weighted(f"{name}.out_layers.0", made)
    yield from weighted(f"{name}.out_layers.3", made, made, 3, 3)
    if given != made:
        yield from weighted(f"{name}.skip_connection", made, given, 1, 1)


def transformer(name: str, width: int) -> Iterator[Tensor]:
    yield from weighted(f"{name}.norm", width)
    yield from weighted(f"{name}.proj_in", width, width, 1, 1)
    block = f"{name}.transformer_blocks.0"
    for attention, context in (("attn1", width), ("attn2", CONTEXT)):
        yield from weighted(f"{block}.{attention}.to_q", width, width, bias=False)
        yield from weighted(f"{block}.{attention}.to_k", width, context, bias=False)
        yield from weighted(f"{block}.{attention}.to_v", width, context, bias=False)
        yield from weighted(f"{block}.{attention}.to_out.0", width, width)
    yield from weighted(f"{block}.ff.net.0.proj", 8 * width, width)
    yield from weighted(f"{block}.ff.net.2", width, 4 * width)
    for norm in ("norm1", "norm2", "norm3"):
        yield from weighted(f"{block}.{norm}", width)
    yield from weighted(f"{name}.proj_out", width, width, 1, 1)


def unet(root: str) -> Iterator[Tensor]:
    yield from weighted(f"{root}.time_embed.0", TIME, CHANNELS)
    yield from weighted(f"{root}.time_embed.2", TIME, TIME)
    yield from weighted(f"{root}.input_blocks.0.0", CHANNELS, 4, 3, 3)
    # What each block hands over to the one that stands opposite.
    handed, width, block = [CHANNELS], CHANNELS, 1
    last = len(LEVELS) - 1
    for level, times in enumerate(LEVELS):
        for _ in range(2):
            yield from residual(f"{root}.input_blocks.{block}.0", width, times * CHANNELS)
            width = times * CHANNELS
            if level != last:
                yield from transformer(f"{root}.input_blocks.{block}.1", width)
            handed.append(width)
            block += 1
        if level != last:
            yield from weighted(f"{root}.input_blocks.{block}.0.op", width, width, 3, 3)
            handed.append(width)
            block += 1
    yield from residual(f"{root}.middle_block.0", width, width)
    yield from transformer(f"{root}.middle_block.1", width)
    yield from residual(f"{root}.middle_block.2", width, width)
    block = 0
    for level, times in reversed(list(enumerate(LEVELS))):
        for part in range(3):
            yield from residual(f"{root}.output_blocks.{block}.0", width + handed.pop(), times * CHANNELS)
            width = times * CHANNELS
            if level != last:
                yield from transformer(f"{root}.output_blocks.{block}.1", width)
            if part == 2 and level > 0:
                yield from weighted(f"{root}.output_blocks.{block}.{1 if level == last else 2}.conv", width, width, 3, 3)
            block += 1
    yield from weighted(f"{root}.out.0", width)
    yield from weighted(f"{root}.out.2", 4, width, 3, 3)


def vae_residual(name: str, given: int, made: int) -> Iterator[Tensor]:
    yield from weighted(f"{name}.norm1", given)
    yield from weighted(f"{name}.conv1", made, given, 3, 3)
    yield from weighted(f"{name}.norm2", made)
    yield from weighted(f"{name}.conv2", made, made, 3, 3)
    if given != made:
        yield from weighted(f"{name}.nin_shortcut", made, given, 1, 1)


def vae_middle(name: str, width: int) -> Iterator[Tensor]:
    yield from vae_residual(f"{name}.block_1", width, width)
    yield from weighted(f"{name}.attn_1.norm", width)
    for part in ("q", "k", "v", "proj_out"):
        yield from weighted(f"{name}.attn_1.{part}", width, width, 1, 1)
    yield from vae_residual(f"{name}.block_2", width, width)


def vae(root: str) -> Iterator[Tensor]:
    last = len(LEVELS) - 1
    width = VAE_CHANNELS
    yield from weighted(f"{root}.encoder.conv_in", width, 3, 3, 3)
    for level, times in enumerate(LEVELS):
        for part in range(2):
            yield from vae_residual(f"{root}.encoder.down.{level}.block.{part}", width, times * VAE_CHANNELS)
            width = times * VAE_CHANNELS
        if level != last:
            yield from weighted(f"{root}.encoder.down.{level}.downsample.conv", width, width, 3, 3)
    yield from vae_middle(f"{root}.encoder.mid", width)
    yield from weighted(f"{root}.encoder.norm_out", width)
    yield from weighted(f"{root}.encoder.conv_out", 8, width, 3, 3)
    yield from weighted(f"{root}.quant_conv", 8, 8, 1, 1)
    yield from weighted(f"{root}.post_quant_conv", 4, 4, 1, 1)
    yield from weighted(f"{root}.decoder.conv_in", width, 4, 3, 3)
    yield from vae_middle(f"{root}.decoder.mid", width)
    for level, times in reversed(list(enumerate(LEVELS))):
        for part in range(3):
            yield from vae_residual(f"{root}.decoder.up.{level}.block.{part}", width, times * VAE_CHANNELS)
            width = times * VAE_CHANNELS
        if level > 0:
            yield from weighted(f"{root}.decoder.up.{level}.upsample.conv", width, width, 3, 3)
    yield from weighted(f"{root}.decoder.norm_out", width)
    yield from weighted(f"{root}.decoder.conv_out", 3, width, 3, 3)


def text_encoder(root: str) -> Iterator[Tensor]:
    yield from weighted(f"{root}.embeddings.token_embedding", CLIP_TOKENS, CONTEXT, bias=False)
    yield from weighted(f"{root}.embeddings.position_embedding", 77, CONTEXT, bias=False)
    for number in range(CLIP_LAYERS):
        layer = f"{root}.encoder.layers.{number}"
        for part in ("q_proj", "k_proj", "v_proj", "out_proj"):
            yield from weighted(f"{layer}.self_attn.{part}", CONTEXT, CONTEXT)
        yield from weighted(f"{layer}.mlp.fc1", 4 * CONTEXT, CONTEXT)
        yield from weighted(f"{layer}.mlp.fc2", CONTEXT, 4 * CONTEXT)
        yield from weighted(f"{layer}.layer_norm1", CONTEXT)
        yield from weighted(f"{layer}.layer_norm2", CONTEXT)
    yield from weighted(f"{root}.final_layer_norm", CONTEXT)


def values(name: str, shape: Shape, noise: np.random.Generator) -> np.ndarray:
    if len(shape) > 1:
        return (noise.standard_normal(shape, dtype=np.float32) * DEVIATION).astype(np.float16)
    # Only norms have weights of one dimension.
    return np.full(shape, 1 if name.endswith(".weight") else 0, dtype=np.float16)


def main(out: Path, seed: int) -> None:
    tensors = [
        *unet("model.diffusion_model"),
        *vae("first_stage_model"),
        *text_encoder("cond_stage_model.transformer.text_model"),
    ]
    header: dict[str, object] = {"__metadata__": {"title": "Random weights for tests: nothing was learnt"}}
    end = 0
    for name, shape in tensors:
        begin, end = end, end + 2 * int(np.prod(shape))
        header[name] = {"dtype": "F16", "shape": shape, "data_offsets": [begin, end]}
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    noise = np.random.default_rng(seed)
    with out.open("wb") as file:
        file.write(len(text).to_bytes(8, "little") + text)
        for name, shape in tensors:
            file.write(values(name, shape, noise).tobytes())
    print(f"{out}: {len(tensors)} tensors, {out.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
