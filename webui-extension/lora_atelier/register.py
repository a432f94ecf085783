"""Registers the extension with the WebUI."""

from modules import script_callbacks, shared

from . import send_button, tabs, xyz_axes
from .sidecar_process import EXTENSION_ROOT
from .studio import running_studio


def on_app_started(_demo, app) -> None:
    # Imported here, not at the top: the WebUI's start must not wait for them.
    from .http_proxy import add_routes
    from .socket_proxy import socket_endpoint

    app.add_websocket_route("/lora-atelier/ws", socket_endpoint(app, running_studio()))
    add_routes(app, running_studio(), shared.cmd_opts)
    if tabs.read("lora_atelier_start", True):
        running_studio().start()


def on_script_unloaded() -> None:
    """Reload UI: the studio goes on, unless the extension was switched off meanwhile."""
    off = tabs.read("disabled_extensions", [])
    if EXTENSION_ROOT.name in off or tabs.read("disable_all_extensions", "none") != "none":
        running_studio().stop()


def register() -> None:
    script_callbacks.on_ui_tabs(tabs.on_ui_tabs)
    script_callbacks.on_app_started(on_app_started)
    script_callbacks.on_ui_settings(tabs.on_ui_settings)
    # All scripts are loaded by then, the X/Y/Z plot among them.
    script_callbacks.on_before_ui(xyz_axes.add_axes)
    script_callbacks.on_after_component(send_button.on_after_component)
    script_callbacks.on_script_unloaded(on_script_unloaded)
