import type { InstallCause } from "../../words/trainer-install-en.js";
import type { InstallFailure } from "./install-journal.js";
import type { StepName } from "./install-steps.js";

/** A program that ended otherwise than well. */
export interface FailedProgram {
  program: string;
  step: StepName;
  exitCode: number | null;
  signal: string | null;
  /** The last lines it wrote. */
  lines: readonly string[];
}

/** Of what causes speak. */
export interface FailurePlace {
  folder: string;
  url: string;
  revision: string;
  /** Version of the Python, "3.10". */
  python: string;
  platform: NodeJS.Platform;
}

interface Sign {
  cause: InstallCause;
  pattern: RegExp;
  /** Only in these steps. */
  steps?: readonly StepName[];
}

/**
 * What pip 22–26, git and Windows print, the more certain first: pip says "no matching distribution" also where its network
 * is down, and tells that only in the lines before.
 */
const signs: readonly Sign[] = [
  {
    cause: "diskFull",
    pattern: /No space left on device|Errno 28|not enough space on the disk|\bENOSPC\b|WinError 112/i,
  },
  {
    cause: "certificate",
    pattern:
      /CERTIFICATE_VERIFY_FAILED|SSLCertVerificationError|SSL certificate problem|self[- ]signed certificate|certificate verification failed|UNABLE_TO_VERIFY/i,
  },
  {
    cause: "proxy",
    pattern:
      /ProxyError|Tunnel connection failed|Cannot connect to proxy|Could not resolve proxy|Proxy Authentication Required|\bHTTP code 407\b|Received HTTP code \d+ from proxy/i,
  },
  {
    cause: "revisionMissing",
    steps: ["source"],
    pattern:
      /couldn't find remote ref|not our ref|unadvertised object|did not match any file|unknown revision|no such remote ref/i,
  },
  { cause: "localChanges", steps: ["source"], pattern: /would be overwritten by checkout/i },
  {
    cause: "repositoryMissing",
    steps: ["source"],
    pattern:
      /does not appear to be a git repository|repository .*(?:not found|does not exist)|No such file or directory: .*repository/i,
  },
  {
    cause: "offline",
    pattern:
      /NewConnectionError|name resolution|getaddrinfo failed|Could not resolve host|Connection refused|Network is unreachable|No route to host|ConnectTimeout|Connection timed out|Failed to connect to|nodename nor servname|Failed to establish a new connection|ENOTFOUND|ECONNREFUSED|EAI_AGAIN/i,
  },
  {
    cause: "brokenDownload",
    pattern:
      /IncompleteRead|Connection broken|ConnectionResetError|Connection reset by peer|RemoteDisconnected|ReadTimeout|Read timed out|early EOF|RPC failed|unexpected disconnect|DO NOT MATCH THE HASHES|ECONNRESET|other side closed|terminated|BadZipFile|ended early|Wheel '.*' located at .* is invalid/i,
  },
  {
    cause: "refused",
    pattern:
      /\b(40[0137]|403) (?:Client Error|Forbidden|Unauthorized)|The requested URL returned error: (\d{3})|Authentication failed for/i,
  },
  {
    cause: "pathTooLong",
    pattern: /WinError 206|filename or extension is too long|Filename too long|ENAMETOOLONG|Errno 36\b/i,
  },
  {
    cause: "compilerMissing",
    pattern:
      /Microsoft Visual C\+\+ 14|Unable to find vcvarsall|error: command '[^']*(?:gcc|cc|g\+\+|clang|cl\.exe)'|No such file or directory: '(?:\S*-)?(?:gcc|cc|g\+\+|c\+\+)'|Python\.h: No such file/i,
  },
  {
    cause: "noWheel",
    pattern: /No matching distribution found for (\S+)|satisfies the requirement (\S+)|requires a different Python/i,
  },
  { cause: "conflict", pattern: /ResolutionImpossible|conflicting dependencies/i },
  {
    cause: "venvFails",
    steps: ["venv"],
    pattern: /ensurepip is not available|No module named '?(?:venv|ensurepip)|ensurepip.*(?:non-zero|returned)/i,
  },
  {
    cause: "permission",
    pattern: /Permission denied|Access is denied|WinError 5\b|WinError 32\b|\bEACCES\b|\bEPERM\b|Errno 13\b/i,
  },
  { cause: "outOfMemory", pattern: /MemoryError|Cannot allocate memory|Errno 12\b/i },
];

const LINES_KEPT = 12;
const LINE_LETTERS = 500;

/** Names in pip's sentences: `torch==2.6.0`, `failed building wheel for sentencepiece`. */
function packageIn(lines: readonly string[], pattern: RegExp): string {
  for (const line of lines.toReversed()) {
    const name = pattern
      .exec(line)
      ?.slice(1)
      .find((one) => one !== undefined);
    if (name !== undefined) return name.replace(/[,.;()]+$/, "");
  }
  return "";
}

/** The cause of a failed program, by what it wrote. */
export function findFailure(failed: FailedProgram, place: FailurePlace): InstallFailure {
  const { program, step, exitCode, signal } = failed;
  const lines = failed.lines.map((line) => line.slice(0, LINE_LETTERS)).filter((line) => line.trim() !== "");
  const { folder, url, revision, python, platform } = place;
  const sign = signs.find(
    ({ pattern, steps }) => (steps?.includes(step) ?? true) && lines.some((line) => pattern.test(line)),
  );
  const shown = sign ? lines.filter((line) => sign.pattern.test(line)).slice(-4) : [];
  const last = lines.slice(-LINES_KEPT);
  const kept = [...shown.filter((line) => !last.includes(line)), ...last];
  const told = (cause: InstallCause, values: InstallFailure["values"] = {}): InstallFailure => ({
    cause,
    values,
    lines: kept,
  });
  if (sign === undefined) {
    if (signal === "SIGKILL" || exitCode === 137) return told("outOfMemory");
    return told("unknown", { program, exit: signal ?? String(exitCode) });
  }
  switch (sign.cause) {
    case "noWheel":
      return told("noWheel", {
        package: packageIn(lines, /(?:No matching distribution found for|satisfies the requirement) (\S+)/i),
        python,
      });
    case "compilerMissing":
      return told("compilerMissing", {
        package: packageIn(lines, /Failed (?:building wheel|to build)(?: for)? '?([\w.-]+)/i),
        platform,
      });
    case "refused":
      return told("refused", { status: packageIn(lines, /\b(40[0-9])\b/) });
    case "diskFull":
    case "localChanges":
      return told(sign.cause, { folder });
    case "revisionMissing":
    case "repositoryMissing":
      return told(sign.cause, { url, revision });
    default:
      return told(sign.cause);
  }
}

/** Causes that may be gone a moment later. */
export const mayPass = ({ cause }: InstallFailure): boolean => cause === "offline" || cause === "brokenDownload";
