"""The WebUI protects no route of an extension: these checks stand before each of ours."""

import re
from collections.abc import Mapping

LOOPBACK = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:\d+)?")
FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip")


def needs_login(app) -> bool:
    return getattr(app, "auth", None) is not None or getattr(app, "auth_dependency", None) is not None


def is_logged_in(app, cookies: Mapping[str, str]) -> bool:
    """True when the WebUI has no login, or the cookies carry a token it gave."""
    if not needs_login(app):
        return True
    # gradio 3 has fixed names for its cookies, gradio 4 a random id for each app.
    suffix = f"-{app.cookie_id}" if getattr(app, "cookie_id", None) else ""
    names = (f"access-token{suffix}", f"access-token-unsecure{suffix}")
    return any((getattr(app, "tokens", None) or {}).get(cookies.get(name, "")) is not None for name in names)


def is_own_origin(headers: Mapping[str, str]) -> bool:
    """True when the page that asks came from this WebUI. Browsers name their page in Origin; programs send none."""
    origin = headers.get("origin")
    if origin is None:
        return True
    host = origin.partition("://")[2].rstrip("/").lower()
    own = [headers.get("host", ""), *headers.get("x-forwarded-host", "").split(",")]
    return host != "" and host in [name.strip().lower() for name in own]


def is_reachable() -> bool:
    """True when the WebUI was started so that other machines reach it."""
    try:
        from modules import shared
    except ImportError:
        return False
    names = ("share", "listen", "ngrok", "server_name", "webui_is_non_local")
    return any(getattr(shared.cmd_opts, name, None) for name in names)


def may_be_anybody(headers: Mapping[str, str]) -> bool:
    """True when others than the user of this machine can have sent a request with these headers."""
    # A proxy in front may be open to all.
    forwarded = any(name in headers for name in FORWARDED)
    return forwarded or not LOOPBACK.fullmatch(headers.get("host", "")) or is_reachable()


def is_rebound(app, headers: Mapping[str, str]) -> bool:
    """True for a foreign name of a WebUI that only this machine reaches: a page of that name had it point here."""
    own = LOOPBACK.fullmatch(headers.get("host", "")) or any(name in headers for name in FORWARDED)
    return not (own or needs_login(app) or is_reachable())


def is_exposed(app, headers: Mapping[str, str]) -> bool:
    """True when others than the user of this machine may reach the WebUI without a login."""
    return not needs_login(app) and may_be_anybody(headers)
