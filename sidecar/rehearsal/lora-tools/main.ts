// `node main.js networks/resize_lora.py --model … --save_to …`: stands in for the tools of sd-scripts in a rehearsal. It reads no
// weights; what it writes is a made-up LoRA of one layer. Its own options come in ATELIER_STAND_IN_TOOL.
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { standInLora } from "./stand-in-lora.js";

interface Options {
  /** Seconds of one bar. */
  seconds: number;
  misbehave: string;
}

const given: Partial<Record<keyof Options, unknown>> = Object(JSON.parse(process.env.ATELIER_STAND_IN_TOOL ?? "{}"));
const options: Options = {
  seconds: typeof given.seconds === "number" ? given.seconds : 1,
  misbehave: String(given.misbehave ?? ""),
};

const PARTS = 20;
const [script = "", ...words] = process.argv.slice(2);
const err = (text: string): void => void process.stderr.write(text);

const [, ...rest] = words.join("\n").match(/--save_to(?:=|\n)([^\n]+)/) ?? [];
const [saveTo = null] = rest;
const [, dimGiven = "4"] = words.join("\n").match(/--(?:new_rank|dim)(?:=|\n)(\d+)/) ?? [];

/** As the tools' log has them: date, level, message, and the line of the program far on the right. */
function log(message: string): void {
  const time = new Date().toISOString().slice(0, 19).replace("T", " ");
  err(`${time} INFO     ${message.padEnd(120)} ${basename(script)}:1\n`);
}

function fail(exception: string): never {
  err(`Traceback (most recent call last):\n  File "${script}", line 1, in <module>\n    main()\n${exception}\n`);
  process.exit(1);
}

err("LoRA Atelier's stand-in for the LoRA tools: no weights are read, the new file is made up.\n");
if (words.length === 0) {
  err(`usage: ${basename(script)} [-h]\n${basename(script)}: error: the following arguments are required\n`);
  process.exit(2);
}
log("loading Model...");
log("Resizing Lora...");
if (options.misbehave === "missingPackage") fail("ModuleNotFoundError: No module named 'safetensors'");
if (options.misbehave === "oom") fail("torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 20.00 MiB.");
for (let part = 1; part <= PARTS; part += 1) {
  await sleep((options.seconds * 1000) / PARTS);
  const bar = "█".repeat(Math.floor(part / 2)).padEnd(10);
  err(`\r${String(Math.round((100 * part) / PARTS)).padStart(3)}%|${bar}| ${part}/${PARTS} [00:00<00:01, 20.00it/s]`);
}
err("\n");
if (script.endsWith("check_lora_weights.py")) process.stdout.write("number of LoRA modules: 2\n");
if (saveTo !== null && options.misbehave !== "nothing") {
  log(`saving model to: ${saveTo}`);
  const bytes = standInLora(Number(dimGiven), options.misbehave === "nan");
  writeFileSync(saveTo, options.misbehave === "cut" ? bytes.subarray(0, bytes.length - 8) : bytes);
}
