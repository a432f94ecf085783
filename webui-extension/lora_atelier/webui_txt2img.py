"""Draws pictures in this process, as the WebUI's own API does (`text2imgapi` in its `modules/api/api.py`)."""

import base64
import contextlib
import io
import threading

from modules import call_queue, processing, progress, scripts, shared


def state_now(fields: list[str]) -> dict:
    return {name: getattr(shared.state, name, None) for name in fields}


class Task:
    """A request from when it came. The WebUI forgets an interrupt that is pressed while a task waits for its turn (its state
    begins anew), so each has a flag of its own; the lock is held while it interrupts, so it ends no other's picture."""

    def __init__(self, name: str) -> None:
        self.name, self.place = name, "queued" if name else "elsewhere"
        self.is_cancelled, self.lock = False, threading.Lock()

    def move_to(self, place: str) -> bool:
        """Asked after the WebUI's state has begun, and at the end; False when nobody wants the picture any more."""
        with self.lock:
            self.place = "elsewhere" if self.is_cancelled else place
            return not self.is_cancelled

    def call_off(self) -> dict:
        with self.lock:
            self.is_cancelled = True
            if self.place == "drawing":
                shared.state.interrupt()
        return {}

    def progress(self, state: list[str]) -> dict:
        return {"place": self.place, "state": state_now(state)}


def script_arguments(runner) -> tuple:
    """What the page would send if nobody had touched it: no script chosen, every always-on script as it starts."""
    arguments = [0, *[None] * max([0, *(script.args_to - 1 for script in runner.scripts if script.args_to)])]
    for script in runner.scripts:
        for place, control in enumerate(script.controls or (), script.args_from or 0):
            arguments[place] = getattr(control, "value", None)
    return tuple(arguments)


def processing_of(fields: dict, floats: dict):
    """Raises TypeError for a field that this WebUI's version does not have; over HTTP it would be left out silently."""
    # JSON knows no difference between 1 and 1.0, the infotext does.
    decimals = {name: float(value) for name, value in floats.items()}
    p = processing.StableDiffusionProcessingTxt2Img(sd_model=shared.sd_model, **fields, **decimals)
    p.is_api = True
    # Without scripts the infotext loses its LoRA tags.
    p.scripts, p.script_args = scripts.scripts_txt2img, script_arguments(scripts.scripts_txt2img)
    p.outpath_samples, p.outpath_grids = shared.opts.outdir_txt2img_samples, shared.opts.outdir_txt2img_grids
    return p


def encoded(image) -> str:
    buffer = io.BytesIO()
    image.save(buffer, format="PNG")
    return base64.b64encode(buffer.getvalue()).decode()


def draw(task: Task, fields: dict, floats: dict, state: list[str]) -> dict:
    """Waits for its turn in the WebUI's own queue, and leaves it after this one request. Raises whatever the WebUI raises.
    The pictures begin behind a grid, if there is one; no pictures where it was called off before it began."""
    # The WebUI's own list of tasks shows it.
    progress.add_task_to_queue(task.name)
    with contextlib.ExitStack() as afterwards:
        afterwards.callback(progress.finish_task, task.name)
        afterwards.callback(progress.pending_tasks.pop, task.name, None)
        afterwards.enter_context(call_queue.queue_lock)
        if task.is_cancelled:
            return {"isCancelled": True}
        p = afterwards.enter_context(contextlib.closing(processing_of(fields, floats)))
        afterwards.callback(shared.total_tqdm.clear)
        afterwards.callback(shared.state.end)
        afterwards.callback(task.move_to, "elsewhere")
        shared.state.begin(job="lora-atelier")
        if not task.move_to("drawing"):
            return {"isCancelled": True}
        progress.start_task(task.name)
        processed = processing.process_images(p)
        # A half-made picture looks like any other; the state says so until the next one begins.
        seen = state_now(state)
    first = processed.index_of_first_image
    return {
        **{"isCancelled": task.is_cancelled, "state": seen, "seeds": [int(seed) for seed in processed.all_seeds]},
        "images": [encoded(image) for image in processed.images[first : first + fields["batch_size"]]],
        "infotexts": processed.infotexts[first:],
        **{name: getattr(processed, name, None) or None for name in ("sd_model_hash", "sd_model_name")},
    }
