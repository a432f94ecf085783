"""A small WebUI for tests: real gradio with the extension's tab, `--auth`, and Reload UI at POST /stand-in/reload."""

from __future__ import annotations

import argparse
import itertools
import json
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import gradio as gr
import stand_in_modules
from starlette.responses import JSONResponse, PlainTextResponse

ROOT = Path(__file__).resolve().parents[3]


def note_values(block) -> list[str]:
    """The WebUI walks over each tab for values to keep: blocks by their children, components by their label."""
    if hasattr(block, "children"):
        return [label for child in block.children for label in note_values(child)]
    return [] if block.label is None else [block.label]


def tool_button(*arguments, tooltip: str, **more) -> gr.Button:
    """The WebUI's class shows `tooltip` when the mouse is over it."""
    return gr.Button(*arguments, **more)


def send_row(registered) -> None:
    """The row of buttons below the pictures, of which extensions are told."""
    stand_in_modules.module("modules.ui_components").ToolButton = tool_button
    with gr.Row():
        button = gr.Button("extras", elem_id="txt2img_send_to_extras")
        for callback in registered["after_component"]:
            callback(button, elem_id="txt2img_send_to_extras")


def build(registered) -> gr.Blocks:
    interfaces = [tab for callback in registered["ui_tabs"] for tab in callback()]
    with gr.Blocks(title="WebUI stand-in", analytics_enabled=False) as demo:
        gr.Markdown("WebUI stand-in for tests: real gradio, nothing that draws pictures.")
        with gr.Tabs(elem_id="tabs"):
            with gr.TabItem("txt2img", id="txt2img"):
                prompt = gr.Textbox(label="Prompt", lines=3, elem_id="txt2img_prompt")
                drawn = gr.Textbox(label="Drawn", elem_id="txt2img_drawn")
                gr.Button("Generate").click(lambda text: f"drawn: {text}", prompt, drawn)
                # What a WebUI writes below its pictures.
                gr.HTML("", elem_id="html_info_txt2img")
                send_row(registered)
            for interface, label, identifier in interfaces:
                with gr.TabItem(label, id=identifier, elem_id=f"tab_{identifier}"):
                    interface.render()
        for interface, _, _ in interfaces:
            note_values(interface)
    return demo


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--auth", help="user:password")
    parser.add_argument("--subpath", default="")
    parser.add_argument("--listen", action="store_true")
    parser.add_argument("--room-tabs", default="")
    parser.add_argument("--localization", default="None", help="a name as the WebUI's setting has it: ja_JP")
    parser.add_argument("--api", action="store_true")
    parser.add_argument(
        "--disabled", action="store_true", help="as with the extension switched off; also by POST /stand-in/disable"
    )
    parser.add_argument("--data-path", help="where a WebUI would have its models; with it, it has a checkpoint to move")
    given = parser.parse_args()
    options = {"lora_atelier_room_tabs": given.room_tabs.split(",")} if given.room_tabs else {}
    registered = stand_in_modules.install(options)
    state: dict = {"done": []}
    if given.data_path:
        stand_in_modules.install_memory(state, given.data_path)
    from modules import shared

    shared.cmd_opts.listen, shared.cmd_opts.api = given.listen, given.api
    shared.opts.disabled_extensions = [ROOT.name] if given.disabled else []
    for reloads in itertools.count():
        reload = threading.Event()
        stand_in_modules.load_extension(None if ROOT.name in shared.opts.disabled_extensions else ROOT, registered)
        # The WebUI has this setting of its own accord.
        shared.opts.localization = given.localization
        for callback in registered["ui_settings"]:
            callback()
        demo = build(registered)
        app, _, _ = demo.launch(
            server_name="127.0.0.1",
            server_port=given.port,
            auth=tuple(given.auth.split(":")) if given.auth else None,
            prevent_thread_lock=True,
            quiet=True,
            root_path=given.subpath or None,
        )

        def on_reload(_request, event=reload):
            event.set()
            return PlainTextResponse("reloading")

        def on_disable(request):
            shared.opts.disabled_extensions = [ROOT.name]
            return on_reload(request)

        app.add_route("/stand-in/disable", on_disable, methods=["POST"])
        app.add_route("/stand-in/reload", on_reload, methods=["POST"])
        app.add_route("/stand-in/reloads", lambda _request, count=reloads: JSONResponse(count))
        app.add_route("/stand-in/done", lambda _request: JSONResponse(state["done"]))
        for callback in registered["app_started"]:
            callback(demo, app)
        print(json.dumps({"ready": given.port}), flush=True)
        reload.wait()
        demo.close()
        for callback in registered["script_unloaded"]:
            callback()


if __name__ == "__main__":
    main()
