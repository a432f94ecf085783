import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { findNpm, isArchive, packagesFor, watchReach } from "../../support/set-up-parts.js";

interface Machine {
  platform: string;
  node: string;
  files: Record<string, string>;
  environment?: Record<string, string>;
}

/** `files` are those of a machine: each path with where it leads to. */
const npmOn = ({ platform, node, files, environment = {} }: Machine): string | null =>
  findNpm({
    platform,
    node,
    environment,
    exists: (path) => path in files,
    realPath: (path) => files[path] ?? path,
  });

const itself = (path: string): Record<string, string> => ({ [path]: path });

test.each<[string, Machine, string]>([
  [
    "nodejs.org's on Windows",
    {
      platform: "win32",
      node: "C:\\Program Files\\nodejs\\node.exe",
      files: itself("C:\\Program Files\\nodejs\\node_modules\\npm\\bin\\npm-cli.js"),
    },
    "C:\\Program Files\\nodejs\\node_modules\\npm\\bin\\npm-cli.js",
  ],
  [
    "nvm's on Linux",
    {
      platform: "linux",
      node: "/home/okara/.nvm/versions/node/v22.14.0/bin/node",
      files: itself("/home/okara/.nvm/versions/node/v22.14.0/lib/node_modules/npm/bin/npm-cli.js"),
    },
    "/home/okara/.nvm/versions/node/v22.14.0/lib/node_modules/npm/bin/npm-cli.js",
  ],
  [
    "Homebrew's",
    {
      platform: "darwin",
      node: "/opt/homebrew/Cellar/node/24.1.0/bin/node",
      files: itself("/opt/homebrew/Cellar/node/24.1.0/libexec/lib/node_modules/npm/bin/npm-cli.js"),
    },
    "/opt/homebrew/Cellar/node/24.1.0/libexec/lib/node_modules/npm/bin/npm-cli.js",
  ],
  [
    "Debian's",
    { platform: "linux", node: "/usr/bin/node", files: itself("/usr/share/nodejs/npm/bin/npm-cli.js") },
    "/usr/share/nodejs/npm/bin/npm-cli.js",
  ],
  [
    "another's on the PATH, through its link",
    {
      platform: "linux",
      node: "/opt/node/bin/node",
      environment: { PATH: "/usr/bin:/home/okara/bin" },
      files: { "/home/okara/bin/npm": "/home/okara/npm/bin/npm-cli.js" },
    },
    "/home/okara/npm/bin/npm-cli.js",
  ],
  [
    "another's on Windows' Path, where npm.cmd cannot be run without a shell",
    {
      platform: "win32",
      node: "D:\\node\\node.exe",
      environment: { Path: "C:\\Windows;D:\\おから\\nodejs" },
      files: itself("D:\\おから\\nodejs\\node_modules\\npm\\bin\\npm-cli.js"),
    },
    "D:\\おから\\nodejs\\node_modules\\npm\\bin\\npm-cli.js",
  ],
])("npm is found: %s", (_, machine, expected) => {
  expect(npmOn(machine)).toBe(expected);
});

test("a shell script called npm is not run by Node", () => {
  const files = itself("/home/okara/bin/npm");

  expect(
    npmOn({ platform: "linux", node: "/opt/bin/node", environment: { PATH: "/home/okara/bin" }, files }),
  ).toBeNull();
});

test("only this system's packages are counted", () => {
  const lock = {
    packages: {
      "": {},
      plain: {},
      testing: { dev: true },
      windows: { os: ["win32"], cpu: ["x64"] },
      linux: { os: ["linux"], cpu: ["x64"], libc: ["glibc"] },
      musl: { os: ["linux"], cpu: ["x64"], libc: ["musl"] },
      notWindows: { os: ["!win32"] },
    },
  };
  const on = (platform: string, withDevelopment = false): string[] =>
    packagesFor(lock, { platform, architecture: "x64", withDevelopment });

  expect(on("linux")).toEqual(["plain", "linux", "notWindows"]);
  expect(on("win32")).toEqual(["plain", "windows"]);
  expect(on("darwin", true)).toEqual(["plain", "testing", "notWindows"]);
});

test("archives that arrive are told from npm's questions about packages", () => {
  expect(isArchive("npm http fetch GET 200 https://registry.npmjs.org/ws/-/ws-8.23.0.tgz 312ms (cache updated)")).toBe(
    true,
  );
  expect(isArchive("npm http cache https://registry.npmjs.org/ws/-/ws-8.23.0.tgz 2ms (cache hit)")).toBe(true);
  expect(isArchive("npm http fetch GET 200 https://registry.npmjs.org/ws 312ms (cache updated)")).toBe(false);
});

test("the set-up refuses the versions of Node that the page's builder refuses", () => {
  const read = (name: string): unknown => JSON.parse(readFileSync(name, "utf8"));
  const { engines } = Object(read("node_modules/vite/package.json"));

  expect(engines.node).toBe("^20.19.0 || >=22.12.0");
});

const failed = (name: string): string =>
  `npm http fetch GET https://registry.npmjs.org/${name} attempt 1 failed with EAI_AGAIN`;

test("a network that is away is known at the fourth failure; one that stumbles is not given up", () => {
  const [away, stumbling] = [watchReach(), watchReach()];

  expect(["a", "b", "c", "d"].map((name) => away(failed(name)))).toEqual([false, false, false, true]);
  stumbling("npm http fetch GET 200 https://registry.npmjs.org/ws 312ms (cache updated)");
  expect(["a", "b", "c", "d", "e"].some((name) => stumbling(failed(name)))).toBe(false);
});
