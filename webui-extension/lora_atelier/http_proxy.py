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
from .sidecar_process import credentials
from .studio import Studio

# What the tab shows while the studio is being set up, or could not be.
WAITING_PAGE = Path(__file__).with_name("waiting_page.html")
# The sidecar has routes for other programs (set-up ends it by /shutdown): the page needs only itself and these.
OPEN_FOLDERS = ("assets/", "files/")
TAGGER = {"interrogate": "POST", "interrogators": "GET", "unload-interrogators": "POST"}
# Headers that belong to one hop (RFC 9110, 7.6.1), and those that are the WebUI's own business.
NOT_FORWARDED = {
    *("date", "server", "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailer"),
    *("transfer-encoding", "upgrade", "host", "cookie", "set-cookie", "origin", "authorization"),
    *("x-atelier-token", "x-atelier-exposed", "x-atelier-client"),
}
FRESH = {"cache-control": "no-store"}
# A large model loads from a slow disk within this time, and a large folder is read.
PATIENCE = httpx.Timeout(300, connect=5)


def forwarded(headers) -> list[tuple[str, str]]:
    return [(name, value) for name, value in headers.items() if name.lower() not in NOT_FORWARDED]


def has_dots(path: str) -> bool:
    """The HTTP client would resolve them into a route that is not open."""
    return ".." in path.split("/")


def is_open(path: str) -> bool:
    return (path == "" or path.startswith(OPEN_FOLDERS)) and not has_dots(path)


@cache
def client_of(_loop: asyncio.AbstractEventLoop) -> httpx.AsyncClient:
    # The environment's HTTP proxy must not see the token; without TLS no certificates need be loaded (23 ms).
    return httpx.AsyncClient(trust_env=False, verify=False, timeout=PATIENCE)


def sidecar_client() -> httpx.AsyncClient:
    """One for each event loop: after Reload UI the server runs in another, and connections of the old one would wait for ever."""
    return client_of(asyncio.get_running_loop())


async def passed_on(studio: Studio, request: Request, path: str, exposed: bool) -> Response | None:
    """The sidecar's answer to a request for `path` there; None while there is no sidecar."""
    endpoint, client = studio.endpoint, sidecar_client()
    if endpoint is None:
        return None
    outgoing = client.build_request(
        request.method,
        httpx.URL(f"http://{endpoint.address}/{quote(path)}").copy_with(query=request.scope["query_string"]),
        headers=[*forwarded(request.headers), *credentials(endpoint, exposed, request.client).items()],
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


def refused(status: int, message: str, **headers: str) -> JSONResponse:
    """As the WebUI's own API says it (`detail`), and as ours does."""
    body = {"detail": message, "code": "notAllowed" if status < 500 else "busy", "message": message, "hint": ""}
    return JSONResponse(body, status, headers)


class SpareRoute(Route):
    """Answers only where no other route of the app has its path: the real extension may register after us."""

    def matches(self, scope):
        found = super().matches(scope)
        others = (route for route in scope["app"].routes if getattr(route, "path", "") == self.path)
        return found if found[0] == Match.NONE or all(isinstance(one, SpareRoute) for one in others) else (Match.NONE, {})


def add_routes(app, studio: Studio, options) -> None:
    """`/lora-atelier/…` and the tagger's. Programs come in by --api-auth if that is given, as to the WebUI's own API."""
    logins = getattr(options, "api_auth", None)
    pages = [page for page in (getattr(options, "cors_allow_origins", None) or "").split(",") if page]

    async def call(path: str, request: Request) -> Response:
        path = path.format(**request.path_params)
        if logins and not knows(logins, request.headers.get("authorization", "")):
            return refused(401, "Incorrect username or password", **{"WWW-Authenticate": "Basic"})
        if not logins and not login.is_logged_in(app, request.cookies):
            return refused(401, "Log in to the WebUI first, or start it with --api-auth.")
        foreign = request.headers.get("origin") not in pages and not login.is_own_origin(request.headers)
        if foreign or (not logins and login.is_rebound(app, request.headers)):
            return refused(403, "This page does not belong to this WebUI.")
        if has_dots(path):
            return refused(404, "There is no such method.")
        if studio.endpoint is None:
            studio.start()
        found = await passed_on(studio, request, path, not logins and login.is_exposed(app, request.headers))
        return found or refused(503, "LoRA Atelier is being prepared.", **{"Retry-After": "10"})

    async def page(request: Request) -> Response:
        if not login.is_logged_in(app, request.cookies):
            return PlainTextResponse("Log in to the WebUI first. / 先に WebUI にログインしてください。", 401)
        path, exposed = request.path_params["path"], login.is_exposed(app, request.headers)
        # The page's program holds no secret: behind a proxy that hides the page's address, it comes and says so.
        own = path.startswith("assets/") or login.is_own_origin(request.headers)
        if not own or login.is_rebound(app, request.headers):
            return PlainTextResponse("Open this WebUI by its own address. / この WebUI 自身のアドレスで開いてください。", 403)
        if path == "start" and request.method == "POST":
            studio.start()
            return Response(status_code=204)
        if path == "waiting":
            return JSONResponse(studio.state(exposed), headers=FRESH)
        if not is_open(path):
            return PlainTextResponse("There is no such page.", 404)
        answer = await passed_on(studio, request, path, exposed)
        return answer or FileResponse(WAITING_PAGE, 200 if path == "" else 503, headers=FRESH, media_type="text/html")

    app.add_route("/lora-atelier/api/{path:path}", partial(call, "api/{path}"), methods=["GET", "POST"])
    app.add_route("/lora-atelier/{path:path}", page, methods=["GET", "POST"])
    if getattr(options, "api", False) or getattr(options, "nowebui", False):
        for name, method in TAGGER.items():
            app.router.routes.append(SpareRoute(f"/tagger/v1/{name}", partial(call, f"tagger/v1/{name}"), methods=[method]))
