import { expect, test } from "@jest/globals";
import { type FailedProgram, findFailure, mayPass } from "../../../../sidecar/training/installer/find-failure.js";

const place = {
  folder: "/ai/sd-scripts",
  url: "https://github.com/kohya-ss/sd-scripts.git",
  revision: "v0.10.1",
  python: "3.10",
  platform: "linux",
} as const;

const failed = (lines: string[], more: Partial<FailedProgram> = {}): FailedProgram => ({
  program: "pip",
  step: "torch",
  exitCode: 1,
  signal: null,
  lines,
  ...more,
});

// As pip 23 to 26, git 2.39 and Windows print them.
test.each([
  ["diskFull", "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"],
  ["diskFull", "OSError: [WinError 112] There is not enough space on the disk"],
  [
    "certificate",
    "Could not fetch URL https://download.pytorch.org/whl/cu124/torch/: There was a problem confirming the ssl certificate: HTTPSConnectionPool(host='download.pytorch.org', port=443): Max retries exceeded (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed'))) - skipping",
  ],
  [
    "proxy",
    "WARNING: Retrying (Retry(total=0)) after connection broken by 'ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 407 Proxy Authentication Required'))': /simple/torch/",
  ],
  [
    "brokenDownload",
    "pip._vendor.urllib3.exceptions.ProtocolError: ('Connection broken: IncompleteRead(1024 bytes read, 4096 more expected)', IncompleteRead(1024 bytes read, 4096 more expected))",
  ],
  ["brokenDownload", "ERROR: Wheel 'torch' located at /tmp/pip-unpack-x/torch-2.6.0-py3-none-any.whl is invalid."],
  ["brokenDownload", "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."],
  ["refused", "ERROR: HTTP error 403 while getting x: 403 Client Error: Forbidden for url: https://mirror/simple"],
  ["compilerMissing", "error: command 'gcc' failed: No such file or directory"],
  ["compilerMissing", "error: Microsoft Visual C++ 14.0 or greater is required."],
  ["permission", "ERROR: Could not install packages due to an OSError: [WinError 5] Access is denied: 'C:\\\\x'"],
  ["pathTooLong", "OSError: [WinError 206] The filename or extension is too long: 'C:\\\\x'"],
  ["conflict", "ERROR: ResolutionImpossible: for help visit https://pip.pypa.io"],
  ["outOfMemory", "MemoryError"],
])("pip's words tell: %s", (cause, line) => {
  expect(findFailure(failed(["Collecting torch", line]), place).cause).toBe(cause);
});

test.each([
  ["offline", "fatal: unable to access 'https://github.com/x/': Could not resolve host: github.com"],
  ["certificate", "fatal: unable to access 'https://github.com/x/': SSL certificate problem: self-signed certificate"],
  ["revisionMissing", "fatal: couldn't find remote ref v9.9"],
  ["revisionMissing", "fatal: remote error: upload-pack: not our ref 1234"],
  ["repositoryMissing", "fatal: '/nowhere' does not appear to be a git repository"],
  ["repositoryMissing", "remote: Repository not found."],
  ["localChanges", "error: Your local changes to the following files would be overwritten by checkout:"],
  ["brokenDownload", "fatal: early EOF"],
])("git's words tell: %s", (cause, line) => {
  expect(findFailure(failed([line], { program: "git", step: "source" }), place).cause).toBe(cause);
});

test("without ensurepip no environment can be made", () => {
  const line = "The virtual environment was not created successfully because ensurepip is not available.";
  expect(findFailure(failed([line], { step: "venv" }), place).cause).toBe("venvFails");
});

test("without a network pip also says that nothing fits: the network is the cause", () => {
  const lines = [
    "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError('<x>: Failed to establish a new connection: [Errno -3] Temporary failure in name resolution')': /simple/torch/",
    "ERROR: Could not find a version that satisfies the requirement torch==2.6.0 (from versions: none)",
    "ERROR: No matching distribution found for torch==2.6.0",
  ];
  const failure = findFailure(failed(lines), place);
  expect(failure.cause).toBe("offline");
  expect(mayPass(failure)).toBe(true);
  expect(findFailure(failed(lines.slice(1)), place)).toMatchObject({
    cause: "noWheel",
    values: { package: "torch==2.6.0", python: "3.10" },
  });
});

test("the package that would have to be compiled is named", () => {
  const lines = [
    "error: command 'gcc' failed: No such file or directory",
    "  ERROR: Failed building wheel for sentencepiece",
  ];
  expect(findFailure(failed(lines), place)).toMatchObject({
    cause: "compilerMissing",
    values: { package: "sentencepiece", platform: "linux" },
  });
});

test("what nobody knows keeps its last lines; ended by the system it was the memory", () => {
  const lines = Array.from({ length: 40 }, (_, index) => `line ${index}`);
  const unknown = findFailure(failed(lines, { exitCode: 2 }), place);
  expect(unknown).toMatchObject({ cause: "unknown", values: { program: "pip", exit: "2" } });
  expect(unknown.lines.at(-1)).toBe("line 39");
  expect(mayPass(unknown)).toBe(false);
  expect(findFailure(failed(lines, { exitCode: null, signal: "SIGKILL" }), place).cause).toBe("outOfMemory");
});
