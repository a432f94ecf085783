"""The protocol's examples, held against its schemas from Python too."""

from __future__ import annotations

import json

import pytest
from conftest import ROOT
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

PROTOCOL = ROOT / "protocol"
METHODS = json.loads((PROTOCOL / "methods.json").read_text())["methods"]
SCHEMAS = {path.name: json.loads(path.read_text()) for path in (PROTOCOL / "schema").glob("*.json")}
REGISTRY = Registry().with_resources((name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items())


@pytest.mark.parametrize("side", ["params", "result"])
@pytest.mark.parametrize("method", METHODS)
def test_examples(method, side):
    entry = METHODS[method]
    validator = Draft202012Validator({"$ref": f"{entry['schema']}.json#/$defs/{entry[side]}"}, registry=REGISTRY)
    examples = json.loads((PROTOCOL / "examples" / f"{method}.json").read_text())

    assert examples["good"][side] and examples["bad"][side]
    for value in examples["good"][side]:
        validator.validate(value)
    for bad in examples["bad"][side]:
        assert not validator.is_valid(bad["value"]), bad["why"]
