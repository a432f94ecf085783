"""Starts one sidecar process and reads where it listens."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

EXTENSION_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Endpoint:
    port: int
    token: str

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"


def own_group() -> dict:
    """Ctrl-C in the WebUI's terminal must not reach the sidecar first, and on Windows no console may pop up."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"start_new_session": True}


def forward_lines(stream, say: Callable[[str], None]) -> None:
    def read() -> None:
        for line in stream:
            say(line.rstrip())

    threading.Thread(target=read, name="lora-atelier-log", daemon=True).start()


def run_set_up(node: str, say: Callable[[str], None]) -> int:
    """Installs and builds what is not current; each line it prints goes to `say`. Returns its exit code."""
    process = subprocess.Popen(
        [node, str(EXTENSION_ROOT / "scripts" / "set-up.mjs")],
        cwd=EXTENSION_ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        **own_group(),
    )
    for line in process.stdout or ():
        if line.strip():
            say(line.rstrip())
    return process.wait()


def start_sidecar(node: str, say: Callable[[str], None]) -> subprocess.Popen:
    """The process; its stdout has one JSON line for `read_endpoint`, its stderr goes to `say`."""
    program = EXTENSION_ROOT / "dist" / "sidecar" / "main.js"
    environment = {**os.environ, "ATELIER_TOKEN": secrets.token_urlsafe(32)}
    process = subprocess.Popen(
        [node, str(program), "--port", "0", "--parent", str(os.getpid())],
        cwd=EXTENSION_ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
        **own_group(),
    )
    forward_lines(process.stderr, say)
    return process


def read_endpoint(process: subprocess.Popen) -> Endpoint | None:
    """Waits for the ready line; None when the process ended without one."""
    line = process.stdout.readline() if process.stdout else ""
    try:
        ready = json.loads(line)["ready"]
        return Endpoint(int(ready["port"]), str(ready["token"]))
    except (ValueError, KeyError, TypeError):
        return None
