"""The WD14 Tagger's HTTP API, through real gradio and the real sidecar."""

from __future__ import annotations

import base64
import struct
import zlib

import httpx
import pytest
from conftest import wait_until
from lora_atelier import tagger_api

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


def test_programs_of_the_absent_extension_get_what_they_read(start_webui):
    webui = start_webui("--api")
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


def test_bad_requests_are_told_as_the_webui_tells_them(start_webui):
    webui = start_webui("--api")
    wait_until("the sidecar", lambda: webui.get("/tagger/v1/interrogators").status_code == 200)

    answers = [
        post(webui, "interrogate", {"image": red_png(), "model": "no-such-tagger", "threshold": 0.35}),
        post(webui, "interrogate", {"model": BUILT_IN}),
        post(webui, "interrogate", {"image": "bm8gcGljdHVyZQ==", "model": BUILT_IN}),
        post(webui, "interrogate", {"image": red_png(), "model": BUILT_IN, "threshold": 2}),
        post(webui, "interrogate", {"image": red_png(), "model": BUILT_IN}, headers={"origin": "http://evil.example"}),
        httpx.post(f"http://127.0.0.1:{webui.port}/tagger/v1/interrogate", content=b"{", timeout=60),
    ]

    assert [answer.status_code for answer in answers] == [404, 422, 422, 422, 403, 400]
    assert "no-such-tagger" in answers[0].json()["detail"]
    assert all(answer.json()["detail"] for answer in answers)


def test_with_api_auth_only_its_logins_are_let_in(start_webui):
    webui = start_webui("--api", "--api-auth", "okara:secret,other:s:2")
    path = "/tagger/v1/interrogators"
    wait_until("the sidecar", lambda: webui.get(path, auth=("okara", "secret")).status_code == 200)

    assert webui.get(path).status_code == 401
    assert webui.get(path, auth=("okara", "wrong")).status_code == 401
    assert webui.get(path, headers={"authorization": "Basic ünreadable".encode()}).status_code == 401
    assert webui.get(path, auth=("other", "s:2")).status_code == 200
    assert post(webui, "interrogate", {"image": red_png()}).status_code == 401


def test_without_the_api_flag_there_is_none_and_the_real_extension_goes_first(start_webui):
    webui, other = start_webui(), start_webui("--api", "--other-tagger")

    assert webui.get("/tagger/v1/interrogators").status_code == 404
    assert other.get("/tagger/v1/interrogators").json() == {"models": ["another's"]}


def test_pages_that_the_webui_lets_in_are_let_in_here(start_webui):
    webui = start_webui("--api", "--cors-allow-origins", "http://a.example,http://b.example")
    path = "/tagger/v1/interrogators"
    wait_until("the sidecar", lambda: webui.get(path).status_code == 200)

    assert webui.get(path, headers={"origin": "http://b.example"}).status_code == 200
    assert webui.get(path, headers={"origin": "http://c.example"}).status_code == 403


def test_where_anybody_may_come_no_folder_is_a_model(start_webui, tmp_path):
    webui = start_webui("--api", "--listen")
    wait_until("the sidecar", lambda: webui.get("/tagger/v1/interrogators").status_code == 200)

    assert post(webui, "interrogate", {"image": red_png(), "model": BUILT_IN}).status_code == 200
    answer = post(webui, "interrogate", {"image": red_png(), "model": str(tmp_path)})
    assert (answer.status_code, "not inside a folder" in answer.json()["detail"]) == (404, True)


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
    assert tagger_api.knows("a:b, c:d:e", header) is known
