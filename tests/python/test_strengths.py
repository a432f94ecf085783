"""Strengths as people write them, and the tag in the prompt."""

from __future__ import annotations

import pytest
from lora_atelier.lora_tag import rewritten
from lora_atelier.strength_values import read_strengths


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("0.25, 0.5", "0.25 0.5"),
        ("0.25-1.0(+0.25)", "0.25 0.5 0.75 1"),
        ("0.6-1.0(+0.1)", "0.6 0.7 0.8 0.9 1"),
        ("0.5-1", "0.5 0.75 1"),
        ("0.5-1 [6]", "0.5 0.6 0.7 0.8 0.9 1"),
        ("0-1 [4]", "0 0.3333 0.6667 1"),
        ("0.2-1.0:5", "0.2 0.4 0.6 0.8 1"),
        ("0.1, 0.2, .., 0.5", "0.1 0.2 0.3 0.4 0.5"),
        ("0.1, 0.2, …, 0.5", "0.1 0.2 0.3 0.4 0.5"),
        ("-1:1:0.5", "-1 -0.5 0 0.5 1"),
        ("-0.5--0.25", "-0.5 -0.25"),
        ("1-0.5 (-0.25)", "1 0.75 0.5"),
        ("0.5-1.1(+0.25)", "0.5 0.75 1"),
        ("０．５、１", "0.5 1"),
        ("1, 1.0, .5,\n", "1 0.5"),
        ("-0", "0"),
    ],
)
def test_strengths_in_every_syntax_end_where_they_should(text, values):
    assert read_strengths(text) == values.split()


@pytest.mark.parametrize("text", ["", "a", "0-1(+0)", "0-1 [0]", ".., 1", "0, ..", "0-100000(+0.001)", "0.5:1"])
def test_what_is_no_strength_says_so(text):
    with pytest.raises(ValueError, match=r"[Ss]trength|step of 0|Two dots"):
        read_strengths(text)


@pytest.mark.parametrize(
    ("prompt", "names", "name", "strength", "expected"),
    [
        ("1girl", ["a"], "a", "0.5", "1girl <lora:a:0.5>"),
        ("1girl BREAK (hat:1.2) AND sea", ["a"], "a", None, "1girl BREAK (hat:1.2) AND sea <lora:a:1>"),
        ("x <lora:a:0.7>, y", ["a", "b"], "b", None, "x <lora:b:0.7>, y"),
        ("x <lora:a:0.7>, y", ["a", "b"], "b", "-1", "x <lora:b:-1>, y"),
        ("x <lora:style:0.4> <lora:a:1>", ["a"], "a", "0", "x <lora:style:0.4> "),
        ("x <lora:style:0.4> <lora:a:1>", [], None, "0.5", "x <lora:style:0.4> <lora:a:0.5>"),
        ("x, {lora}, y", ["a"], "a", "0.5", "x, <lora:a:0.5>, y"),
        ("x", [], None, "0.5", "x"),
        ("x", ["a"], "None", None, "x"),
        ("[x:y:0.5] <lyco:a:1:0.5>", ["a"], "a", "0.5", "[x:y:0.5] <lora:a:0.5>"),
    ],
)
def test_only_the_tag_that_is_meant_is_changed(prompt, names, name, strength, expected):
    assert rewritten(prompt, names, name, strength) == expected
