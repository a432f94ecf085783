"""A grid of LoRA files by strengths, drawn by the WebUI's own job; the first column is drawn without the LoRA."""

from copy import copy

from . import lora_files
from .sidecar_call import ask
from .xyz_axes import texts_of, write_tags

TITLE = "LoRA strength sweep"
MARGIN = 4


def draw_cell(p, texts: dict[str, str], after: list[str]):
    """A picture and its infotext; None once it is interrupted."""
    from modules import processing, shared

    if shared.state.interrupted or getattr(shared.state, "stopping_generation", False):
        return None, ""
    cell = copy(p)
    write_tags(cell, texts, after)
    cell.styles, cell.batch_size, cell.n_iter = list(p.styles), 1, 1
    processed = processing.process_images(cell)
    first = processed.index_of_first_image
    return processed.images[first], processed.infotexts[first] if len(processed.infotexts) > first else ""


def is_proven(text: str, name: str) -> bool:
    """The infotext names the file's hash only if it was really applied: a LoRA that is missing draws like none."""
    return f"{name}: " in text.partition('Lora hashes: "')[2]


def draw_grid(p, files: list[str], strengths: list[str]):
    """The grid, then its cells, as a `Processed`. `p` has a fixed seed."""
    from modules import images, processing, shared
    from PIL import Image

    columns, texts = ["0", *(strength for strength in strengths if strength != "0")], texts_of(p)
    wanted = [{"name": name, "strength": strength} for name in files for strength in columns]
    told = ask("sweep/tags", texts=list(texts.values()), names=files, cells=wanted)["cells"]
    shared.state.job_count = 1 + len(files) * (len(columns) - 1)
    control, drawn, unproven = draw_cell(p, texts, told[0]), [], []
    for cell, after in zip(wanted, told, strict=True):
        drawn.append(control if cell["strength"] == "0" else draw_cell(p, texts, after))
        picture, text = drawn[-1]
        if picture is not None and cell["strength"] != "0" and not is_proven(text, cell["name"]):
            unproven.append(f"{cell['name']} at {cell['strength']}")
    if not shared.opts.data.get("lora_add_hashes_to_infotext", True):
        unproven = []
    size = control[0].size if control[0] is not None else (p.width, p.height)
    cells = [picture or Image.new("RGB", size) for picture, _ in drawn]
    heads = [[images.GridAnnotation("no LoRA" if strength == "0" else strength)] for strength in columns]
    rows = [[images.GridAnnotation(lora_files.label_of(name))] for name in files]
    grid = images.draw_grid_annotations(images.image_grid(cells, rows=len(files)), *size, heads, rows, MARGIN)
    # The control's, as an X/Y/Z plot has its first cell's.
    notes = f'Script: {TITLE}, LoRA files: "{", ".join(files)}", LoRA strengths: "{", ".join(columns)}"'
    text = f"{control[1]}, {notes}" if control[1] else ""
    if shared.opts.grid_save:
        options = {"extension": shared.opts.grid_format, "prompt": p.prompt, "seed": p.seed, "grid": True, "p": p}
        images.save_image(grid, p.outpath_grids, "lora_sweep", info=text, **options)
    warning = f" Drawn WITHOUT its LoRA, as no hash tells: {'; '.join(unproven)}." if unproven else ""
    result = processing.Processed(p, [grid, *cells], p.seed, f"{text}{warning}", index_of_first_image=1)
    result.infotexts = [text, *(infotext for _, infotext in drawn)]
    return result
