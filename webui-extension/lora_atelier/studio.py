"""Keeps the sidecar running while the WebUI does, through Reload UI too."""

import sys
import threading
import time
from collections import deque

import httpx

from . import node as node_program
from . import settings
from .sidecar_process import Endpoint, pass_on, read_endpoint, run_set_up, start_sidecar

# A crash now and then is started over; one that repeats is told instead.
STARTS_ALLOWED = 3
STARTS_WITHIN_SECONDS = 180
LOG_LINES = 40
# Reload UI imports this package anew and loses its globals; the module table stays.
HOLDER = "lora_atelier_running_studio"


class Studio:
    """`endpoint` is set while the sidecar answers; `failure` when it is given up; it is `idle` until started."""

    def __init__(self) -> None:
        self.endpoint: Endpoint | None = None
        self.failure: str | None = None
        self.idle = True
        self.lines: deque[str] = deque(maxlen=LOG_LINES)
        self._gone = threading.Event()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._link: threading.Thread | None = None

    def start(self) -> None:
        """Begins in the background, unless it runs already: the WebUI's start must not wait."""
        with self._lock:
            if self._thread is not None and self._thread.is_alive():
                return
            self.failure, self.idle = None, False
            self._thread = threading.Thread(target=self._supervise, name="lora-atelier-studio", daemon=True)
            self._thread.start()
            if self._link is None:
                self._link = threading.Thread(target=self._keep_linked, name="lora-atelier-link", daemon=True)
                self._link.start()

    def _keep_linked(self) -> None:
        from .webui_link import keep_linked

        keep_linked(lambda: self.endpoint, threading.Event())

    def lost(self, endpoint: Endpoint) -> None:
        """Told by a route that nobody answered at `endpoint`."""
        if self.endpoint == endpoint:
            self._gone.set()

    def say(self, line: str) -> None:
        self.lines.append(line)
        print(f"[LoRA Atelier] {line}", flush=True)

    def _supervise(self) -> None:
        starts: deque[float] = deque(maxlen=STARTS_ALLOWED)
        try:
            program = node_program.find_node(settings.read("lora_atelier_node", ""))
            while True:
                if len(starts) == STARTS_ALLOWED and time.monotonic() - starts[0] < STARTS_WITHIN_SECONDS:
                    raise RuntimeError("The studio ended three times in three minutes. Its last lines are below.")
                starts.append(time.monotonic())
                if run_set_up(program, self.say) != 0:
                    raise RuntimeError("Set-up failed; its last lines say why. It is tried again at the next start.")
                self._run_once(program)
        except Exception as error:  # Any: the tab would say "being prepared" for ever.
            remedy = f" {node_program.REMEDY}" if isinstance(error, node_program.NodeMissing) else ""
            self.failure = f"{str(error) or type(error).__name__}{remedy}"
            print(f"[LoRA Atelier] {self.failure}", flush=True)

    def _run_once(self, program: str) -> None:
        process = start_sidecar(program, self.say)
        endpoint = read_endpoint(process)
        self._gone.clear()
        self.endpoint = endpoint
        threading.Thread(target=pass_on, args=(process.stdout, self.say), daemon=True).start()
        process.wait()
        # A process that found another WebUI's sidecar hands that one out and ends: it is used until it goes.
        while endpoint is not None and answers(endpoint):
            self._gone.wait(timeout=15)
            self._gone.clear()
        self.endpoint = None


def answers(endpoint: Endpoint) -> bool:
    try:
        options = {"headers": {"x-atelier-token": endpoint.token}, "timeout": 5, "trust_env": False}
        return httpx.get(f"http://{endpoint.address}/", **options).status_code < 500
    except httpx.HTTPError:
        return False


def running_studio() -> Studio:
    """The one studio of this WebUI process."""
    if HOLDER not in sys.modules:
        sys.modules[HOLDER] = Studio()  # type: ignore[assignment]
    return sys.modules[HOLDER]  # type: ignore[return-value]
