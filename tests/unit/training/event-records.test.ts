import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { crc32c } from "../../../sidecar/host/crc32c.js";
import { createRecordReader } from "../../../sidecar/training/metrics/read-records.js";
import { framed } from "../../support/event-bytes.js";

function readAll(pieces: readonly Buffer[]) {
  const records: string[] = [];
  const broken: [number, string][] = [];
  const reader = createRecordReader({
    onRecord: (data) => void records.push(data.toString("hex")),
    onBroken: (at, fault) => void broken.push([at, fault]),
  });
  for (const piece of pieces) reader.push(piece);
  return { records, broken };
}

const hex = (datas: readonly Uint8Array[]): string[] => datas.map((data) => Buffer.from(data).toString("hex"));
const datas = fc.array(fc.uint8Array({ minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 12 });

/** Cuts bytes at places that are drawn as parts of the whole. */
function cut(bytes: Buffer, parts: readonly number[]): Buffer[] {
  const places = [0, ...parts.map((part) => Math.floor(part * bytes.length)), bytes.length].sort((a, b) => a - b);
  return places.slice(1).map((to, index) => bytes.subarray(places[index], to));
}

describe("the frames of an event file", () => {
  it("knows the published check values of CRC-32C", () => {
    // RFC 3720, appendix B.4.
    expect(crc32c(Buffer.alloc(32))).toBe(0x8a9136aa);
    expect(crc32c(Buffer.alloc(32, 0xff))).toBe(0x62a8ab43);
    expect(crc32c(Buffer.from("123456789"))).toBe(0xe3069283);
  });

  it("gives the same records wherever the pieces end, and waits for one that is not all there", () => {
    fc.assert(
      fc.property(datas, fc.array(fc.double({ min: 0, max: 1, noNaN: true })), fc.nat(15), (all, parts, missing) => {
        const bytes = Buffer.concat(all.map(framed));
        expect(readAll(cut(bytes, parts))).toEqual({ records: hex(all), broken: [] });
        const short = readAll(cut(bytes.subarray(0, bytes.length - 1 - missing), parts));
        expect(short).toEqual({ records: hex(all.slice(0, -1)), broken: [] });
      }),
    );
  });

  it("names a record with a wrong byte, and reads all others", () => {
    fc.assert(
      fc.property(datas, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), (all, which, where, change) => {
        const frames = all.map(framed);
        const index = which % frames.length;
        const frame = Buffer.from(frames[index] ?? []);
        const at = where % frame.length;
        frame[at] = (frame[at] ?? 0) ^ change;
        const start = Buffer.concat(frames.slice(0, index)).length;
        const { records, broken } = readAll([Buffer.concat(frames.with(index, frame))]);
        expect(broken).toEqual([[start, at < 12 ? "length" : "data"]]);
        expect(records).toEqual(hex(all.toSpliced(index, 1)));
      }),
    );
  });

  it("passes over a record that is too long without holding it", () => {
    const { records, broken } = readAll([framed(Buffer.alloc(3_000_000)), framed(Buffer.from("after"))]);
    expect(records).toEqual([Buffer.from("after").toString("hex")]);
    expect(broken).toEqual([[0, "tooLong"]]);
  });

  it("finds nothing in noise, and says so once", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 500 }), (noise) => {
        expect(readAll([Buffer.from(noise)])).toEqual({ records: [], broken: [[0, "length"]] });
      }),
    );
  });
});
