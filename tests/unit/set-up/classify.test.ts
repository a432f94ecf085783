import { expect, test } from "@jest/globals";
import { classify, failureSentences, failures } from "../../support/set-up-parts.js";

const npmSays = (code: string, rest = ""): string => `npm error code ${code}\nnpm error errno ${code}\n${rest}`;

test.each([
  ["ENOTFOUND", "offline"],
  ["EAI_AGAIN", "offline"],
  ["ETIMEDOUT", "offline"],
  ["ERR_SOCKET_TIMEOUT", "offline"],
  ["SELF_SIGNED_CERT_IN_CHAIN", "certificate"],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "certificate"],
  ["E407", "proxy"],
  ["E403", "registry"],
  ["ETARGET", "registry"],
  ["EINTEGRITY", "damagedDownload"],
  ["ENOSPC", "diskFull"],
  ["EDQUOT", "diskFull"],
  ["EROFS", "notWritable"],
  ["EACCES", "notWritable"],
  ["ENAMETOOLONG", "longPath"],
  ["EWHATEVER", "unknown"],
])("npm's %s is told as %s, of old npm too", (npmCode, code) => {
  expect(classify({ step: "packages", output: npmSays(npmCode), platform: "linux" }).code).toBe(code);
  expect(classify({ step: "packages", output: `npm ERR! code ${npmCode}`, platform: "linux" }).code).toBe(code);
});

test("npm names the place", () => {
  const output = npmSays(
    "EACCES",
    "npm error path /srv/おから の WebUI/node_modules\nnpm error EACCES: permission denied",
  );

  expect(classify({ step: "packages", output })).toEqual({
    code: "notWritable",
    values: { path: "/srv/おから の WebUI/node_modules" },
  });
});

test("on Windows EPERM is a file that another program holds", () => {
  expect(classify({ step: "packages", output: npmSays("EPERM"), platform: "win32" }).code).toBe("inUse");
  expect(classify({ step: "packages", output: npmSays("EPERM"), platform: "linux" }).code).toBe("notWritable");
});

test.each([
  ["error TS5033: Could not write file '/x/dist/a.js': write /x/dist/a.js: no space left on device.", "diskFull"],
  ["Build failed: There is not enough space on the disk. (os error 112)", "diskFull"],
  ["Build failed: Read-only file system (os error 30)", "notWritable"],
  ["open C:\\x\\dist\\a.js: Access is denied.", "notWritable"],
  ["The process cannot access the file because it is being used by another process. (os error 32)", "inUse"],
  ["FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory", "memory"],
  ["sidecar/a.ts(1,2): error TS2305: Module './b.js' has no exported member 'c'.", "mixedFiles"],
])("the compiler's and the bundler's own words: %s", (output, code) => {
  expect(classify({ step: "program", output, platform: "linux" }).code).toBe(code);
});

test("a program that the kernel ended had no memory", () => {
  expect(classify({ step: "page", output: "", signal: "SIGKILL" }).code).toBe("memory");
});

test("a file of our own that cannot be written", () => {
  const evidence = { step: "other", errorCode: "EROFS", path: "/x/.setup/lock" };

  expect(classify(evidence)).toEqual({ code: "notWritable", values: { path: "/x/.setup/lock" } });
});

test.each(Object.keys(failures))("%s has a cause and a remedy in both languages, with and without values", (code) => {
  for (const values of [{}, { path: "/a/b", node: "v18", needed: "20", free: "3", detail: "odd" }]) {
    const { en, ja } = failureSentences(code, values);
    for (const text of [en.cause, en.remedy]) expect(text).toMatch(/^[\x20-\x7e“”…–]+$/);
    for (const text of [ja.cause, ja.remedy]) expect(text).toMatch(/[ぁ-ん]/);
    if ("path" in values) for (const text of [en.cause, ja.cause]) expect(text).not.toContain("undefined");
  }
});
