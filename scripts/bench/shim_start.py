"""How much the extension adds to a WebUI's start, in milliseconds: run it with a stack's Python.

    .venvs/forge-neo/bin/python scripts/bench/shim_start.py

Each round is a fresh process that has gradio loaded and a first tab built, as a WebUI has, and then does what the
WebUI does for one extension: run its script, ask for settings and tabs, tell it that the app has started. The
sidecar's own start is in the background and is not waited for; what it costs the WebUI's threads is in the figure.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 10

ROUND = """
import pathlib, sys, time
sys.path[:0] = ["tests/support/webui"]
import gradio, fastapi, stand_in_modules
registered = stand_in_modules.install()
app = fastapi.FastAPI()
# The WebUI has built its own tabs before it asks for ours: the first Blocks of a process is dearer than the next.
with gradio.Blocks(analytics_enabled=False): gradio.HTML("")
before = time.perf_counter()
stand_in_modules.load_extension(pathlib.Path("."), registered)
for callback in registered["ui_settings"]: callback()
for callback in registered["ui_tabs"]: callback()
for callback in registered["app_started"]: callback(None, app)
print((time.perf_counter() - before) * 1000)
import os; os._exit(0)
"""


def main() -> None:
    times = []
    for _ in range(ROUNDS):
        result = subprocess.run([sys.executable, "-c", ROUND], cwd=ROOT, capture_output=True, text=True, check=True)
        times.append(float(result.stdout.split()[-1]))
    times.sort()
    print(f"the extension adds {statistics.median(times):.0f} ms to the WebUI's start")
    print(f"(median of {ROUNDS} starts; {times[0]:.0f} to {times[-1]:.0f} ms)")


if __name__ == "__main__":
    main()
