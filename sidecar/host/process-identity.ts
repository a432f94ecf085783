import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process that can be told from a later one with the same number. */
export interface ProcessIdentity {
  pid: number;
  /** When it started, in the system's own words; "" where the system does not tell. */
  started: string;
}

// `ps` and PowerShell answer in a moment, or the machine is in trouble.
const ANSWER_MS = 5000;

function ask(program: string, argumentList: string[]): string {
  try {
    return execFileSync(program, argumentList, {
      encoding: "utf8",
      timeout: ANSWER_MS,
      windowsHide: true,
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return "";
  }
}

/** Linux: ticks since the machine's start, field 22; the name before it may hold blanks and brackets. */
function startOnLinux(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const rest = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // A zombie has ended: it only waits to be asked how.
    return rest[0] === "Z" ? "" : (rest[19] ?? "");
  } catch {
    return "";
  }
}

/** When a process started; "" when there is none. */
export function processStart(pid: number, platform: NodeJS.Platform = process.platform): string {
  if (platform === "linux") return startOnLinux(pid);
  if (platform === "win32") {
    return ask("powershell", ["-NoProfile", "-Command", `(Get-Process -Id ${pid}).StartTime.Ticks`]);
  }
  return ask("ps", ["-o", "lstart=", "-p", String(pid)]);
}

export const identityOf = (pid: number): ProcessIdentity => ({ pid, started: processStart(pid) });

/** True while that very process lives. */
export function isAlive({ pid, started }: ProcessIdentity): boolean {
  const now = processStart(pid);
  return now !== "" && now === started;
}
