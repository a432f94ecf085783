"""What the sidecar asks of this WebUI by its process's pipes, one JSON object a line (sidecar/command-line/parent-link.ts)."""

import importlib.util
import json
import threading
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import webui_lists, webui_memory, webui_txt2img
from .webui_txt2img import Task

# Each with the queue it waits in: a release and a restore must not overtake each other, nor must one picture another, while an
# interrupt has to come through at once.
METHODS = {
    "webui/memory/release": ("memory", webui_memory.release),
    "webui/memory/restore": ("memory", webui_memory.restore),
    "webui/refreshLoras": ("memory", webui_memory.refresh_loras),
    "webui/loras": ("memory", lambda task, **wanted: webui_memory.refresh_loras() or webui_lists.told(task, **wanted)),
    "webui/drawing": ("quick", webui_lists.told),
    "webui/progress": ("quick", webui_txt2img.progress),
    "webui/interrupt": ("quick", webui_txt2img.call_off),
    "webui/txt2img": ("draw", webui_txt2img.draw),
}


def facts() -> dict[str, str]:
    """Params of `webui/attach`; empty outside a WebUI."""
    try:
        from modules import shared
        from modules.paths_internal import data_path
    except ImportError:
        return {}
    folder = Path(data_path).resolve()
    # Forge and all its kin bring this package.
    name = "Forge" if importlib.util.find_spec("modules_forge") is not None else "AUTOMATIC1111"
    loras = Path(getattr(shared.cmd_opts, "lora_dir", None) or folder / "models" / "Lora").resolve()
    return {"id": str(folder), "title": str(folder), "name": name, "loraFolder": str(loras)}


def answer(message: dict, task: Task) -> dict:
    """The reply to one request; a failure of the WebUI is told, never thrown."""
    head, (_, method) = {"id": message["id"]}, METHODS.get(message["method"], (None, None))
    if method is None:
        return {**head, "unknown": message["method"]}
    try:
        return {**head, "result": method(task, **message["params"])}
    except Exception as error:  # Any: the WebUI's own code ran.
        traceback.print_exc()
        return {**head, "failure": f"{type(error).__name__}: {error}"}


class Link:
    """Answers into `replies` until it is closed; pictures that nobody waits for any more are called off then."""

    def __init__(self, replies) -> None:
        self._replies, self._lock = replies, threading.Lock()
        self._lanes = {lane: ThreadPoolExecutor(1, f"lora-atelier-{lane}") for lane in ("memory", "draw", "quick")}
        self._tasks: dict[str, Task] = {}

    def asked(self, message: dict) -> None:
        name, lane = message.get("task"), METHODS.get(message["method"], ("quick", None))[0]
        if lane == "draw":
            # Known at once, so that it can be called off while it waits behind another.
            self._tasks[name] = Task(name)
        work = self._lanes[lane].submit(self._answer, message, self._tasks.get(name, Task("")))
        if lane == "draw":
            work.add_done_callback(lambda _work: self._tasks.pop(name))

    def _answer(self, message: dict, task: Task) -> None:
        reply = json.dumps(answer(message, task))
        # The process may have ended meanwhile: the error stays in the pool's future.
        with self._lock:
            print(reply, file=self._replies, flush=True)

    def close(self) -> None:
        # What runs ends by itself: waiting for it here would hold up the next start.
        for lane in self._lanes.values():
            lane.shutdown(wait=False, cancel_futures=True)
        for task in list(self._tasks.values()):
            webui_txt2img.call_off(task)
