"""`LoRA file` and `LoRA strength` as axes of the WebUI's own X/Y/Z plot."""

import inspect
from pathlib import Path

from . import lora_files
from .sidecar_call import ask

FILE, STRENGTH = "LoRA file", "LoRA strength"
# The axis with the highest cost is the outermost: a base checkpoint has 1, a VAE 0.7. Any other strength merges anew too.
FILE_COST, STRENGTH_COST = 0.95, 0.6
NONE = "None"


def texts_of(p) -> dict[str, str]:
    fields = {field: getattr(p, field, None) for field in ("prompt", "hr_prompt")}
    return {field: text for field, text in fields.items() if isinstance(text, str) and (text or field == "prompt")}


def write_tags(p, texts: dict[str, str], after: list[str]) -> dict[str, str]:
    written = dict(zip(texts, after, strict=True))
    for field, text in written.items():
        setattr(p, field, text)
    # The copies of a plot or grid share one, in which hashes of a LoRA stay that a later cell does not have.
    p.extra_generation_params = dict(getattr(p, "extra_generation_params", None) or {})
    return written


def apply(p, **wanted) -> None:
    """`p` is the plot's copy for one cell, so that a note on it is this cell's own; X, Y and Z are applied in this order."""
    now = texts_of(p)
    wish = {"names": [], "name": None, "strength": None, **getattr(p, "lora_atelier_wish", {}), **wanted}
    # Without a file the strength went to some tag; now that the file is known, it begins anew unless a third axis was between.
    start = wish["before"] if wish.get("after") == now else now
    cell = {"name": wish["name"], "strength": wish["strength"]}
    told = ask("sweep/tags", texts=list(start.values()), names=wish["names"], cells=[cell])
    p.lora_atelier_wish = {**wish, "before": start, "after": write_tags(p, start, told["cells"][0])}


def apply_file(p, value, values) -> None:
    apply(p, name=value, names=[one for one in values if one != NONE])


def apply_strength(p, value, _values) -> None:
    apply(p, strength=value)


def confirm_files(_p, values) -> None:
    lora_files.require([value for value in values if value != NONE])


def format_file(_p, _option, value) -> str:
    return "no LoRA" if value == NONE else lora_files.label_of(value)


def read_strengths(text: str) -> list[str]:
    return ask("sweep/strengths", text=text)["values"]


def add_axes() -> None:
    from modules import scripts

    # The plot as the WebUI loaded it.
    plots = (data.module for data in scripts.scripts_data if Path(data.path).name == "xyz_grid.py")
    module = next(plots, None)
    options = getattr(module, "axis_options", None)
    if options is None or any(option.label == FILE for option in options):
        return
    known = inspect.signature(module.AxisOption).parameters
    file = {"format_value": format_file, "confirm": confirm_files, "cost": FILE_COST}
    file["choices"] = lambda: [NONE, *lora_files.names()]
    strength = {"cost": STRENGTH_COST, "prepare": read_strengths}
    for label, function, more in ((FILE, apply_file, file), (STRENGTH, apply_strength, strength)):
        options.append(module.AxisOption(label, str, function, **{k: v for k, v in more.items() if k in known}))
