"""Prints, as JSON, the arguments each `*train_network.py` of an sd-scripts folder takes, without torch.

Usage: trainer-parsers.py FOLDER           every parser's arguments
       trainer-parsers.py FOLDER --parse   what the parsers make of the command lines on stdin: [[script, [word, ...]], ...]
How the modules load without their packages is the shipped `parsers.py`'s doing.
"""

import contextlib
import io
import json
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "sidecar", "training", "trainer"))
from parsers import last_line, ready, stand_in  # noqa: E402


def described(action):
    default = action.default
    return {
        "name": action.dest,
        "flags": action.option_strings,
        "type": getattr(action.type, "__name__", None),
        "default": default if isinstance(default, (int, float, str, bool, list, type(None))) else str(default),
        "choices": [str(choice) for choice in action.choices] if action.choices else None,
        "nargs": action.nargs,
        "kind": type(action).__name__,
        "help": action.help,
    }


def parsed(script, words):
    """The arguments that a command line sets, or what the parser says against it."""
    complaint = io.StringIO()
    try:
        with contextlib.redirect_stderr(complaint):
            parser = __import__(script[:-3]).setup_parser()
            given = vars(parser.parse_args(words))
    except SystemExit:
        return {"error": last_line(complaint.getvalue())}
    return {"given": {name: value for name, value in given.items() if value != parser.get_default(name)}}


def every_parser(folder):
    parsers = {}
    for name in sorted(os.listdir(folder)):
        if name.endswith("train_network.py"):
            try:
                parser = __import__(name[:-3]).setup_parser()
            except Exception as error:  # one script that cannot be read leaves the others
                parsers[name] = {"error": f"{type(error).__name__}: {error}"}
                continue
            arguments = [described(action) for action in parser._actions if action.dest != "help"]
            parsers[name] = {"arguments": arguments}
    return parsers


def main(folder, parse):
    told = ready(folder)
    stand_in(folder)
    answer = [parsed(script, words) for script, words in json.load(sys.stdin)] if parse else every_parser(folder)
    # ASCII, whatever the encoding of the console.
    json.dump(answer, told, indent=1)


if __name__ == "__main__":
    main(sys.argv[1], "--parse" in sys.argv[2:])
