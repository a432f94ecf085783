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


def is_reachable() -> bool:
    """True when the WebUI was started so that other machines reach it."""
    flags = getattr(sys.modules.get("modules.shared"), "cmd_opts", None)
    return any(getattr(flags, name, None) for name in REACHABLE)


def has_been_forwarded(headers: Mapping[str, str]) -> bool:
    return any(name in headers for name in FORWARDED)


def is_rebound(app, headers: Mapping[str, str]) -> bool:
    """True for a foreign name of a WebUI that only this machine reaches: a page of that name had it point here."""
    own = LOOPBACK.fullmatch(headers.get("host", "")) or has_been_forwarded(headers)
    return not (own or needs_login(app) or is_reachable())


def is_exposed(app, headers: Mapping[str, str]) -> bool:
    """True when others than the user of this machine may reach the WebUI without a login; a proxy in front may be open to all."""
    own = LOOPBACK.fullmatch(headers.get("host", "")) and not has_been_forwarded(headers) and not is_reachable()
    return not (own or needs_login(app))
