"""The extension's page in the WebUI's settings: what matters before a sidecar runs. All else is on the sidecar's own page."""

SECTION = ("lora_atelier", "LoRA Atelier")
ROOMS = ["dataset", "tagging", "captions", "planning", "training", "sweep"]
OURS = (
    '<a href="lora-atelier/?panel=settings" target="_blank">Folders, trainer, tagger, Node: the settings of LoRA Atelier '
    "(⚙) / フォルダ、学習プログラム、タガー、Node は LoRA Atelier の設定（⚙）で</a>"
)


def read(name: str, default):
    """A setting's value; the default outside a WebUI or before it has read its settings."""
    try:
        from modules import shared
    except ImportError:
        return default
    value = getattr(shared.opts, name, None)
    return default if value is None else value


def on_ui_settings() -> None:
    import gradio
    from modules import shared

    def option(name: str, default, label: str, *component) -> None:
        shared.opts.add_option(name, shared.OptionInfo(default, label, *component, section=SECTION))

    option("lora_atelier_start", True, "Start the studio with the WebUI / WebUI と一緒に起動する")
    option(
        "lora_atelier_room_tabs",
        [],
        "Rooms with a tab of their own (after Reload UI) / 独立したタブにする部屋",
        gradio.CheckboxGroup,
        {"choices": ROOMS},
    )
    # Since 1.6.
    if hasattr(shared, "OptionHTML"):
        link = shared.OptionHTML(OURS)
        link.section = SECTION
        shared.opts.add_option("lora_atelier_more", link)
