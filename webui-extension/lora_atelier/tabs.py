"""The extension's tabs: each is a frame with the sidecar's page, which does everything else."""

from . import settings

# Relative, so that it is right under --subpath and behind proxies. The frame fills the window below the tab's bar.
FRAME = (
    '<iframe src="lora-atelier/{query}" title="{title}" allow="clipboard-read; clipboard-write" '
    'style="display:block;width:100%;height:calc(100vh - 130px);min-height:560px;border:0"></iframe>'
)


def tab(query: str, title: str, identifier: str):
    import gradio

    # No Blocks around it: gradio 4 makes a whole web application for each (80 ms); the WebUI only renders what it gets.
    return gradio.HTML(FRAME.format(query=query, title=title), render=False), title, identifier


def on_ui_tabs() -> list:
    tabs = [tab("", "LoRA Atelier", "lora_atelier")]
    for room in settings.read("lora_atelier_room_tabs", []):
        if room in settings.ROOMS:
            tabs.append(tab(f"?room={room}&amp;only=1", f"Atelier: {room.capitalize()}", f"lora_atelier_{room}"))
    return tabs
