"""The WebUI's own connection to the sidecar: what it says, what it answers, and that it comes back."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import threading

import pytest
import stand_in_modules
import websockets
from conftest import ROOT, wait_until
from jsonschema import Draft202012Validator
from lora_atelier import webui_memory
from lora_atelier.drawing_tasks import Tasks
from lora_atelier.sidecar_process import Endpoint
from lora_atelier.webui_link import answer, serve
from lora_atelier.webui_methods import webui_methods
from test_protocol import REGISTRY

TASKS = Tasks()
METHODS = webui_methods(TASKS, lambda _png: "")
MEMORY = ("webui/memory/release", "webui/memory/restore", "webui/refreshLoras")
ASKED = json.loads((ROOT / "protocol" / "methods.json").read_text())["asked"]


def fits(method: str, side: str, value) -> bool:
    entry = ASKED[method]
    reference = {"$ref": f"{entry['schema']}.json#/$defs/{entry[side]}"}
    return Draft202012Validator(reference, registry=REGISTRY).is_valid(value)


@pytest.fixture
def webui(tmp_path):
    """What was done with the stand-in WebUI's checkpoint, in order."""
    before = dict(sys.modules)
    state: dict = {"done": []}
    stand_in_modules.install()
    stand_in_modules.install_memory(state, str(tmp_path))
    yield state["done"]
    for name in set(sys.modules) - set(before):
        if name == "networks" or name == "modules" or name.startswith("modules."):
            del sys.modules[name]


def test_requests_of_memory_are_answered_in_their_shape(webui):
    for number, method in enumerate(MEMORY):
        params = {"webui": "a"}
        reply = answer({"id": number, "method": method, "params": params}, METHODS)

        assert fits(method, "params", params)
        assert fits(method, "result", reply["result"]), reply
    assert webui == ["unload", "collect", "send to device", "list networks"]


def test_a_webui_without_a_checkpoint_releases_nothing(webui):
    sys.modules["modules.sd_models"].model_data.sd_model = type("FakeInitialModel", (), {})()

    assert webui_memory.release() == {"released": False}
    assert webui_memory.restore() == {}
    assert webui == []


def test_a_picture_that_is_being_drawn_is_waited_for(webui):
    lock = sys.modules["modules.call_queue"].queue_lock
    lock.acquire()
    asked = threading.Thread(target=webui_memory.release)
    asked.start()
    asked.join(0.3)
    done_meanwhile = list(webui)
    lock.release()
    asked.join(10)

    assert done_meanwhile == []
    assert webui == ["unload", "collect"]


def test_what_the_webui_throws_is_told(webui):
    def broken(_params):
        raise RuntimeError("CUDA error")

    reply = answer({"id": 3, "method": "webui/memory/release"}, {"webui/memory/release": broken})

    assert reply["error"]["message"] == "The WebUI could not do it: RuntimeError: CUDA error"
    assert answer({"id": 4, "method": "webui/explode"}, {})["error"]["code"] == -32601


def test_requests_are_answered_one_after_the_other(webui):
    async def sidecar(connection):
        heard.extend([json.loads(await connection.recv()) for _ in range(2)])
        for number, method in enumerate(("webui/memory/release", "webui/memory/restore")):
            await connection.send(json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": {"webui": "a"}}))
        replies.extend([json.loads(await connection.recv()) for _ in range(2)])

    async def both():
        async with websockets.serve(sidecar, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            await serve(Endpoint(f"127.0.0.1:{port}", "token"), {"id": "a", "title": "a"}, METHODS, TASKS)

    heard, replies = [], []
    asyncio.run(both())

    assert [(one["method"], one["params"].get("id")) for one in heard] == [("initialize", None), ("webui/attach", "a")]
    assert [(reply["id"], reply["result"]) for reply in replies] == [(0, {"released": True}), (1, {})]
    assert webui == ["unload", "collect", "send to device"]


def test_the_sidecar_knows_the_webui_and_knows_it_again(start_webui, tmp_path):
    data = tmp_path / "ウェブ UI"
    (data / "models" / "Lora").mkdir(parents=True)
    webui = start_webui("--data-path", str(data))
    first = webui.studio()["pid"]

    def tabs():
        return [one for one in webui.call(("webui/list", {}))[0]["result"]["webuis"] if one["kind"] == "tab"]

    assert wait_until("the link", tabs)[0]["loraFolder"] == str(data / "models" / "Lora")
    os.kill(first, signal.SIGKILL)
    wait_until("another sidecar", lambda: webui.studio()["pid"] != first)
    assert wait_until("the link again", tabs)[0]["id"] == str(data)


def test_a_lora_that_is_put_there_is_seen_at_once(start_webui, tmp_path):
    data = tmp_path / "webui"
    (data / "models" / "Lora").mkdir(parents=True)
    source = tmp_path / "okara.safetensors"
    header = json.dumps({"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}).encode()
    source.write_bytes(len(header).to_bytes(8, "little") + header + b"\0\0\0\0")
    webui = start_webui("--data-path", str(data))
    webui.studio()
    wait_until("the link", lambda: webui.call(("webui/list", {}))[0]["result"]["webuis"])

    (published,) = webui.call(("training/publish", {"path": str(source), "activationText": "okara"}))

    result = published["result"]
    assert (data / "models" / "Lora" / "okara.safetensors").read_bytes() == source.read_bytes()
    assert json.loads((data / "models" / "Lora" / "okara.json").read_text())["activation text"] == "okara"
    assert result["refreshed"] == [str(data)]
    assert webui.get("/stand-in/done").json() == ["list networks"]
