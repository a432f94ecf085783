"""Starts a training script of sd-scripts as `python SCRIPT …` does, and lets it save or sample when that is asked for.

Usage: launch.py SCRIPT [ARGUMENT …]      ATELIER_RUN_FOLDER: the folder of asked.json and answered.json

The script runs unchanged. Its loop asks `global_step % args.save_every_n_steps == 0` after each step, and the same of
`sample_every_n_steps`; here the divisor answers. Nothing of it may end a training: where it fails, or the trainer is of
a version that does not ask so, the numbers alone decide, as ever.
"""

import argparse
import os
import re
import runpy
import sys


def asks_each_step(script):
    """Whether the loop asks in the way that is known here."""
    for path in (script, os.path.join(os.path.dirname(script), "train_network.py")):
        try:
            with open(path, encoding="utf-8") as file:
                if re.search(r"% *args\.save_every_n_steps\b", file.read()):
                    return True
        except OSError:
            continue
    return False


def obey(folder, script):
    from atelier_arguments import WANTED, watched
    from atelier_interval import say
    from atelier_letters import Letters

    letters = Letters(folder)
    cls = watched(letters)
    parse = argparse.ArgumentParser.parse_args

    def refuse():
        if letters.answered["save"]["able"] is not None:
            return
        for record in letters.answered.values():
            record["able"] = False
        letters.write()
        say("this trainer cannot save or sample when it is asked to; it runs as it is.")

    def parse_args(self, args=None, namespace=None):
        parsed = parse(self, args, namespace)
        # The last ones are those of the run: the script parses again when it has read its configuration file.
        if type(parsed) is argparse.Namespace:
            if all(name in vars(parsed) for name in WANTED):
                parsed.__class__ = cls
            else:
                refuse()
        return parsed

    if asks_each_step(script):
        argparse.ArgumentParser.parse_args = parse_args
        letters.write()
    else:
        refuse()


def main():
    own = sys.path[0]
    # Nothing is written beside our own files.
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    sys.argv = sys.argv[1:]
    folder = os.environ.pop("ATELIER_RUN_FOLDER", None)
    try:
        if folder:
            obey(folder, sys.argv[0])
    except Exception as error:
        print(f"LoRA Atelier: nothing can be asked of this run ({error}); it runs as it is.", flush=True)
    sys.dont_write_bytecode = before
    # As Python does it for a script.
    sys.path[sys.path.index(own)] = os.path.dirname(os.path.realpath(sys.argv[0]))
    runpy.run_path(sys.argv[0], run_name="__main__")


if __name__ == "__main__":
    main()
