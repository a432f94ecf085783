"""Drawing in the WebUI's process: its queue, its interrupt, its pictures, and that the user's own jobs go between."""

from __future__ import annotations

import asyncio
import hashlib
import io
import json
import sys
import threading

import pytest
import stand_in_drawing
import stand_in_modules
import websockets
from conftest import wait_until
from lora_atelier.drawing_tasks import Tasks
from lora_atelier.sidecar_process import Endpoint
from lora_atelier.webui_link import answer, serve
from lora_atelier.webui_methods import webui_methods
from PIL import Image
from test_webui_link import ASKED, fits

FIELDS = {
    **{"prompt": "okara <lora:okara:0.75>", "negative_prompt": "", "styles": [], "seed": 7, "batch_size": 2, "n_iter": 1},
    **{"steps": 4, "cfg_scale": 7, "width": 64, "height": 64, "enable_hr": False, "sampler_name": "Euler a"},
    **{"override_settings": {"sd_lora": "None"}, "do_not_save_samples": True, "do_not_save_grid": True},
}


@pytest.fixture
def drawing(tmp_path):
    before = dict(sys.modules)
    stand_in_modules.install()
    stand_in_modules.install_memory({"done": []}, str(tmp_path))
    yield stand_in_drawing.install_drawing()
    for name in set(sys.modules) - set(before):
        if name == "networks" or name == "modules" or name.startswith("modules."):
            del sys.modules[name]


class Asked:
    """The methods as the link calls them, and the PNGs that were sent."""

    def __init__(self) -> None:
        self.sent: dict[str, bytes] = {}
        self.tasks = Tasks()
        self.methods = webui_methods(self.tasks, self.upload)

    def upload(self, png: bytes) -> str:
        name = hashlib.sha256(png).hexdigest()
        self.sent[name] = png
        return name

    def __call__(self, method: str, **params) -> dict:
        return answer({"id": 1, "method": method, "params": {"webui": "a", **params}}, self.methods)

    def in_background(self, task: str) -> tuple[threading.Thread, list]:
        replies: list = []
        work = threading.Thread(target=lambda: replies.append(self("webui/txt2img", task=task, fields=FIELDS)))
        self.tasks.expect(task)
        work.start()
        return work, replies


def queue_lock():
    return sys.modules["modules.call_queue"].queue_lock


def state():
    return sys.modules["modules.shared"].state


def test_pictures_are_sent_with_their_text_and_named_by_content(drawing):
    asked = Asked()
    reply = asked("webui/txt2img", task="task(a)", fields=FIELDS)["result"]

    assert fits("webui/txt2img", "params", {"webui": "a", "task": "task(a)", "fields": FIELDS})
    assert fits("webui/txt2img", "result", reply)
    assert [one["seed"] for one in reply["pictures"]] == [7, 8]
    for one in reply["pictures"]:
        picture = Image.open(io.BytesIO(asked.sent[one["picture"]]))
        assert picture.size == (64, 64)
        assert picture.text == {"parameters": one["infotext"]}
    assert (reply["pressed"], reply["modelHash"]) == (None, "a750f77171")


def test_it_is_drawn_as_the_page_would_with_nothing_chosen_and_nothing_saved(drawing):
    Asked()("webui/txt2img", task="task(a)", fields=FIELDS)
    (p,) = drawing.drawn
    progress = sys.modules["modules.progress"]

    assert p.script_args == (0, "a", 2, False)
    # Written as "7.0" into the infotext, as the API writes it.
    assert (type(p.cfg_scale), type(p.seed)) == (float, int)
    assert p.scripts is sys.modules["modules.scripts"].scripts_txt2img
    assert (p.do_not_save_samples, p.do_not_save_grid, p.closed) == (True, True, True)
    assert (progress.pending_tasks, progress.started, progress.finished) == ({}, ["task(a)"], ["task(a)"])
    assert not queue_lock().locked()


def test_a_field_that_this_webui_does_not_know_is_refused(drawing):
    reply = Asked()("webui/txt2img", task="task(a)", fields={**FIELDS, "beta_schedule_alpha": 0.6})

    assert "does not know beta_schedule_alpha" in reply["error"]["message"]
    assert drawing.drawn == []


def test_what_goes_wrong_leaves_the_queue_free_and_is_told(drawing):
    drawing.fails = "CUDA out of memory"
    reply = Asked()("webui/txt2img", task="task(a)", fields=FIELDS)

    assert reply["error"]["data"]["code"] == "webuiFailed"
    assert "CUDA out of memory" in reply["error"]["message"]
    assert not queue_lock().locked()
    assert state().job == ""


def test_called_off_while_another_draws_it_is_never_begun(drawing):
    asked = Asked()
    queue_lock().acquire()
    work, replies = asked.in_background("task(a)")
    wait_until("its place in the queue", lambda: "task(a)" in sys.modules["modules.progress"].pending_tasks)
    progress = asked("webui/progress", task="task(a)")["result"]
    asked("webui/interrupt", task="task(a)")
    others_interrupted = state().interrupted
    queue_lock().release()
    work.join(10)

    assert (progress["place"], others_interrupted) == ("queued", False)
    assert replies[0]["result"] == {"pictures": [], "pressed": "interrupt", "modelHash": None, "modelName": None}
    assert (drawing.drawn, state().begun, queue_lock().locked()) == ([], 0, False)


@pytest.mark.parametrize("by", ["us", "interrupt", "skip"])
def test_interrupted_while_it_is_drawn_its_half_made_pictures_are_not_sent(drawing, by):
    asked = Asked()
    drawing.slow.set()
    work, replies = asked.in_background("task(a)")
    assert drawing.begun.wait(10)
    progress = asked("webui/progress", task="task(a)")["result"]
    asked("webui/interrupt", task="task(another)")
    alive = not state().interrupted
    if by == "us":
        asked("webui/interrupt", task="task(a)")
    else:
        getattr(state(), by)()
    work.join(10)

    assert alive
    assert fits("webui/progress", "result", progress)
    assert (progress["place"], progress["part"]) == ("drawing", 0.25)
    assert replies[0]["result"]["pressed"] == ("skip" if by == "skip" else "interrupt")
    assert (replies[0]["result"]["pictures"], asked.sent) == ([], {})
    assert asked("webui/progress", task="task(a)")["result"]["place"] == "elsewhere"


def test_stopping_after_the_picture_in_the_making_leaves_it_whole(drawing):
    asked = Asked()
    drawing.stops_after = True
    reply = asked("webui/txt2img", task="task(a)", fields=FIELDS)["result"]

    assert fits("webui/txt2img", "result", reply)
    assert (reply["pressed"], len(reply["pictures"])) == ("stopAfter", 2)


def test_the_users_own_job_goes_between_two_of_ours(drawing):
    """The WebUI's lock is a queue: who came first is served first, and we hold it for one request only."""
    asked = Asked()
    drawing.slow.set()
    first, _ = asked.in_background("task(a)")
    assert drawing.begun.wait(10)
    story: list[str] = []

    def user():
        with queue_lock():
            story.append(f"user, after {len(drawing.drawn)}")

    own = threading.Thread(target=user)
    own.start()
    drawing.slow.clear()
    state().interrupt()
    first.join(10)
    own.join(10)
    asked("webui/txt2img", task="task(b)", fields=FIELDS)

    assert story == ["user, after 1"]
    assert len(drawing.drawn) == 2


async def next_reply(connection, number: int) -> dict:
    while True:
        message = json.loads(await connection.recv())
        if message.get("id") == number and "method" not in message:
            return message


def served(sidecar, asked: Asked) -> None:
    """Runs the link against a sidecar's side of the connection."""

    async def both():
        async with websockets.serve(sidecar, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            await serve(Endpoint(f"127.0.0.1:{port}", "t"), {"id": "a", "title": "a"}, asked.methods, asked.tasks)

    asyncio.run(both())


def test_an_interrupt_and_a_look_come_through_while_a_picture_is_drawn_and_memory_waits(drawing):
    asked = Asked()
    drawing.slow.set()
    replies: dict[str, dict] = {}

    async def sidecar(connection):
        async def ask(number: int, method: str, **params) -> None:
            request = {"jsonrpc": "2.0", "id": number, "method": method, "params": {"webui": "a", **params}}
            await connection.send(json.dumps(request))

        for _ in range(2):
            await connection.recv()
        await ask(10, "webui/txt2img", task="task(a)", fields=FIELDS)
        await asyncio.get_running_loop().run_in_executor(None, drawing.begun.wait, 10)
        await ask(11, "webui/memory/release")
        await ask(12, "webui/progress", task="task(a)")
        replies["progress"] = await next_reply(connection, 12)
        await ask(13, "webui/interrupt", task="task(a)")
        replies["interrupt"] = await next_reply(connection, 13)
        for _ in range(2):
            message = json.loads(await connection.recv())
            replies["draw" if message["id"] == 10 else "release"] = message

    served(sidecar, asked)

    assert replies["progress"]["result"]["place"] == "drawing"
    assert replies["interrupt"]["result"] == {}
    assert replies["draw"]["result"]["pressed"] == "interrupt"
    assert replies["release"]["result"] == {"released": True}


def test_a_sidecar_that_is_gone_gets_no_pictures_drawn(drawing):
    asked = Asked()
    drawing.slow.set()

    async def sidecar(connection):
        for _ in range(2):
            await connection.recv()
        for number, task in enumerate(("task(a)", "task(b)")):
            params = {"webui": "a", "task": task, "fields": FIELDS}
            await connection.send(json.dumps({"jsonrpc": "2.0", "id": number, "method": "webui/txt2img", "params": params}))
        await asyncio.get_running_loop().run_in_executor(None, drawing.begun.wait, 10)
        await connection.close()

    served(sidecar, asked)

    wait_until("the free queue", lambda: not queue_lock().locked(), 10)
    assert state().begun == 1
    assert asked.sent == {}


def test_what_it_can_draw_with_is_told_in_the_shape_of_the_protocol(drawing):
    facts = Asked()("webui/drawing")["result"]

    assert fits("webui/drawing", "result", facts)
    assert facts["samplers"] == [{"name": "Euler a", "aliases": ["k_euler_a"]}]
    # This stand-in is an A1111 before 1.9.
    assert (facts["schedulers"], facts["modules"], facts["vaes"]) == (None, None, [{"model_name": "soft.safetensors"}])
    assert facts["optionNames"] == ["sd_model_checkpoint", "sd_lora"]
    assert Asked()("webui/loras")["result"]["loras"][0]["name"] == "okara"


def test_every_request_of_the_protocol_has_a_method(drawing):
    assert set(Asked().methods) == set(ASKED)
