// Runs jest on the built tests, and what failed once more.
import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root } from "../set-up/root.mjs";

const report = join(root, ".setup", "jest.json");

/** Runs Node with these words, speaking where this process speaks; its exit status. */
export function runNode(argumentList) {
  const child = spawn(process.execPath, argumentList, { cwd: root, stdio: "inherit" });
  return new Promise((resolve) => {
    child.on("error", () => resolve(1));
    child.on("close", (status) => resolve(status ?? 1));
  });
}

/** @returns what the files of a run say, and whether jest itself was content */
async function runJest(words) {
  rmSync(report, { force: true });
  const program = [
    "--experimental-vm-modules",
    "--disable-warning=ExperimentalWarning",
    "node_modules/jest/bin/jest.js",
  ];
  const status = await runNode([...program, "--json", `--outputFile=${report}`, ...words]);
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
 * is named in the notes, for it is to be mended.
 * @returns the counts, and lines to be read before them
 */
export async function jest(words) {
  const first = await runJest(words);
  if (first.broken.length === 0) return { passed: first.passed, failed: first.status === 0 ? 0 : 1, notes: [] };
  for (const line of failedIn(first.broken)) process.stdout.write(`failed at first: ${line}\n`);
  const second = await runJest(["--runInBand", "--runTestsByPath", ...first.broken.map(({ name }) => name)]);
  const failed = failedIn(second.broken);
  const notes = failed.map((line) => `FAILED twice: ${line}`);
  if (failed.length === 0) notes.push(`passed at the second try only: ${failedIn(first.broken).join("; ")}`);
  return {
    passed: first.passed + second.passed - passedIn(first.broken),
    failed: second.status === 0 ? 0 : Math.max(1, failed.length),
    notes,
  };
}
