"""Draws pictures of every odd kind into a folder, and beside each what Pillow makes of it for a tagger.

`odd_pictures.py FOLDER SIZE` writes the pictures, `NAME.rgb` (SIZE x SIZE RGB bytes: EXIF transpose, alpha composite on
white, white square, bicubic) for each, and prints their names as JSON.
"""

import io
import json
import random
import struct
import sys
import zlib
from pathlib import Path

import numpy
from PIL import Image, ImageCms, ImageDraw, features
from prepared import prepared

ORIENTATION = 0x0112


def drawing(width: int, height: int, mode: str = "RGB", seed: int = 0) -> Image.Image:
    """Shapes, a gradient and noise: something at every scale."""
    chance = random.Random(seed)
    noise = numpy.random.default_rng(seed).integers(0, 40, (height, width, 3), dtype=numpy.uint8)
    across = numpy.linspace(0, 200, width, dtype=numpy.uint8)[None, :, None]
    image = Image.fromarray((noise + across).astype(numpy.uint8))
    draw = ImageDraw.Draw(image)
    for _ in range(12):
        x, y = chance.randrange(width), chance.randrange(height)
        box = (x, y, x + chance.randrange(1, width + 1), y + chance.randrange(1, height + 1))
        draw.ellipse(box, fill=tuple(chance.randrange(256) for _ in range(3)))
    if mode in ("RGBA", "LA"):
        alpha = Image.fromarray(numpy.random.default_rng(seed + 1).integers(0, 256, (height, width), dtype=numpy.uint8))
        image.putalpha(alpha)
    return image.convert(mode) if image.mode != mode else image


def sixteen_bit_png(samples: numpy.ndarray) -> bytes:
    """A PNG of 16 bits a channel in colour, with or without alpha, which Pillow reads but cannot write."""
    height, width, channels = samples.shape
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in samples)

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 16, {3: 2, 4: 6}[channels], 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def palette_bmp(bits: int) -> bytes:
    """A BMP of 1 or 4 bits with a palette, rows padded to four bytes; Pillow writes the first as grey only."""
    width, height = 37, 29
    chance = numpy.random.default_rng(bits)
    stride = (width * bits + 31) // 32 * 4
    rows = chance.integers(0, 256, (height, stride), dtype=numpy.uint8).tobytes()
    palette = chance.integers(0, 256, (2**bits, 4), dtype=numpy.uint8).tobytes()
    start = 54 + len(palette)
    header = struct.pack("<IiiHHIIiiII", 40, width, height, 1, bits, 0, len(rows), 0, 0, 2**bits, 0)
    return b"BM" + struct.pack("<IHHI", start + len(rows), 0, 0, start) + header + palette + rows


def wide_profile() -> bytes:
    """A colour profile whose primaries are not sRGB's: swapped channels would show."""
    profile = ImageCms.createProfile("XYZ")
    return ImageCms.ImageCmsProfile(profile).tobytes()


def pictures(folder: Path) -> None:
    def save(name: str, image: Image.Image, **options: object) -> None:
        image.save(folder / name, **options)

    save("plain.png", drawing(600, 900))
    save("large.jpg", drawing(1400, 1000, seed=1), quality=92)
    save("exact.png", drawing(448, 448, seed=2))
    save("one.png", drawing(1, 1, seed=3))
    save("small.png", drawing(37, 61, seed=4))
    save("wide.png", drawing(2000, 9, seed=5))
    save("tall.jpg", drawing(11, 1800, seed=6))
    save("alpha.png", drawing(500, 400, "RGBA", 7))
    save("grey-alpha.png", drawing(300, 500, "LA", 8))
    save("grey.png", drawing(320, 240, "L", 9))
    save("grey.jpg", drawing(320, 240, "L", 10))
    palette = drawing(300, 420, seed=11).quantize(64)
    save("palette.png", palette)
    save("palette-transparent.png", palette, transparency=3)
    save("palette-alphas.png", palette, transparency=bytes(range(0, 256, 4)))
    save("rgb-transparent.png", Image.new("RGB", (90, 70), (10, 200, 30)), transparency=(10, 200, 30))
    save("one-bit.png", drawing(200, 200, "L", 12).convert("1"))
    for orientation in range(1, 9):
        exif = Image.Exif()
        exif[ORIENTATION] = orientation
        save(f"exif-{orientation}.jpg", drawing(420, 300, seed=13), exif=exif, quality=95)
        if orientation in (5, 8):
            save(f"exif-{orientation}.png", drawing(320, 200, "RGBA", 32), exif=exif)
            save(f"exif-{orientation}.webp", drawing(320, 200, seed=33), exif=exif, lossless=True)
            save(f"exif-{orientation}.tiff", drawing(320, 200, seed=34), exif=exif)
    frames = [drawing(200, 150, seed=seed) for seed in (14, 15, 16)]
    save("animated.gif", frames[0], save_all=True, append_images=frames[1:])
    save("animated.webp", frames[0], save_all=True, append_images=frames[1:], lossless=True)
    save("animated.png", frames[0], save_all=True, append_images=frames[1:])
    save("lossless.webp", drawing(300, 300, seed=17), lossless=True)
    save("alpha.webp", drawing(300, 260, "RGBA", 18), lossless=True, exact=True)
    save("lossy.webp", drawing(300, 300, seed=19), quality=80)
    save("progressive.jpg", drawing(500, 700, seed=20), quality=85, progressive=True)
    save("no-subsampling.jpg", drawing(500, 700, seed=21), quality=90, subsampling=0)
    save("half-subsampling.jpg", drawing(501, 703, seed=22), quality=90, subsampling=1)
    save("quarter-subsampling.jpg", drawing(503, 701, seed=23), quality=70, subsampling=2)
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    save("profile-srgb.jpg", drawing(400, 300, seed=24), icc_profile=srgb, quality=95)
    save("profile-other.png", drawing(400, 300, seed=25), icc_profile=wide_profile())
    named_wrongly = io.BytesIO()
    drawing(333, 444, seed=26).save(named_wrongly, "PNG")
    (folder / "png-named.jpg").write_bytes(named_wrongly.getvalue())
    save("windows.bmp", drawing(301, 203, seed=27))
    save("windows-palette.bmp", palette)
    save("windows-alpha.bmp", drawing(120, 90, "RGBA", 28))
    save("tagged.tiff", drawing(256, 300, seed=29), compression="tiff_lzw")
    sixteen = numpy.random.default_rng(30).integers(0, 65536, (200, 160), dtype=numpy.uint16)
    save("sixteen-bit-grey.png", Image.fromarray(sixteen))
    colours = numpy.random.default_rng(35).integers(0, 65536, (150, 130, 4), dtype=numpy.uint16)
    (folder / "sixteen-bit.png").write_bytes(sixteen_bit_png(colours[:, :, :3]))
    (folder / "sixteen-bit-alpha.png").write_bytes(sixteen_bit_png(colours))
    (folder / "two-colours.bmp").write_bytes(palette_bmp(1))
    (folder / "sixteen-colours.bmp").write_bytes(palette_bmp(4))
    if features.check("avif"):
        save("half-colour.avif", drawing(300, 220, seed=36), quality=90)
        save("full-colour.avif", drawing(300, 220, seed=36), quality=90, subsampling="4:4:4")
        save("alpha.avif", drawing(260, 300, "RGBA", 37), quality=90, subsampling="4:4:4")
    # Sizes as they come, so that no factor is left out.
    chance = random.Random(38)
    for number in range(24):
        width, height = chance.randrange(1, 1200), chance.randrange(1, 1200)
        save(f"random-{number}-{width}x{height}.png", drawing(width, height, chance.choice(("RGB", "RGBA")), 39 + number))
    save("cmyk.jpg", drawing(400, 500, seed=31).convert("CMYK"), quality=95)


def main() -> None:
    folder, size = Path(sys.argv[1]), int(sys.argv[2])
    pictures(folder)
    names = sorted(path.name for path in folder.iterdir())
    for name in names:
        (folder / f"{name}.rgb").write_bytes(prepared(folder / name, size).tobytes())
    print(json.dumps(names))


main()
