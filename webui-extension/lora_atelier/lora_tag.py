"""`<lora:NAME:STRENGTH>` in prompts; all else in them stays as it is, byte for byte."""

import re
from collections.abc import Collection

TAG = re.compile(r"<(?:lora|lyco):([^:>]+)(?::([^>]*))?>")
PLACE = "{lora}"


def names_in(prompt: str) -> list[str]:
    return [found[1] for found in TAG.finditer(prompt)]


def written(name: str, strength: str) -> str:
    """Nothing for strength 0: a tag with 0 would still load the file, and its control would be none."""
    return "" if strength == "0" or name in ("", "None") else f"<lora:{name}:{strength}>"


def rewritten(prompt: str, names: Collection[str], name: str | None, strength: str | None) -> str:
    """The prompt with another file, another strength, or both.

    Changed is the first tag of one of `names` or `{lora}`; without names the last tag there is. A file whose tag is not
    there yet is put at the end.
    """
    found = [tag for tag in TAG.finditer(prompt) if tag[1] in names]
    if not names:
        found = list(TAG.finditer(prompt))[-1:]
    if found:
        tag = found[0]
        new = written(name or tag[1], strength or tag[2] or "1")
        return prompt[: tag.start()] + new + prompt[tag.end() :]
    if name is None:
        return prompt
    new = written(name, strength or "1")
    if PLACE in prompt:
        return prompt.replace(PLACE, new, 1)
    return f"{prompt} {new}" if new else prompt
