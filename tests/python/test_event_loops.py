"""Reload UI: the WebUI's next server runs in another event loop, within the same process."""

import asyncio
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from lora_atelier.http_proxy import client_of


class KeepsAlive(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.send_response(200)
        self.send_header("content-length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_):
        pass


def test_each_event_loop_reaches_the_sidecar():
    server = ThreadingHTTPServer(("127.0.0.1", 0), KeepsAlive)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    async def answer() -> str:
        client = client_of(asyncio.get_running_loop())
        found = await asyncio.wait_for(client.get(f"http://127.0.0.1:{server.server_port}/"), 20)
        return found.text

    try:
        # With one client for all, every second loop finds the connection of one that is closed.
        assert [asyncio.run(answer()) for _ in range(4)] == ["ok"] * 4
    finally:
        server.shutdown()
