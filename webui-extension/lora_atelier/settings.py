"""The extension's page in the WebUI's settings."""

SECTION = ("lora_atelier", "LoRA Atelier")
ROOMS = ["dataset", "tagging", "captions", "planning", "training", "sweep"]


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
    option("lora_atelier_node", "", "Node program (empty: found by itself) / Node の場所（空欄なら自動）")
    option(
        "lora_atelier_room_tabs",
        [],
        "Rooms with a tab of their own (after Reload UI) / 独立したタブにする部屋",
        gradio.CheckboxGroup,
        {"choices": ROOMS},
    )
