"""The extension inside real gradio, with the real sidecar behind it."""

from __future__ import annotations

import os
import signal

import httpx
import pytest
import websockets
from conftest import is_alive, wait_until

SCAN = "dataset/scan"


def test_requests_and_frames_reach_the_sidecar(usual_webui, tmp_path):
    usual_webui.studio()

    (scan, missing) = usual_webui.call((SCAN, {"folder": str(tmp_path)}), (SCAN, {"folder": "/nowhere/at/all"}))

    assert scan["result"]["images"] == []
    assert missing["error"]["data"]["code"] == "notFound"
    assert usual_webui.get("/lora-atelier/files/thumbnail?path=relative.png").status_code == 403


def test_without_login_cookie_nothing_is_served(start_webui):
    webui = start_webui("--auth", "okara:secret")
    login = httpx.post(f"http://127.0.0.1:{webui.port}/login", data={"username": "okara", "password": "secret"})
    cookie = "; ".join(f"{name}={value}" for name, value in login.cookies.items())
    wait_until("the sidecar", webui.endpoint)

    assert webui.get("/lora-atelier/").status_code == 401
    assert webui.get("/lora-atelier/", headers={"cookie": "access-token=guess"}).status_code == 401
    with pytest.raises(websockets.WebSocketException):
        webui.call((SCAN, {"folder": "/"}))
    assert webui.get("/lora-atelier/", headers={"cookie": cookie}).status_code != 401
    assert "result" in webui.call(("job/list", {}), cookie=cookie)[0]


def test_a_foreign_page_is_refused(usual_webui):
    usual_webui.studio()
    evil, own = {"origin": "http://evil.example"}, {"origin": f"http://127.0.0.1:{usual_webui.port}"}

    assert usual_webui.get("/lora-atelier/", headers=evil).status_code == 403
    with pytest.raises(websockets.WebSocketException):
        usual_webui.call(("job/list", {}), **evil)
    assert "result" in usual_webui.call(("job/list", {}), **own)[0]


def test_where_anybody_may_come_only_named_folders_are_open(open_webui, tmp_path):
    open_webui.studio()

    (scan, browse, end) = open_webui.call((SCAN, {"folder": str(tmp_path)}), ("dataset/browse", {}), ("shutdown", {}))

    assert scan["error"]["data"]["code"] == "outsideRoots"
    assert browse["error"]["data"]["code"] == "outsideRoots"
    assert end["error"]["data"]["code"] == "notAllowed"


def test_a_visitor_cannot_end_the_sidecar(usual_webui):
    before = usual_webui.studio()["pid"]

    for path in ("shutdown", "one-time-token", "files/%2e%2e/shutdown", "files/..%2fshutdown", "api/%2e%2e/shutdown"):
        assert httpx.post(f"http://127.0.0.1:{usual_webui.port}/lora-atelier/{path}").status_code == 403

    assert is_alive(before)
    assert usual_webui.endpoint()["pid"] == before


def test_odd_names_reach_the_sidecar_whole(usual_webui):
    usual_webui.studio()

    assert [usual_webui.get(f"/lora-atelier/files/{name}").status_code for name in ("a%3Fb", "a%23b", "%E7%8A%B6")] == [404] * 3
    assert len(usual_webui.get("/lora-atelier/").headers.get_list("date")) == 1
    assert httpx.head(f"http://127.0.0.1:{usual_webui.port}/lora-atelier/").status_code == 200
    posted = httpx.post(f"http://127.0.0.1:{usual_webui.port}/lora-atelier/files/none", content=b"x" * 300_000)
    assert posted.status_code == 404


def test_reload_ui_keeps_the_one_sidecar(usual_webui):
    before, before_reloads = usual_webui.studio()["pid"], reloads(usual_webui)

    assert usual_webui.get("/stand-in/reload").status_code == 405
    httpx.post(f"http://127.0.0.1:{usual_webui.port}/stand-in/reload")
    wait_until("the WebUI after its reload", lambda: reloads(usual_webui) == before_reloads + 1 and reachable(usual_webui))

    assert usual_webui.studio()["pid"] == before
    assert "result" in usual_webui.call(("job/list", {}))[0]


def reloads(webui) -> int | None:
    """How often it was reloaded; None where it does not answer."""
    try:
        return webui.get("/stand-in/reloads").json()
    except (httpx.HTTPError, ValueError):
        return None


def reachable(webui) -> bool:
    try:
        return webui.get("/lora-atelier/files/none").status_code == 404
    except httpx.HTTPError:
        return False


def test_a_killed_sidecar_is_started_again_and_none_outlives_the_webui(start_webui):
    webui = start_webui()
    first = webui.studio()["pid"]

    os.kill(first, signal.SIGKILL)
    second = wait_until("a new sidecar", lambda: webui.endpoint() and webui.endpoint()["pid"] != first and webui.endpoint())
    wait_until("the new sidecar to answer", lambda: reachable(webui))
    webui.end()

    wait_until("the sidecar to end", lambda: not is_alive(second["pid"]))
