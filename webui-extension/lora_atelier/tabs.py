"""The extension's tabs, each a frame with the sidecar's page, which does all else; and its section of the WebUI's settings,
with what matters before a sidecar runs."""

from html import escape
from urllib.parse import urlencode

from modules import shared

from .sidecar_process import WORDS

SECTION = ("lora_atelier", "LoRA Atelier")
ROOMS = ["dataset", "tagging", "captions", "planning", "training", "sweep"]
# Relative, so that it is right under --subpath and behind proxies. A tab that is never shown loads nothing.
# The page fits its frame into the window by itself; the height here is for what stands there before.
FRAME = (
    '<iframe src="lora-atelier/?{query}" title="{title}" loading="lazy" allow="clipboard-read; clipboard-write" '
    'style="display:block;width:100%;height:calc(100vh - 130px);min-height:420px;border:0"></iframe>'
)


def read(name: str, default):
    """A setting's value; the default before the WebUI has read its settings."""
    value = getattr(shared.opts, name, None)
    return default if value is None else value


def tab(title: str, identifier: str, **query):
    import gradio

    # The page speaks the WebUI's language, where the user chose none on the page.
    written = escape(urlencode({**query, "locale": read("localization", "None")}))
    # No Blocks around it: gradio 4 makes a whole web application for each (80 ms); the WebUI only renders what it gets.
    return gradio.HTML(FRAME.format(query=written, title=escape(title)), render=False), title, identifier


def on_ui_tabs() -> list:
    rooms = [room for room in read("lora_atelier_room_tabs", []) if room in ROOMS]
    own = [tab(f"Atelier: {room.capitalize()}", f"lora_atelier_{room}", room=room, only=1) for room in rooms]
    return [tab("LoRA Atelier", "lora_atelier"), *own]


def on_ui_settings() -> None:
    import gradio

    start, tabs, more = (" / ".join(words.values()) for words in WORDS["settings"].values())
    rooms = (gradio.CheckboxGroup, {"choices": ROOMS})
    shared.opts.add_option("lora_atelier_start", shared.OptionInfo(True, start, section=SECTION))
    shared.opts.add_option("lora_atelier_room_tabs", shared.OptionInfo([], tabs, *rooms, section=SECTION))
    link = shared.OptionHTML(f'<a href="lora-atelier/?panel=settings" target="_blank">{more}</a>')
    link.section = SECTION
    shared.opts.add_option("lora_atelier_more", link)
