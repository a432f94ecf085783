/** Tests run on tsc's output, so that workers and child processes are the files we ship. */
export default {
  rootDir: "dist/tests",
  testMatch: ["**/*.test.js"],
  testEnvironment: "<rootDir>/../../tests/support/onnx-environment.js",
  transform: {},
  testTimeout: 60_000,
  maxWorkers: 2,
};
