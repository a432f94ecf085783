"""What this WebUI can draw with, as its API would tell it, whether or not it was started with `--api`."""

import importlib
from collections.abc import Callable

from .webui_memory import refresh_loras


def perhaps(read: Callable[[], list]) -> list | None:
    """None where this WebUI has no such thing: modules and names differ from one to the other."""
    try:
        return read()
    except (ImportError, AttributeError, TypeError):
        return None


def checkpoints() -> list:
    from modules import sd_models

    return [
        {
            "title": one.title,
            "model_name": one.model_name,
            "hash": one.shorthash,
            "sha256": one.sha256,
            "filename": one.filename,
        }
        for one in sd_models.checkpoints_list.values()
    ]


def samplers() -> list:
    from modules import sd_samplers

    return [{"name": one.name, "aliases": list(one.aliases)} for one in sd_samplers.all_samplers]


def schedulers() -> list:
    from modules import sd_schedulers

    return [{"name": one.name, "label": one.label} for one in sd_schedulers.schedulers]


def vaes() -> list:
    from modules import sd_vae

    return [{"model_name": name} for name in sd_vae.vae_dict]


def modules() -> list:
    from modules_forge import main_entry

    return [{"model_name": name} for name in main_entry.module_list]


def latent_upscalers() -> list:
    from modules import shared

    return [{"name": name} for name in shared.latent_upscale_modes or {}]


def upscalers() -> list:
    from modules import shared

    return [{"name": one.name} for one in shared.sd_upscalers]


def styles() -> list:
    from modules import shared

    return [{"name": name} for name in shared.prompt_styles.styles]


def face_restorers() -> list:
    from modules import shared

    return [{"name": one.name()} for one in shared.face_restorers]


def loras() -> list:
    networks = importlib.import_module("networks")
    return [
        {"name": one.name, "alias": getattr(one, "alias", None), "path": one.filename}
        for one in networks.available_networks.values()
    ]


def drawing_facts() -> dict:
    from modules import shared

    found = perhaps(modules)
    return {
        "checkpoint": getattr(shared.opts, "sd_model_checkpoint", None),
        "optionNames": list(shared.opts.data_labels),
        "models": perhaps(checkpoints) or [],
        "samplers": perhaps(samplers) or [],
        "schedulers": perhaps(schedulers),
        # Where text encoders and VAEs are modules, the VAE is no option any more.
        "vaes": perhaps(vaes) if found is None else None,
        "modules": found,
        "latentUpscalers": perhaps(latent_upscalers) or [],
        "upscalers": perhaps(upscalers) or [],
        "styles": perhaps(styles) or [],
        "faceRestorers": perhaps(face_restorers) or [],
        "loras": perhaps(loras) or [],
    }


def listed_loras() -> dict:
    refresh_loras()
    return {"loras": loras()}
