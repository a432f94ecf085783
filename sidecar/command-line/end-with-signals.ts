import { constants } from "node:os";

// What a shell calls a program that a signal ended.
const SIGNAL_BASE = 128;

/** Ends something in peace when this program is told to end: by Ctrl-C, `kill`, a service that stops it, or a terminal that is closed. */
export function endWithSignals(program: { close(): Promise<void> }): void {
  let ending = false;
  // Not `once`: execa's own listener ends the process where it finds itself the only one.
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => {
      // Who asks twice does not want to wait for a good end.
      if (ending) process.exit(SIGNAL_BASE + constants.signals[name]);
      ending = true;
      void program.close();
    });
  }
}
