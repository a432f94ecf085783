"""What the sidecar asks of this WebUI by its process's pipes, one JSON object a line (sidecar/command-line/parent-link.ts)."""

import importlib.util
import json
import sys
import threading
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from importlib import import_module
from operator import attrgetter
from pathlib import Path

from modules import call_queue, devices, sd_models, shared

from .webui_txt2img import Task, draw


def facts() -> dict[str, str]:
    """Params of `webui/attach`; empty outside a WebUI."""
    paths = sys.modules.get("modules.paths_internal")
    if paths is None:
        return {}
    folder = Path(paths.data_path).resolve()
    # Forge and all its kin bring this package.
    name = "Forge" if importlib.util.find_spec("modules_forge") is not None else "AUTOMATIC1111"
    loras = Path(getattr(shared.cmd_opts, "lora_dir", None) or folder / "models" / "Lora").resolve()
    return {"id": str(folder), "title": str(folder), "name": name, "loraFolder": str(loras)}


def rows(module: str, listed: str, fields: dict[str, str]) -> list[dict] | None:
    """The fields of each row by our names, where "" is a row that is a name itself; None where this WebUI has no such list."""
    try:
        found = attrgetter(listed)(import_module(module)) or ()
    except (ImportError, AttributeError):
        return None
    things = found.values() if isinstance(found, dict) and "" not in fields.values() else found
    values = [{field: getattr(one, its, None) if its else one for field, its in fields.items()} for one in things]
    return [{field: value() if callable(value) else value for field, value in row.items()} for row in values]


def lists(_task, lists: dict[str, dict], option: str) -> dict:
    """What it can draw with, whether or not it was started with `--api`; `lists` as sidecar/webui/parent-lists.ts has them."""
    return {name: rows(**wanted) for name, wanted in lists.items()} | {"option": getattr(shared.opts, option, None)}


def loaded_model():
    """The checkpoint in memory, or None. Forge and its kin put an empty stand-in there before the first picture."""
    data = getattr(sd_models, "model_data", None)
    # A1111 loads its first checkpoint on a thread of its own, under this lock.
    with getattr(data, "lock", None) or nullcontext():
        model = getattr(data, "sd_model", None)
    return None if type(model).__name__ == "FakeInitialModel" else model


def release(_task) -> dict:
    if loaded_model() is None or devices.device.type == "cpu":  # Nothing, or nothing that stood on a graphics card.
        return {"released": False}
    sd_models.unload_model_weights()
    # What torch keeps for later would still be missing to others.
    devices.torch_gc()
    return {"released": True}


def restore(_task) -> dict:
    model = loaded_model()
    # Forge and its kin load at the next picture by themselves; there this does nothing, or is not there.
    if model is not None and hasattr(sd_models, "send_model_to_device"):
        sd_models.send_model_to_device(model)
    return {}


def refresh_loras(task, **wanted) -> dict:
    """What the button of the LoRA view does (its built-in extension has this name in all of them); then `lists`, if wanted."""
    import_module("networks").list_available_networks()
    return lists(task, **wanted) if wanted else {}


CALLS = {one.__name__: one for one in (lists, release, restore, refresh_loras, draw, Task.progress, Task.call_off)}


class Link:
    """Answers into `replies` until it is closed; pictures that nobody waits for any more are called off then."""

    def __init__(self, replies) -> None:
        self._replies, self._lock = replies, threading.Lock()
        self._lanes = {lane: ThreadPoolExecutor(1, f"lora-atelier-{lane}") for lane in ("memory", "draw", "quick")}
        self._tasks: dict[str, Task] = {}

    def asked(self, message: dict) -> None:
        lane, name = message.get("lane", "quick"), message.get("task") or ""
        task = self._tasks.get(name, Task(name if lane == "draw" else ""))
        if lane == "draw":
            # Known at once, so that it can be called off while it waits behind another.
            self._tasks[name] = task
        self._lanes[lane].submit(self._answer, message, lane, task)

    def _answer(self, message: dict, lane: str, task: Task) -> None:
        """A failure of the WebUI is told, never thrown."""
        call = CALLS.get(message.get("call"))
        try:
            # A picture takes its turn in the WebUI's own queue by itself.
            with call_queue.queue_lock if lane == "memory" else nullcontext():
                told = {"result": call(task, **message["params"])} if call else {"unknown": message["method"]}
        except Exception as error:  # Any: the WebUI's own code ran.
            traceback.print_exc()
            told = {"failure": f"{type(error).__name__}: {error}"}
        if lane == "draw":
            self._tasks.pop(task.name, None)
        # The process may have ended meanwhile: the error stays in the pool's future.
        with self._lock:
            print(json.dumps({"id": message["id"], **told}), file=self._replies, flush=True)

    def close(self) -> None:
        # What runs ends by itself: waiting for it here would hold up the next start.
        for lane in self._lanes.values():
            lane.shutdown(wait=False, cancel_futures=True)
        for task in list(self._tasks.values()):
            task.call_off()
