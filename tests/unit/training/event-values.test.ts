import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { systemCode } from "../../../sidecar/host/studio-error.js";
import { readEvent } from "../../../sidecar/training/metrics/read-event.js";
import { createRecordReader } from "../../../sidecar/training/metrics/read-records.js";
import { event, field, float, simple } from "../../support/event-bytes.js";

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../../../../tests/fixtures/event-files/${name}`, import.meta.url));
const FLOAT = Buffer.from([0x08, 1]);

describe("the values of an event", () => {
  it("are those that TensorBoard reads from a file of the real trainer", () => {
    const found: Record<string, [number, number][]> = {};
    const broken: number[] = [];
    const reader = createRecordReader({
      onRecord(data) {
        const { step, scalars } = readEvent(data);
        for (const { tag, value } of scalars) found[tag] = [...(found[tag] ?? []), [step, value]];
      },
      onBroken: (at) => void broken.push(at),
    });
    reader.push(fixture("trained.tfevents"));
    expect(broken).toEqual([]);
    expect(found).toEqual(JSON.parse(fixture("trained.json").toString("utf8")));
  });

  it.each([
    ["a simple value", simple(0.5)],
    ["a tensor's float_val", field(8, Buffer.concat([FLOAT, field(5, float(0.5))]))],
    ["a tensor's content", field(8, Buffer.concat([FLOAT, field(4, float(0.5))]))],
  ])("are read from %s", (_, value) => {
    expect(readEvent(event(7, "loss/current", value))).toEqual({
      step: 7,
      scalars: [{ tag: "loss/current", value: 0.5 }],
    });
  });

  it.each([
    ["a tensor of two numbers", field(8, Buffer.concat([FLOAT, field(4, Buffer.concat([float(1), float(2)]))]))],
    ["a tensor of text", field(8, Buffer.concat([Buffer.from([0x08, 7]), field(8, Buffer.from("text"))]))],
    ["a picture", field(4, Buffer.from("png"))],
  ])("are not made of %s", (_, value) => {
    expect(readEvent(event(7, "any", value))).toEqual({ step: 7, scalars: [] });
  });

  it("are NaN where the trainer told NaN", () => {
    expect(readEvent(event(1, "loss/current", simple(Number.NaN))).scalars).toEqual([
      { tag: "loss/current", value: Number.NaN },
    ]);
  });

  it("noise is an event without values, or told as no event", () => {
    let refused = 0;
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (noise) => {
        try {
          expect(readEvent(Buffer.from(noise)).scalars).toEqual(expect.any(Array));
        } catch (error) {
          if (systemCode(error) !== "protobufInvalid") throw error;
          refused += 1;
        }
      }),
    );
    expect(refused).toBeGreaterThan(0);
  });
});
