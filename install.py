"""The WebUI runs this at install and at each start; it makes sure that a Node is there, and nothing more."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "webui-extension"))

from lora_atelier import install_node

install_node.install_node()
