"""The WD14 Tagger extension's HTTP API, for programs that speak it, while that extension is absent."""

import base64
import hmac

from starlette.responses import JSONResponse, Response
from starlette.routing import Match, Route

from . import login
from .http_proxy import passed_on
from .studio import Studio

METHODS = {"interrogate": "POST", "interrogators": "GET", "unload-interrogators": "POST"}
# A large model loads from a slow disk within this time.
PATIENCE_SECONDS = 300


def knows(logins: str, header: str) -> bool:
    """Whether an Authorization header has one of --api-auth's `user:password,…`; in a time that does not tell how near."""
    wanted = [b"Basic " + base64.b64encode(one.strip().encode()) for one in logins.split(",")]
    return any([hmac.compare_digest(one, header.encode()) for one in wanted])


class SpareRoute(Route):
    """Answers only where no other route of the app has its path: the real extension may register after us."""

    def matches(self, scope):
        found = super().matches(scope)
        others = (route for route in scope["app"].routes if getattr(route, "path", "") == self.path)
        return found if found[0] == Match.NONE or all(isinstance(one, SpareRoute) for one in others) else (Match.NONE, {})


def add_tagger_api(app, studio: Studio, options) -> None:
    """Adds the API as the WebUI's own is there: with `--api`, behind `--api-auth` if that is given."""
    logins = getattr(options, "api_auth", None)
    pages = (getattr(options, "cors_allow_origins", None) or "").split(",")

    async def answer(request) -> Response:
        if logins and not knows(logins, request.headers.get("authorization", "")):
            return JSONResponse({"detail": "Incorrect username or password"}, 401, {"WWW-Authenticate": "Basic"})
        if request.headers.get("origin") not in pages and not login.is_own_origin(request.headers):
            return JSONResponse({"detail": "This page does not belong to this WebUI."}, 403)
        studio.start()
        exposed = not logins and login.may_be_anybody(request.headers)
        path = f"tagger/v1/{request.url.path.rpartition('/')[2]}"
        found = await passed_on(studio, request, path, exposed, PATIENCE_SECONDS)
        return found or JSONResponse({"detail": "LoRA Atelier is being prepared."}, 503, {"Retry-After": "10"})

    if getattr(options, "api", False) or getattr(options, "nowebui", False):
        for name, method in METHODS.items():
            app.router.routes.append(SpareRoute(f"/tagger/v1/{name}", answer, methods=[method]))
