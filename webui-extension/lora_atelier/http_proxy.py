"""Forwards the page's HTTP requests to the sidecar."""

from functools import cache
from urllib.parse import quote

import httpx
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse

from . import login
from .sidecar_process import credentials
from .studio import Studio
from .waiting_page import PAGE, waiting_state

# The sidecar has routes for other programs (set-up ends it by /shutdown): the page needs only itself and these.
OPEN_FOLDERS = ("assets/", "files/")
# Headers that belong to one hop (RFC 9110, 7.6.1), and those that are the WebUI's own business.
NOT_FORWARDED = {
    *("date", "server", "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailer"),
    *("transfer-encoding", "upgrade", "host", "cookie", "set-cookie", "origin", "authorization"),
    *("x-atelier-token", "x-atelier-exposed", "x-atelier-client"),
}

FOREIGN = "Open this WebUI by its own address. / この WebUI 自身のアドレスで開いてください。"
FRESH = {"cache-control": "no-store"}


def forwarded(headers) -> list[tuple[str, str]]:
    return [(name, value) for name, value in headers.items() if name.lower() not in NOT_FORWARDED]


def has_dots(path: str) -> bool:
    """The HTTP client would resolve them into a route that is not open."""
    return ".." in path.split("/")


def is_open(path: str) -> bool:
    return (path == "" or path.startswith(OPEN_FOLDERS)) and not has_dots(path)


@cache
def sidecar_client() -> httpx.AsyncClient:
    # The environment's HTTP proxy must not see the token; without TLS no certificates need be loaded (23 ms).
    return httpx.AsyncClient(trust_env=False, verify=False)


async def passed_on(studio: Studio, request: Request, path: str, exposed: bool, patience: float = 60) -> Response | None:
    """The sidecar's answer to a request for `path` there; None while there is no sidecar."""
    endpoint, client = studio.endpoint, sidecar_client()
    if endpoint is None:
        return None
    outgoing = client.build_request(
        request.method,
        httpx.URL(f"http://{endpoint.address}/{quote(path)}").copy_with(query=request.scope["query_string"]),
        headers=[*forwarded(request.headers), *credentials(endpoint, exposed, request.client).items()],
        content=request.stream() if request.method == "POST" else None,
        timeout=httpx.Timeout(patience, connect=5),
    )
    try:
        answer = await client.send(outgoing, stream=True)
    except httpx.HTTPError:
        studio.lost(endpoint)
        return None
    headers = dict(forwarded(answer.headers))
    return StreamingResponse(answer.aiter_raw(), answer.status_code, headers, background=BackgroundTask(answer.aclose))


def http_endpoint(app, studio: Studio):
    """The ASGI endpoint for `/lora-atelier/…` of this app."""

    async def forward(request: Request) -> Response:
        if not login.is_logged_in(app, request.cookies):
            return PlainTextResponse("Log in to the WebUI first. / 先に WebUI にログインしてください。", 401)
        path = request.path_params["path"]
        # The page's program holds no secret: behind a proxy that hides the page's address, it comes and says so.
        own = path.startswith("assets/") or login.is_own_origin(request.headers)
        if not own or login.is_rebound(app, request.headers):
            return PlainTextResponse(FOREIGN, 403)
        if path == "start" and request.method == "POST":
            studio.start()
            return Response(status_code=204)
        exposed = login.is_exposed(app, request.headers)
        if path == "waiting":
            return JSONResponse(waiting_state(studio, exposed), headers=FRESH)
        if not is_open(path):
            return PlainTextResponse("There is no such page.", 404)
        answer = await passed_on(studio, request, path, exposed)
        return answer or FileResponse(PAGE, 200 if path == "" else 503, headers=FRESH, media_type="text/html")

    return forward
