// What went wrong, read from what npm, the compiler or the system said. Pure; the sentences are in words.mjs.
// npm's codes: https://docs.npmjs.com/cli/v11/using-npm/logging, and those of Node's `os.constants.errno` and TLS errors.

const network = [
  ...["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "ETIMEDOUT", "EHOSTUNREACH"],
  ...["ENETUNREACH", "ENETDOWN", "EPIPE", "ENOTCACHED", "ERR_SOCKET_TIMEOUT", "EIDLETIMEOUT", "FETCH_ERROR"],
];
const certificate = [
  ...["SELF_SIGNED_CERT_IN_CHAIN", "DEPTH_ZERO_SELF_SIGNED_CERT", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
  ...["UNABLE_TO_GET_ISSUER_CERT", "UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "CERT_HAS_EXPIRED", "CERT_NOT_YET_VALID"],
  ...["CERT_UNTRUSTED", "ERR_TLS_CERT_ALTNAME_INVALID", "ERR_SSL_WRONG_VERSION_NUMBER", "EPROTO"],
];

const kinds = {
  ...Object.fromEntries(network.map((code) => [code, "offline"])),
  ...Object.fromEntries(certificate.map((code) => [code, "certificate"])),
  ...{ E407: "proxy", ERR_INVALID_PROXY: "proxy", EINVALIDPROXY: "proxy" },
  ...{ E401: "registry", E403: "registry", E404: "registry", ETARGET: "registry", ENOVERSIONS: "registry" },
  ...{ E429: "registry", E500: "registry", E502: "registry", E503: "registry", E504: "registry" },
  ...{ EINTEGRITY: "damagedDownload", TAR_BAD_ARCHIVE: "damagedDownload", Z_BUF_ERROR: "damagedDownload" },
  ...{ ENOSPC: "diskFull", EDQUOT: "diskFull" },
  ...{ EROFS: "notWritable", EACCES: "notWritable", EPERM: "notWritable" },
  ...{ EBUSY: "inUse", ENOTEMPTY: "inUse", ETXTBSY: "inUse" },
  ...{ ENOMEM: "memory", ERR_WORKER_OUT_OF_MEMORY: "memory" },
  ...{ ENAMETOOLONG: "longPath" },
};

/** How programs that are not Node word the system's errors (Go: tsc; Rust: the bundler), beside Node's own heap. */
const sentences = [
  [/no space left on device|disk quota exceeded|not enough space on the disk|os error (28|112|122)\)/i, "diskFull"],
  [/read-only file system|permission denied|access is denied|os error (5|13|30)\)/i, "notWritable"],
  [/used by another process|os error 32\)/i, "inUse"],
  [/heap out of memory|out of memory|cannot allocate memory/i, "memory"],
];

const kindOf = (errorCode, platform) => {
  // Windows says EPERM and EACCES for files that a program or a virus scanner holds open, too.
  if (platform === "win32" && errorCode === "EPERM") return "inUse";
  return Object.hasOwn(kinds, errorCode) ? kinds[errorCode] : undefined;
};

function spoken(output, platform) {
  const [, npmCode] = /^npm (?:ERR!|error) code (\S+)/m.exec(output) ?? [];
  if (npmCode && kindOf(npmCode, platform)) return kindOf(npmCode, platform);
  for (const [pattern, kind] of sentences) if (pattern.test(output)) return kind;
  const named = [...output.matchAll(/\b(E[A-Z][A-Z_]{3,}|[A-Z]+(?:_[A-Z]+){2,})\b/g)].map(([code]) => code);
  return named.map((code) => kindOf(code, platform)).find(Boolean);
}

/**
 * @param evidence.step which step ended: "packages" | "program" | "page" | "other"
 * @param evidence.output what its program printed, its last lines at least
 * @param evidence.errorCode Node's code where the program could not be started, or a file of ours not written
 * @returns {{ code: string, values: Record<string, string> }} a code of words.mjs
 */
export function classify({ step, output = "", errorCode = "", signal = null, path, platform = process.platform }) {
  const [, spokenPath] = /^npm (?:ERR!|error) path (.+)$/m.exec(output) ?? [];
  const place = (path ?? spokenPath)?.trim();
  const values = place ? { path: place } : {};
  const code = kindOf(errorCode, platform) ?? spoken(output, platform);
  if (code) return { code, values };
  // The kernel ends the greediest process when memory is out; nobody else sends this.
  if (signal === "SIGKILL") return { code: "memory", values };
  // The compiler and the bundler fail on their own only where files do not fit each other.
  return { code: step === "program" || step === "page" ? "mixedFiles" : "unknown", values };
}
