"""Registers the extension with the WebUI."""

from . import settings


def on_app_started(_demo, app) -> None:
    # Imported here, not at the top: the WebUI's start must not wait for them.
    from modules import shared

    from .api_proxy import add_apis
    from .http_proxy import http_endpoint
    from .socket_proxy import socket_endpoint
    from .studio import running_studio

    studio = running_studio()
    add_apis(app, studio, shared.cmd_opts)
    app.add_websocket_route("/lora-atelier/ws", socket_endpoint(app, studio))
    app.add_route("/lora-atelier/{path:path}", http_endpoint(app, studio), methods=["GET", "POST"])
    if settings.read("lora_atelier_start", True):
        studio.start()


def add_axes() -> None:
    from .xyz_axes import add_axes

    add_axes()


def on_after_component(component, **more) -> None:
    from .send_button import follow

    follow(component, **more)


def script_class():
    from .sweep_script import script_class

    return script_class()


def register() -> None:
    from modules import script_callbacks

    from . import tabs

    script_callbacks.on_ui_tabs(tabs.on_ui_tabs)
    script_callbacks.on_app_started(on_app_started)
    script_callbacks.on_ui_settings(settings.on_ui_settings)
    # All scripts are loaded by then, the X/Y/Z plot among them.
    script_callbacks.on_before_ui(add_axes)
    script_callbacks.on_after_component(on_after_component)
