"""Forwards the page's WebSocket to the sidecar, both ways, frame by frame."""

import asyncio

import websockets
from starlette.websockets import WebSocket, WebSocketDisconnect

from . import login
from .sidecar_process import credentials
from .studio import Studio

LARGEST_MESSAGE_BYTES = 16 * 1024 * 1024
# Codes that a program may send itself (RFC 6455, 7.4); others only say how a connection broke.
SENDABLE = {1000, 1001, 1008, 1009, 1011, 1012, 1013}
REFUSED, TRY_AGAIN_LATER = 1008, 1013
# A socket on which nothing passes ends this long after its login.
LOOK_EVERY_SECONDS = 30


def sendable(code: int | None, otherwise: int) -> int:
    return code if code is not None and (code in SENDABLE or 3000 <= code <= 4999) else otherwise


async def relay(page: WebSocket, sidecar, may_go_on=lambda: True) -> None:
    """Passes messages until one end closes, or `may_go_on` says no, which is asked before each message and now and then."""

    async def to_sidecar() -> None:
        while (message := await page.receive_text()) is not None and may_go_on():
            await sidecar.send(message)

    async def to_page() -> None:
        async for message in sidecar:
            if not may_go_on():
                return
            await page.send_text(message)

    async def look() -> None:
        while may_go_on():
            await asyncio.sleep(LOOK_EVERY_SECONDS)

    tasks = [asyncio.ensure_future(one()) for one in (to_sidecar, to_page, look)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    left = next((error for error in (task.exception() for task in done) if isinstance(error, WebSocketDisconnect)), None)
    if left is not None:
        await sidecar.close(sendable(left.code, 1001))
    else:
        await page.close(sendable(sidecar.close_code, 1012) if may_go_on() else REFUSED)


def socket_endpoint(app, studio: Studio):
    """The ASGI endpoint for `/lora-atelier/ws` of this app."""

    async def forward(page: WebSocket) -> None:
        own = login.is_own_origin(page.headers) and not login.is_rebound(app, page.headers)
        endpoint = studio.endpoint
        if not own or not login.is_logged_in(app, page.cookies):
            await page.close(REFUSED)
            return
        try:
            if endpoint is None:
                raise ConnectionRefusedError
            # First the sidecar, then the page: what a page sends early would be lost otherwise.
            told = credentials(endpoint, login.is_exposed(app, page.headers), page.client)
            address, size = f"ws://{endpoint.address}/ws", LARGEST_MESSAGE_BYTES
            connection = await websockets.connect(address, extra_headers=told, max_size=size)
        except (OSError, asyncio.TimeoutError, websockets.WebSocketException):  # Also when too many of this client are open.
            await page.close(TRY_AGAIN_LATER)
            return
        try:
            await page.accept()
            await relay(page, connection, lambda: login.is_logged_in(app, page.cookies))
        finally:
            await connection.close()

    return forward
