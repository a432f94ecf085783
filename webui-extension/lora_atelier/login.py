"""The WebUI protects no route of an extension: these checks stand before each of ours."""

import re
import sys
from collections.abc import Mapping

LOOPBACK = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:\d+)?")
FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip")
REACHABLE = ("share", "listen", "ngrok", "server_name", "webui_is_non_local")


def needs_login(app) -> bool:
    return getattr(app, "auth", None) is not None or getattr(app, "auth_dependency", None) is not None


def is_logged_in(app, cookies: Mapping[str, str]) -> bool:
    """True when the WebUI has no login, or the cookies carry a token it gave."""
    # gradio 3 has fixed names for its cookies, gradio 4 a random id for each app.
    suffix = f"-{app.cookie_id}" if getattr(app, "cookie_id", None) else ""
    names = (f"access-token{suffix}", f"access-token-unsecure{suffix}")
    known = getattr(app, "tokens", None) or {}
    return not needs_login(app) or any(known.get(cookies.get(name, "")) is not None for name in names)


def is_own_origin(headers: Mapping[str, str]) -> bool:
    """True when the page that asks came from this WebUI. Browsers name their page in Origin; programs send none."""
    own = [name.strip().lower() for name in (headers.get("host", ""), *headers.get("x-forwarded-host", "").split(","))]
    host = headers.get("origin", "").partition("://")[2].rstrip("/").lower()
    return "origin" not in headers or (host != "" and host in own)


def standing(app, headers: Mapping[str, str]) -> str:
    """ "own" is who logged in, or sits at this machine. "visitor" may be anybody: the WebUI was started so that other machines
    reach it, or a proxy in front is open to all. "rebound" is a foreign name of a WebUI that only this machine reaches: a page
    of that name had it point here."""
    flags = getattr(sys.modules.get("modules.shared"), "cmd_opts", None)
    is_open = any(getattr(flags, name, None) for name in REACHABLE) or any(name in headers for name in FORWARDED)
    if needs_login(app) or (not is_open and LOOPBACK.fullmatch(headers.get("host", ""))):
        return "own"
    return "visitor" if is_open else "rebound"
