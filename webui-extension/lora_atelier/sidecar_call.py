"""Questions of the WebUI's threads to the sidecar, by its HTTP API."""

from .sidecar_process import credentials
from .studio import running_studio


class Refused(RuntimeError):
    """What the sidecar said, with what to do."""


def ask(method: str, **params) -> dict:
    """Not on an event loop's thread. Raises Refused, also when there is no sidecar."""
    # Imported here, not at the top: the WebUI's start must not wait for it.
    import httpx

    endpoint = running_studio().endpoint
    if endpoint is None:
        raise Refused("LoRA Atelier is not running: open its tab and try again. / LoRA Atelier のタブを開いてから、もう一度。")
    options = {"headers": credentials(endpoint, exposed=False), "timeout": 60, "trust_env": False, "verify": False}
    try:
        answer = httpx.post(f"http://{endpoint.address}/api/{method}", json=params, **options)
        told = answer.json()
    except (httpx.HTTPError, ValueError) as error:
        raise Refused(f"LoRA Atelier does not answer: {error}") from error
    if answer.status_code != 200:
        raise Refused(f"{told['message']} {told['hint']}")
    return told
