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
REFUSED = 1008
TRY_AGAIN_LATER = 1013


def sendable(code: int | None, otherwise: int) -> int:
    return code if code is not None and (code in SENDABLE or 3000 <= code <= 4999) else otherwise


class LoggedOut(Exception):
    """The login that opened the socket has ended since."""


async def relay(page: WebSocket, sidecar, may_go_on=lambda: True) -> None:
    """Passes messages until one end closes, or one comes when `may_go_on` says no."""

    def checked(message: str) -> str:
        if not may_go_on():
            raise LoggedOut
        return message

    async def to_sidecar() -> None:
        while True:
            await sidecar.send(checked(await page.receive_text()))

    async def to_page() -> None:
        async for message in sidecar:
            await page.send_text(checked(message))

    tasks = [asyncio.ensure_future(to_sidecar()), asyncio.ensure_future(to_page())]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    ended = [task.exception() for task in done]
    for error in ended:
        if isinstance(error, WebSocketDisconnect):
            await sidecar.close(sendable(error.code, 1001))
            return
    logged_out = any(isinstance(error, LoggedOut) for error in ended)
    await page.close(REFUSED if logged_out else sendable(sidecar.close_code, 1012))


def socket_endpoint(app, studio: Studio):
    """The ASGI endpoint for `/lora-atelier/ws` of this app."""

    async def forward(page: WebSocket) -> None:
        own = login.is_own_origin(page.headers) and not login.is_rebound(app, page.headers)
        if not (login.is_logged_in(app, page.cookies) and own):
            await page.close(REFUSED)
            return
        endpoint = studio.endpoint
        if endpoint is None:
            await page.close(TRY_AGAIN_LATER)
            return
        try:
            # First the sidecar, then the page: what a page sends early would be lost otherwise.
            connection = await websockets.connect(
                f"ws://{endpoint.address}/ws",
                extra_headers=credentials(endpoint, login.is_exposed(app, page.headers), page.client),
                max_size=LARGEST_MESSAGE_BYTES,
            )
        except websockets.InvalidStatusCode:  # It is there, and full: too many sockets of this client are open.
            await page.close(TRY_AGAIN_LATER)
            return
        except (OSError, websockets.WebSocketException):
            studio.lost(endpoint)
            await page.close(TRY_AGAIN_LATER)
            return
        try:
            await page.accept()
            await relay(page, connection, lambda: login.is_logged_in(app, page.cookies))
        finally:
            await connection.close()

    return forward
