"""Programs of ours beside the WebUI: how they are started, and how they tell things."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

EXTENSION_ROOT = Path(__file__).resolve().parents[2]
WORDS = json.loads(Path(__file__).with_name("words.json").read_text(encoding="utf-8"))
# Ctrl-C in the WebUI's terminal must not reach our processes first, and on Windows no console may pop up.
OWN = {"start_new_session": True}
if sys.platform == "win32":
    OWN = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}


class CannotStart(Exception):
    """With {code, en: {cause, remedy}, ja: {cause, remedy}}, as set-up gives its own."""


def cannot_start(code: str, detail: object) -> CannotStart:
    both = {name: {part: text.format(detail=detail) for part, text in words.items()} for name, words in WORDS[code].items()}
    return CannotStart({"code": code, **both})


class Endpoint(NamedTuple):
    address: str
    token: str

    def headers(self, exposed: bool, client=None) -> dict[str, str]:
        """What the sidecar lets us in with, and by which it tells apart who asks: `client` is an ASGI client's address."""
        told = {"x-atelier-token": self.token, "x-atelier-client": client.host if client else "unknown"}
        return {**told, "x-atelier-exposed": "1"} if exposed else told


def spawn(command: list[str], **options) -> subprocess.Popen:
    text = {"text": True, "encoding": "utf-8", "errors": "replace"}
    return subprocess.Popen(command, cwd=EXTENSION_ROOT, stdout=subprocess.PIPE, **text, **OWN, **options)


def pass_on(stream, say: Callable[[str], None]) -> None:
    for line in filter(str.strip, stream):
        say(line.rstrip())


def start_script(node: str, say: Callable[[str], None], name: str, *arguments: str) -> subprocess.Popen:
    """One of `scripts/`. Its stdin stays an open pipe as long as we live, its stderr goes to `say`."""
    command = [node, str(EXTENSION_ROOT / "scripts" / name), *arguments]
    process = spawn(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    threading.Thread(target=pass_on, args=(process.stderr, say), daemon=True).start()
    return process


def told_by(process: subprocess.Popen, say: Callable[[str], None]) -> Iterator[dict]:
    """The JSON objects of its stdout, one a line, until it ends; whatever else stands there goes to `say`."""
    for line in process.stdout:
        try:
            told = json.loads(line)
        except ValueError:
            told = None
        if isinstance(told, dict):
            yield told
        else:
            pass_on([line], say)
