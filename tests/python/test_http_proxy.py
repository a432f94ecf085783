"""Our HTTP API and the WD14 Tagger's, through real gradio and the real sidecar."""

from __future__ import annotations

import base64
import struct
import sys
import zlib
from types import SimpleNamespace

import httpx
import pytest
from conftest import wait_until
from lora_atelier import http_proxy
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

BUILT_IN = "atelier-tiny-tagger"


def red_png() -> str:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff\0\0" * 8) * 8)
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return base64.b64encode(png).decode()


def post(webui, path: str, body: dict | None = None, **options) -> httpx.Response:
    return httpx.post(f"http://127.0.0.1:{webui.port}/tagger/v1/{path}", json=body or {}, timeout=60, **options)


def test_programs_of_the_absent_extension_get_what_they_read(open_webui, tmp_path):
    # Others may reach it: then too, but no folder is a model.
    webui = open_webui
    wait_until("the sidecar", lambda: webui.get("/tagger/v1/interrogators").status_code == 200)
    request = {"image": red_png(), "model": BUILT_IN, "threshold": 0.5}

    models = webui.get("/tagger/v1/interrogators").json()["models"]
    nested = post(webui, "interrogate", {**request, "queue": "", "name_in_queue": ""}).json()["caption"]
    flat = post(webui, "interrogate", {**request, "image": f"data:image/png;base64,{red_png()}", "flat": True}).json()["caption"]
    unloaded = [post(webui, "unload-interrogators").json() for _ in range(2)]

    assert models[-1] == BUILT_IN
    assert set(nested) == {"tag", "rating"}
    assert nested["tag"]["red_theme"] > 0.9
    assert min(nested["tag"].values()) >= 0.5
    assert set(nested["rating"]) >= {"general", "sensitive"}
    assert flat == {**nested["rating"], **nested["tag"]}
    assert unloaded == ["Unloaded 1 model(s)", "Unloaded 0 model(s)"]

    answers = [
        post(webui, "interrogate", {"image": red_png(), "model": "no-such-tagger", "threshold": 0.35}),
        post(webui, "interrogate", {"model": BUILT_IN}),
        post(webui, "interrogate", {"image": "bm8gcGljdHVyZQ==", "model": BUILT_IN}),
        post(webui, "interrogate", {"image": red_png(), "model": BUILT_IN, "threshold": 2}),
        post(webui, "interrogate", {"image": red_png(), "model": BUILT_IN}, headers={"origin": "http://evil.example"}),
        httpx.post(f"http://127.0.0.1:{webui.port}/tagger/v1/interrogate", content=b"{", timeout=60),
        post(webui, "interrogate", {"image": red_png(), "model": str(tmp_path)}),
    ]

    own = [
        call_own(webui, "job/list"),
        call_own(webui, "dataset/scan", {"folder": str(tmp_path)}),
        call_own(webui, "a/../shutdown"),
    ]
    document = webui.get("/lora-atelier/api/openapi.json").json()

    assert [answer.status_code for answer in own] == [200, 403, 404]
    assert own[0].json() == {"jobs": []}
    assert own[1].json()["code"] == "outsideRoots"
    assert "/dataset/scan" in document["paths"]

    assert [answer.status_code for answer in answers] == [404, 422, 422, 422, 403, 400, 404]
    assert "no-such-tagger" in answers[0].json()["detail"]
    assert "not inside a folder" in answers[-1].json()["detail"]
    assert all(answer.json()["detail"] for answer in answers)


def call_own(webui, method: str, params: dict | None = None) -> httpx.Response:
    address = f"http://127.0.0.1:{webui.port}/lora-atelier/api/{method.replace('..', '%2e%2e')}"
    return httpx.post(address, json=params or {}, timeout=60)


def client_of(tokens=None, **options) -> TestClient:
    """An app of its own with our routes, and no sidecar: whoever is let in gets 503."""
    app = Starlette(routes=[Route("/other", lambda request: PlainTextResponse("other"))])
    if tokens is not None:
        app.auth, app.tokens = {"okara": "secret"}, tokens
    studio = SimpleNamespace(endpoint=None, start=lambda: None)
    http_proxy.add_routes(app, studio, SimpleNamespace(**options))
    return TestClient(app, base_url="http://127.0.0.1:7860")


LIST = "/tagger/v1/interrogators"
OWN = "/lora-atelier/api/job/list"


def test_with_api_auth_only_its_logins_are_let_in():
    client = client_of(api=True, api_auth="okara:secret,other:s:2")

    assert client.get(LIST).status_code == 401
    assert client.post("/tagger/v1/interrogate", json={"image": ""}).status_code == 401
    assert client.post("/tagger/v1/unload-interrogators").status_code == 401
    assert client.get(LIST, auth=("okara", "wrong")).status_code == 401
    assert client.get(LIST, headers={"authorization": "Basic ünreadable".encode()}).status_code == 401
    assert client.get(LIST, auth=("other", "s:2")).status_code == 503
    assert client.get(LIST, auth=("okara", "secret")).headers["retry-after"] == "10"
    assert client.post(OWN, json={}).headers["www-authenticate"] == "Basic"
    assert client.post(OWN, json={}, auth=("okara", "secret")).status_code == 503


@pytest.mark.parametrize(
    "way", ["API/job/list", "files/%2e%2e/api/job/list", "lora-atelier/api/job/list", "tagger/v1/interrogators"]
)
def test_no_way_round_leads_past_the_logins_of_the_api(way):
    client = client_of(api=True, api_auth="okara:secret")

    assert client.post(f"/lora-atelier/{way}", json={}).status_code == 401
    assert client.post(f"/lora-atelier/{way}", json={}, auth=("okara", "secret")).status_code == 503


def test_behind_the_login_of_the_page_its_cookie_opens_them_unless_there_is_api_auth():
    cookies = {"access-token": "t"}
    with_login = client_of(tokens={"t": "okara"}, api=True)
    with_both = client_of(tokens={"t": "okara"}, api=True, api_auth="okara:secret")

    assert [with_login.post(OWN, json={}).status_code, with_login.get(LIST).status_code] == [401, 401]
    with_login.cookies = with_both.cookies = cookies
    assert [with_login.post(OWN, json={}).status_code, with_login.get(LIST).status_code] == [503, 503]
    # As the WebUI's own API, which asks for its own login then.
    assert with_both.post(OWN, json={}).status_code == 401


def test_pages_are_let_in_that_are_the_webuis_own_or_that_it_lets_in():
    client = client_of(api=True, cors_allow_origins="http://a.example,http://b.example")
    statuses = [
        client.get(LIST, headers={"origin": origin}).status_code
        for origin in ("http://127.0.0.1:7860", "http://b.example", "http://c.example", "null")
    ]

    assert statuses == [503, 503, 403, 403]
    assert client_of().post(OWN, json={}, headers={"origin": "http://b.example"}).status_code == 403


def test_a_shared_webui_takes_everybody_for_a_visitor_also_who_sits_at_the_machine(monkeypatch):
    told = []
    endpoint = SimpleNamespace(address="127.0.0.1:9", headers=lambda exposed, client: told.append(exposed) or {})
    studio = SimpleNamespace(endpoint=endpoint, state=lambda exposed: told.append(exposed) or {})
    app = Starlette()
    http_proxy.add_routes(app, studio, SimpleNamespace())
    tunnel = TestClient(app, base_url="https://0123abc.gradio.live")
    machine = TestClient(app, base_url="http://127.0.0.1:7860")

    # Nothing leads here without the flag but a foreign name server's word.
    assert [tunnel.get("/lora-atelier/waiting").status_code, tunnel.post(OWN, json={}).status_code] == [403, 403]
    assert machine.get("/lora-atelier/waiting").status_code == 200
    monkeypatch.setattr(sys.modules["modules.shared"], "cmd_opts", SimpleNamespace(share=True))
    for client in (tunnel, machine):
        assert client.get("/lora-atelier/waiting", headers={"origin": str(client.base_url)}).status_code == 200
        assert client.post(OWN, json={}, headers={"origin": "https://evil.example"}).status_code == 403
        # The sidecar that does not answer was told.
        assert client.post(OWN, json={}).status_code == 503

    assert told == [False, True, True, True, True]


def test_without_the_api_flag_there_is_none():
    assert client_of().get(LIST).status_code == 404
    assert client_of().post(OWN, json={}).status_code == 503
    assert client_of(api=False, nowebui=True).get(LIST).status_code == 503
    assert client_of(api=True).get("/other").text == "other"


def test_the_real_extension_goes_first_whichever_registers_first():
    client = client_of(api=True)
    client.app.router.routes.append(Route(LIST, lambda request: PlainTextResponse("the other's")))

    assert client.get(LIST).text == "the other's"
    assert client.post("/tagger/v1/unload-interrogators").status_code == 503


@pytest.mark.parametrize(
    ("header", "known"),
    [
        ("Basic " + base64.b64encode(b"a:b").decode(), True),
        ("Basic " + base64.b64encode(b"c:d:e").decode(), True),
        ("Basic " + base64.b64encode(b"a:b,c:d:e").decode(), False),
        ("Bearer a:b", False),
        ("", False),
    ],
)
def test_logins_are_compared_whole(header, known):
    assert http_proxy.knows("a:b, c:d:e", header) is known
