"""Where things lie on this machine, by the table places.json, and which Node its owner named.

That is not among the WebUI's own settings: whoever reaches the WebUI can change those, also through a proxy that its launch
flags do not tell of, and would choose what runs on this machine at the next start. The files that name it only the owner
writes; the sidecar refuses it to visitors (sidecar/host/settings).
"""

import contextlib
import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

SYSTEMS = json.loads(Path(__file__).with_name("places.json").read_text(encoding="utf-8"))
# `node = …` of a TOML file, in its two kinds of strings; before its first table, for `[x]` would make it `x.node`.
LINE = re.compile(r"""^node[ \t]*=[ \t]*(?:'([^'\n]*)'|("(?:[^"\\\n]|\\.)*"))[ \t]*(?:#.*)?$""", re.MULTILINE)


def places(kind: str, platform: str, variables: Mapping[str, str], home: str) -> Iterator[str]:
    """Paths, or patterns for `glob`, of a `kind` ("node", "state"), for `platform` as `sys.platform` names it, best first.
    A line is left out when its variable is unset and stands for nothing `otherwise`."""
    table = SYSTEMS.get(platform, SYSTEMS["linux"])
    otherwise = {name: value.format(HOME=home) for name, value in table["otherwise"].items()}
    known = {**otherwise, **{name: value for name, value in variables.items() if value}, "HOME": home}
    for line in table[kind]:
        with contextlib.suppress(KeyError):
            yield line.format_map(known)


def named_node(folder: str = "") -> str:
    """By `atelier.toml` of the state folder (as sidecar/host/state-folder.ts has it), else by `settings.json`; else empty."""
    state = Path(folder or next(places("state", sys.platform, os.environ, str(Path.home())))).resolve()
    with contextlib.suppress(OSError, ValueError):
        found = LINE.search(re.split(r"(?m)^[ \t]*\[", (state / "atelier.toml").read_text("utf-8-sig"), maxsplit=1)[0])
        if found:
            return found[1] if found[2] is None else str(json.loads(found[2]))
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        return str(json.loads((state / "settings.json").read_text("utf-8"))["values"]["node"] or "")
    return ""
