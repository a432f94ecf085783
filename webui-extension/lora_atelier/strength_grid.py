"""A grid of LoRA files by strengths, drawn by the WebUI's own job; the first column is drawn without the LoRA."""

from copy import copy

from . import lora_files
from .lora_tag import rewritten

TITLE = "LoRA strength sweep"
MARGIN = 4


def infotext_of(p) -> str:
    from modules import processing

    return processing.create_infotext(p, p.all_prompts, p.all_seeds, p.all_subseeds)


def draw_cell(p, files: list[str], name: str, strength: str, notes: dict | None):
    """One picture and its text, and the text of the grid if `notes` are to be in it; no picture once it is interrupted."""
    from modules import processing, shared

    if shared.state.interrupted or getattr(shared.state, "stopping_generation", False):
        return None, "", None
    cell = copy(p)
    cell.styles, cell.extra_generation_params = list(p.styles), dict(p.extra_generation_params)
    cell.batch_size = cell.n_iter = 1
    for field in ("prompt", "hr_prompt"):
        text = getattr(p, field, None)
        if isinstance(text, str) and (text or field == "prompt"):
            setattr(cell, field, rewritten(text, files, name, strength))
    processed = processing.process_images(cell)
    first = processed.index_of_first_image
    text = processed.infotexts[first] if len(processed.infotexts) > first else ""
    if notes is None:
        return processed.images[first], text, None
    cell.extra_generation_params.update(notes)
    return processed.images[first], text, infotext_of(cell)


def is_proven(text: str, name: str) -> bool:
    """The infotext names the file's hash only if it was really applied: a LoRA that is missing draws like none."""
    _, _, hashes = text.partition('Lora hashes: "')
    return f"{name}: " in hashes


def draw_grid(p, files: list[str], strengths: list[str]):
    """The grid, then its cells, as a `Processed`. `p` has a fixed seed."""
    from modules import images, processing, shared
    from PIL import Image

    columns = ["0", *(strength for strength in strengths if strength != "0")]
    shared.state.job_count = 1 + len(files) * (len(columns) - 1)
    notes = {"Script": TITLE, "LoRA files": ", ".join(files), "LoRA strengths": ", ".join(columns)}
    control, control_text, grid_text = draw_cell(p, files, files[0], "0", notes)
    cells, texts, unproven = [], [], []
    for name in files:
        cells.append(control)
        texts.append(control_text)
        for strength in columns[1:]:
            picture, text, _ = draw_cell(p, files, name, strength, None)
            if picture is not None and shared.opts.data.get("lora_add_hashes_to_infotext", True):
                unproven += [] if is_proven(text, name) else [f"{name} at {strength}"]
            cells.append(picture)
            texts.append(text)
    size = control.size if control is not None else (p.width, p.height)
    cells = [Image.new("RGB", size) if cell is None else cell for cell in cells]
    grid = images.image_grid(cells, rows=len(files))
    heads = [[images.GridAnnotation("no LoRA" if strength == "0" else strength)] for strength in columns]
    rows = [[images.GridAnnotation(lora_files.label_of(name))] for name in files]
    grid = images.draw_grid_annotations(grid, *size, heads, rows, MARGIN)
    if shared.opts.grid_save:
        options = {"extension": shared.opts.grid_format, "prompt": p.prompt, "seed": p.seed, "grid": True, "p": p}
        images.save_image(grid, p.outpath_grids, "lora_sweep", info=grid_text, **options)
    warning = f" Drawn WITHOUT its LoRA, as no hash tells: {'; '.join(unproven)}." if unproven else ""
    result = processing.Processed(p, [grid, *cells], p.seed, f"{grid_text or ''}{warning}", index_of_first_image=1)
    result.infotexts = [grid_text or "", *texts]
    return result
