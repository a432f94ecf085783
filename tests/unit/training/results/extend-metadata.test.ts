import { expect, test } from "@jest/globals";
import { extendedMetadata } from "../../../../sidecar/training/results/extend-metadata.js";

const told = { "activation text": "okara", "preferred weight": 0.75, notes: "LoRA Atelier, sweep 3" };

test("what the user wrote stays, what is empty is filled in", () => {
  const own = JSON.stringify({
    "activation text": "okara, halo",
    "preferred weight": 0,
    notes: "",
    civitai: { id: 5 },
  });

  expect(JSON.parse(extendedMetadata(own, told) ?? "null")).toEqual({
    "activation text": "okara, halo",
    "preferred weight": 0.75,
    notes: "LoRA Atelier, sweep 3",
    civitai: { id: 5 },
  });
});

test.each([JSON.stringify({ "activation text": "mine", "preferred weight": 1, notes: "mine" }), "not JSON", "[1, 2]"])(
  "nothing is changed in %s",
  (own) => {
    expect(extendedMetadata(own, told)).toBeNull();
  },
);
