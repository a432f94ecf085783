"""What the sidecar is told of the WebUI that this is."""

from pathlib import Path


def lora_folder(shared, data_path: str) -> str:
    named = getattr(shared.cmd_opts, "lora_dir", None)
    return str(Path(named).resolve() if named else Path(data_path) / "models" / "Lora")


def name_of() -> str:
    """By what only one of them has: Forge and all its kin bring a package `modules_forge`."""
    import importlib.util

    return "Forge" if importlib.util.find_spec("modules_forge") is not None else "AUTOMATIC1111"


def facts() -> dict[str, str]:
    """Params of `webui/attach`. Raises ImportError outside a WebUI."""
    from modules import shared
    from modules.paths_internal import data_path

    folder = str(Path(data_path).resolve())
    return {"id": folder, "title": folder, "name": name_of(), "loraFolder": lora_folder(shared, folder)}
