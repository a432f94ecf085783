"""Keeps the sidecar running while the WebUI does, through Reload UI too."""

import sys
import threading
import time
from collections import deque

from .failure import CannotStart, cannot_start
from .node import NodeMissing, find_node
from .node_setting import named_node
from .node_wheel import fetch_node
from .sidecar_process import Endpoint, answers, pass_on, read_endpoint, run_set_up, start_sidecar

# A crash now and then is started over; one that repeats is told instead.
STARTS_ALLOWED = 3
STARTS_WITHIN_SECONDS = 180
LOG_LINES = 200
NO_NPM = "noNpm"
FETCHING = {"text": {"en": "Fetching Node (about 60 MB) …", "ja": "Node を取得しています（約 60 MB）…"}}
STARTING = {"text": {"en": "Starting the studio …", "ja": "スタジオを起動しています…"}}
# Reload UI imports this package anew and loses its globals; the module table stays.
HOLDER = "lora_atelier_running_studio"


class Studio:
    """`endpoint` is set while the sidecar answers, `progress` while it is prepared; `failure` when it is given up; it is `idle`
    until started."""

    def __init__(self) -> None:
        self.endpoint: Endpoint | None = None
        self.failure: dict | None = None
        self.progress: dict | None = None
        self.idle = True
        self.lines: deque[str] = deque(maxlen=LOG_LINES)
        self._gone = threading.Event()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._link: threading.Thread | None = None

    def start(self) -> None:
        """Begins in the background: the WebUI's start must not wait. When it runs already, looks whether it was updated."""
        with self._lock:
            if self._thread is not None and self._thread.is_alive():
                if self.endpoint is not None:
                    threading.Thread(target=self._look_for_update, name="lora-atelier-update", daemon=True).start()
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

    def _node(self) -> str:
        try:
            return find_node(named_node(), self.say)
        except NodeMissing as missing:
            self.progress = FETCHING
            self.say(FETCHING["text"]["en"])
            fetched = fetch_node(self.say)
            if fetched is None:
                raise cannot_start("noNode", str(missing) or "–") from missing
            return fetched

    def _set_up(self, program: str) -> None:
        """Makes the checkout current; a set-up that has work to do ends the old sidecar. Raises CannotStart."""
        failure: dict | None = None

        def report(told: dict) -> None:
            nonlocal failure
            failure = told.get("failure", failure)
            self.progress = told

        code = run_set_up(program, self.say, report)
        if code != 0:
            raise CannotStart(failure) if failure else cannot_start("unforeseen", f"set-up ended with code {code}")
        self.progress = STARTING

    def _prepare(self) -> str:
        """A Node with which the checkout is current."""
        program = self._node()
        try:
            self._set_up(program)
        except CannotStart as cannot:
            own = fetch_node(self.say) if cannot.failure["code"] == NO_NPM else None
            if own is None:
                raise
            program = own
            self._set_up(program)
        return program

    def _look_for_update(self) -> None:
        # What it cannot do now is told at the next start; the studio that runs goes on.
        try:
            self._prepare()
        except CannotStart as cannot:
            self.say(str(cannot))

    def _supervise(self) -> None:
        starts: deque[float] = deque(maxlen=STARTS_ALLOWED)
        try:
            while True:
                if len(starts) == STARTS_ALLOWED and time.monotonic() - starts[0] < STARTS_WITHIN_SECONDS:
                    raise cannot_start("endsAgain", STARTS_ALLOWED)
                starts.append(time.monotonic())
                self._run_once(self._prepare())
        except CannotStart as cannot:
            self._give_up(cannot)
        except Exception as error:  # Any: the tab would say "being prepared" for ever.
            self._give_up(cannot_start("unforeseen", str(error) or type(error).__name__))

    def _give_up(self, cannot: CannotStart) -> None:
        self.failure = cannot.failure
        for language in ("en", "ja"):
            print(f"[LoRA Atelier] {' '.join(cannot.failure[language].values())}", flush=True)

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


def running_studio() -> Studio:
    """The one studio of this WebUI process."""
    if HOLDER not in sys.modules:
        sys.modules[HOLDER] = Studio()  # type: ignore[assignment]
    return sys.modules[HOLDER]  # type: ignore[return-value]
