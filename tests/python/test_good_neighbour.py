"""What the extension leaves in a WebUI: its routes, its tabs, its settings, its script, and nothing else."""

from __future__ import annotations

import json
import subprocess
import sys

from conftest import ROOT

# Each round is a process of its own, in which the WebUI's parts are loaded before us.
LOOK = """
import pathlib, sys
sys.path[:0] = ["tests/support/webui"]
import asyncio, builtins, json, logging, os, subprocess, threading
import fastapi, gradio, httpx, starlette.applications, starlette.routing, uvicorn, websockets
import stand_in_modules
registered = stand_in_modules.install()
stand_in_modules.install_memory({"done": []}, "/webui")
# No sidecar is needed to see it.
sys.modules["modules.shared"].opts.lora_atelier_start = False
app = fastapi.FastAPI()
modules = {name: module for name, module in sys.modules.items() if not name.startswith("__")}

def parts():
    found = {}
    for name, module in modules.items():
        for key, value in list(getattr(module, "__dict__", {}).items()):
            if not isinstance(value, type(sys)):
                found[f"{name}.{key}"] = value
            if isinstance(value, type) and value.__module__ == name:
                found.update({f"{name}.{key}.{inner}": one for inner, one in vars(value).items()})
    return found

# Counters, caches and registries of the modules themselves: what matters is what is called.
called = lambda value: callable(value) or isinstance(value, (classmethod, staticmethod, property))
before, routes = parts(), {route.path for route in app.routes}
environment, hooks = dict(os.environ), (sys.excepthook, threading.excepthook, list(sys.meta_path), list(sys.path_hooks))
stand_in_modules.load_extension(pathlib.Path("."), registered)
for callback in registered["ui_settings"]: callback()
tabs = [tab[1:] for callback in registered["ui_tabs"] for tab in callback()]
for callback in registered["app_started"]: callback(None, app)
after = parts()
changed = [name for name, value in before.items() if called(value) and after.get(name) is not value]
added = [name for name in after.keys() - before.keys() if called(after[name])]
print("FOUND" + json.dumps({
    "changed": changed,
    "added": sorted(added),
    "routes": sorted({route.path for route in app.routes} - routes),
    "tabs": tabs,
    "environment": dict(os.environ) == environment,
    "hooks": hooks == (sys.excepthook, threading.excepthook, list(sys.meta_path), list(sys.path_hooks)),
    "middleware": len(app.user_middleware),
    "path": [one for one in sys.path if "lora" in one.lower() or "webui-extension" in one],
}), flush=True)
os._exit(0)
"""


def test_nothing_of_the_webui_is_changed_and_only_our_routes_and_tabs_are_added(tmp_path):
    # A Node that does nothing: one that was found elsewhere would set this very checkout up anew, while other tests use it.
    node = tmp_path / "node"
    node.write_text("#!/bin/sh\necho v20.20.0\n")
    node.chmod(0o755)
    environment = {
        "PATH": str(tmp_path),
        "HOME": str(tmp_path),
        "ATELIER_HOME": str(tmp_path),
        "GRADIO_ANALYTICS_ENABLED": "False",
    }
    result = subprocess.run([sys.executable, "-c", LOOK], cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    found = json.loads(result.stdout.partition("FOUND")[2].splitlines()[0])

    assert found["changed"] == []
    assert found["added"] == []
    assert found["routes"] == ["/lora-atelier/api/{path:path}", "/lora-atelier/ws", "/lora-atelier/{path:path}"]
    assert found["tabs"] == [["LoRA Atelier", "lora_atelier"]]
    assert found["environment"]
    assert found["hooks"]
    assert found["middleware"] == 0
    assert [path for path in found["path"] if not path.endswith("webui-extension")] == []


def test_the_webui_finds_nothing_to_load_but_the_script():
    # What a WebUI loads of an extension by itself: scripts, styles, translations, requirements, a look before its start.
    for name in ("javascript", "style.css", "localizations", "requirements.txt", "preload.py"):
        assert not (ROOT / name).exists(), name
    assert [path.name for path in (ROOT / "scripts").glob("*.py")] == ["lora_atelier.py"]


def test_the_shim_is_thin():
    files = [*(ROOT / "webui-extension").rglob("*.py"), ROOT / "scripts" / "lora_atelier.py"]
    lines = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in files}

    assert {name: count for name, count in lines.items() if count > 150} == {}
    assert sum(lines.values()) < 1000
