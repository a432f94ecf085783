"""What the tab shows while the studio is being set up, or could not be."""

from __future__ import annotations

from html import escape

from .studio import Studio

PAGE = """<!doctype html><meta charset="utf-8"><title>LoRA Atelier</title>{refresh}
<style>
:root {{ color-scheme: light dark }}
body {{ font: 15px/1.6 system-ui, "Noto Sans CJK JP", sans-serif; margin: 3em auto; max-width: 46em; padding: 0 1em }}
pre {{ white-space: pre-wrap; opacity: .8; border-left: 3px solid; padding-left: 1em }}
.failure {{ color: light-dark(#b3261e, #ff8a80) }}
</style>
<h1>LoRA Atelier</h1>{body}<pre>{lines}</pre>"""

PREPARING = (
    "<p>The studio is being prepared; the first time this takes a minute or two. This page goes on by itself.</p>"
    "<p lang='ja'>準備しています。初回は 1〜2 分かかります。終わると自動的に切り替わります。</p>"
)

START = "<form method='post' action='start'><button>{}</button></form>"


def waiting_page(studio: Studio) -> str:
    """Asks again every 5 seconds: a WebUI that is reloading must not be polled faster."""
    lines = escape("\n".join(studio.lines))
    if studio.idle and studio.failure is None:
        return PAGE.format(refresh="", body=START.format("Start the studio / 起動する"), lines=lines)
    if studio.failure is None:
        return PAGE.format(refresh='<meta http-equiv="refresh" content="5">', body=PREPARING, lines=lines)
    body = (
        f"<p class='failure'>The studio could not be started. / 起動できませんでした。</p><p>{escape(studio.failure)}</p>"
        + START.format("Try again / もう一度")
    )
    return PAGE.format(refresh="", body=body, lines=lines)
