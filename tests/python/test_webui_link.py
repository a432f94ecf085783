"""The WebUI's own connection to the sidecar: what it says, what it answers, and that it comes back."""

from __future__ import annotations

import json
import os
import signal
import sys
import time

import pytest
import stand_in_modules
from conftest import wait_until
from lora_atelier.webui_link import CALLS, Link

MEMORY = ("release", "restore", "refresh_loras")


class Replies:
    """The pipe that a link answers into."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> None:
        self.text += text

    def flush(self) -> None:
        pass

    def all(self) -> list[dict]:
        return [json.loads(line) for line in self.text.splitlines(keepends=True) if line.endswith("\n")]

    def to(self, number: int) -> dict:
        return wait_until(f"the reply {number}", lambda: next((one for one in self.all() if one["id"] == number), None), 20)


@pytest.fixture
def webui(tmp_path):
    """What was done with the stand-in WebUI's checkpoint, in order."""
    state: dict = {"done": []}
    stand_in_modules.install()
    stand_in_modules.install_memory(state, str(tmp_path))
    yield state["done"]
    stand_in_modules.uninstall_memory()


def asked(link: Link, number: int, call: str) -> None:
    link.asked({"id": number, "method": "webui/…", "call": call, "lane": "memory", "params": {}})


def test_requests_of_memory_are_answered_one_after_the_other(webui):
    replies = Replies()
    link = Link(replies)
    for number, call in enumerate(MEMORY):
        asked(link, number, call)

    assert [replies.to(number)["result"] for number in range(3)] == [{"released": True}, {}, {}]
    assert [reply["id"] for reply in replies.all()] == [0, 1, 2]
    assert webui == ["unload", "collect", "send to device", "list networks"]


def test_a_webui_without_a_checkpoint_releases_nothing(webui):
    sys.modules["modules.sd_models"].model_data.sd_model = type("FakeInitialModel", (), {})()
    replies = Replies()
    link = Link(replies)
    for number, call in enumerate(MEMORY[:2]):
        asked(link, number, call)

    assert [replies.to(number)["result"] for number in range(2)] == [{"released": False}, {}]
    assert webui == []


def test_a_webui_on_the_processor_has_nothing_on_a_card_to_release(webui):
    sys.modules["modules.devices"].device.type = "cpu"
    replies = Replies()
    asked(Link(replies), 0, "release")

    assert replies.to(0)["result"] == {"released": False}
    assert webui == []


def test_a_picture_that_is_being_drawn_is_waited_for(webui):
    replies, lock = Replies(), sys.modules["modules.call_queue"].queue_lock
    with lock:
        asked(Link(replies), 0, "release")
        time.sleep(0.3)
        done_meanwhile = [*webui, *replies.all()]

    assert replies.to(0)["result"] == {"released": True}
    assert done_meanwhile == []
    assert webui == ["unload", "collect"]


def test_what_the_webui_throws_is_told_and_what_it_does_not_know(webui, monkeypatch):
    def broken(_task):
        raise RuntimeError("CUDA error")

    monkeypatch.setitem(CALLS, "release", broken)
    replies = Replies()
    link = Link(replies)
    asked(link, 3, "release")
    # Of a sidecar that is newer than the shim in this WebUI.
    link.asked({"id": 4, "method": "webui/explode", "params": {}})

    assert replies.to(3) == {"id": 3, "failure": "RuntimeError: CUDA error"}
    assert replies.to(4) == {"id": 4, "unknown": "webui/explode"}


def test_a_process_that_ended_meanwhile_is_not_answered(webui):
    class Broken(Replies):
        def write(self, text):
            raise BrokenPipeError

    link = Link(Broken())
    asked(link, 1, "refresh_loras")
    wait_until("the work", lambda: webui == ["list networks"], 10)
    link.close()


def test_the_sidecar_knows_the_webui_and_knows_it_again(usual_webui, webui_data):
    first = usual_webui.studio()["pid"]

    def tabs():
        return [one for one in usual_webui.call(("webui/list", {}))[0]["result"]["webuis"] if one["kind"] == "tab"]

    assert wait_until("the link", tabs)[0]["loraFolder"] == str(webui_data / "models" / "Lora")
    os.kill(first, signal.SIGKILL)
    wait_until("another sidecar", lambda: usual_webui.studio()["pid"] != first)
    assert wait_until("the link again", tabs)[0]["id"] == str(webui_data)


def test_a_lora_that_is_put_there_is_seen_at_once(usual_webui, webui_data, tmp_path):
    source = tmp_path / "okara.safetensors"
    header = json.dumps({"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}).encode()
    source.write_bytes(len(header).to_bytes(8, "little") + header + b"\0\0\0\0")
    usual_webui.studio()
    wait_until("the link", lambda: usual_webui.call(("webui/list", {}))[0]["result"]["webuis"])

    (published,) = usual_webui.call(("training/publish", {"path": str(source), "activationText": "okara"}))

    result = published["result"]
    assert (webui_data / "models" / "Lora" / "okara.safetensors").read_bytes() == source.read_bytes()
    assert json.loads((webui_data / "models" / "Lora" / "okara.json").read_text())["activation text"] == "okara"
    assert result["refreshed"] == [str(webui_data)]
    assert usual_webui.get("/stand-in/done").json() == ["list networks"]
