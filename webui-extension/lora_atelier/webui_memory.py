"""The WebUI's side of what the sidecar asks: its checkpoint off the graphics card and back, its list of LoRA files.

Runs on any thread but the event loop's: each waits for the WebUI's queue, so that no picture is spoilt.
"""

from contextlib import contextmanager


@contextmanager
def between_pictures():
    """Holds the WebUI's own queue: what is being drawn ends first, what comes waits."""
    from modules.call_queue import queue_lock

    with queue_lock:
        yield


@contextmanager
def loaded_by_now(data):
    """A1111 loads its first checkpoint on a thread of its own, under this lock."""
    lock = getattr(data, "lock", None)
    if lock is None:
        yield
    else:
        with lock:
            yield


def loaded_model(data):
    """The checkpoint in memory, or None. Forge and its kin put an empty stand-in there before the first picture."""
    model = getattr(data, "sd_model", None)
    return None if model is None or type(model).__name__ == "FakeInitialModel" else model


def release() -> dict:
    from modules import devices, sd_models

    data = getattr(sd_models, "model_data", None)
    with between_pictures():
        with loaded_by_now(data):
            model = loaded_model(data)
        if model is None:
            return {"released": False}
        sd_models.unload_model_weights()
        # What torch keeps for later would still be missing to others.
        devices.torch_gc()
    say("The checkpoint has left the graphics card: a LoRA is being trained there.")
    say("Pictures can be drawn meanwhile, but both may then run out of memory.")
    return {"released": True}


def restore() -> dict:
    from modules import sd_models

    with between_pictures():
        model = loaded_model(getattr(sd_models, "model_data", None))
        # Forge and its kin load at the next picture by themselves; there this does nothing, or is not there.
        send = getattr(sd_models, "send_model_to_device", None)
        if model is not None and send is not None:
            send(model)
    say("Training has ended: the checkpoint is at home again, or comes with the next picture.")
    return {}


def refresh_loras() -> dict:
    """What the button of the LoRA view does; the built-in extension's module has this name in all of them."""
    import importlib

    with between_pictures():
        importlib.import_module("networks").list_available_networks()
    return {}


def say(line: str) -> None:
    print(f"[LoRA Atelier] {line}", flush=True)
