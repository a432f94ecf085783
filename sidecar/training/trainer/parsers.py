"""Asks the `*train_network.py` of an sd-scripts folder what their own argparse parsers take.

Usage: parsers.py FOLDER --own            with the trainer's own packages, as a run loads them
       parsers.py FOLDER --stand-ins      without any of them: every import that neither the folder nor the standard
                                          library has is answered by `Anything`, so that the modules load and
                                          `setup_parser()` runs; argparse itself is the real one
       … one question on stdin: {"script": "train_network.py", "arguments": [["resolution", ["--resolution", "512"]], …],
         "additional": ["--word", …]}
Prints one JSON document: {"names": […], "unknown": […], "error": null}, or {"fails": "why the script does not load"}.
`unknown` are arguments that no option bears the name of: in a TOML the trainer passes over them without a word.
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
        # Python 3.10 and later tell what is theirs.
        self.standard = getattr(sys, "stdlib_module_names", frozenset())

    def find_spec(self, name, path=None, target=None):
        top = name.split(".")[0]
        here = os.path.join(self.folder, top)
        if top in self.standard or os.path.exists(here) or os.path.exists(here + ".py"):
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec):
        return Stub(spec.name)

    def exec_module(self, module):
        pass


def stand_in(folder):
    """Lets the folder's modules load without any package."""
    finder = StubFinder(folder)
    if finder.standard:
        # Before the real ones: half of them real and half of them not would load no better.
        sys.meta_path.insert(0, finder)
    else:
        sys.meta_path.append(finder)


def last_line(text):
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""


def answered(question):
    """What a script's parser says to the arguments of a plan."""
    try:
        parser = __import__(question["script"][:-3]).setup_parser()
    except (Exception, SystemExit) as error:  # whatever the packages raise while they load
        return {"fails": " ".join(f"{type(error).__name__}: {error}".split())[:500].rstrip(". ")}
    names = {action.dest for action in parser._actions if action.dest != "help"}
    unknown = [name for name, _ in question["arguments"] if name not in names]
    words = [word for name, given in question["arguments"] if name in names for word in given]
    complaint = io.StringIO()
    error = None
    try:
        with contextlib.redirect_stderr(complaint):
            parser.parse_args(words + question["additional"])
    except SystemExit:
        error = last_line(complaint.getvalue())
    except Exception as raised:  # from a type's own function
        error = f"{type(raised).__name__}: {raised}"
    return {"names": sorted(names), "unknown": unknown, "error": error}


def ready(folder):
    """Makes the folder's modules loadable; returns the stream for the answer, since modules print while they load."""
    # The folder may be a user's own checkout: nothing is left in it.
    sys.dont_write_bytecode = True
    sys.path.insert(0, folder)
    told = sys.stdout
    sys.stdout = sys.stderr
    return told


def main(folder, own):
    told = ready(folder)
    if not own:
        stand_in(folder)
    question = json.loads(sys.stdin.buffer.read().decode("utf-8"))
    # ASCII, whatever the encoding of the console; on a line of its own, after what libraries print below Python.
    told.write("\n" + json.dumps(answered(question)) + "\n")
    told.flush()
    # Threads of libraries would keep the process.
    sys.stderr.flush()
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], "--own" in sys.argv[2:])
