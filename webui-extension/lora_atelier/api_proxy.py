"""Forwards programs' requests: to our own API, and to the WD14 Tagger extension's while that extension is absent."""

import base64
import hmac
from functools import partial

from starlette.responses import JSONResponse, Response
from starlette.routing import Match, Route

from . import login
from .http_proxy import has_dots, passed_on
from .studio import Studio

TAGGER = {"interrogate": "POST", "interrogators": "GET", "unload-interrogators": "POST"}
# A large model loads from a slow disk within this time, and a large folder is read.
PATIENCE_SECONDS = 300


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


def add_apis(app, studio: Studio, options) -> None:
    """Behind --api-auth if that is given, as the WebUI's own API, else behind its login."""
    logins = getattr(options, "api_auth", None)
    pages = [page for page in (getattr(options, "cors_allow_origins", None) or "").split(",") if page]

    async def answer(path: str, request) -> Response:
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
        exposed = not logins and login.is_exposed(app, request.headers)
        found = await passed_on(studio, request, path, exposed, PATIENCE_SECONDS)
        return found or refused(503, "LoRA Atelier is being prepared.", **{"Retry-After": "10"})

    async def own(request) -> Response:
        return await answer(f"api/{request.path_params['path']}", request)

    app.add_route("/lora-atelier/api/{path:path}", own, methods=["GET", "POST"])
    if getattr(options, "api", False) or getattr(options, "nowebui", False):
        for name, method in TAGGER.items():
            app.router.routes.append(SpareRoute(f"/tagger/v1/{name}", partial(answer, f"tagger/v1/{name}"), methods=[method]))
