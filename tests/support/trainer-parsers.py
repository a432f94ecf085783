"""Prints, as JSON, the arguments each `*train_network.py` of an sd-scripts folder takes, without torch.

Usage: trainer-parsers.py FOLDER           every parser's arguments
       trainer-parsers.py FOLDER --parse   what the parsers make of the command lines on stdin: [[script, [word, ...]], ...]
Every import that the folder does not hold and the standard library does not know is answered by `Anything`, so
that the modules load and `setup_parser()` runs; argparse itself is the real one.
"""

import contextlib
import importlib.abc
import importlib.machinery
import io
import json
import os
import sys
import types


class Any(type):
    """Classes that are called, subscripted, subclassed, compared and asked for any attribute."""

    def __getattr__(cls, name):
        if name in ("__version__", "__name__"):
            return "0"
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return another(name)

    def __getitem__(cls, _):
        return Anything

    def __truediv__(cls, _):
        return 0

    def __or__(cls, _):
        return Anything

    def __ror__(cls, _):
        return Anything

    def __lt__(cls, _):
        return False

    __gt__ = __le__ = __ge__ = __lt__

    def __iter__(cls):
        return iter(())

    def __len__(cls):
        return 0

    def __bool__(cls):
        return False


class Anything(metaclass=Any):
    def __init__(self, *_, **__):
        pass

    def __getattr__(self, _):
        return Anything

    def __call__(self, *given, **_):
        # A decorator leaves what it decorates.
        return given[0] if given and callable(given[0]) else Anything


def another(name):
    # A class of its own: two of them may be the bases of one.
    return Any(name, (Anything,), {})


class Stub(types.ModuleType):
    __path__ = ()
    __version__ = "0"

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return another(name)


class StubFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def __init__(self, folder):
        self.folder = folder

    def find_spec(self, name, path=None, target=None):
        top = name.split(".")[0]
        here = os.path.join(self.folder, top)
        if os.path.exists(here) or os.path.exists(here + ".py"):
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec):
        return Stub(spec.name)

    def exec_module(self, module):
        pass


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
        return {"error": complaint.getvalue().strip().splitlines()[-1]}
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
    # The folder may be a user's own checkout: nothing is left in it.
    sys.dont_write_bytecode = True
    sys.path.insert(0, folder)
    sys.meta_path.append(StubFinder(folder))
    told = sys.stdout
    sys.stdout = sys.stderr
    answer = [parsed(script, words) for script, words in json.load(sys.stdin)] if parse else every_parser(folder)
    # ASCII, whatever the encoding of the console.
    json.dump(answer, told, indent=1)


if __name__ == "__main__":
    main(sys.argv[1], "--parse" in sys.argv[2:])
