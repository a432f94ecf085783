"""Keeps the sidecar running while the WebUI does, through Reload UI too."""

import json
import os
import sys
import threading
import time
from collections import deque

from .node import fetch_node, find_node
from .places import named_node
from .sidecar_process import WORDS, CannotStart, Endpoint, cannot_start, start_script, told_by
from .webui_link import Link, facts

# A crash now and then is started over; one that repeats is told instead.
STARTS_ALLOWED, STARTS_WITHIN_SECONDS = 3, 180


class Studio:
    """`endpoint` is set while the sidecar answers, `progress` while it is prepared; `failure` when it is given up."""

    def __init__(self) -> None:
        self.endpoint: Endpoint | None = None
        self.failure: dict | None = None
        self.progress: dict | None = None
        self.lines: deque[str] = deque(maxlen=200)
        self._node, self._process, self._stops = "", None, False
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()

    def start(self) -> None:
        """Begins in the background: the WebUI's start must not wait. When it runs already, looks whether it was updated."""
        with self._lock:
            if self._thread is None or not self._thread.is_alive():
                self.failure, self._stops = None, False
                self._thread = threading.Thread(target=self._supervise, name="lora-atelier-studio", daemon=True)
                self._thread.start()
            elif self.endpoint is not None:
                # It ends the sidecar when it has work to do; then all begins anew.
                start_script(self._node, self.say, "set-up.mjs")

    def stop(self) -> None:
        self._stops = True
        if self._process is not None:
            self._process.terminate()

    def say(self, line: str) -> None:
        self.lines.append(line)
        print(f"[LoRA Atelier] {line}", flush=True)

    def state(self, exposed: bool) -> dict:
        """What the waiting page words; to visitors without a login not the lines, which name this machine's folders."""
        phase = "ready" if self.endpoint else "failed" if self.failure else "idle" if self._thread is None else "preparing"
        progress = self.progress if phase == "preparing" else None
        return {"phase": phase, "progress": progress, "failure": self.failure, "lines": [] if exposed else list(self.lines)}

    def ask(self, method: str, **params) -> dict:
        """By the sidecar's HTTP API, not on an event loop's thread. Raises RuntimeError with what it said and what to do."""
        # Imported here, not at the top: the WebUI's start must not wait for it.
        import httpx

        if self.endpoint is None:
            raise RuntimeError(
                "LoRA Atelier is not running: open its tab and try again. / LoRA Atelier のタブを開いてから、もう一度。"
            )
        options = {"headers": self.endpoint.headers(exposed=False), "timeout": 60, "trust_env": False, "verify": False}
        try:
            answer = httpx.post(f"http://{self.endpoint.address}/api/{method}", json=params, **options)
            told = answer.json()
        except (httpx.HTTPError, ValueError) as error:
            raise RuntimeError(f"LoRA Atelier does not answer: {error}") from error
        if answer.status_code != 200:
            raise RuntimeError(f"{told['message']} {told['hint']}")
        return told

    def _run_once(self, node: str) -> None:
        """Makes the checkout current and runs the sidecar, or waits beside another WebUI's, until it ends. Raises CannotStart."""
        serve = ("serve", "--port", "0", "--parent", str(os.getpid()), "--attach", json.dumps(facts()))
        self._node, self._process = node, start_script(node, self.say, "start.mjs", *serve)
        link = Link(self._process.stdin)
        try:
            for told in told_by(self._process, self.say):
                if "method" in told:
                    link.asked(told)
                elif "failure" in told:
                    raise CannotStart(told["failure"])
                elif "ready" in told:
                    self.endpoint = Endpoint(f"127.0.0.1:{int(told['ready']['port'])}", told["ready"]["token"])
                else:
                    self.progress = told
        finally:
            self.endpoint = None
            link.close()
            self._process.terminate()
            self._process.wait()

    def _run_with_a_node(self) -> None:
        try:
            self._run_once(find_node(named_node(), self.say))
        except CannotStart as cannot:
            if cannot.args[0]["code"] not in ("noNode", "noNpm"):
                raise
            self.progress = WORDS["fetching"]
            self.say(self.progress["text"]["en"])
            fetched = fetch_node(self.say)
            if fetched is None:
                raise
            self._run_once(fetched)

    def _supervise(self) -> None:
        starts: deque[float] = deque(maxlen=STARTS_ALLOWED)
        try:
            while len(starts) < STARTS_ALLOWED or time.monotonic() - starts[0] > STARTS_WITHIN_SECONDS:
                starts.append(time.monotonic())
                self._run_with_a_node()
                if self._stops:
                    return
            raise cannot_start("endsAgain", STARTS_ALLOWED)
        except CannotStart as cannot:
            self.failure = cannot.args[0]
        except Exception as error:  # Any: the tab would say "being prepared" for ever.
            self.failure = cannot_start("unforeseen", str(error) or type(error).__name__).args[0]
        for language in ("en", "ja"):
            print(f"[LoRA Atelier] {' '.join(self.failure[language].values())}", flush=True)


def running_studio() -> Studio:
    """The one studio of this WebUI process. Reload UI imports this package anew and loses its globals; the module table stays."""
    return sys.modules.setdefault("lora_atelier_running_studio", Studio())  # type: ignore[arg-type, return-value]
