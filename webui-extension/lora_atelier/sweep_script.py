"""The script "LoRA strength sweep" of the txt2img tab."""

import re

from modules import processing, scripts, shared

from .sidecar_process import WORDS
from .studio import running_studio
from .webui_link import facts
from .xyz_axes import known_loras, names_of_loras, require_loras

USUAL_STRENGTHS = "0.25-1.0(+0.25)"


def tab_of(p) -> dict:
    """What the txt2img tab would draw now; its styles are written out."""
    return {
        "prompt": shared.prompt_styles.apply_styles_to_prompt(p.prompt, p.styles),
        "negativePrompt": shared.prompt_styles.apply_negative_styles_to_prompt(p.negative_prompt, p.styles),
        **{"seed": int(p.seed), "pictures": p.batch_size * p.n_iter, "steps": p.steps, "cfg": p.cfg_scale},
        **{"width": p.width, "height": p.height, "sampler": p.sampler_name, "scheduler": getattr(p, "scheduler", None)},
        "clipSkip": getattr(shared.opts, "CLIP_stop_at_last_layers", None),
        "checkpoint": shared.opts.sd_model_checkpoint,
    }


def begin_sweep(p, chosen: list[str], strengths: str) -> str:
    """With the LoRA files that were chosen, else those in the prompt; the sidecar draws through this WebUI once this job is done.
    A sentence about it. Raises RuntimeError for unknown files, and what the sidecar refuses, no files among it."""
    names = require_loras(chosen or [*dict.fromkeys(re.findall(r"<(?:lora|lyco):([^:>]+)", p.prompt))])
    paths = [known_loras()[name].filename for name in names]
    begun = running_studio().ask("sweep/startFromTab", webui=facts()["id"], files=paths, strengths=strengths, tab=tab_of(p))
    return f"Sweep {begun['id']} has begun: watch it in the tab LoRA Atelier, room Sweep."


class LoraStrengthSweep(scripts.Script):
    """As the WebUI wants its scripts."""

    def title(self):
        return "LoRA strength sweep"

    def show(self, is_img2img):
        return not is_img2img

    def ui(self, _is_img2img):
        import gradio
        from modules.ui_common import create_refresh_button

        label, strengths = (" / ".join(words.values()) for words in WORDS["script"].values())
        with gradio.Row():
            files = gradio.Dropdown(names_of_loras(), label=label, multiselect=True, elem_id=self.elem_id("files"))
            create_refresh_button(files, lambda: None, lambda: {"choices": names_of_loras()}, self.elem_id("refresh"))
        return [files, gradio.Textbox(USUAL_STRENGTHS, label=strengths, lines=1, elem_id=self.elem_id("strengths"))]

    def run(self, p, files, strengths):
        processing.fix_seed(p)
        return processing.Processed(p, [], p.seed, begin_sweep(p, files, strengths))
