import { TestEnvironment } from "jest-environment-node";

// Jest runs each test file in its own vm context, which has its own typed-array
// constructors. onnxruntime checks `data instanceof Float32Array` against the host's.
const shared = [
  Float32Array,
  Float64Array,
  Int8Array,
  Int16Array,
  Int32Array,
  Uint16Array,
  Uint32Array,
  BigInt64Array,
  BigUint64Array,
];

export default class OnnxEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const type of shared) this.global[type.name] = type;
  }
}
