import { expect, test } from "@jest/globals";
import { type ExpectedCell, proveCell, type SeenCell } from "../../../sidecar/sweep/proof/cell-proof.js";

const text = (hashes: string, { seed = 7, model = "a46814c440" } = {}): string =>
  `1girl\nSteps: 2, Sampler: Euler a, Seed: ${seed}, Size: 64x96, Model hash: ${model}, Model: tiny${hashes === "" ? "" : `, Lora hashes: "${hashes}"`}, Version: 1`;

const expected: ExpectedCell = {
  lora: { name: "okara-1a2b3c4d", hash: "0123456789ab" },
  strength: 0.75,
  seed: 7,
  width: 64,
  height: 96,
  checkpoint: "tiny.safetensors [a46814c440]",
  ours: new Set(["okara-1a2b3c4d", "okara-ffffffff"]),
};
const seen: SeenCell = {
  infotext: text("okara-1a2b3c4d: 0123456789ab"),
  interrupted: false,
  modelHash: null,
  width: 64,
  height: 96,
  spread: 40,
  difference: 12,
  equalToStrength: null,
  hashesSeen: true,
};
const codeOf = (seenSo: Partial<SeenCell>, expectedSo: Partial<ExpectedCell> = {}) => {
  const { proven, code } = proveCell({ ...expected, ...expectedSo }, { ...seen, ...seenSo });
  return code ?? (proven ? "proven" : "not proven");
};

test("the right hash and other pixels than the control's prove a cell", () => {
  expect(proveCell(expected, seen)).toEqual({
    proven: true,
    code: null,
    loraHash: "0123456789ab",
    expectedHash: "0123456789ab",
    difference: 12,
  });
});

test.each([
  ["missingLora", { infotext: text("") }],
  ["missingLora", { infotext: text("somebody-elses: 0123456789ab") }],
  ["missingLora", { infotext: text(""), hashesSeen: false, difference: 0 }],
  ["missingLora", { infotext: text(""), hashesSeen: false, difference: null }],
  ["wrongHash", { infotext: text("okara-1a2b3c4d: ba9876543210") }],
  ["staleLora", { infotext: text("okara-ffffffff: 0123456789ab") }],
  ["staleLora", { infotext: text("okara-1a2b3c4d: 0123456789ab, okara-ffffffff: 0123456789ab") }],
  ["sameAsControl", { difference: 0 }],
  ["sameAsStrength", { equalToStrength: "0.5" }],
  ["interrupted", { interrupted: true }],
  ["blank", { spread: 0 }],
  ["wrongSize", { width: 96, height: 64 }],
  ["wrongSeed", { infotext: text("okara-1a2b3c4d: 0123456789ab", { seed: 8 }) }],
  ["wrongModel", { infotext: text("okara-1a2b3c4d: 0123456789ab", { model: "ffffffffff" }) }],
  ["noInfotext", { infotext: "" }],
])("%s", (code, seenSo) => {
  expect(codeOf(seenSo)).toBe(code);
});

test("a WebUI that writes no hashes at all: what differs from the control is kept, and not said to be proven", () => {
  expect(codeOf({ infotext: text(""), hashesSeen: false, difference: 12 })).toBe("not proven");
});

test("a control has none of our LoRA files; the user's own in the prompt are the user's", () => {
  const control = { lora: null, strength: 0 };
  expect(codeOf({ infotext: text(""), difference: 0 }, control)).toBe("proven");
  expect(codeOf({ infotext: text("somebody-elses: 0123456789ab"), difference: 0 }, control)).toBe("proven");
  expect(codeOf({}, control)).toBe("loraInControl");
});

test("sides are rounded down by the WebUI; a checkpoint is known by hash, else by name", () => {
  expect(codeOf({}, { width: 70, height: 100 })).toBe("proven");
  expect(codeOf({}, { checkpoint: "sub/tiny.safetensors" })).toBe("proven");
  expect(codeOf({}, { checkpoint: "other.safetensors" })).toBe("wrongModel");
  // Forge names a longer hash in one place than in the other.
  expect(codeOf({}, { checkpoint: "tiny [a46814c440ffff]" })).toBe("proven");
});
