"""A connection of the WebUI itself to the sidecar, by which the sidecar asks it: JSON-RPC 2.0, one message a frame."""

import asyncio
import contextlib
import json
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import websockets

from . import webui_facts, webui_memory
from .sidecar_process import Endpoint, credentials

PROTOCOL = 1
AGAIN_AFTER_SECONDS = 5
UNKNOWN_METHOD, FAILED = -32601, 1000


def answer(message: dict, methods: dict[str, Callable[[], dict]]) -> dict:
    """The reply to one request; a failure of the WebUI is told, never thrown."""
    head = {"jsonrpc": "2.0", "id": message["id"]}
    method = methods.get(message.get("method"))
    if method is None:
        return {**head, "error": {"code": UNKNOWN_METHOD, "message": f"There is no method {message.get('method')}."}}
    try:
        return {**head, "result": method()}
    except Exception as error:  # Any: the WebUI's own code ran.
        text = f"{type(error).__name__}: {error}"
        data = {"code": "internal", "hint": "The WebUI's console says more."}
        return {**head, "error": {"code": FAILED, "message": f"The WebUI could not do it: {text}", "data": data}}


async def serve(endpoint: Endpoint, facts: dict[str, str], methods: dict[str, Callable[[], dict]]) -> None:
    """Says who we are, then answers until the connection ends."""
    address = f"ws://{endpoint.address}/ws"
    # One after the other: a release and a restore must not overtake each other.
    with ThreadPoolExecutor(1, thread_name_prefix="lora-atelier-asked") as workers:
        async with websockets.connect(address, extra_headers=credentials(endpoint, exposed=False)) as connection:
            hello = {"protocol": PROTOCOL, "client": "webui"}
            for number, (method, params) in enumerate((("initialize", hello), ("webui/attach", facts))):
                await connection.send(json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": params}))

            async def work(message: dict) -> None:
                reply = await asyncio.get_running_loop().run_in_executor(workers, answer, message, methods)
                await connection.send(json.dumps(reply))

            tasks: set[asyncio.Task] = set()
            async for frame in connection:
                message = json.loads(frame)
                # Answers and news of jobs are not for us.
                if "method" in message and "id" in message:
                    task = asyncio.ensure_future(work(message))
                    tasks.add(task)
                    task.add_done_callback(tasks.discard)


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
                asyncio.run(serve(endpoint, facts, webui_memory.METHODS))
        ended.wait(AGAIN_AFTER_SECONDS)
