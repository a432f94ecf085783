"""Forwards the page's HTTP requests to the sidecar."""

from __future__ import annotations

import httpx
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse

from . import login
from .studio import Studio
from .waiting_page import waiting_page

# Headers that belong to one hop (RFC 9110, 7.6.1), and those that are the WebUI's own business.
NOT_FORWARDED = {
    *("connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailer", "transfer-encoding"),
    *("upgrade", "host", "cookie", "set-cookie", "origin", "authorization", "x-atelier-token", "x-atelier-exposed"),
}


def forwarded(headers) -> list[tuple[str, str]]:
    return [(name, value) for name, value in headers.items() if name.lower() not in NOT_FORWARDED]


def refusal(app, request: Request) -> Response | None:
    if not login.is_logged_in(app, request.cookies):
        return PlainTextResponse("Log in to the WebUI first. / 先に WebUI にログインしてください。", 401)
    if not login.is_own_origin(request.headers):
        return PlainTextResponse("This page does not belong to this WebUI.", 403)
    return None


def credentials(app, endpoint) -> dict[str, str]:
    exposed = {"x-atelier-exposed": "1"} if login.is_exposed(app) else {}
    return {"x-atelier-token": endpoint.token, **exposed}


def http_endpoint(app, studio: Studio):
    """The ASGI endpoint for `/lora-atelier/…` of this app."""
    client = httpx.AsyncClient(timeout=httpx.Timeout(60, connect=5))

    async def forward(request: Request) -> Response:
        refused = refusal(app, request)
        if refused is not None:
            return refused
        path = request.path_params["path"]
        if path == "start" and request.method == "POST":
            studio.start()
            return RedirectResponse("./", 303)
        endpoint = studio.endpoint
        if endpoint is None:
            return HTMLResponse(waiting_page(studio), 200 if path == "" else 503)
        address = httpx.URL(scheme="http", host="127.0.0.1", port=endpoint.port, path=f"/{path}")
        outgoing = client.build_request(
            request.method,
            address.copy_with(query=request.url.query.encode()),
            headers=[*forwarded(request.headers), *credentials(app, endpoint).items()],
            content=await request.body(),
        )
        try:
            answer = await client.send(outgoing, stream=True)
        except httpx.HTTPError:
            studio.lost(endpoint)
            return HTMLResponse(waiting_page(studio), 503)
        return StreamingResponse(
            answer.aiter_raw(),
            answer.status_code,
            headers=dict(forwarded(answer.headers)),
            background=BackgroundTask(answer.aclose),
        )

    return forward
