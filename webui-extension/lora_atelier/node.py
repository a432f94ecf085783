"""Finds a Node that can run the sidecar."""

import glob
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from .node_places import node_places
from .node_wheel import wheel_node
from .sidecar_process import EXTENSION_ROOT


class NodeMissing(Exception):
    """No usable Node; the message names those that were found."""


def version_of(program: str) -> tuple[int, int] | None:
    """Major and minor version, or None when the program is no Node."""
    options = {"creationflags": subprocess.CREATE_NO_WINDOW} if sys.platform == "win32" else {}
    try:
        answer = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=20, check=False, **options)
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    match = re.match(r"v(\d+)\.(\d+)", answer.stdout)
    return (int(match[1]), int(match[2])) if match else None


def is_new_enough(version: tuple[int, int]) -> bool:
    """As scripts/set-up/node-version.mjs: 20.19 and newer of 20, 22.12 and newer."""
    return (20, 19) <= version < (21, 0) or version >= (22, 12)


def newest_first(paths: list[str]) -> list[str]:
    """Version managers name a folder after each version."""
    return sorted(paths, key=lambda path: [int(number) for number in re.findall(r"\d+", path)], reverse=True)


def candidates(setting: str) -> Iterator[str]:
    yield from (setting.strip().strip('"'), os.environ.get("LORA_ATELIER_NODE", ""), shutil.which("node") or "")
    yield wheel_node() or ""
    for pattern in node_places(sys.platform, os.environ, str(Path.home()), str(EXTENSION_ROOT)):
        yield from newest_first(glob.glob(pattern))


def find_node(setting: str = "", say: Callable[[str], None] = print) -> str:
    """The first that is new enough of: the setting, LORA_ATELIER_NODE, PATH, our own, known places.

    Tells what it passes over. Raises NodeMissing, naming what was found.
    """
    passed_over = []
    for program in dict.fromkeys(filter(None, candidates(setting))):
        version = version_of(program)
        if version is not None and is_new_enough(version):
            for one in passed_over:
                say(f"{one}; {program} is taken.")
            return program
        passed_over.append(f"{program} is " + ("no Node that runs" if version is None else "Node {}.{}".format(*version)))
    raise NodeMissing("; ".join(passed_over))
