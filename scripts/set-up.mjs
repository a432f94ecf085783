// Installs and builds what is not current. Plain Node without dependencies, because it runs before there are any
// (npm's own hooks are off). What people read goes to stderr: stdout belongs to the command that follows.
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { pageStep, programStep } from "./set-up/build.mjs";
import { classify } from "./set-up/classify.mjs";
import { withSetUpLock } from "./set-up/lock.mjs";
import { requireNode } from "./set-up/node-version.mjs";
import { packagesStep } from "./set-up/packages.mjs";
import { createReport } from "./set-up/report.mjs";
import { retireRunningSidecar } from "./set-up/retire.mjs";
import { root } from "./set-up/root.mjs";
import { hasStamp } from "./set-up/stamps.mjs";

// The shim takes another Node then.
const NO_NPM = 4;

function pendingSteps(withTests) {
  // Where the tests' packages are, they and their build are kept up to date: a start, with whatever Node, must not take them away.
  const forTests = withTests || hasStamp("install-all");
  const steps = [packagesStep(forTests), programStep(forTests), pageStep()];
  return steps.filter(({ isCurrent }) => !isCurrent());
}

async function work(withTests, report) {
  const pending = pendingSteps(withTests);
  if (pending.length === 0) return;
  const touches = (name) => pending.some(({ step }) => step === name);
  if (touches("packages")) report.say("begins");
  if (touches("packages") || touches("program")) await retireRunningSidecar(root, () => report.say("retires"));
  for (const [index, { step, work }] of pending.entries()) {
    const progress = { step, number: index + 1, steps: pending.length };
    report.step(progress);
    await work({ line: report.line, count: (done, total) => report.step({ ...progress, done, total }) });
  }
  report.say("ready");
}

/** A cause in words.mjs for whatever was thrown; where nothing names a place, it is our folder. */
function failureOf(error) {
  if (error.name === "SetUpFailure") return { code: error.code, values: { path: root, ...error.values } };
  // Whose folder it is says more than which of our files it was.
  const path = error.path?.startsWith(root) ? root : error.path;
  const { code, values } = classify({ step: "other", errorCode: error.code, path });
  return { code, values: { ...values, detail: error.message } };
}

/**
 * Makes the checkout ready to run, or tells why it cannot be and ends the process. `withTests` also installs and builds what
 * the tests need; `forProgram` tells a program on stdout (report.mjs).
 */
export async function setUp({ withTests = false, forProgram = false } = {}) {
  const report = createReport({ forProgram });
  try {
    requireNode();
    // A checkout that is ready may lie where nothing can be written.
    if (pendingSteps(withTests).length > 0) {
      await withSetUpLock(
        root,
        () => report.say("waits"),
        () => work(withTests, report),
      );
    }
    report.starts();
  } catch (error) {
    const failure = failureOf(error);
    report.failed(failure);
    for (const stream of [process.stdout, process.stderr]) await new Promise((written) => stream.write("", written));
    process.exit(failure.code === "noNpm" ? NO_NPM : 1);
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await setUp({ withTests: process.argv.includes("--tests"), forProgram: process.argv.includes("--report") });
}
