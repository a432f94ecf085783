"""Forwards the page's WebSocket to the sidecar, both ways, frame by frame."""

import asyncio

import websockets
from starlette.websockets import WebSocket, WebSocketState

from . import login
from .studio import Studio

LARGEST_BYTES = 16 * 1024 * 1024
# Codes that a program may send itself (RFC 6455, 7.4); others only say how a connection broke.
SENDABLE = {1000, 1001, 1008, 1009, 1011, 1012, 1013, *range(3000, 5000)}
REFUSED, RESTARTS, TRY_AGAIN_LATER = 1008, 1012, 1013
# A socket on which nothing passes ends this long after its login.
LOOK_EVERY_SECONDS = 30


async def relay(page: WebSocket, sidecar, may_go_on=lambda: True) -> None:
    """Passes messages until one end closes, or `may_go_on` says no, which is asked before each message and now and then."""

    async def pass_on(messages, send) -> None:
        async for message in messages:
            if not may_go_on():
                return
            await send(message)

    async def look() -> None:
        while may_go_on():
            await asyncio.sleep(LOOK_EVERY_SECONDS)

    ways = (pass_on(page.iter_text(), sidecar.send), pass_on(sidecar, page.send_text), look())
    tasks = [asyncio.ensure_future(way) for way in ways]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    if WebSocketState.DISCONNECTED not in (page.client_state, page.application_state):
        code = sidecar.close_code if sidecar.close_code in SENDABLE else RESTARTS
        await page.close(code if may_go_on() else REFUSED)


def socket_endpoint(app, studio: Studio):
    """The ASGI endpoint for `/lora-atelier/ws` of this app."""

    async def forward(page: WebSocket) -> None:
        endpoint, standing = studio.endpoint, login.standing(app, page.headers)
        if standing == "rebound" or not login.is_own_origin(page.headers) or not login.is_logged_in(app, page.cookies):
            await page.close(REFUSED)
            return
        try:
            if endpoint is None:
                raise ConnectionRefusedError
            # First the sidecar, then the page: what a page sends early would be lost otherwise.
            told = endpoint.headers(standing == "visitor", page.client)
            connection = await websockets.connect(f"ws://{endpoint.address}/ws", extra_headers=told, max_size=LARGEST_BYTES)
        except (OSError, asyncio.TimeoutError, websockets.WebSocketException):  # Also when too many of this client are open.
            await page.close(TRY_AGAIN_LATER)
            return
        try:
            await page.accept()
            await relay(page, connection, lambda: login.is_logged_in(app, page.cookies))
        finally:
            await connection.close()

    return forward
