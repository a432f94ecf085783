"""What the tab shows while the studio is being set up, or could not be: a page that asks for this state."""

from pathlib import Path

from .studio import Studio

PAGE = Path(__file__).with_suffix(".html")


def waiting_state(studio: Studio, exposed: bool) -> dict:
    """What the page words; to visitors without a login not the lines, which name this machine's folders."""
    phase = "ready" if studio.endpoint else "failed" if studio.failure else "idle" if studio.idle else "preparing"
    return {
        "phase": phase,
        "progress": studio.progress if phase == "preparing" else None,
        "failure": studio.failure,
        "lines": [] if exposed else list(studio.lines),
    }
