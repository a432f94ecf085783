// The session alone, fed with one tensor from memory: `bare-session.mjs MODEL_FOLDER RUNS` prints its seconds. No tagger
// on this runtime can be faster, or take less memory.
import { join } from "node:path";
import onnxruntime from "onnxruntime-node";

const [folder, runs] = process.argv.slice(2);
const session = await onnxruntime.InferenceSession.create(join(folder, "model.onnx"));
const side = session.inputMetadata[0].shape[1];
const tensor = new onnxruntime.Tensor("float32", new Float32Array(side * side * 3).fill(128), [1, side, side, 3]);
const feeds = { [session.inputNames[0]]: tensor };
// The first ones find their memory: no tagger is measured by them.
for (let index = 0; index < 3; index += 1) await session.run(feeds);
const started = performance.now();
for (let index = 0; index < Number(runs); index += 1) await session.run(feeds);
process.stdout.write(String((performance.now() - started) / 1000));
