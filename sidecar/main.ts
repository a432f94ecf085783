import { startAhead } from "./tagging/inference/process-ahead.js";

const [command, ...words] = process.argv.slice(2);
// These need no model.
const withoutModel = ["presets", "--help", "-h", "--kept-scores", "--dry-run", "--export", "--disagreements"];
if (command === "tag" && !words.some((word) => withoutModel.includes(word))) startAhead();

const { commandLine } = await import("./command-line/command-line.js");
process.exitCode = await commandLine(process.argv.slice(2));
