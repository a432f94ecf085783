// `npm test`: installs what the tests need, then runs types, lint and every test; ends with one line of counts.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root, setUp } from "./set-up.mjs";

await setUp({ withTests: true });

const run = (argumentList) => spawnSync(process.execPath, argumentList, { cwd: root, stdio: "inherit" }).status ?? 1;

let passed = 0;
let failed = 0;
const count = (title, status) => {
  if (status === 0) passed += 1;
  else failed += 1;
  process.stdout.write(`${status === 0 ? "passed" : "FAILED"}: ${title}\n`);
};

count("lint and format (biome)", run(["node_modules/@biomejs/biome/bin/biome", "ci", "."]));

count("generated protocol types are current", run(["dist/scripts/generate-protocol.js", "--check"]));

const report = join(root, ".setup", "jest.json");
rmSync(report, { force: true });
const jest = ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning", "node_modules/jest/bin/jest.js"];
const status = run([...jest, "--json", `--outputFile=${report}`, ...process.argv.slice(2)]);
const result = JSON.parse(readFileSync(report, "utf8"));
passed += result.numPassedTests;
failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
if (status !== 0 && result.numFailedTests + result.numRuntimeErrorTestSuites === 0) failed += 1;

process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
