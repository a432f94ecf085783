"""The extension's tabs: each is a frame with the sidecar's page, which does everything else."""

from html import escape
from urllib.parse import urlencode

from . import settings

# Relative, so that it is right under --subpath and behind proxies. A tab that is never shown loads nothing.
# The page fits its frame into the window by itself; the height here is for what stands there before.
FRAME = (
    '<iframe src="lora-atelier/?{query}" title="{title}" loading="lazy" allow="clipboard-read; clipboard-write" '
    'style="display:block;width:100%;height:calc(100vh - 130px);min-height:420px;border:0"></iframe>'
)


def tab(title: str, identifier: str, **query):
    import gradio

    # The page speaks the WebUI's language, where the user chose none on the page.
    written = escape(urlencode({**query, "locale": settings.read("localization", "None")}))
    # No Blocks around it: gradio 4 makes a whole web application for each (80 ms); the WebUI only renders what it gets.
    return gradio.HTML(FRAME.format(query=written, title=escape(title)), render=False), title, identifier


def on_ui_tabs() -> list:
    rooms = [room for room in settings.read("lora_atelier_room_tabs", []) if room in settings.ROOMS]
    own = [tab(f"Atelier: {room.capitalize()}", f"lora_atelier_{room}", room=room, only=1) for room in rooms]
    return [tab("LoRA Atelier", "lora_atelier"), *own]
