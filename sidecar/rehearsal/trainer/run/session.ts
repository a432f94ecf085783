import type { SettingValue } from "../command/setting-value.js";
import type { Settings } from "../command/settings.js";
import type { Log } from "../screen/log.js";
import type { ProgressBar } from "../screen/progress-bar.js";
import type { Streams } from "../screen/streams.js";
import type { StandInOptions } from "../stand-in-options.js";
import type { Requests } from "./requests.js";

/** What every phase of a run needs. */
export interface Session {
  /** Path of the script that is played. */
  script: string;
  settings: Settings;
  /** The same, for levels that are laid over it. */
  values: ReadonlyMap<string, SettingValue>;
  options: StandInOptions;
  streams: Streams;
  log: Log;
  requests: Requests;
  /** The bar that an exception closes after its traceback. */
  bar: ProgressBar | null;
  /** While true, SIGINT waits as it does for a card that does not answer. */
  deaf: boolean;
}

/** Gives time to signals as well. */
export const sleep = (seconds: number): Promise<void> =>
  new Promise((resolve) => (seconds > 0 ? setTimeout(resolve, seconds * 1000) : setImmediate(resolve)));

/** The name of the script without its folder. */
export const scriptName = (script: string): string => script.replace(/^.*[\\/]/, "");
