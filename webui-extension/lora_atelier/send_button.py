"""The button "Send to LoRA Atelier" below the pictures of txt2img: a sweep's form with this picture's settings."""

import base64
import inspect
import json

from .picture_settings import from_infotext

# The WebUI's own last button of that row; ours comes after it.
NEIGHBOUR, INFORMATION = "txt2img_send_to_extras", "generation_info_txt2img"
TOOLTIP = "Send its settings to LoRA Atelier: a sweep over LoRA files and strengths / LoRA Atelier に送る"
# `selected_gallery_index` is the WebUI's own, as its buttons use it.
CHOSEN = "(information, _settings) => [information, String(selected_gallery_index())]"
# Shows our tab, then tells its page what to open: only its address changes, so that it stays loaded.
OPEN = """(settings) => {
  const root = typeof gradioApp === "function" ? gradioApp() : document;
  const frame = root.querySelector("#tab_lora_atelier iframe");
  if (!settings || !frame) return [];
  const tabs = [...root.querySelectorAll("#tabs > .tab-nav > button, #tabs > div:first-child button")];
  tabs.find((tab) => tab.textContent.trim() === "LoRA Atelier")?.click();
  const { location } = frame.contentWindow;
  const hash = new URLSearchParams(location.hash.slice(1));
  hash.set("room", "sweep");
  hash.set("from", settings);
  location.hash = String(hash);
  return [];
}"""


def settings_text(information: str, index: str) -> str:
    """The chosen picture's settings for the page's address; empty when there is no picture or its text cannot be read."""
    try:
        texts = json.loads(information)["infotexts"]
        chosen = texts[max(int(index), 0)]
    except (ValueError, KeyError, TypeError, IndexError):
        return ""
    written = json.dumps(from_infotext(chosen), ensure_ascii=False).encode()
    return base64.urlsafe_b64encode(written).decode()


class SendButton:
    """Follows the WebUI while it builds its page; the button is made beside its neighbours, and bound when both are there."""

    def __init__(self) -> None:
        self._button = None

    def after_component(self, component, **more) -> None:
        name = more.get("elem_id") or getattr(component, "elem_id", None)
        if name == NEIGHBOUR:
            self._button = self._made()
        elif name == INFORMATION and self._button is not None:
            self._bind(component)
            self._button = None

    def _made(self):
        from modules.ui_components import ToolButton

        options = {"elem_id": "lora_atelier_send_txt2img", "tooltip": TOOLTIP}
        known = inspect.signature(ToolButton.__init__).parameters
        takes_all = any(one.kind is one.VAR_KEYWORD for one in known.values())
        return ToolButton("🎚️", **{key: value for key, value in options.items() if takes_all or key in known})

    def _bind(self, information) -> None:
        import gradio

        settings = gradio.Textbox(visible=False, elem_id="lora_atelier_send_settings")
        # gradio 4 calls it `js`; Forge accepts both there.
        script = "js" if "js" in inspect.signature(self._button.click).parameters else "_js"
        asked = self._button.click(
            fn=settings_text,
            inputs=[information, settings],
            outputs=[settings],
            show_progress=False,
            **{script: CHOSEN},
        )
        asked.then(fn=None, inputs=[settings], outputs=[], **{script: OPEN})


follow = SendButton().after_component
