"""A stand-in for the parts of the WebUI's `modules` package that the extension touches."""

from __future__ import annotations

import sys
import threading
import types
from types import SimpleNamespace


class OptionInfo:
    def __init__(self, default=None, label="", component=None, component_args=None, section=None):
        self.default, self.label, self.section = default, label, section


class Options:
    def __init__(self, given: dict) -> None:
        self.given = given

    def add_option(self, name: str, option: OptionInfo) -> None:
        setattr(self, name, self.given.get(name, option.default))


class OptionHTML(OptionInfo):
    def __init__(self, text):
        super().__init__(text)


class Checkpoint:
    """What would be on a graphics card; nothing is drawn with it."""


def module(name: str) -> types.ModuleType:
    """The one of this name, made where there is none yet: as in a WebUI, who imported it keeps it for good."""
    found = sys.modules.setdefault(name, types.ModuleType(name))
    package, _, last = name.rpartition(".")
    if package:
        setattr(sys.modules[package], last, found)
    return found


def install_memory(state: dict, data_path: str) -> None:
    """The parts that move a checkpoint and list LoRA files; `state` tells what was done with them."""
    models, devices, networks = module("modules.sd_models"), module("modules.devices"), module("networks")
    models.model_data = SimpleNamespace(sd_model=Checkpoint(), lock=threading.Lock())
    models.unload_model_weights = lambda: state["done"].append("unload")
    models.send_model_to_device = lambda _model: state["done"].append("send to device")
    module("modules.call_queue").queue_lock = threading.Lock()
    devices.device = SimpleNamespace(type="cuda")
    devices.torch_gc = lambda: state["done"].append("collect")
    module("modules.paths_internal").data_path = data_path
    networks.list_available_networks = lambda: state["done"].append("list networks")


def uninstall_memory() -> None:
    for name in ("networks", "modules.paths_internal"):
        sys.modules.pop(name, None)


def install(options: dict | None = None, flags: dict | None = None):
    """The modules that every WebUI has when it loads its extensions; returns the callbacks that get registered."""
    registered: dict[str, list] = {"ui_tabs": [], "app_started": [], "ui_settings": [], "before_ui": [], "after_component": []}
    registered["script_unloaded"] = []
    module("modules")
    for name in ("call_queue", "devices", "processing", "progress", "sd_models"):
        module(f"modules.{name}")
    callbacks, shared = module("modules.script_callbacks"), module("modules.shared")
    for name, functions in registered.items():
        setattr(callbacks, f"on_{name}", lambda function, *, name=None, functions=functions: functions.append(function))
    shared.OptionInfo, shared.OptionHTML = OptionInfo, OptionHTML
    shared.opts = Options(options or {})
    shared.cmd_opts = SimpleNamespace(share=False, listen=False, **(flags or {}))
    module("modules.scripts").Script = object
    return registered


def load_extension(root, registered) -> None:
    """What the WebUI does at start and again at Reload UI: forgets the extension's modules, runs its script anew, if any."""
    import importlib.util

    for functions in registered.values():
        functions.clear()
    for name in [name for name in sys.modules if name == "lora_atelier" or name.startswith("lora_atelier.")]:
        del sys.modules[name]
    if root is None:
        return
    specification = importlib.util.spec_from_file_location("lora_atelier_script", root / "scripts" / "lora_atelier.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
