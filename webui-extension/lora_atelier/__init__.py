"""The thin half of LoRA Atelier that lives inside the WebUI: it starts the sidecar and forwards to it."""
