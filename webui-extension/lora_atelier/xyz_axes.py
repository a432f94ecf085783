"""`LoRA file` and `LoRA strength` as axes of the WebUI's own X/Y/Z plot."""

import inspect
from pathlib import Path

from . import lora_files
from .sidecar_call import ask

FILE, STRENGTH, NONE = "LoRA file", "LoRA strength", "None"


def texts_of(p) -> dict[str, str]:
    fields = {field: getattr(p, field, None) for field in ("prompt", "hr_prompt")}
    return {field: text for field, text in fields.items() if isinstance(text, str) and (text or field == "prompt")}


def apply(p, **wanted) -> None:
    """`p` is the plot's copy for one cell, so that a note on it is this cell's own; X, Y and Z are applied in this order."""
    now = texts_of(p)
    wish = {"names": [], "name": None, "strength": None, **getattr(p, "lora_atelier_wish", {}), **wanted}
    # Without a file the strength went to some tag; now that the file is known, it begins anew unless a third axis was between.
    before = wish["before"] if wish.get("after") == now else now
    cell = {"name": wish["name"], "strength": wish["strength"]}
    told = ask("sweep/tags", texts=list(before.values()), names=wish["names"], cells=[cell])
    p.lora_atelier_wish = {**wish, "before": before, "after": dict(zip(before, told["cells"][0], strict=True))}
    for field, text in p.lora_atelier_wish["after"].items():
        setattr(p, field, text)
    # The copies of a plot share one, in which hashes of a LoRA stay that a later cell does not have.
    p.extra_generation_params = dict(getattr(p, "extra_generation_params", None) or {})


def files_in(values: list[str]) -> list[str]:
    return [value for value in values if value != NONE]


# Arguments of the plot's `AxisOption`, as far as its version has them. The axis with the highest cost is the outermost: a base
# checkpoint has 1, a VAE 0.7. Any other strength merges anew too.
AXES = {
    FILE: {
        "apply": lambda p, value, values: apply(p, name=value, names=files_in(values)),
        "format_value": lambda _p, _option, value: "no LoRA" if value == NONE else lora_files.label_of(value),
        "confirm": lambda _p, values: lora_files.require(files_in(values)),
        **{"cost": 0.95, "choices": lambda: [NONE, *lora_files.names()]},
    },
    STRENGTH: {
        "apply": lambda p, value, _values: apply(p, strength=value),
        **{"cost": 0.6, "prepare": lambda text: ask("sweep/strengths", text=text)["values"]},
    },
}


def add_axes() -> None:
    from modules import scripts

    # The plot as the WebUI loaded it.
    plots = [data.module for data in scripts.scripts_data if Path(data.path).name == "xyz_grid.py"]
    for module in plots[:1]:
        known = inspect.signature(module.AxisOption).parameters
        there = {option.label for option in module.axis_options}
        for label in [one for one in AXES if one not in there]:
            options = {name: value for name, value in AXES[label].items() if name in known}
            module.axis_options.append(module.AxisOption(label, str, **options))
