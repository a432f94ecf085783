// `npm test`: installs what the tests need, then runs types, lint and every test; ends with one line of counts.
// `npm test -- PATTERN` runs only the jest tests whose path matches.
import { spawnSync } from "node:child_process";
import { root } from "./set-up/root.mjs";
import { setUp } from "./set-up.mjs";
import { installSystemsChromium, prepareChromium } from "./tests/chromium.mjs";
import { jest, runNode } from "./tests/jest.mjs";
import { preparePostgres } from "./tests/postgres.mjs";
import { prepareRealPictures } from "./tests/real-pictures.mjs";
import { prepareRedis } from "./tests/redis.mjs";
import { prepareStack, reference, runStack, stacks } from "./tests/stacks.mjs";

const patterns = process.argv.slice(2);
const totals = { passed: 0, failed: 0 };
// What is to be read before the count.
const notes = [];
const say = (line) => process.stdout.write(`${line}\n`);

function check(title, status) {
  totals[status === 0 ? "passed" : "failed"] += 1;
  say(`${status === 0 ? "passed" : "FAILED"}: ${title}`);
}

function count({ passed, failed, notes: told }) {
  totals.passed += passed;
  totals.failed += failed;
  notes.push(...told);
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

async function pytest({ title, program }, files) {
  const { passed, failed, output } = await runStack(root, program, files);
  totals.passed += passed;
  totals.failed += failed;
  say(`${failed === 0 ? "passed" : "FAILED"}: the shim on ${title}: ${passed} passed, ${failed} failed`);
  if (failed > 0) say(output);
}

async function checkCode() {
  check("lint and format (biome)", await runNode(["node_modules/@biomejs/biome/bin/biome", "ci", "."]));
  check("nothing unused (knip)", await runNode(["node_modules/knip/bin/knip.js", "--no-progress"]));
  check("types of the page (tsc)", await runNode(["node_modules/typescript/bin/tsc", "-p", "tsconfig.ui.json"]));
  check("compiled resize is current", await runNode(["scripts/build-resize.mjs", "--check"]));
  check("generated protocol types are current", await runNode(["dist/scripts/generate-protocol.js", "--check"]));
}

/** Begun first, since much of it is waiting for a registry, and needed last. */
const preparing = prepareStacks();
const [compared] = await Promise.all([prepareReference(), setUp({ withTests: true }), installSystemsChromium()]);
const chromium = await prepareChromium(root);
if (chromium === null) check("a Chromium for the browser tests: none was found nor could be installed", 1);
else process.env.CHROMIUM = chromium;
const redis = await prepareRedis();
if (redis === null) say("skipped: several machines: no redis-server was found nor could be installed");
else process.env.REDIS_SERVER = redis;
const postgres = await preparePostgres();
if (postgres === null) say("skipped: several machines with PostgreSQL: it was not found nor could be installed");
else process.env.POSTGRES_PROGRAMS = postgres;
const everything = patterns.length === 0;
if (everything) {
  await checkCode();
  // These need no WebUI's Python.
  count(await jest(["dist/tests/unit/"]));
}
const prepared = await preparing;
tellMissing(prepared, compared);
const found = prepared.filter(({ program }) => program !== null);
if (everything) {
  ruff(found);
  // Both wait for their programs much of the time.
  const besides = async () => {
    for (const stack of found) await pytest(stack, ["tests/python", ...stack.alone.map((file) => `--ignore=${file}`)]);
  };
  const [rest] = await Promise.all([jest(["dist/tests/(?!unit/)"]), besides()]);
  count(rest);
  for (const stack of found.filter(({ alone }) => alone.length > 0)) await pytest(stack, stack.alone);
} else count(await jest(patterns));
for (const note of notes) say(note);
// No dash or word may stand on this line: it is read by machines.
say(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
