"""What the WebUI loads: hands over to the extension's own package."""

import sys
from pathlib import Path

package_folder = str(Path(__file__).resolve().parents[1] / "webui-extension")
if package_folder not in sys.path:
    sys.path.insert(0, package_folder)

from lora_atelier import register  # noqa: E402

# The WebUI looks for its scripts among the names of this module.
from lora_atelier.sweep_script import LoraStrengthSweep  # noqa: E402, F401

register.register()
