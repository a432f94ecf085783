"""The LoRA files that this WebUI knows, through its built-in extension's module."""

import importlib


def known() -> dict:
    """By name, as prompts have it: the file's name without its suffix."""
    try:
        return importlib.import_module("networks").available_networks
    except (ImportError, AttributeError):
        return {}


def names() -> list[str]:
    return sorted(known(), key=str.casefold)


def path_of(name: str) -> str | None:
    return getattr(known().get(name), "filename", None)


def label_of(name: str) -> str:
    """From the trainer's metadata, as far as it is there: `okara · step 1000 · ep 5`."""
    metadata = getattr(known().get(name), "metadata", None) or {}
    parts = [metadata.get("ss_output_name") or name]
    for key, word in (("ss_steps", "step"), ("ss_epoch", "ep")):
        if str(metadata.get(key, "")).isdigit():
            parts.append(f"{word} {metadata[key]}")
    return " · ".join(parts) if len(parts) > 1 else name
