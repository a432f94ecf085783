"""Forwards HTTP requests to the sidecar: the page's, and programs' to our API and to the WD14 Tagger extension's."""

import asyncio
import base64
import hmac
from functools import cache, partial
from pathlib import Path
from urllib.parse import quote

import httpx
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Match, Route

from . import login
from .studio import Studio

# Headers that belong to one hop (RFC 9110, 7.6.1), and those that are the WebUI's own business.
NOT_FORWARDED = {
    *("date", "server", "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailer"),
    *("transfer-encoding", "upgrade", "host", "cookie", "set-cookie", "origin", "authorization"),
    *("x-atelier-token", "x-atelier-exposed", "x-atelier-client"),
}


def forwarded(headers) -> list[tuple[str, str]]:
    return [(name, value) for name, value in headers.items() if name.lower() not in NOT_FORWARDED]


@cache
def client_of(_loop: asyncio.AbstractEventLoop) -> httpx.AsyncClient:
    """One for each event loop: after Reload UI the server runs in another, and connections of the old one would wait for ever."""
    # The environment's HTTP proxy must not see the token; without TLS no certificates need be loaded (23 ms). Within five minutes
    # a large model loads from a slow disk, and a large folder is read.
    return httpx.AsyncClient(trust_env=False, verify=False, timeout=httpx.Timeout(300, connect=5))


async def passed_on(studio: Studio, request: Request, path: str, exposed: bool) -> Response | None:
    """The sidecar's answer to a request for `path` there; None while there is no sidecar."""
    endpoint, client = studio.endpoint, client_of(asyncio.get_running_loop())
    if endpoint is None:
        return None
    outgoing = client.build_request(
        request.method,
        f"http://{endpoint.address}/{quote(path)}?{request.url.query}",
        headers=[*forwarded(request.headers), *endpoint.headers(exposed, request.client).items()],
        content=request.stream() if request.method == "POST" else None,
    )
    try:
        answer = await client.send(outgoing, stream=True)
    except httpx.HTTPError:
        return None
    headers = dict(forwarded(answer.headers))
    return StreamingResponse(answer.aiter_raw(), answer.status_code, headers, background=BackgroundTask(answer.aclose))


def knows(logins: str, header: str) -> bool:
    """Whether an Authorization header has one of --api-auth's `user:password,…`; in a time that does not tell how near."""
    wanted = [b"Basic " + base64.b64encode(one.strip().encode()) for one in logins.split(",")]
    return any([hmac.compare_digest(one, header.encode()) for one in wanted])


def refused(is_api: bool, status: int, message: str, headers: dict | None = None) -> Response:
    """To programs as the WebUI's own API says it (`detail`), and as ours does."""
    if not is_api:
        return PlainTextResponse(message, status)
    body = {"detail": message, "code": "notAllowed" if status < 500 else "busy", "message": message, "hint": ""}
    return JSONResponse(body, status, headers)


class SpareRoute(Route):
    """Comes after all others, whichever registers first: the real extension may have the same paths."""

    def matches(self, scope):
        found, more = super().matches(scope)
        return (Match.NONE if found is Match.NONE else Match.PARTIAL), more


def add_routes(app, studio: Studio, options) -> None:
    """`/lora-atelier/…` and the tagger's. Programs come in by --api-auth if that is given, as to the WebUI's own API."""
    pages = [page for page in (getattr(options, "cors_allow_origins", None) or "").split(",") if page]

    async def answer(folder: str, request: Request) -> Response:
        """`folder` is empty for the page, else that of an API; what is open there to who comes this way, the sidecar decides."""
        headers, path = request.headers, folder + request.path_params["path"]
        is_api = any(name in path.lower() for name in ("api/", "tagger/"))  # Also by the page's route: API/, files/../api/
        logins = getattr(options, "api_auth", None) if is_api else None
        if logins and not knows(logins, headers.get("authorization", "")):
            return refused(is_api, 401, "Incorrect username or password", {"WWW-Authenticate": "Basic"})
        if not logins and not login.is_logged_in(app, request.cookies):
            return refused(is_api, 401, "Log in to the WebUI first. Programs: --api-auth. / 先に WebUI にログインしてください。")
        # The page's program holds no secret: behind a proxy that hides the page's address, it comes and says so.
        invited = headers.get("origin") in pages if is_api else path.startswith("assets/")
        standing = "own" if logins else login.standing(app, headers)
        if standing == "rebound" or not (invited or login.is_own_origin(headers)):
            return refused(is_api, 403, "Open this WebUI by its own address. / この WebUI 自身のアドレスで開いてください。")
        exposed, asks_to_start = standing == "visitor", path == "start" and request.method == "POST"
        if asks_to_start or (is_api and studio.endpoint is None):
            studio.start()
        if asks_to_start:
            return Response(status_code=204)
        if path == "waiting":
            return JSONResponse(studio.state(exposed), headers={"cache-control": "no-store"})
        found = await passed_on(studio, request, path, exposed)
        if found is None and is_api:
            return refused(is_api, 503, "LoRA Atelier is being prepared. / 準備しています。", {"Retry-After": "10"})
        # What the tab shows while the studio is being set up, or could not be.
        waiting_page, status = Path(__file__).with_name("waiting_page.html"), 200 if path == "" else 503
        return found or FileResponse(waiting_page, status, headers={"cache-control": "no-store"}, media_type="text/html")

    app.add_route("/lora-atelier/api/{path:path}", partial(answer, "api/"), methods=["GET", "POST"])
    app.add_route("/lora-atelier/{path:path}", partial(answer, ""), methods=["GET", "POST"])
    if getattr(options, "api", False) or getattr(options, "nowebui", False):
        app.router.routes.append(SpareRoute("/tagger/v1/{path:path}", partial(answer, "tagger/v1/"), methods=["GET", "POST"]))
