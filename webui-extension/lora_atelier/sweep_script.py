"""The script "LoRA strength sweep" of the txt2img tab."""

from . import lora_files, webui_facts
from .lora_tag import names_in
from .picture_settings import from_processing
from .strength_grid import TITLE, draw_grid
from .strength_values import read_strengths

SWEEP = "A sweep in LoRA Atelier: proven, scored, recommended / LoRA Atelier で描き比べ"
GRID = "Only a grid, here / ここにグリッドだけ描く"
USUAL_STRENGTHS = "0.25-1.0(+0.25)"


def begin_sweep(p, files: list[str], strengths: str) -> str:
    """Gives the tab's settings to the sidecar, which draws through this WebUI once this job is done. A sentence about it."""
    # Imported here, not at the top: the WebUI's start must not wait for them.
    from . import sidecar_call
    from .studio import running_studio

    found = from_processing(p, files)
    settings = {**found, "strengths": strengths, "webuis": [webui_facts.facts()["id"]], "rehearsal": False}
    begun = sidecar_call.call(
        running_studio().endpoint,
        ("sweep/propose", {"files": found["loras"]}),
        ("sweep/start", lambda proposed: {"settings": {**proposed["settings"], **settings}, "confirmed": True}),
    )
    return f"Sweep {begun['id']} has begun: watch it in the tab LoRA Atelier, room Sweep."


def chosen_files(p, files: list[str]) -> list[str]:
    """Those that were chosen, else those in the prompt. Raises RuntimeError for none and for unknown ones."""
    wanted = list(files or dict.fromkeys(names_in(p.prompt)))
    unknown = [name for name in wanted if name not in lora_files.known()]
    if not wanted or unknown:
        what = f"There is no LoRA {', '.join(unknown)}." if unknown else "No LoRA is chosen."
        raise RuntimeError(f"{what} Choose files in the script, or put <lora:NAME:1> into the prompt.")
    return wanted


def script_class():
    """The class that the WebUI looks for in `scripts/`; None outside a WebUI."""
    try:
        from modules import scripts
    except ImportError:
        return None

    class LoraStrengthSweep(scripts.Script):
        def title(self):
            return TITLE

        def show(self, is_img2img):
            return not is_img2img

        def ui(self, _is_img2img):
            import gradio
            from modules.ui_common import create_refresh_button

            with gradio.Row():
                files = gradio.Dropdown(
                    label="LoRA files (none: those of the prompt) / LoRA ファイル（空欄ならプロンプトのもの）",
                    choices=lora_files.names(),
                    multiselect=True,
                    elem_id=self.elem_id("files"),
                )
                choices = {"choices": lora_files.names}
                create_refresh_button(
                    files, lambda: None, lambda: {key: read() for key, read in choices.items()}, self.elem_id("refresh")
                )
            strengths = gradio.Textbox(USUAL_STRENGTHS, label="Strengths / 強さ", lines=1, elem_id=self.elem_id("strengths"))
            what = gradio.Radio([SWEEP, GRID], value=SWEEP, label="Draw / 描き方", elem_id=self.elem_id("what"))
            return [files, strengths, what]

        def run(self, p, files, strengths, what):
            from modules import processing

            names = chosen_files(p, files)
            listed = read_strengths(strengths)
            processing.fix_seed(p)
            if what == GRID:
                return draw_grid(p, names, listed)
            return processing.Processed(p, [], p.seed, begin_sweep(p, names, ", ".join(listed)))

    return LoraStrengthSweep
