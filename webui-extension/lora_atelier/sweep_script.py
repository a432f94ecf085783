"""The script "LoRA strength sweep" of the txt2img tab."""

import re
import sys

from . import lora_files

USUAL_STRENGTHS = "0.25-1.0(+0.25)"
FILES = "LoRA files (none: those of the prompt) / LoRA ファイル（空欄ならプロンプトのもの）"


def tab_of(p) -> dict:
    """What the txt2img tab would draw now; its styles are written out."""
    from modules import shared

    return {
        "prompt": shared.prompt_styles.apply_styles_to_prompt(p.prompt, p.styles),
        "negativePrompt": shared.prompt_styles.apply_negative_styles_to_prompt(p.negative_prompt, p.styles),
        **{"seed": int(p.seed), "pictures": p.batch_size * p.n_iter, "steps": p.steps, "cfg": p.cfg_scale},
        **{"width": p.width, "height": p.height, "sampler": p.sampler_name, "scheduler": getattr(p, "scheduler", None)},
        "clipSkip": getattr(shared.opts, "CLIP_stop_at_last_layers", None),
        "checkpoint": shared.opts.sd_model_checkpoint,
    }


def begin_sweep(p, files: list[str], strengths: str) -> str:
    """The sidecar draws through this WebUI once this job is done. A sentence about it."""
    from .sidecar_call import ask
    from .webui_link import facts

    paths = [lora_files.known()[name].filename for name in files]
    begun = ask("sweep/startFromTab", webui=facts()["id"], files=paths, strengths=strengths, tab=tab_of(p))
    return f"Sweep {begun['id']} has begun: watch it in the tab LoRA Atelier, room Sweep."


def chosen_files(p, files: list[str]) -> list[str]:
    """Those that were chosen, else those in the prompt. Raises RuntimeError for none and for unknown ones."""
    wanted = list(files or dict.fromkeys(re.findall(r"<(?:lora|lyco):([^:>]+)", p.prompt)))
    if not wanted:
        raise RuntimeError("No LoRA is chosen. Choose files in the script, or put <lora:NAME:1> into the prompt.")
    return lora_files.require(wanted)


class LoraStrengthSweep(getattr(sys.modules.get("modules.scripts"), "Script", object)):
    """As the WebUI wants its scripts."""

    def title(self):
        return "LoRA strength sweep"

    def show(self, is_img2img):
        return not is_img2img

    def ui(self, _is_img2img):
        import gradio
        from modules.ui_common import create_refresh_button

        with gradio.Row():
            files = gradio.Dropdown(lora_files.names(), label=FILES, multiselect=True, elem_id=self.elem_id("files"))
            create_refresh_button(files, lambda: None, lambda: {"choices": lora_files.names()}, self.elem_id("refresh"))
        return [files, gradio.Textbox(USUAL_STRENGTHS, label="Strengths / 強さ", lines=1, elem_id=self.elem_id("strengths"))]

    def run(self, p, files, strengths):
        from modules import processing

        names = chosen_files(p, files)
        processing.fix_seed(p)
        return processing.Processed(p, [], p.seed, begin_sweep(p, names, strengths))
