"""What the tab shows while the studio is being set up, or could not be."""

from html import escape
from pathlib import Path

from .studio import Studio

HEAD = Path(__file__).with_suffix(".html").read_text(encoding="utf-8")
# Asks again every 5 seconds: a WebUI that is reloading must not be polled faster.
PREPARING = """<meta http-equiv="refresh" content="5">
<p>The studio is being prepared; the first time this takes a minute or two. This page goes on by itself.</p>
<p lang="ja">準備しています。初回は 1〜2 分かかります。終わると自動的に切り替わります。</p>"""
START = "<form method='post' action='start'><button>{}</button></form>"
FAILED = "<p class='failure'>The studio could not be started. / 起動できませんでした。</p><p>{}</p>" + START


def waiting_page(studio: Studio) -> str:
    if studio.failure is not None:
        body = FAILED.format(escape(studio.failure), "Try again / もう一度")
    else:
        body = START.format("Start the studio / 起動する") if studio.idle else PREPARING
    return f"{HEAD}{body}<pre>{escape(chr(10).join(studio.lines))}</pre>"
