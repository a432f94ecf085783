"""What stands between the WebUI's routes and the sidecar, without either."""

from __future__ import annotations

import asyncio
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import SimpleNamespace

import pytest
from lora_atelier import http_proxy, sidecar_process, socket_proxy, studio
from starlette.websockets import WebSocketState


class Silent(BaseHTTPRequestHandler):
    def do_POST(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *arguments):
        pass


def test_the_machines_http_proxy_is_not_asked(monkeypatch):
    # Nothing listens on port 9.
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    with HTTPServer(("127.0.0.1", 0), Silent) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        endpoint = sidecar_process.Endpoint(f"127.0.0.1:{server.server_port}", "t")
        monkeypatch.setattr(studio.running_studio(), "endpoint", endpoint)
        assert studio.running_studio().ask("job/list") == {}
        server.shutdown()


class End:
    """One end of a socket: says why it closed, or stays silent; remembers the code it was closed with."""

    def __init__(self, code=None, closes=False):
        self.close_code, self.closes, self.closed_with = code, closes, None
        self.client_state = self.application_state = WebSocketState.CONNECTED

    async def send(self, message):
        raise AssertionError(f"{message} was never received")

    send_text = send

    async def iter_text(self):
        await asyncio.sleep(0 if self.closes else 60)
        self.client_state = WebSocketState.DISCONNECTED
        for message in ():
            yield message

    __aiter__ = iter_text

    async def close(self, code):
        self.closed_with = code


@pytest.mark.parametrize(("code", "relayed_to_page"), [(4001, 4001), (1009, 1009), (1006, 1012), (None, 1012)])
def test_the_page_is_told_why_the_sidecar_closed_and_is_let_go_when_it_went(code, relayed_to_page):
    page, sidecar = End(), End(code, closes=True)
    asyncio.run(socket_proxy.relay(page, sidecar))
    assert page.closed_with == relayed_to_page

    page, sidecar = End(code, closes=True), End()
    asyncio.run(socket_proxy.relay(page, sidecar))
    assert page.closed_with is None


class Talking(End):
    """A page that asks, or a sidecar that tells, one message after the other."""

    def __init__(self, messages):
        super().__init__()
        self.messages, self.heard = messages, []

    async def send(self, message):
        self.heard.append(message)

    send_text = send

    async def iter_text(self):
        while self.messages:
            yield self.messages.pop(0)
        await asyncio.sleep(60)

    __aiter__ = iter_text


@pytest.mark.parametrize("page_speaks", [True, False])
def test_after_logging_out_no_message_passes_either_way_and_the_socket_ends(page_speaks):
    messages = ["before", "after"]
    page, sidecar = Talking(messages if page_speaks else []), Talking([] if page_speaks else messages)

    asyncio.run(socket_proxy.relay(page, sidecar, lambda: page.heard + sidecar.heard == []))

    assert page.heard + sidecar.heard == ["before"]
    assert page.closed_with == socket_proxy.REFUSED


def test_a_silent_socket_ends_soon_after_logging_out(monkeypatch):
    monkeypatch.setattr(socket_proxy, "LOOK_EVERY_SECONDS", 0.01)
    page, sidecar, looks = Talking([]), Talking([]), iter([True, True])

    asyncio.run(socket_proxy.relay(page, sidecar, lambda: next(looks, False)))

    assert page.closed_with == socket_proxy.REFUSED


def test_the_sidecar_is_told_who_asks_and_nobody_else_can_say_so():
    told = sidecar_process.Endpoint("127.0.0.1:5", "t").headers(True, SimpleNamespace(host="10.0.0.7"))

    assert told == {"x-atelier-token": "t", "x-atelier-exposed": "1", "x-atelier-client": "10.0.0.7"}
    assert http_proxy.forwarded({"X-Atelier-Client": "127.0.0.1", "x-atelier-token": "t", "accept": "*/*"}) == [("accept", "*/*")]
