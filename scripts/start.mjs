#!/usr/bin/env node
// `npm start -- <command>`: makes the checkout ready if it is not, then hands over to the command line.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { setUp } from "./set-up.mjs";

const argumentList = process.argv.slice(2);
// The WebUI's shim reads our stdout.
await setUp({ forProgram: argumentList.includes("--attach") });
const samples = resolve(process.env.INIT_CWD ?? process.cwd(), "samples");
if (argumentList[0] === "tag" && argumentList[1] === "samples" && !existsSync(samples)) {
  const { writeTrainingSet } = await import("../dist/sidecar/rehearsal/pictures/write-training-set.js");
  process.stderr.write(`Drawing 20 sample pictures into ${samples} …\n`);
  await writeTrainingSet(samples);
}
// Without a command the studio opens; in a terminal, where somebody waits for it, in the browser too.
if (argumentList.length === 0 && process.stdout.isTTY && !process.env.CI) argumentList.push("serve", "--open");
// A rehearsal ends with its report, which somebody at a terminal wants to see.
if (argumentList[0] === "rehearse" && process.stdout.isTTY && !process.env.CI && !argumentList.includes("--json")) {
  argumentList.push("--open");
}
const { commandLine } = await import("../dist/program/command-line.js");
process.exitCode = await commandLine(argumentList);
