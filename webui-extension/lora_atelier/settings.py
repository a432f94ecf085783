"""The extension's page in the WebUI's settings: what matters before a sidecar runs. All else is on the sidecar's own page."""

import sys

SECTION = ("lora_atelier", "LoRA Atelier")
ROOMS = ["dataset", "tagging", "captions", "planning", "training", "sweep"]
OURS = (
    '<a href="lora-atelier/?panel=settings" target="_blank">Folders, trainer, tagger, Node: the settings of LoRA Atelier '
    "(⚙) / フォルダ、学習プログラム、タガー、Node は LoRA Atelier の設定（⚙）で</a>"
)
START = "Start the studio with the WebUI / WebUI と一緒に起動する"
TABS = "Rooms with a tab of their own (after Reload UI) / 独立したタブにする部屋"


def read(name: str, default):
    """A setting's value; the default outside a WebUI or before it has read its settings."""
    value = getattr(getattr(sys.modules.get("modules.shared"), "opts", None), name, None)
    return default if value is None else value


def on_ui_settings() -> None:
    import gradio
    from modules import shared

    rooms = (gradio.CheckboxGroup, {"choices": ROOMS})
    shared.opts.add_option("lora_atelier_start", shared.OptionInfo(True, START, section=SECTION))
    shared.opts.add_option("lora_atelier_room_tabs", shared.OptionInfo([], TABS, *rooms, section=SECTION))
    # Since 1.6.
    if hasattr(shared, "OptionHTML"):
        link = shared.OptionHTML(OURS)
        link.section = SECTION
        shared.opts.add_option("lora_atelier_more", link)
