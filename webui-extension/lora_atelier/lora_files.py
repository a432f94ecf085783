"""The LoRA files that this WebUI knows, through its built-in extension's module."""

import sys


def known() -> dict:
    """By name, as prompts have it: the file's name without its suffix."""
    return getattr(sys.modules.get("networks"), "available_networks", {})


def names() -> list[str]:
    return sorted(known(), key=str.casefold)


def require(wanted: list[str]) -> list[str]:
    """Raises RuntimeError for names that are none."""
    unknown = [name for name in wanted if name not in known()]
    if unknown:
        raise RuntimeError(f"There is no LoRA {', '.join(unknown)}. Names are those of the files, without their suffix.")
    return wanted


def label_of(name: str) -> str:
    """From the trainer's metadata, as far as it is there: `okara · step 1000 · ep 5`."""
    metadata = getattr(known().get(name), "metadata", None) or {}
    words = [f"{word} {metadata[key]}" for key, word in (("ss_steps", "step"), ("ss_epoch", "ep")) if key in metadata]
    return " · ".join([metadata.get("ss_output_name") or name, *words]) if words else name
