"""What the txt2img tab would draw, as the sweep room's form names it; what is not known is left out."""

from . import lora_files


def number(value, kind=float):
    try:
        return kind(value)
    except (TypeError, ValueError):
        return None


def checkpoint_title(*names: str | None) -> str | None:
    """By its title with or without the hash at its end, its short hash or its file's name."""
    from modules import sd_models

    for one in sd_models.checkpoints_list.values():
        if any(name and name in (one.title, one.title.partition(" [")[0], one.shorthash, one.model_name) for name in names):
            return one.title
    return None


def settings_of(**found) -> dict:
    return {name: value for name, value in found.items() if value not in (None, "", [])}


def from_processing(p, files: list[str]) -> dict:
    """What the txt2img tab would draw now; its styles are written out. @param files: names of LoRA files"""
    from modules import shared

    prompt = shared.prompt_styles.apply_styles_to_prompt(p.prompt, p.styles)
    negative = shared.prompt_styles.apply_negative_styles_to_prompt(p.negative_prompt, p.styles)
    scheduler = getattr(p, "scheduler", None)
    seeds = range(int(p.seed), int(p.seed) + p.batch_size * p.n_iter)
    return settings_of(
        prompts=[prompt],
        negativePrompts=[negative],
        seeds=", ".join(map(str, seeds)),
        steps=p.steps,
        cfg=p.cfg_scale,
        width=p.width,
        height=p.height,
        sampler=p.sampler_name,
        scheduler=None if scheduler in (None, "Automatic") else scheduler,
        clipSkip=number(getattr(shared.opts, "CLIP_stop_at_last_layers", None), int),
        checkpoint=checkpoint_title(shared.opts.sd_model_checkpoint),
        loras=[path for path in map(lora_files.path_of, files) if path],
    )
