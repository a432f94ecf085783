"""What the sidecar may ask of this WebUI, by name; each takes the request's params and runs on a thread."""

import hashlib
import json
from collections.abc import Callable

import httpx

from . import webui_drawing, webui_memory
from .drawing_tasks import Tasks
from .sidecar_process import Endpoint, credentials
from .webui_txt2img import Drawn, draw

Method = Callable[[dict], dict]

# One at a time in each: a release and a restore must not overtake each other, nor must one picture another, while an
# interrupt has to come through at once.
LANES = {
    "webui/memory/release": "memory",
    "webui/memory/restore": "memory",
    "webui/refreshLoras": "memory",
    "webui/loras": "memory",
    "webui/txt2img": "draw",
}
UPLOAD_SECONDS = 60


def interrupt_webui() -> None:
    from modules import shared

    shared.state.interrupt()


def upload_to(endpoint: Endpoint) -> Callable[[bytes], str]:
    """Sends a PNG to the sidecar, where it is known by its SHA-256."""

    def upload(png: bytes) -> str:
        name = hashlib.sha256(png).hexdigest()
        headers = {**credentials(endpoint, exposed=False), "x-atelier-upload": "1"}
        address = f"http://{endpoint.address}/files/drawn?picture={name}"
        httpx.post(address, content=png, headers=headers, timeout=UPLOAD_SECONDS, trust_env=False).raise_for_status()
        return name

    return upload


def progress_of(place: str) -> dict:
    """`sign` is another one whenever anything has moved in the WebUI, whosever picture it is."""
    from modules import shared

    state = shared.state
    steps = state.sampling_step / state.sampling_steps if state.sampling_steps else 0
    part = (state.job_no + steps) / state.job_count if state.job_count > 0 else 0
    sign = [state.job, state.job_timestamp, state.job_no, state.sampling_step]
    drawing = bool(state.job) or state.job_count > 0
    return {
        "place": place,
        "isDrawing": drawing,
        "part": min(max(part, 0), 1) if place == "drawing" else 0,
        "sign": json.dumps(sign),
    }


def answer_of(drawn: Drawn, upload: Callable[[bytes], str]) -> dict:
    return {
        # Half-made pictures are nobody's.
        "pictures": [
            {"picture": upload(one.png), "seed": one.seed, "infotext": one.infotext}
            for one in ([] if drawn.pressed in ("interrupt", "skip") else drawn.pictures)
        ],
        "pressed": drawn.pressed,
        "modelHash": drawn.model_hash,
        "modelName": drawn.model_name,
    }


def webui_methods(tasks: Tasks, upload: Callable[[bytes], str]) -> dict[str, Method]:
    def txt2img(params: dict) -> dict:
        name = params["task"]
        try:
            return answer_of(draw(name, tasks.expect(name), tasks, params["fields"]), upload)
        finally:
            tasks.forget(name)

    def interrupt(params: dict) -> dict:
        tasks.cancel(params["task"], interrupt_webui)
        return {}

    return {
        "webui/memory/release": lambda _params: webui_memory.release(),
        "webui/memory/restore": lambda _params: webui_memory.restore(),
        "webui/refreshLoras": lambda _params: webui_memory.refresh_loras(),
        "webui/drawing": lambda _params: webui_drawing.drawing_facts(),
        "webui/loras": lambda _params: webui_drawing.listed_loras(),
        "webui/txt2img": txt2img,
        "webui/progress": lambda params: progress_of(tasks.place(params["task"])),
        "webui/interrupt": interrupt,
    }
