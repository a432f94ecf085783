"""Starts one sidecar process and reads where it listens."""

import json
import os
import secrets
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

EXTENSION_ROOT = Path(__file__).resolve().parents[2]


class Endpoint(NamedTuple):
    address: str
    token: str


def credentials(endpoint: Endpoint, exposed: bool, client=None) -> dict[str, str]:
    """What the sidecar lets us in with, and by which it tells apart who asks: `client` is an ASGI client's address."""
    told = {"x-atelier-client": client.host} if client else {}
    return {"x-atelier-token": endpoint.token, **told, **({"x-atelier-exposed": "1"} if exposed else {})}


def spawn(command: list[str], **options) -> subprocess.Popen:
    """Ctrl-C in the WebUI's terminal must not reach the process first, and on Windows no console may pop up."""
    if sys.platform == "win32":
        options["creationflags"] = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
    else:
        options["start_new_session"] = True
    text = {"text": True, "encoding": "utf-8", "errors": "replace"}
    return subprocess.Popen(command, cwd=EXTENSION_ROOT, stdout=subprocess.PIPE, **text, **options)


def pass_on(stream, say: Callable[[str], None]) -> None:
    for line in stream:
        if line.strip():
            say(line.rstrip())


def run_set_up(node: str, say: Callable[[str], None], report: Callable[[dict], None]) -> int:
    """Installs and builds what is not current. `say` gets each line for people, `report` each object of
    scripts/set-up/report.mjs. Returns its exit code."""
    command = [node, str(EXTENSION_ROOT / "scripts" / "set-up.mjs"), "--report"]
    process = spawn(command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
    lines = threading.Thread(target=pass_on, args=(process.stderr, say), daemon=True)
    lines.start()
    for line in process.stdout or ():
        try:
            report(json.loads(line))
        except (ValueError, TypeError):
            say(line.rstrip())
    lines.join()
    return process.wait()


def webui_root() -> dict[str, str]:
    """Tells where the WebUI keeps its models: taggers that lie there need no download. Empty outside a WebUI."""
    try:
        from modules.paths_internal import data_path
    except ImportError:
        return {}
    return {"ATELIER_WEBUI_ROOT": str(data_path)}


def start_sidecar(node: str, say: Callable[[str], None]) -> subprocess.Popen:
    """The process; its stdout has one JSON line for `read_endpoint`, its stderr goes to `say`."""
    command = [node, str(EXTENSION_ROOT / "dist" / "program" / "main.js"), "--port", "0", "--parent", str(os.getpid())]
    environment = {**webui_root(), **os.environ, "ATELIER_TOKEN": secrets.token_urlsafe(32)}
    # Its stdin stays an open pipe as long as we live.
    process = spawn(command, env=environment, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    threading.Thread(target=pass_on, args=(process.stderr, say), daemon=True).start()
    return process


def read_endpoint(process: subprocess.Popen) -> Endpoint | None:
    """Waits for the ready line; None when the process ended without one."""
    for line in process.stdout or ():
        try:
            ready = json.loads(line)["ready"]
            return Endpoint(f"127.0.0.1:{int(ready['port'])}", str(ready["token"]))
        except (ValueError, KeyError, TypeError):
            continue  # Node itself may print a notice first.
    return None


def answers(endpoint: Endpoint) -> bool:
    import httpx

    try:
        options = {"headers": {"x-atelier-token": endpoint.token}, "timeout": 5, "trust_env": False}
        return httpx.get(f"http://{endpoint.address}/", **options).status_code < 500
    except httpx.HTTPError:
        return False
