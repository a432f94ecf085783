import { writeFile } from "node:fs/promises";
import systemPath from "node:path";
import { expect, test } from "@jest/globals";
import { addressInPage, indexInFile, packageIndex } from "../../../../sidecar/host/cuda/package-index.js";
import { temporaryFolders } from "../../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const around = (environment: NodeJS.ProcessEnv, home = "/nowhere") => ({
  environment: { PIP_CONFIG_FILE: "/nowhere/pip.conf", ...environment },
  home,
  path: systemPath,
  state: home,
});

test("the index is the user's: the variable before pip's file, whose other sections say nothing", async () => {
  const file = systemPath.join(await newFolder(), "pip.conf");
  await writeFile(
    file,
    "[install]\nindex-url = https://other.example/simple\n[global]\nindex-url=https://mirror.example/simple/\n",
  );

  const byFile = await packageIndex(around({ PIP_CONFIG_FILE: file }));
  const byVariable = await packageIndex(around({ PIP_CONFIG_FILE: file, PIP_INDEX_URL: "https://named.example/pypi" }));

  expect([byFile.address, byVariable.address]).toEqual(["https://mirror.example/simple", "https://named.example/pypi"]);
  expect(indexInFile("[install]\nindex-url = https://other.example\n")).toBeNull();
});

test("a login in the address becomes a header, and stands in no sentence", async () => {
  const index = await packageIndex(around({ PIP_INDEX_URL: "https://me:s%2Fcret@mirror.example/simple/" }));

  expect(index).toEqual({
    address: "https://mirror.example/simple",
    login: { authorization: `Basic ${Buffer.from("me:s/cret").toString("base64")}` },
  });
  await expect(packageIndex(around({ PIP_INDEX_URL: "mirror" }))).rejects.toMatchObject({ code: "badArguments" });
});

test("a file is found in a page of either kind, its address seen from the page's; another one's is not", () => {
  const at = "https://mirror.example/simple/some-package/";
  const file = "some_package-1.0-py3-none-any.whl";
  const json = JSON.stringify({
    files: [
      { filename: "other.whl", url: "/o" },
      { filename: file, url: `../../files/${file}` },
    ],
  });
  const html = `<a data-requires-python="&gt;=3" href="/files/ab/${file}#sha256=00">${file}</a><a href="/files/other.whl">x</a>`;

  expect(addressInPage(json, "application/vnd.pypi.simple.v1+json", { file, at })).toBe(
    `https://mirror.example/files/${file}`,
  );
  expect(addressInPage(html, "text/html", { file, at })).toBe(`https://mirror.example/files/ab/${file}`);
  expect(addressInPage(html, "text/html", { file: "some_package-2.0-py3-none-any.whl", at })).toBeNull();
});
