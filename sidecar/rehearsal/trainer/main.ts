import { resolve } from "node:path";
import { reportError, systemCode } from "../../host/studio-error.js";
import { configPath, readConfigFile } from "./command/config-file.js";
import { knownOptions } from "./command/known-options.js";
import { parseArguments, UsageError } from "./command/parse-arguments.js";
import type { SettingValue } from "./command/setting-value.js";
import { Settings } from "./command/settings.js";
import { usageText } from "./command/usage.js";
import { replay } from "./replay.js";
import { Requests } from "./run/requests.js";
import { runTrainer } from "./run/run-trainer.js";
import { type Session, scriptName } from "./run/session.js";
import { Log } from "./screen/log.js";
import { Streams, writeAll } from "./screen/streams.js";
import { readStandInOptions, type StandInOptions, variable } from "./stand-in-options.js";

const FAILED = 1;
const BAD_ARGUMENTS = 2;

/** What it is, before anything else that it writes. */
const introduction =
  "LoRA Atelier's stand-in trainer: no real training, nothing is learnt from the pictures, the LoRA files are made up.\n";

const columns = /^\d+$/.test(process.env.COLUMNS ?? "") ? Number(process.env.COLUMNS) : 80;

function makeLog(streams: Streams, settings: Settings): Log {
  return new Log(streams, {
    columns: columns || 80,
    simple: settings.flag("console_log_simple"),
    level: settings.text("console_log_level") ?? "INFO",
    file: settings.text("console_log_file"),
  });
}

/** The file's settings under those of the command line; null when it is missing, which the trainer says. */
function withConfigFile(given: Map<string, SettingValue>, streams: Streams): Map<string, SettingValue> | null {
  const settings = new Settings(given);
  const file = settings.text("config_file");
  if (file === null) return given;
  const log = makeLog(streams, settings);
  const path = configPath(file);
  const fromFile = readConfigFile(path);
  if (!fromFile) {
    log.info("train_util.py:4741", `${path} not found.`);
    return null;
  }
  log.info("train_util.py:4744", `Loading settings from ${path}...`);
  return new Map([...fromFile, ...given]);
}

/**
 * The trainer of the rehearsal: `node main.js [SCRIPT.py] --config_file X.toml [--name value …]` with sd-scripts' arguments, streams,
 * files, exit codes and signals. Its own options come in ATELIER_STAND_IN_TRAINER, see stand-in-options.ts.
 */
async function main(words: readonly string[], options: StandInOptions): Promise<number> {
  const [first = "", ...rest] = words;
  const script = first.endsWith(".py") ? resolve(first) : resolve("train_network.py");
  const known = knownOptions(scriptName(script));
  const streams = new Streams(Boolean(process.env.PYTHONUNBUFFERED));
  const given = (): Map<string, SettingValue> => parseArguments(first.endsWith(".py") ? rest : words, known);
  if (options.replay !== null)
    return replay(options.replay, options.replaySpeed, new Settings(given()).text("output_dir"));
  streams.err(introduction);
  let values: Map<string, SettingValue> | null;
  try {
    values = withConfigFile(given(), streams);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const name = scriptName(script);
    streams.err(`${usageText(name, known)}${name}: error: ${error.message}\n`);
    return BAD_ARGUMENTS;
  }
  if (!values) return FAILED;
  const settings = new Settings(values);
  const log = makeLog(streams, settings);
  const requests = new Requests(process.env.ATELIER_RUN_FOLDER ?? null);
  const session: Session = { script, settings, values, options, streams, log, requests, bar: null, deaf: false };
  return runTrainer(session);
}

try {
  process.exitCode = await main(process.argv.slice(2), readStandInOptions(process.env[variable]));
} catch (error) {
  // A reader that went away ends the real one too.
  if (systemCode(error) === "EPIPE") process.exit(FAILED);
  const { code, message, hint } = reportError(error);
  writeAll(2, Buffer.from(`${message}${hint && ` ${hint}`}\n`));
  process.exitCode = code === "badArguments" ? BAD_ARGUMENTS : FAILED;
}
