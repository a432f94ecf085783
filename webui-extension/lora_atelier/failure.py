"""Why the studio cannot be started: a cause and a remedy in both languages, as set-up gives its own."""

import json
from pathlib import Path


class CannotStart(Exception):
    """`failure` is {code, en: {cause, remedy}, ja: {cause, remedy}}."""

    def __init__(self, failure: dict) -> None:
        super().__init__(failure["en"]["cause"])
        self.failure = failure


def cannot_start(code: str, detail: object = "") -> CannotStart:
    texts = json.loads(Path(__file__).with_name("failures.json").read_text(encoding="utf-8"))[code]
    worded = {
        language: {name: text.replace("{detail}", str(detail)) for name, text in both.items()} for language, both in texts.items()
    }
    return CannotStart({"code": code, **worded})
