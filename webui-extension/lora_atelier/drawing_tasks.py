"""Pictures that the sidecar asked for, from the moment the request came until it is answered.

The WebUI forgets an interrupt that is pressed while a task waits for its turn (its state begins anew), so each task has a
flag of its own.
"""

import threading
from collections.abc import Callable


class Task:
    def __init__(self) -> None:
        self.is_cancelled = False
        self.is_drawing = False


class Tasks:
    """Safe on any thread. `interrupt` is called with the lock held while a task is drawn, so it ends no other's picture."""

    def __init__(self) -> None:
        self._tasks: dict[str, Task] = {}
        self._lock = threading.Lock()

    def expect(self, name: str) -> Task:
        """The task of this name, from now on known."""
        with self._lock:
            return self._tasks.setdefault(name, Task())

    def begin(self, task: Task) -> bool:
        """Told after the WebUI's state has begun; False when nobody wants the picture any more."""
        with self._lock:
            task.is_drawing = not task.is_cancelled
            return task.is_drawing

    def end(self, task: Task) -> None:
        with self._lock:
            task.is_drawing = False

    def forget(self, name: str) -> None:
        with self._lock:
            self._tasks.pop(name, None)

    def place(self, name: str) -> str:
        with self._lock:
            task = self._tasks.get(name)
        if task is None:
            return "elsewhere"
        return "drawing" if task.is_drawing else "queued"

    def cancel(self, name: str, interrupt: Callable[[], None]) -> None:
        with self._lock:
            task = self._tasks.get(name)
            if task is None:
                return
            task.is_cancelled = True
            if task.is_drawing:
                interrupt()

    def cancel_all(self, interrupt: Callable[[], None]) -> None:
        for name in list(self._tasks):
            self.cancel(name, interrupt)
