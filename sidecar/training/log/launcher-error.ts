const LAUNCHER =
  /^(?:subprocess\.)?CalledProcessError: (?:Command .*?)?((?:died with|returned non-zero exit status) .*)$/s;
const LAUNCHER_CUT = /^(?:subprocess\.)?CalledProcessError: Command /;

/**
 * What accelerate's launcher says after its trainer has ended: "died with <Signals.SIGKILL: 9>.", or null where the
 * exception is not the launcher's. The command line in it is left out: it is long and may hold secrets.
 */
export function launcherError(exception: string): string | null {
  const found = LAUNCHER.exec(exception);
  if (found?.[1] !== undefined) return `CalledProcessError: ${found[1]}`;
  return LAUNCHER_CUT.test(exception) ? "CalledProcessError" : null;
}
