"""Runs TensorBoard for as long as the program that started it lives: when that one is gone, stdin ends, and so does this."""

import os
import runpy
import sys
import threading


def end_with_parent():
    sys.stdin.buffer.read()
    os._exit(0)


if __name__ == "__main__":
    threading.Thread(target=end_with_parent, daemon=True).start()
    sys.argv[0] = "tensorboard"
    runpy.run_module("tensorboard.main", run_name="__main__", alter_sys=True)
