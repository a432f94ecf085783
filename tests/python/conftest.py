"""Starts the WebUI stand-in (real gradio of this environment) with the real extension and the real sidecar."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
import websockets

ROOT = Path(__file__).resolve().parents[2]
STAND_IN = ROOT / "tests" / "support" / "webui" / "webui_stand_in.py"
sys.path.insert(0, str(ROOT / "webui-extension"))
sys.path.insert(0, str(STAND_IN.parent))

import stand_in_modules  # noqa: E402

# The extension is loaded by a WebUI that has its modules by then.
stand_in_modules.install()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return not Path(f"/proc/{pid}/stat").exists() or ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


def wait_until(what: str, condition, seconds: float = 120):
    """The first true value of `condition`; fails, naming what was waited for, after `seconds`."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.1)
    raise AssertionError(f"waited {seconds} s for {what}")


@dataclass
class WebUI:
    port: int
    process: subprocess.Popen
    home: Path

    def get(self, path: str, **options) -> httpx.Response:
        return httpx.get(f"http://127.0.0.1:{self.port}{path}", timeout=20, **options)

    def endpoint(self) -> dict | None:
        try:
            return json.loads((self.home / "endpoint.json").read_text())
        except (OSError, ValueError):
            return None

    def studio(self) -> dict:
        """Where the sidecar is, once it answers through the WebUI."""
        wait_until("the sidecar", lambda: self.endpoint() and self.get("/lora-atelier/files/none").status_code != 503)
        return self.endpoint()

    def call(self, *requests: tuple[str, dict], **headers: str) -> list[dict]:
        """The answers to JSON-RPC requests through the WebUI's own address, `initialize` sent first."""
        return asyncio.run(self._call(requests, headers))

    async def _call(self, requests, headers):
        address = f"ws://127.0.0.1:{self.port}/lora-atelier/ws"
        async with websockets.connect(address, extra_headers=headers, max_size=2**24) as connection:
            answers = []
            for number, (method, params) in enumerate([("initialize", {"protocol": 1, "client": "test"}), *requests]):
                await connection.send(json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": params}))
                while (answer := json.loads(await connection.recv())).get("id") != number:
                    pass
                answers.append(answer)
            return answers[1:]

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()


def start(home: Path, *arguments: str) -> WebUI:
    port = free_port()
    environment = {**os.environ, "ATELIER_HOME": str(home), "GRADIO_ANALYTICS_ENABLED": "False"}
    command = [sys.executable, str(STAND_IN), "--port", str(port), *arguments]
    webui = WebUI(port, subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL), home)
    try:
        wait_until("the WebUI", lambda: answers(port))
    except BaseException:
        webui.end()
        raise
    return webui


def end(webui: WebUI) -> None:
    endpoint = webui.endpoint()
    webui.end()
    if endpoint and is_alive(endpoint["pid"]):
        os.kill(endpoint["pid"], signal.SIGKILL)


@pytest.fixture
def start_webui(tmp_path):
    """A function that starts a WebUI with the given arguments; all are killed at the end, and their sidecars."""
    started: list[WebUI] = []

    def start_one(*arguments: str) -> WebUI:
        started.append(start(tmp_path / "状態 home", *arguments))
        return started[-1]

    yield start_one
    for webui in started:
        end(webui)


@pytest.fixture(scope="session")
def webui_data(tmp_path_factory) -> Path:
    """The data folder of `usual_webui`, with a folder for LoRA files."""
    data = tmp_path_factory.mktemp("data") / "ウェブ UI"
    (data / "models" / "Lora").mkdir(parents=True)
    return data


@pytest.fixture(scope="session")
def usual_webui(tmp_path_factory, webui_data):
    """One WebUI at its user's own machine, for every test that leaves it and its sidecar running."""
    webui = start(tmp_path_factory.mktemp("usual") / "状態 home", "--data-path", str(webui_data))
    yield webui
    end(webui)


@pytest.fixture(scope="session")
def open_webui(tmp_path_factory):
    """One WebUI that others may reach, with its API, for every test that leaves it running."""
    webui = start(tmp_path_factory.mktemp("open") / "状態 home", "--api", "--listen")
    yield webui
    end(webui)


def answers(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/lora-atelier/", timeout=5).status_code != 404
    except httpx.HTTPError:
        return False
