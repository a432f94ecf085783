"""What this WebUI can draw with, as its API would tell it, whether or not it was started with `--api`."""

from collections.abc import Callable
from importlib import import_module

from .webui_memory import refresh_loras


def listed(module: str, rows: Callable, otherwise: list | None = None) -> list | None:
    """`otherwise` where this WebUI has no such thing: modules and names differ from one to the other."""
    try:
        return rows(import_module(module))
    except (ImportError, AttributeError, TypeError):
        return otherwise


def fields(things, **names: str) -> list[dict]:
    return [{field: getattr(one, name, None) for field, name in names.items()} for one in things]


def loras() -> list:
    names = {"name": "name", "alias": "alias", "path": "filename"}
    return listed("networks", lambda of: fields(of.available_networks.values(), **names), []) or []


def drawing_facts() -> dict:
    from modules import shared

    checkpoint = {"title": "title", "model_name": "model_name", "hash": "shorthash", "sha256": "sha256", "filename": "filename"}
    modules = listed("modules_forge.main_entry", lambda of: [{"model_name": name} for name in of.module_list])
    vaes = listed("modules.sd_vae", lambda of: [{"model_name": name} for name in of.vae_dict])
    return {
        "checkpoint": getattr(shared.opts, "sd_model_checkpoint", None),
        "optionNames": list(shared.opts.data_labels),
        "models": listed("modules.sd_models", lambda of: fields(of.checkpoints_list.values(), **checkpoint), []),
        "samplers": listed(
            "modules.sd_samplers",
            lambda of: [{"name": one.name, "aliases": list(one.aliases)} for one in of.all_samplers],
            [],
        ),
        "schedulers": listed("modules.sd_schedulers", lambda of: fields(of.schedulers, name="name", label="label")),
        # Where text encoders and VAEs are modules, the VAE is no option any more.
        "vaes": vaes if modules is None else None,
        "modules": modules,
        "latentUpscalers": [{"name": name} for name in getattr(shared, "latent_upscale_modes", None) or {}],
        "upscalers": fields(getattr(shared, "sd_upscalers", []), name="name"),
        "styles": listed("modules.shared", lambda of: [{"name": name} for name in of.prompt_styles.styles], []),
        "faceRestorers": [{"name": one.name()} for one in getattr(shared, "face_restorers", [])],
        "loras": loras(),
    }


def listed_loras() -> dict:
    refresh_loras()
    return {"loras": loras()}
