// `npm test`: installs what the tests need, then runs types, lint and every test; ends with one line of counts.
// `npm test -- PATTERN` runs only the jest tests whose path matches.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root } from "./set-up/root.mjs";
import { setUp } from "./set-up.mjs";
import { installSystemsChromium, prepareChromium } from "./tests/chromium.mjs";
import { preparePostgres } from "./tests/postgres.mjs";
import { prepareRealPictures } from "./tests/real-pictures.mjs";
import { prepareRedis } from "./tests/redis.mjs";
import { prepareStack, reference, runStack, stacks } from "./tests/stacks.mjs";

const patterns = process.argv.slice(2);
const totals = { passed: 0, failed: 0 };
// What is to be read before the count.
const notes = [];
const say = (line) => process.stdout.write(`${line}\n`);
const run = (argumentList) => spawnSync(process.execPath, argumentList, { cwd: root, stdio: "inherit" }).status ?? 1;

function check(title, status) {
  totals[status === 0 ? "passed" : "failed"] += 1;
  say(`${status === 0 ? "passed" : "FAILED"}: ${title}`);
}

const report = join(root, ".setup", "jest.json");

/** @returns what the files of a run say, and whether jest itself was content */
function runJest(words) {
  rmSync(report, { force: true });
  const program = [
    "--experimental-vm-modules",
    "--disable-warning=ExperimentalWarning",
    "node_modules/jest/bin/jest.js",
  ];
  const status = run([...program, "--json", `--outputFile=${report}`, ...words]);
  const { numPassedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
  const broken = testResults.filter((file) => file.status === "failed");
  return { status, passed: numPassedTests, broken };
}

const passedIn = (files) =>
  files.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === "passed").length;
// Without the terminal's colours; whoever reads the last lines only should know what to look for.
const shortly = (message = "") =>
  stripVTControlCharacters(message)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, 4)
    .join(" | ")
    .slice(0, 400);

const failedIn = (files) =>
  files.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === "failed");
    const titles = failed.map(({ fullName, failureMessages }) => `${fullName} (${shortly(failureMessages[0])})`);
    // A file that does not even load has no results.
    return (titles.length > 0 ? titles : [message]).map((title) => `${relative(root, name)}: ${title}`);
  });

/**
 * Files that failed run once more, one by one: a machine that was too busy is told from a test that fails. Whatever needed this
 * is named at the end, for it is to be mended.
 */
function jest() {
  const first = runJest(patterns);
  totals.passed += first.passed;
  if (first.broken.length === 0) {
    if (first.status !== 0) totals.failed += 1;
    return;
  }
  for (const line of failedIn(first.broken)) say(`failed at first: ${line}`);
  const second = runJest(["--runInBand", "--runTestsByPath", ...first.broken.map(({ name }) => name)]);
  totals.passed += second.passed - passedIn(first.broken);
  const failed = failedIn(second.broken);
  for (const line of failed) notes.push(`FAILED twice: ${line}`);
  if (failed.length === 0) notes.push(`passed at the second try only: ${failedIn(first.broken).join("; ")}`);
  totals.failed += second.status === 0 ? 0 : Math.max(1, failed.length);
}

/** One after the other: each keeps a core busy. */
async function prepareStacks() {
  const prepared = [];
  for (const stack of stacks) prepared.push({ ...stack, program: await prepareStack(root, stack) });
  return prepared;
}

async function prepareReference() {
  const python = await prepareStack(root, reference);
  return { python, hasPictures: python !== null && (await prepareRealPictures(root, python)) };
}

/** What could not be prepared is not tested, and said. */
function tellMissing(prepared, { python, hasPictures }) {
  for (const { title, python: version, program } of prepared) {
    if (program === null) say(`skipped: the shim on ${title}: Python ${version} with its packages was not found`);
  }
  if (prepared.every(({ program }) => program === null)) check("the shim on at least one WebUI stack", 1);
  if (!hasPictures) say("skipped: the check of pictures with real ones: they could not be fetched");
  if (python === null) {
    say(`skipped: comparison with ${reference.title}: Python ${reference.python} with its packages was not found`);
  }
}

function ruff(found) {
  // One stack carries it: the code is the same in all.
  const program = found.find(({ name }) => name === "forge-neo")?.program;
  if (!program) say("skipped: ruff, which is installed with Forge Neo's stack");
  else
    check(
      "lint and format (ruff)",
      spawnSync(program, ["-m", "ruff", "check", "."], { cwd: root, stdio: "inherit" }).status ?? 1,
    );
}

/** Side by side, since each waits for its WebUIs most of the time; at last those that need the checkout for themselves. */
async function pytest(found) {
  const run = async (stack) => ({ ...stack, ...(await runStack(root, stack.program)) });
  const ran = await Promise.all(found.filter(({ setsUp }) => !setsUp).map(run));
  for (const stack of found.filter(({ setsUp }) => setsUp)) ran.push(await run(stack));
  for (const { title, passed, failed, output } of ran) {
    totals.passed += passed;
    totals.failed += failed;
    say(`${failed === 0 ? "passed" : "FAILED"}: the shim on ${title}: ${passed} passed, ${failed} failed`);
    if (failed > 0) say(output);
  }
}

// Most of it is waiting for registries.
const [prepared, compared] = await Promise.all([
  prepareStacks(),
  prepareReference(),
  setUp({ withTests: true }),
  installSystemsChromium(),
]);
const chromium = await prepareChromium(root);
if (chromium === null) check("a Chromium for the browser tests: none was found nor could be installed", 1);
else process.env.CHROMIUM = chromium;
const redis = await prepareRedis();
if (redis === null) say("skipped: several machines: no redis-server was found nor could be installed");
else process.env.REDIS_SERVER = redis;
const postgres = await preparePostgres();
if (postgres === null) say("skipped: several machines with PostgreSQL: it was not found nor could be installed");
else process.env.POSTGRES_PROGRAMS = postgres;
if (patterns.length === 0) {
  check("lint and format (biome)", run(["node_modules/@biomejs/biome/bin/biome", "ci", "."]));
  check("nothing unused (knip)", run(["node_modules/knip/bin/knip.js", "--no-progress"]));
  check("types of the page (tsc)", run(["node_modules/typescript/bin/tsc", "-p", "tsconfig.ui.json"]));
  check("compiled resize is current", run(["scripts/build-resize.mjs", "--check"]));
  check("generated protocol types are current", run(["dist/scripts/generate-protocol.js", "--check"]));
}
tellMissing(prepared, compared);
const found = prepared.filter(({ program }) => program !== null);
jest();
if (patterns.length === 0) {
  ruff(found);
  await pytest(found);
}
for (const note of notes) say(note);
// No dash or word may stand on this line: it is read by machines.
say(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
