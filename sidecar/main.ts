import { commandLine } from "./command-line/command-line.js";

process.exitCode = await commandLine(process.argv.slice(2));
