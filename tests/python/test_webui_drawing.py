"""Drawing in the WebUI's process: its queue, its interrupt, its pictures, and that the user's own jobs go between."""

from __future__ import annotations

import base64
import io
import re
import sys
import threading

import pytest
import stand_in_drawing
import stand_in_modules
from conftest import ROOT, wait_until
from lora_atelier.webui_link import CALLS, Link
from PIL import Image
from test_webui_link import Replies

FIELDS = {
    **{"prompt": "okara <lora:okara:0.75>", "negative_prompt": "", "styles": [], "seed": 7, "batch_size": 2, "n_iter": 1},
    **{"steps": 4, "width": 64, "height": 64, "enable_hr": False, "sampler_name": "Euler a"},
    **{"override_settings": {"sd_lora": "None"}, "do_not_save_samples": True, "do_not_save_grid": True},
}


@pytest.fixture
def drawing(tmp_path):
    stand_in_modules.install()
    stand_in_modules.install_memory({"done": []}, str(tmp_path))
    yield stand_in_drawing.install_drawing()
    stand_in_modules.uninstall_memory()


FLAGS = ["interrupted", "skipped", "stopping_generation"]
PROGRESS = ["job", "job_timestamp", "job_no", "job_count", "sampling_step", "sampling_steps"]


class Asked:
    """A link as the sidecar's process asks it, a request at a time or several at once."""

    def __init__(self) -> None:
        self.replies = Replies()
        self.link = Link(self.replies)
        self.number = 0

    def send(self, call: str, lane: str, task: str = "", **params) -> int:
        self.number += 1
        self.link.asked({"id": self.number, "method": "webui/…", "call": call, "lane": lane, "task": task, "params": params})
        return self.number

    def __call__(self, call: str, task: str = "", **params) -> dict:
        return self.replies.to(self.send(call, "quick", task, **params))

    def draw(self, task: str, **fields) -> int:
        return self.send("draw", "draw", task, fields={**FIELDS, **fields}, floats={"cfg_scale": 7}, state=FLAGS)

    def place(self, task: str) -> str:
        return self("progress", task, state=PROGRESS)["result"]["place"]


def picture(encoded: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(encoded)))


def queue_lock():
    return sys.modules["modules.call_queue"].queue_lock


def state():
    return sys.modules["modules.shared"].state


def test_pictures_come_with_their_seeds_and_texts(drawing):
    asked = Asked()
    drawn = asked.replies.to(asked.draw("task(a)"))["result"]

    assert [picture(one).size for one in drawn["images"]] == [(64, 64)] * 2
    assert drawn["seeds"] == [7, 8]
    assert "Seed: 8" in drawn["infotexts"][1]
    assert (drawn["isCancelled"], drawn["sd_model_hash"], drawn["sd_model_name"]) == (False, "a750f77171", "tiny")
    assert drawn["state"] == {"interrupted": False, "skipped": False, "stopping_generation": False}


def test_it_is_drawn_as_the_page_would_with_nothing_chosen_and_nothing_saved(drawing):
    asked = Asked()
    asked.replies.to(asked.draw("task(a)"))
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
    asked = Asked()
    reply = asked.replies.to(asked.draw("task(a)", beta_schedule_alpha=0.6))

    assert "unexpected keyword argument 'beta_schedule_alpha'" in reply["failure"]
    assert drawing.drawn == []


def test_what_goes_wrong_leaves_the_queue_free_and_is_told(drawing):
    drawing.fails = "CUDA out of memory"
    asked = Asked()
    reply = asked.replies.to(asked.draw("task(a)"))

    assert reply["failure"] == "RuntimeError: CUDA out of memory"
    assert not queue_lock().locked()
    assert state().job == ""


def test_called_off_while_another_draws_it_is_never_begun(drawing):
    asked = Asked()
    queue_lock().acquire()
    number = asked.draw("task(a)")
    wait_until("its place in the queue", lambda: "task(a)" in sys.modules["modules.progress"].pending_tasks)
    place = asked.place("task(a)")
    asked("call_off", "task(a)")
    others_interrupted = state().interrupted
    queue_lock().release()

    assert asked.replies.to(number)["result"] == {"isCancelled": True}
    assert (place, others_interrupted) == ("queued", False)
    assert (drawing.drawn, state().begun, queue_lock().locked()) == ([], 0, False)


@pytest.mark.parametrize("by", ["us", "interrupt", "skip"])
def test_who_interrupts_it_while_it_is_drawn_is_told(drawing, by):
    asked = Asked()
    drawing.slow.set()
    number = asked.draw("task(a)")
    assert drawing.begun.wait(10)
    progress = asked("progress", "task(a)", state=PROGRESS)["result"]
    asked("call_off", "task(another)")
    alive = not state().interrupted
    if by == "us":
        asked("call_off", "task(a)")
    else:
        getattr(state(), by)()
    drawn = asked.replies.to(number)["result"]

    assert alive
    assert progress["place"] == "drawing"
    assert (progress["state"]["sampling_step"], progress["state"]["sampling_steps"]) == (1, 4)
    assert drawn["isCancelled"] is (by == "us")
    assert (drawn["state"]["interrupted"], drawn["state"]["skipped"]) == (by != "skip", by == "skip")
    assert asked.place("task(a)") == "elsewhere"


def test_stopping_after_the_picture_in_the_making_is_told(drawing):
    asked = Asked()
    drawing.stops_after = True
    drawn = asked.replies.to(asked.draw("task(a)"))["result"]

    assert drawn["state"] == {"interrupted": False, "skipped": False, "stopping_generation": True}
    assert len(drawn["images"]) == 2


def test_the_users_own_job_goes_between_two_of_ours(drawing):
    """The WebUI's lock is a queue: who came first is served first, and we hold it for one request only."""
    asked = Asked()
    drawing.slow.set()
    first = asked.draw("task(a)")
    assert drawing.begun.wait(10)
    story: list[str] = []

    def user():
        with queue_lock():
            story.append(f"user, after {len(drawing.drawn)}")

    own = threading.Thread(target=user)
    own.start()
    drawing.slow.clear()
    state().interrupt()
    asked.replies.to(first)
    own.join(10)
    asked.replies.to(asked.draw("task(b)"))

    assert story == ["user, after 1"]
    assert len(drawing.drawn) == 2


def test_an_interrupt_and_a_look_come_through_while_a_picture_is_drawn_and_memory_waits(drawing):
    asked = Asked()
    drawing.slow.set()
    picture = asked.draw("task(a)")
    assert drawing.begun.wait(10)
    release = asked.send("release", "memory")

    assert asked.place("task(a)") == "drawing"
    assert asked("call_off", "task(a)")["result"] == {}
    assert asked.replies.to(picture)["result"]["isCancelled"]
    assert asked.replies.to(release)["result"] == {"released": True}


def test_a_sidecar_that_is_gone_gets_no_pictures_drawn(drawing):
    asked = Asked()
    drawing.slow.set()
    for task in ("task(a)", "task(b)"):
        asked.draw(task)
    assert drawing.begun.wait(10)
    asked.link.close()

    wait_until("the free queue", lambda: not queue_lock().locked(), 10)
    assert state().begun == 1


def test_what_it_can_draw_with_is_looked_up_where_the_sidecar_says(drawing):
    lists = {
        "samplers": {"module": "modules.sd_samplers", "listed": "all_samplers", "fields": {"name": "name", "aliases": "aliases"}},
        # This stand-in is an A1111 before 1.9.
        "schedulers": {"module": "modules.sd_schedulers", "listed": "schedulers", "fields": {"name": "name"}},
        "vaes": {"module": "modules.sd_vae", "listed": "vae_dict", "fields": {"model_name": ""}},
        "styles": {"module": "modules.shared", "listed": "prompt_styles.styles", "fields": {"name": ""}},
        "models": {"module": "modules.sd_models", "listed": "checkpoints_list", "fields": {"hash": "shorthash", "no": "such"}},
    }
    asked = Asked()
    told = asked("lists", lists=lists, option="sd_model_checkpoint")["result"]

    assert told == {
        "samplers": [{"name": "Euler a", "aliases": ["k_euler_a"]}],
        "schedulers": None,
        "vaes": [{"model_name": "soft.safetensors"}],
        "styles": [{"name": "fine"}],
        "models": [{"hash": "a750f77171", "no": None}],
        "option": "tiny.safetensors",
    }
    assert asked("refresh_loras", lists={}, option="no such")["result"] == {"option": None}


def test_what_the_sidecar_calls_is_there():
    questions = (ROOT / "sidecar" / "webui" / "parent-questions.ts").read_text(encoding="utf-8")

    assert set(re.findall(r'call: "(\w+)"', questions)) == set(CALLS)
