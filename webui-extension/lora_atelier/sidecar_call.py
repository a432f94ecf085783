"""Requests of the WebUI to the sidecar, from any thread: a connection for one question."""

import asyncio
import json

import websockets

from .sidecar_process import Endpoint, credentials

PROTOCOL = 1
LARGEST_ANSWER_BYTES = 16 * 1024 * 1024
PATIENCE_SECONDS = 60


class Refused(Exception):
    """What the sidecar said, with what to do."""


async def _call(endpoint: Endpoint, requests: list) -> dict:
    address = f"ws://{endpoint.address}/ws"
    headers = credentials(endpoint, exposed=False)
    async with websockets.connect(address, extra_headers=headers, max_size=LARGEST_ANSWER_BYTES) as connection:
        result: dict = {}
        for number, (method, params) in enumerate([("initialize", {"protocol": PROTOCOL, "client": "webui"}), *requests]):
            given = params(result) if callable(params) else params
            await connection.send(json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": given}))
            reply: dict = {}
            while reply.get("id") != number or "method" in reply:
                reply = json.loads(await asyncio.wait_for(connection.recv(), PATIENCE_SECONDS))
            if "error" in reply:
                error = reply["error"]
                raise Refused(" ".join(filter(None, [error.get("message"), (error.get("data") or {}).get("hint")])))
            result = reply.get("result") or {}
        return result


def call(endpoint: Endpoint | None, *requests) -> dict:
    """The last of the answers; params may be a function of the answer before. Not on an event loop's thread.

    Raises Refused, also when there is no sidecar.
    """
    if endpoint is None:
        raise Refused("LoRA Atelier is being prepared: open its tab, and try again when it shows the studio.")
    try:
        return asyncio.run(_call(endpoint, list(requests)))
    except (OSError, ValueError, asyncio.TimeoutError, websockets.WebSocketException) as error:
        raise Refused(f"LoRA Atelier does not answer: {error}") from error
