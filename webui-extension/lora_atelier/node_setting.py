"""The Node that the user named, read before any Node runs.

Not among the WebUI's own settings: whoever reaches the WebUI can change those, also through a proxy that its launch flags
do not tell of, and would choose what runs on this machine at the next start. These files only the machine's owner writes;
the sidecar refuses it to visitors (sidecar/host/settings).
"""

import json
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

# `node = …` of a TOML file, in its two kinds of strings; before its first table, for `[x]` would make it `x.node`.
LINE = re.compile(r"""^node[ \t]*=[ \t]*(?:'([^'\n]*)'|("(?:[^"\\\n]|\\.)*"))[ \t]*(?:#.*)?$""", re.MULTILINE)
TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


def state_folder(platform: str, environment: Mapping[str, str], home: str) -> Path:
    """As sidecar/host/state-folder.ts (env-paths)."""
    if environment.get("ATELIER_HOME"):
        return Path(environment["ATELIER_HOME"]).resolve()
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or Path(home, "AppData", "Local"), "lora-atelier", "Data")
    if platform == "darwin":
        return Path(home, "Library", "Application Support", "lora-atelier")
    return Path(environment.get("XDG_DATA_HOME") or Path(home, ".local", "share"), "lora-atelier")


def named_in(folder: Path) -> str:
    """Of `atelier.toml`, else of `settings.json`; empty where neither names one that can be read."""
    try:
        found = LINE.search(TABLE.split((folder / "atelier.toml").read_text("utf-8-sig"), maxsplit=1)[0])
        if found:
            return found[1] if found[2] is None else str(json.loads(found[2]))
    except (OSError, ValueError):
        pass
    try:
        return str(json.loads((folder / "settings.json").read_text("utf-8"))["values"]["node"] or "")
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def named_node() -> str:
    return named_in(state_folder(sys.platform, os.environ, str(Path.home())))
