import { availableParallelism } from "node:os";

// The long tests take minutes: `npm run test:long` runs them, `npm test` does not.
const long = process.env.LONG_TESTS === "1";

/** Tests run on tsc's output, so that workers and child processes are the files we ship. */
export default {
  rootDir: "dist/tests",
  testMatch: ["**/*.test.js"],
  testEnvironment: "<rootDir>/../../tests/support/onnx-environment.js",
  testPathIgnorePatterns: long ? [] : ["/tests/long/"],
  transform: {},
  // Long enough for a machine that is busy with other work; a test that hangs is ended all the same.
  testTimeout: 300_000,
  // One more than there are cores, for many files wait for the programs that they start; no more, for each keeps a browser or studios.
  maxWorkers: Math.min(4, availableParallelism() + 1),
};
