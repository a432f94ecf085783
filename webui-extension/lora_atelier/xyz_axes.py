"""The LoRA files that this WebUI knows; `LoRA file` and `LoRA strength` as axes of its own X/Y/Z plot."""

import sys
from pathlib import Path

from modules import scripts

from .studio import running_studio

NONE = "None"


def known_loras() -> dict:
    """Of the WebUI's built-in extension, by name as prompts have it: the file's name without its suffix."""
    return getattr(sys.modules.get("networks"), "available_networks", {})


def names_of_loras() -> list[str]:
    return sorted(known_loras(), key=str.casefold)


def require_loras(wanted: list[str]) -> list[str]:
    """Raises RuntimeError for names that are none."""
    unknown = [name for name in wanted if name not in known_loras()]
    if unknown:
        raise RuntimeError(f"There is no LoRA {', '.join(unknown)}. Names are those of the files, without their suffix.")
    return wanted


def apply(p, **wanted) -> None:
    """`p` is the plot's copy for one cell, so that a note on it is this cell's own; X, Y and Z are applied in this order."""
    fields = {field: getattr(p, field, None) for field in ("prompt", "hr_prompt")}
    now = {field: text for field, text in fields.items() if text or field == "prompt"}
    wish = {"names": [], "name": None, "strength": None, **getattr(p, "lora_atelier_wish", {}), **wanted}
    # Without a file the strength went to some tag; now that the file is known, it begins anew unless a third axis was between.
    before = wish["before"] if wish.get("after") == now else now
    cell = {"name": wish["name"], "strength": wish["strength"]}
    told = running_studio().ask("sweep/tags", texts=list(before.values()), names=wish["names"], cells=[cell])
    p.lora_atelier_wish = {**wish, "before": before, "after": dict(zip(before, told["cells"][0], strict=True))}
    for field, text in p.lora_atelier_wish["after"].items():
        setattr(p, field, text)
    # The copies of a plot share one, in which hashes of a LoRA stay that a later cell does not have.
    p.extra_generation_params = dict(getattr(p, "extra_generation_params", None) or {})


def label_of(_p, _option, name: str) -> str:
    """From the trainer's metadata, as far as it is there: `okara · step 1000 · ep 5`."""
    metadata = getattr(known_loras().get(name), "metadata", None) or {}
    words = [f"{word} {metadata[key]}" for key, word in (("ss_steps", "step"), ("ss_epoch", "ep")) if key in metadata]
    return " · ".join([metadata.get("ss_output_name") or name, *words]) if words else "no LoRA" if name == NONE else name


# Arguments of the plot's `AxisOption`. The axis with the highest cost is the outermost: a base checkpoint has 1, a VAE 0.7. Any
# other strength merges anew too.
AXES = {
    "LoRA file": {
        "apply": lambda p, name, names: apply(p, name=name, names=[one for one in names if one != NONE]),
        "confirm": lambda _p, names: require_loras([one for one in names if one != NONE]),
        **{"format_value": label_of, "cost": 0.95, "choices": lambda: [NONE, *names_of_loras()]},
    },
    "LoRA strength": {
        "apply": lambda p, strength, _all: apply(p, strength=strength),
        **{"cost": 0.6, "prepare": lambda text: running_studio().ask("sweep/strengths", text=text)["values"]},
    },
}


def add_axes() -> None:
    # The plot as the WebUI loaded it.
    for plot in [data.module for data in scripts.scripts_data if Path(data.path).name == "xyz_grid.py"][:1]:
        there = {option.label for option in plot.axis_options}
        plot.axis_options.extend(plot.AxisOption(label, str, **AXES[label]) for label in AXES if label not in there)
