"""`LoRA file` and `LoRA strength` as axes of the WebUI's own X/Y/Z plot."""

import inspect
from pathlib import Path

from . import lora_files
from .lora_tag import rewritten
from .strength_values import read_strengths

FILE, STRENGTH = "LoRA file", "LoRA strength"
# The axis with the highest cost is the outermost: a base checkpoint has 1, a VAE 0.7. Any other strength merges anew too.
FILE_COST, STRENGTH_COST = 0.95, 0.6
NONE = "None"


class Wish:
    """What both axes want of one cell; they are applied in the order X, Y, Z, whichever they are."""

    def __init__(self, before: dict[str, str], names=(), name=None, strength=None) -> None:
        self.before, self.after = before, dict(before)
        self.names, self.name, self.strength = names, name, strength


def texts_of(p) -> dict[str, str]:
    fields = {field: getattr(p, field, None) for field in ("prompt", "hr_prompt")}
    return {field: text for field, text in fields.items() if isinstance(text, str) and (text or field == "prompt")}


def apply(p, **wanted) -> None:
    """`p` is the plot's copy for one cell, so that a note on it is this cell's own."""
    now, earlier = texts_of(p), getattr(p, "lora_atelier_wish", None)
    # Without a file the strength went to some tag; now that the file is known, it begins anew unless a third axis was between.
    start = earlier.before if earlier is not None and earlier.after == now else now
    known = {} if earlier is None else {key: getattr(earlier, key) for key in ("names", "name", "strength")}
    wish = Wish(start, **{**known, **wanted})
    for field, text in start.items():
        wish.after[field] = rewritten(text, wish.names, wish.name, wish.strength)
        setattr(p, field, wish.after[field])
    p.lora_atelier_wish = wish
    # The plot's copies share one, in which hashes of a LoRA stay that a later cell does not have.
    p.extra_generation_params = dict(getattr(p, "extra_generation_params", None) or {})


def apply_file(p, value, values) -> None:
    apply(p, name=value, names=tuple(one for one in values if one != NONE))


def apply_strength(p, value, _values) -> None:
    apply(p, strength=value)


def confirm_files(_p, values) -> None:
    unknown = [value for value in values if value != NONE and value not in lora_files.known()]
    if unknown:
        raise RuntimeError(f"There is no LoRA {', '.join(unknown)}. Names are those of the files, without their suffix.")


def format_file(_p, _option, value) -> str:
    return "no LoRA" if value == NONE else lora_files.label_of(value)


def plot_module():
    """The X/Y/Z plot as the WebUI loaded it; None where there is none."""
    from modules import scripts

    return next((data.module for data in scripts.scripts_data if Path(data.path).name == "xyz_grid.py"), None)


def add_axes() -> None:
    module = plot_module()
    options = getattr(module, "axis_options", None)
    if options is None or any(option.label == FILE for option in options):
        return
    known = inspect.signature(module.AxisOption).parameters

    def option(label, function, **more):
        options.append(module.AxisOption(label, str, function, **{k: v for k, v in more.items() if k in known}))

    option(
        FILE,
        apply_file,
        format_value=format_file,
        confirm=confirm_files,
        cost=FILE_COST,
        choices=lambda: [NONE, *lora_files.names()],
    )
    option(STRENGTH, apply_strength, cost=STRENGTH_COST, prepare=read_strengths)
