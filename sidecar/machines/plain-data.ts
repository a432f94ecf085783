// JSON for what structured clone takes and benches give: plain values and typed arrays.

const arrays = { Uint8Array, Uint32Array, Float32Array, Float64Array } as const;
type ArrayName = keyof typeof arrays;

const MARK = "$bytes";

function nameOf(value: ArrayBufferView): ArrayName {
  // By its tag: a typed array of another realm is no instance of ours.
  const tag = Object.prototype.toString.call(value).slice("[object ".length, -1);
  const name = tag === "Buffer" ? "Uint8Array" : tag;
  for (const known of ["Uint8Array", "Uint32Array", "Float32Array", "Float64Array"] as const)
    if (known === name) return known;
  throw new TypeError(`${tag} cannot travel`);
}

function packed(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return { [MARK]: nameOf(value), base64: bytes.toString("base64") };
  }
  if (Array.isArray(value)) return value.map(packed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, packed(one)]));
}

function unpacked(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || !(MARK in value)) return value;
  const { [MARK]: name, base64 } = Object(value);
  const make = Object.entries(arrays).find(([known]) => known === name)?.[1];
  if (!make || typeof base64 !== "string") throw new TypeError("a typed array that no bench gives");
  const bytes = Uint8Array.from(Buffer.from(base64, "base64"));
  return new make(bytes.buffer);
}

/** @throws TypeError for an array that no bench gives */
export const toJson = (value: unknown): string => JSON.stringify(packed(value));

/** @throws SyntaxError, TypeError or RangeError for what `toJson` never writes */
export const fromJson = (text: string): unknown => JSON.parse(text, unpacked);
