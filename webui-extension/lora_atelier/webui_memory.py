"""The WebUI's side of what the sidecar asks: its checkpoint off the graphics card and back, its list of LoRA files.

Runs on any thread but the event loop's: each waits for the WebUI's own queue, so that what is being drawn ends first, and what
comes waits.
"""

from contextlib import nullcontext
from importlib import import_module


def loaded_model(sd_models):
    """The checkpoint in memory, or None. Forge and its kin put an empty stand-in there before the first picture."""
    data = getattr(sd_models, "model_data", None)
    # A1111 loads its first checkpoint on a thread of its own, under this lock.
    with getattr(data, "lock", None) or nullcontext():
        model = getattr(data, "sd_model", None)
    return None if type(model).__name__ == "FakeInitialModel" else model


def release(_task=None) -> dict:
    from modules import call_queue, devices, sd_models

    with call_queue.queue_lock:
        if loaded_model(sd_models) is None:
            return {"released": False}
        sd_models.unload_model_weights()
        # What torch keeps for later would still be missing to others.
        devices.torch_gc()
    return {"released": True}


def restore(_task=None) -> dict:
    from modules import call_queue, sd_models

    with call_queue.queue_lock:
        model = loaded_model(sd_models)
        # Forge and its kin load at the next picture by themselves; there this does nothing, or is not there.
        send = getattr(sd_models, "send_model_to_device", None)
        if model is not None and send is not None:
            send(model)
    return {}


def refresh_loras(_task=None) -> dict:
    """What the button of the LoRA view does; the built-in extension's module has this name in all of them."""
    from modules import call_queue

    with call_queue.queue_lock:
        import_module("networks").list_available_networks()
    return {}
