"""The button "Send to LoRA Atelier" beside the WebUI's own send buttons. What it sends, our page reads by itself."""

import inspect

# The WebUI's own last button of each such row, and where its picture is. PNG Info's row has the first button of that name.
NEIGHBOURS = {
    "txt2img_send_to_extras": "txt2img",
    "img2img_send_to_extras": "img2img",
    "extras_send_to_extras": "extras",
    "extras_tab": "pnginfo",
}
TOOLTIP = "Send it to LoRA Atelier: a sweep with its settings, its tags, or into a dataset / LoRA Atelier に送る"
# Shows our tab, then tells its page where to look: only its address changes, so that it stays loaded. A tab that was
# never shown has no page yet, and begins there.
SEND = """() => {{
  const root = typeof gradioApp === "function" ? gradioApp() : document;
  const frame = root.querySelector("#tab_lora_atelier iframe");
  const tabs = [...root.querySelectorAll("#tabs > .tab-nav > button, #tabs > div:first-child button")];
  tabs.find((tab) => tab.textContent.trim() === "LoRA Atelier")?.click();
  if (frame) {{
    const {{ location }} = frame.contentWindow;
    const address = new URL(location.host ? location.href : frame.src);
    const hash = new URLSearchParams(address.hash.slice(1));
    hash.set("from", "{place}");
    address.hash = String(hash);
    frame.src = address.href;
  }}
  return [];
}}"""


def add_button(place: str) -> None:
    from modules.ui_components import ToolButton

    options = {"elem_id": f"lora_atelier_send_{place}", "tooltip": TOOLTIP}
    known = inspect.signature(ToolButton.__init__).parameters
    takes_all = any(one.kind is one.VAR_KEYWORD for one in known.values())
    button = ToolButton("🎚️", **{key: value for key, value in options.items() if takes_all or key in known})
    # gradio 4 calls it `js`; Forge accepts both there.
    script = "js" if "js" in inspect.signature(button.click).parameters else "_js"
    button.click(fn=None, inputs=[], outputs=[], **{script: SEND.format(place=place)})


class SendButtons:
    """Follows the WebUI while it builds its page."""

    def __init__(self) -> None:
        self._places = dict(NEIGHBOURS)

    def after_component(self, component, **more) -> None:
        place = self._places.pop(more.get("elem_id") or getattr(component, "elem_id", None), None)
        if place is not None:
            add_button(place)


follow = SendButtons().after_component
