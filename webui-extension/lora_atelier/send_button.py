"""The button "Send to LoRA Atelier" beside the WebUI's own send buttons. What it sends, our page reads by itself."""

import inspect
from pathlib import Path

# The WebUI's own last button of each such row, and where its picture is; PNG Info's row has the first button of that name. Taken
# out where ours stands already: other extensions make rows of the same names.
places = {"extras_tab": "pnginfo", **{f"{tab}_send_to_extras": tab for tab in ("txt2img", "img2img", "extras")}}
TOOLTIP = "Send it to LoRA Atelier: a sweep with its settings, its tags, or into a dataset / LoRA Atelier に送る"


def on_after_component(component, **more) -> None:
    """Follows the WebUI while it builds its page."""
    place = places.pop(more.get("elem_id") or getattr(component, "elem_id", None), None)
    if place is None:
        return
    from modules.ui_components import ToolButton

    button = ToolButton("🎚️", elem_id=f"lora_atelier_send_{place}", tooltip=TOOLTIP)
    # gradio 4 calls it `js`; Forge accepts both there.
    name = "js" if "js" in inspect.signature(button.click).parameters else "_js"
    script = Path(__file__).with_suffix(".js").read_text(encoding="utf-8").replace("PLACE", place)
    button.click(fn=None, inputs=[], outputs=[], **{name: script})
