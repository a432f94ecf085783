import { protobufFields } from "./protobuf-fields.js";

/** The scalars of one event. */
export interface ScalarEvent {
  step: number;
  scalars: { tag: string; value: number }[];
}

// Field numbers: TensorFlow's `event.proto`, `summary.proto`, `tensor.proto` and `types.proto`.
const event = { step: 2, summary: 5 };
const summary = { value: 1 };
const summaryValue = { tag: 1, simple: 2, tensor: 8 };
const tensor = { type: 1, content: 4, floats: 5, doubles: 6 };
const FLOAT = 1;
const DOUBLE = 2;

/** The number of a tensor that holds exactly one float or double; null for every other. */
function numberOfTensor(bytes: Buffer): number | null {
  let type = 0;
  const found: number[] = [];
  const readAll = (data: Buffer, width: 4 | 8): void => {
    for (let at = 0; at + width <= data.length && found.length < 2; at += width) {
      found.push(width === 4 ? data.readFloatLE(at) : data.readDoubleLE(at));
    }
  };
  for (const { number, kind, value } of protobufFields(bytes)) {
    if (kind === "varint") {
      if (number === tensor.type) type = value;
    } else if (number === tensor.floats) readAll(value, 4);
    else if (number === tensor.doubles) readAll(value, 8);
    else if (number === tensor.content && (type === FLOAT || type === DOUBLE)) readAll(value, type === FLOAT ? 4 : 8);
  }
  const [only] = found;
  return found.length === 1 && only !== undefined ? only : null;
}

function scalarOf(bytes: Buffer): ScalarEvent["scalars"] {
  let tag = "";
  let scalar: number | null = null;
  for (const { number, kind, value } of protobufFields(bytes)) {
    if (kind === "bytes" && number === summaryValue.tag) tag = value.toString("utf8");
    else if (kind === "fixed32" && number === summaryValue.simple) scalar = value.readFloatLE();
    else if (kind === "bytes" && number === summaryValue.tensor) scalar = numberOfTensor(value);
  }
  return tag === "" || scalar === null ? [] : [{ tag, value: scalar }];
}

/**
 * The scalars of an event: `simple_value`, and tensors of one float. What holds none has an empty list. NaN and infinity
 * come as they are.
 * @throws an error of code "protobufInvalid" when the bytes are no event
 */
export function readEvent(bytes: Buffer): ScalarEvent {
  const found: ScalarEvent = { step: 0, scalars: [] };
  for (const { number, kind, value } of protobufFields(bytes)) {
    if (kind === "varint" && number === event.step) found.step = value;
    if (kind !== "bytes" || number !== event.summary) continue;
    for (const inner of protobufFields(value)) {
      if (inner.kind === "bytes" && inner.number === summary.value) found.scalars.push(...scalarOf(inner.value));
    }
  }
  return found;
}
