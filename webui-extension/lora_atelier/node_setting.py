"""The Node that the user named, read before any Node runs.

Not among the WebUI's own settings: whoever reaches the WebUI can change those, also through a proxy that its launch flags
do not tell of, and would choose what runs on this machine at the next start. These files only the machine's owner writes;
the sidecar refuses it to visitors (sidecar/host/settings).
"""

import contextlib
import json
import os
import re
import sys
from pathlib import Path

from .places import places

# `node = …` of a TOML file, in its two kinds of strings; before its first table, for `[x]` would make it `x.node`.
LINE = re.compile(r"""^node[ \t]*=[ \t]*(?:'([^'\n]*)'|("(?:[^"\\\n]|\\.)*"))[ \t]*(?:#.*)?$""", re.MULTILINE)
TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


def named_in(folder: Path) -> str:
    """Of `atelier.toml`, else of `settings.json`; empty where neither names one that can be read."""
    with contextlib.suppress(OSError, ValueError):
        found = LINE.search(TABLE.split((folder / "atelier.toml").read_text("utf-8-sig"), maxsplit=1)[0])
        if found:
            return found[1] if found[2] is None else str(json.loads(found[2]))
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        return str(json.loads((folder / "settings.json").read_text("utf-8"))["values"]["node"] or "")
    return ""


def named_node() -> str:
    """In the state folder, which is that of sidecar/host/state-folder.ts (env-paths)."""
    return named_in(Path(next(places("state", sys.platform, os.environ, str(Path.home())))).resolve())
