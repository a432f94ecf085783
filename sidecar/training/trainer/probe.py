"""Tells what a Python has that a trainer needs: a JSON document on a line of its own, then another with torch in it.

The first is printed before torch is imported, so that a torch that hangs or takes the whole process down costs only
the second. Nothing but torch is imported: versions come from the packages' metadata.
"""

import importlib.metadata
import json
import os
import platform
import sys
import sysconfig

# The name we use, and the names under which it is installed.
PACKAGES = {
    "accelerate": ("accelerate",),
    "diffusers": ("diffusers",),
    "transformers": ("transformers",),
    "safetensors": ("safetensors",),
    "bitsandbytes": ("bitsandbytes", "bitsandbytes-windows"),
    "xformers": ("xformers",),
    "lycoris": ("lycoris-lora", "lycoris_lora"),
    "prodigyopt": ("prodigyopt",),
    "tensorboard": ("tensorboard", "tb-nightly"),
}
MEBIBYTE = 1024 * 1024


def version_of(names):
    for name in names:
        try:
            # A folder that an interrupted pip left has a name and no version.
            version = importlib.metadata.version(name)
        except Exception:
            continue
        if version:
            return str(version)
    return None


def cuda_device(torch, number):
    properties = torch.cuda.get_device_properties(number)
    return {
        "name": str(properties.name),
        "memory": int(properties.total_memory) // MEBIBYTE,
        "capability": [int(properties.major), int(properties.minor)],
    }


def cards(torch):
    """What torch sees of graphics cards; a driver that fails gives its message."""
    found = {"available": False, "devices": [], "architectures": [], "error": None}
    try:
        found["available"] = bool(torch.cuda.is_available())
        if found["available"]:
            found["devices"] = [cuda_device(torch, number) for number in range(torch.cuda.device_count())]
            found["architectures"] = [str(name) for name in torch.cuda.get_arch_list()]
        else:
            mps = getattr(torch.backends, "mps", None)
            if mps is not None and mps.is_available():
                found["devices"] = [{"name": "Apple GPU (MPS)", "memory": None, "capability": None}]
    except Exception as error:
        found["error"] = message_of(error)
    return found


def message_of(error):
    text = " ".join(str(error).split())
    # It stands inside a sentence.
    return f"{type(error).__name__}: {text}"[:500].rstrip(". ")


def torch_found():
    try:
        import torch
    except ModuleNotFoundError as error:
        # A part of it that is missing is another matter.
        return None if error.name == "torch" else {"error": message_of(error)}
    except BaseException as error:  # also a SystemExit
        return {"error": message_of(error)}
    built = getattr(torch, "version", None)
    return {
        "version": str(torch.__version__),
        "cuda": getattr(built, "cuda", None),
        "hip": getattr(built, "hip", None),
        "cards": cards(torch),
    }


def tell(told, document):
    # ASCII, whatever the encoding of the console.
    told.write(json.dumps(document) + "\n")
    told.flush()


def main():
    told = sys.stdout
    # What packages print on import is not our answer.
    sys.stdout = sys.stderr
    found = {
        "python": platform.python_version(),
        "implementation": platform.python_implementation(),
        "executable": sys.executable,
        "sitePackages": sysconfig.get_paths().get("purelib"),
        "packages": {name: version_of(names) for name, names in PACKAGES.items()},
    }
    tell(told, found)
    tell(told, {**found, "torch": torch_found()})
    # Threads of a driver that hangs would keep the process.
    sys.stderr.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
