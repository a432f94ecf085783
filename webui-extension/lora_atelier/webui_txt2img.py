"""Draws pictures in this process, as the WebUI's own API does (`text2imgapi` in its `modules/api/api.py`)."""

import contextlib
import inspect
import io
from typing import NamedTuple

from .drawing_tasks import Task, Tasks


class Picture(NamedTuple):
    png: bytes
    seed: int
    infotext: str


class Drawn(NamedTuple):
    pictures: list[Picture]
    pressed: str | None
    model_hash: str | None
    model_name: str | None


class UnknownField(Exception):
    """The WebUI's version has no such field; it would be left out silently over HTTP."""


def script_arguments(runner) -> tuple:
    """What the page would send if nobody had touched it: no script chosen, every always-on script as it starts."""
    ends = [script.args_to for script in runner.scripts if script.args_to is not None]
    arguments = [None] * max([1, *ends])
    arguments[0] = 0
    for script in runner.scripts:
        for place, control in enumerate(script.controls or (), script.args_from or 0):
            arguments[place] = getattr(control, "value", None)
    return tuple(arguments)


def encoded(image, infotext: str) -> bytes:
    from PIL import PngImagePlugin

    information, buffer = PngImagePlugin.PngInfo(), io.BytesIO()
    if infotext:
        information.add_text("parameters", infotext)
    image.save(buffer, format="PNG", pnginfo=information)
    return buffer.getvalue()


@contextlib.contextmanager
def named_in_queue(name: str):
    """Shows the task in the WebUI's own list of tasks while it waits and is drawn."""
    from modules import progress

    progress.add_task_to_queue(name)
    try:
        yield lambda: progress.start_task(name)
    finally:
        progress.pending_tasks.pop(name, None)
        progress.finish_task(name)


def as_the_api_has_them(fields: dict, kind) -> dict:
    """JSON knows no difference between 1 and 1.0, the infotext does: the API makes floats of what is declared as such."""
    declared = {name: one.annotation for name, one in inspect.signature(kind).parameters.items()}
    return {
        name: float(value) if type(value) is int and declared[name] in (float, "float") else value
        for name, value in fields.items()
    }


def processing_of(fields: dict):
    from modules import processing, scripts, shared

    kind = processing.StableDiffusionProcessingTxt2Img
    known = inspect.signature(kind).parameters
    unknown = [name for name in fields if name not in known]
    if unknown:
        raise UnknownField(f"This WebUI does not know {', '.join(unknown)}.")
    p = kind(sd_model=shared.sd_model, **{"sampler_name": "Euler", **as_the_api_has_them(fields, kind)})
    p.is_api = True
    # Without scripts the infotext loses its LoRA tags.
    p.scripts = scripts.scripts_txt2img
    p.script_args = script_arguments(p.scripts)
    p.outpath_samples, p.outpath_grids = shared.opts.outdir_txt2img_samples, shared.opts.outdir_txt2img_grids
    return p


BUTTONS = {"interrupted": "interrupt", "skipped": "skip", "stopping_generation": "stopAfter"}


def pressed_in(state) -> str | None:
    return next((button for flag, button in BUTTONS.items() if getattr(state, flag, False)), None)


def draw(name: str, task: Task, tasks: Tasks, fields: dict) -> Drawn:
    """Waits for its turn in the WebUI's own queue, and leaves it after this one request.

    Raises UnknownField, and whatever the WebUI raises.
    """
    from modules import processing, shared
    from modules.call_queue import queue_lock

    nothing = Drawn([], "interrupt", None, None)
    with named_in_queue(name) as started, queue_lock:
        if task.is_cancelled:
            return nothing
        with contextlib.closing(processing_of(fields)) as p:
            shared.state.begin(job="lora-atelier")
            try:
                if not tasks.begin(task):
                    return nothing
                started()
                processed = processing.process_images(p)
                # A half-made picture looks like any other; the state says so until the next one begins.
                pressed = "interrupt" if task.is_cancelled else pressed_in(shared.state)
            finally:
                tasks.end(task)
                shared.state.end()
                shared.total_tqdm.clear()
    first = processed.index_of_first_image
    images = processed.images[first : first + fields["batch_size"]]
    texts = processed.infotexts[first : first + len(images)]
    pictures = [
        Picture(encoded(image, text), int(seed), text)
        for image, seed, text in zip(images, processed.all_seeds, texts, strict=False)
    ]
    model_hash, model_name = getattr(processed, "sd_model_hash", None), getattr(processed, "sd_model_name", None)
    return Drawn(pictures, pressed, model_hash or None, model_name or None)
