"""A connection of the WebUI itself to the sidecar, by which the sidecar asks it: JSON-RPC 2.0, one message a frame."""

import asyncio
import contextlib
import json
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import websockets

from . import webui_facts
from .drawing_tasks import Tasks
from .sidecar_process import Endpoint, credentials
from .webui_methods import LANES, Method, interrupt_webui, upload_to, webui_methods

PROTOCOL = 1
AGAIN_AFTER_SECONDS = 5
UNKNOWN_METHOD, FAILED = -32601, 1000


def answer(message: dict, methods: dict[str, Method]) -> dict:
    """The reply to one request; a failure of the WebUI is told, never thrown."""
    head = {"jsonrpc": "2.0", "id": message["id"]}
    method = methods.get(message.get("method"))
    if method is None:
        return {**head, "error": {"code": UNKNOWN_METHOD, "message": f"There is no method {message.get('method')}."}}
    try:
        return {**head, "result": method(message.get("params") or {})}
    except Exception as error:  # Any: the WebUI's own code ran.
        traceback.print_exc()
        text = f"{type(error).__name__}: {error}"
        data = {"code": "webuiFailed", "hint": "The WebUI's console says more."}
        return {**head, "error": {"code": FAILED, "message": f"The WebUI could not do it: {text}", "data": data}}


class Lanes:
    """Threads that answer, a queue for each kind of work."""

    def __init__(self) -> None:
        self._lanes = {name: ThreadPoolExecutor(1, f"lora-atelier-{name}") for name in {*LANES.values(), "quick"}}

    def of(self, method: str) -> ThreadPoolExecutor:
        return self._lanes[LANES.get(method, "quick")]

    def close(self) -> None:
        # What runs ends by itself: waiting for it here would hold up the next connection.
        for lane in self._lanes.values():
            lane.shutdown(wait=False, cancel_futures=True)


async def serve(endpoint: Endpoint, facts: dict[str, str], methods: dict[str, Method], tasks: Tasks) -> None:
    """Says who we are, then answers until the connection ends."""
    address = f"ws://{endpoint.address}/ws"
    lanes = Lanes()
    try:
        async with websockets.connect(address, extra_headers=credentials(endpoint, exposed=False)) as connection:
            hello = {"protocol": PROTOCOL, "client": "webui"}
            for number, (method, params) in enumerate((("initialize", hello), ("webui/attach", facts))):
                await connection.send(json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": params}))

            async def work(message: dict) -> None:
                lane = lanes.of(message["method"])
                reply = await asyncio.get_running_loop().run_in_executor(lane, answer, message, methods)
                await connection.send(json.dumps(reply))

            running: set[asyncio.Task] = set()
            async for frame in connection:
                message = json.loads(frame)
                # Answers and news of jobs are not for us.
                if "method" in message and "id" in message:
                    if message["method"] == "webui/txt2img":
                        # Known at once, so that it can be called off while it waits behind another.
                        tasks.expect(message["params"]["task"])
                    one = asyncio.ensure_future(work(message))
                    running.add(one)
                    one.add_done_callback(running.discard)
    finally:
        lanes.close()
        # Nobody is there any more to take their pictures.
        tasks.cancel_all(interrupt_webui)


def keep_linked(endpoint_now: Callable[[], Endpoint | None], ended: threading.Event) -> None:
    """Runs on a thread of its own until `ended`; it outlives Reload UI, as the sidecar does."""
    try:
        facts = webui_facts.facts()
    except ImportError:
        return  # No WebUI around us.
    while not ended.is_set():
        endpoint = endpoint_now()
        if endpoint is not None:
            # It starts, ends or was replaced: tried again.
            with contextlib.suppress(OSError, ValueError, websockets.WebSocketException):
                tasks = Tasks()
                asyncio.run(serve(endpoint, facts, webui_methods(tasks, upload_to(endpoint)), tasks))
        ended.wait(AGAIN_AFTER_SECONDS)
