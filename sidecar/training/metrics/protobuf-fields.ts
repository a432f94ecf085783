/** A field of a protobuf message; `value` is a number for varints, bytes for all else. */
export type ProtobufField =
  | { number: number; kind: "varint"; value: number }
  | { number: number; kind: "fixed32" | "fixed64" | "bytes"; value: Buffer };

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;
const MOST_VARINT_BYTES = 10;

/** Protobuf's wire format ends where it should not, or has a kind of field that it does not know. */
class ProtobufError extends Error {
  readonly code = "protobufInvalid";
}

/**
 * The fields of one message, in their order (protobuf.dev, "Encoding"). Varints above 2⁵³ lose their last bits.
 * @throws ProtobufError when the bytes are no message
 */
export function* protobufFields(bytes: Buffer): Generator<ProtobufField> {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let count = 0; count < MOST_VARINT_BYTES; count += 1) {
      const byte = bytes[at];
      if (byte === undefined) throw new ProtobufError("A number ends too early.");
      at += 1;
      value += (byte & 0x7f) * 2 ** (7 * count);
      if (byte < 0x80) return value;
    }
    throw new ProtobufError("A number has no end.");
  };
  const part = (length: number): Buffer => {
    if (length > bytes.length - at) throw new ProtobufError("A field ends too early.");
    at += length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const key = varint();
    const number = Math.floor(key / 8);
    switch (key % 8) {
      case VARINT:
        yield { number, kind: "varint", value: varint() };
        break;
      case FIXED64:
        yield { number, kind: "fixed64", value: part(8) };
        break;
      case BYTES:
        yield { number, kind: "bytes", value: part(varint()) };
        break;
      case FIXED32:
        yield { number, kind: "fixed32", value: part(4) };
        break;
      default:
        throw new ProtobufError("A field has a kind that there is not.");
    }
  }
}
