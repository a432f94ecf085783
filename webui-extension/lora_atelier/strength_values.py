"""Strengths as people write them: `0.25, 0.5`, `0.25-1.0(+0.25)`, `0.5-1 [6]`, `0.1, 0.2, .., 1.0`, `-1:1:0.25`.

Computed in decimals and never past the end: the X/Y/Z plot's own ranges overshoot (`0.6-1.0(+0.1)` ends at 1.1).
"""

import re
import unicodedata
from decimal import Decimal

MOST_VALUES = 1000
NUMBER = r"([+-]?(?:\d+\.?\d*|\.\d+))"
RANGE = re.compile(rf"{NUMBER}\s*[-–—~]\s*{NUMBER}\s*(?:\(\s*{NUMBER}\s*\)|\[\s*(\d+)\s*\]|:\s*(\d+))?")
COLONS = re.compile(rf"{NUMBER}\s*:\s*{NUMBER}\s*:\s*{NUMBER}")
FILL = re.compile(r"\.\.\.?|…")
# Of a range that names none: the largest that meets both of its ends.
USUAL_STEPS = [Decimal(step) for step in ("0.25", "0.1", "0.05", "0.025", "0.01", "0.005", "0.001")]
PLACES_OF_EVEN = Decimal("0.0001")


def text_of(value: Decimal) -> str:
    """Without needless zeros: 0.75, 1, 0."""
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def stepped(start: Decimal, end: Decimal, step: Decimal) -> list[Decimal]:
    if step == 0:
        raise ValueError("A step of 0 leads nowhere.")
    step = abs(step) if end >= start else -abs(step)
    count = int((end - start) / step) + 1
    if count > MOST_VALUES:
        raise ValueError(f"{count} strengths are too many: {MOST_VALUES} at most.")
    return [start + step * index for index in range(count)]


def usual_step(start: Decimal, end: Decimal) -> Decimal:
    span = abs(end - start)
    if span > 2 and span % 1 == 0:
        return Decimal(1)
    return next((step for step in USUAL_STEPS if start % step == 0 and end % step == 0), Decimal("0.0001"))


def even(start: Decimal, end: Decimal, count: int) -> list[Decimal]:
    if not 1 <= count <= MOST_VALUES:
        raise ValueError(f"Between 1 and {MOST_VALUES} strengths are expected; found {count}.")
    if count == 1:
        return [start]
    return [(start + (end - start) * index / (count - 1)).quantize(PLACES_OF_EVEN) for index in range(count)]


def read_piece(piece: str) -> list[Decimal]:
    colons, found = COLONS.fullmatch(piece), RANGE.fullmatch(piece)
    if colons:
        return stepped(*(Decimal(number) for number in colons.groups()))
    if found:
        start, end, step = Decimal(found[1]), Decimal(found[2]), found[3]
        count = found[4] or found[5]
        if count:
            return even(start, end, int(count))
        return stepped(start, end, Decimal(step) if step else usual_step(start, end))
    if re.fullmatch(NUMBER, piece):
        return [Decimal(piece)]
    raise ValueError(f'"{piece}" is no strength. Expected for instance 0.5, 0.25-1.0(+0.25) or 0.5-1 [6].')


def read_strengths(text: str) -> list[str]:
    """The strengths as decimals without needless zeros, each once, in the order they were written.

    Raises ValueError, which says what was expected.
    """
    plain = unicodedata.normalize("NFKC", text.replace("…", "..")).replace("−", "-").replace("、", ",")
    pieces = [piece.strip() for piece in re.split(r"[,\n]", plain) if piece.strip()]
    values: list[Decimal] = []
    for index, piece in enumerate(pieces):
        if not FILL.fullmatch(piece):
            values += read_piece(piece)
            continue
        if not values or index + 1 == len(pieces):
            raise ValueError("Two dots stand between two strengths: 0.1, 0.2, .., 1.0")
        end = read_piece(pieces[index + 1])[0]
        step = values[-1] - values[-2] if len(values) > 1 else usual_step(values[-1], end)
        values += [value for value in stepped(values[-1], end, step)[1:] if value != end]
    if not values:
        raise ValueError("No strength is given. Expected for instance 0.25-1.0(+0.25).")
    return list(dict.fromkeys(text_of(value) for value in values))
