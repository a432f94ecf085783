"""What this WebUI can draw with, whether or not it was started with `--api`: its own lists, which the sidecar names."""

from importlib import import_module
from operator import attrgetter


def rows(module: str, listed: str, fields: dict[str, str]) -> list[dict] | None:
    """The fields of each row by our names, where "" is a row that is a name itself; None where this WebUI has no such list."""
    try:
        found = attrgetter(listed)(import_module(module)) or ()
    except (ImportError, AttributeError):
        return None
    things = found.values() if isinstance(found, dict) and "" not in fields.values() else found
    values = [{field: getattr(one, its, None) if its else one for field, its in fields.items()} for one in things]
    return [{field: value() if callable(value) else value for field, value in row.items()} for row in values]


def told(_task, lists: dict[str, dict], option: str) -> dict:
    """`lists` as sidecar/webui/parent-lists.ts has them."""
    from modules import shared

    return {name: rows(**wanted) for name, wanted in lists.items()} | {"option": getattr(shared.opts, option, None)}
