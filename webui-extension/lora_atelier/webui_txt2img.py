"""Draws pictures in this process, as the WebUI's own API does (`text2imgapi` in its `modules/api/api.py`)."""

import base64
import contextlib
import inspect
import io
import threading


class Task:
    """A request from when it came. The WebUI forgets an interrupt that is pressed while a task waits for its turn (its state
    begins anew), so each has a flag of its own; the lock is held while it interrupts, so it ends no other's picture."""

    def __init__(self, name: str) -> None:
        self.name, self.place = name, "queued" if name else "elsewhere"
        self.is_cancelled = False
        self.lock = threading.Lock()

    def may_begin(self) -> bool:
        """Asked after the WebUI's state has begun; False when nobody wants the picture any more."""
        with self.lock:
            self.place = "elsewhere" if self.is_cancelled else "drawing"
            return not self.is_cancelled

    def end(self) -> None:
        with self.lock:
            self.place = "elsewhere"


def call_off(task: Task) -> dict:
    from modules import shared

    with task.lock:
        task.is_cancelled = True
        if task.place == "drawing":
            shared.state.interrupt()
    return {}


def state_now(fields: list[str]) -> dict:
    from modules import shared

    return {name: getattr(shared.state, name, None) for name in fields}


def progress(task: Task, state: list[str]) -> dict:
    return {"place": task.place, "state": state_now(state)}


def script_arguments(runner) -> tuple:
    """What the page would send if nobody had touched it: no script chosen, every always-on script as it starts."""
    arguments = [None] * max([1, *(script.args_to or 0 for script in runner.scripts)])
    arguments[0] = 0
    for script in runner.scripts:
        for place, control in enumerate(script.controls or (), script.args_from or 0):
            arguments[place] = getattr(control, "value", None)
    return tuple(arguments)


def processing_of(fields: dict):
    """Raises TypeError for a field that this WebUI's version does not have; over HTTP it would be left out silently."""
    from modules import processing, scripts, shared

    kind = processing.StableDiffusionProcessingTxt2Img
    # JSON knows no difference between 1 and 1.0, the infotext does: the API makes floats of what is declared as such.
    floats = {name for name, one in inspect.signature(kind).parameters.items() if one.annotation in (float, "float")}
    exact = {name: float(value) if type(value) is int and name in floats else value for name, value in fields.items()}
    p = kind(sd_model=shared.sd_model, **{"sampler_name": "Euler", **exact})
    p.is_api = True
    # Without scripts the infotext loses its LoRA tags.
    p.scripts, p.script_args = scripts.scripts_txt2img, script_arguments(scripts.scripts_txt2img)
    p.outpath_samples, p.outpath_grids = shared.opts.outdir_txt2img_samples, shared.opts.outdir_txt2img_grids
    return p


def encoded(image) -> str:
    buffer = io.BytesIO()
    image.save(buffer, format="PNG")
    return base64.b64encode(buffer.getvalue()).decode()


def draw(task: Task, fields: dict, state: list[str]) -> dict:
    """Waits for its turn in the WebUI's own queue, and leaves it after this one request. Raises whatever the WebUI raises.

    The pictures begin behind a grid, if there is one; no pictures where it was called off before it began.
    """
    from modules import processing, progress, shared
    from modules.call_queue import queue_lock

    # The WebUI's own list of tasks shows it.
    progress.add_task_to_queue(task.name)
    with contextlib.ExitStack() as afterwards:
        afterwards.callback(progress.finish_task, task.name)
        afterwards.callback(progress.pending_tasks.pop, task.name, None)
        afterwards.enter_context(queue_lock)
        if task.is_cancelled:
            return {"isCancelled": True}
        p = afterwards.enter_context(contextlib.closing(processing_of(fields)))
        shared.state.begin(job="lora-atelier")
        try:
            if not task.may_begin():
                return {"isCancelled": True}
            progress.start_task(task.name)
            processed = processing.process_images(p)
            # A half-made picture looks like any other; the state says so until the next one begins.
            seen = state_now(state)
        finally:
            task.end()
            shared.state.end()
            shared.total_tqdm.clear()
    first = processed.index_of_first_image
    return {
        **{"isCancelled": task.is_cancelled, "state": seen, "seeds": [int(seed) for seed in processed.all_seeds]},
        "images": [encoded(image) for image in processed.images[first : first + fields["batch_size"]]],
        "infotexts": processed.infotexts[first:],
        **{name: getattr(processed, name, None) or None for name in ("sd_model_hash", "sd_model_name")},
    }
