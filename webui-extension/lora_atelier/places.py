"""Where things lie on this system, by the table places.json: a WebUI started by an icon or a service has a short PATH."""

import contextlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path


def places(kind: str, platform: str, variables: Mapping[str, str], home: str) -> Iterator[str]:
    """Paths, or patterns for `glob`, of a `kind` ("node", "state"), for `platform` as `sys.platform` names it, best first.

    A line is left out when its variable is unset and stands for nothing `otherwise`.
    """
    systems = json.loads(Path(__file__).with_name("places.json").read_text(encoding="utf-8"))
    table = systems.get(platform, systems["linux"])
    otherwise = {name: value.format(HOME=home) for name, value in table["otherwise"].items()}
    known = {**otherwise, **{name: value for name, value in variables.items() if value}, "HOME": home}
    for line in table[kind]:
        with contextlib.suppress(KeyError):
            yield line.format_map(known)
