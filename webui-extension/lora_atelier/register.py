"""Registers the extension with the WebUI."""

from . import send_button, settings, tabs, xyz_axes


def on_app_started(_demo, app) -> None:
    # Imported here, not at the top: the WebUI's start must not wait for them.
    from modules import shared

    from .http_proxy import add_routes
    from .socket_proxy import socket_endpoint
    from .studio import running_studio

    studio = running_studio()
    app.add_websocket_route("/lora-atelier/ws", socket_endpoint(app, studio))
    add_routes(app, studio, shared.cmd_opts)
    if settings.read("lora_atelier_start", True):
        studio.start()


def on_script_unloaded() -> None:
    """Reload UI: the studio goes on, unless the extension was switched off meanwhile."""
    from modules import shared

    from .sidecar_process import EXTENSION_ROOT
    from .studio import running_studio

    off = getattr(shared.opts, "disabled_extensions", [])
    if EXTENSION_ROOT.name in off or getattr(shared.opts, "disable_all_extensions", "none") != "none":
        running_studio().stop()


def register() -> None:
    from modules import script_callbacks

    script_callbacks.on_ui_tabs(tabs.on_ui_tabs)
    script_callbacks.on_app_started(on_app_started)
    script_callbacks.on_ui_settings(settings.on_ui_settings)
    # All scripts are loaded by then, the X/Y/Z plot among them.
    script_callbacks.on_before_ui(xyz_axes.add_axes)
    script_callbacks.on_after_component(send_button.on_after_component)
    script_callbacks.on_script_unloaded(on_script_unloaded)
