"""The tagger author's own preparation of a picture, EXIF orientation first."""

from pathlib import Path

from PIL import Image, ImageOps


def prepared(path: Path | str, size: int) -> Image.Image:
    image = ImageOps.exif_transpose(Image.open(path)).convert("RGBA")
    white = Image.new("RGBA", image.size, (255, 255, 255))
    white.alpha_composite(image)
    image = white.convert("RGB")
    side = max(image.size)
    square = Image.new("RGB", (side, side), (255, 255, 255))
    square.paste(image, ((side - image.width) // 2, (side - image.height) // 2))
    return square if side == size else square.resize((size, size), Image.Resampling.BICUBIC)
