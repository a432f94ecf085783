import { mkdir, writeFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import { allowances } from "../../../../sidecar/host/settings/definitions.js";
import {
  allowedByFile,
  localFilePath,
  parseLocalFile,
  readLocalFile,
} from "../../../../sidecar/host/settings/local-file.js";
import { temporaryFolders } from "../../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const parsed = (text: string) => parseLocalFile("/home/me/atelier.toml", text);

test("the local file sets what its tables name", () => {
  const { values, problems } = parsed(`
    roots = ["/data/sets", "/data/more/"]
    node = '/opt/node/bin/node'
    [trainer]
    folder = "/opt/sd-scripts"
    [tagger]
    threshold = 0.5
    [webui]
    addresses = ["http://127.0.0.1:7860"]
    [allow]
    training = true
  `);

  expect(problems).toEqual([]);
  expect(values).toEqual({
    roots: ["/data/sets", "/data/more"],
    node: "/opt/node/bin/node",
    "trainer.folder": "/opt/sd-scripts",
    "tagger.threshold": 0.5,
    "webui.addresses": ["http://127.0.0.1:7860"],
    "allow.training": true,
  });
  expect(allowances.filter(allowedByFile({ values }))).toEqual(["training"]);
});

test("an entry that is off is named, and the others hold", () => {
  const { values, problems } = parsed(`
    roots = "/data/sets"
    root = ["/data/sets"]
    node = "bin/node"
    allow = { training = "yes", installs = true }
  `);

  expect(values).toEqual({ "allow.installs": true });
  expect(problems.map(({ kind, name }) => [kind, name])).toEqual([
    ["value", "roots"],
    ["unknown", "root"],
    ["value", "node"],
    ["value", "allow.training"],
  ]);
  expect(problems[0]?.message).toBe('roots expects a list of full paths of folders; found "/data/sets".');
});

test("a file that is no TOML sets and allows nothing, and its line is named", () => {
  const { values, problems } = parsed('[allow]\ntraining = true\nroots = [ "/data"\n');

  expect(values).toEqual({});
  expect(problems).toEqual([expect.objectContaining({ kind: "syntax", name: null })]);
  expect(problems[0]?.message).toMatch(/line [34]/);
  expect(allowances.filter(allowedByFile({ values }))).toEqual([]);
});

test("the file is that of the state folder; none is no fault, a folder in its place is", async () => {
  const home = await newFolder();
  expect(readLocalFile(home)).toEqual({ path: localFilePath(home), exists: false, values: {}, problems: [] });

  await writeFile(localFilePath(home), "\uFEFFroots = ['/data']\n");
  expect(readLocalFile(home).values).toEqual({ roots: ["/data"] });

  const other = await newFolder();
  await mkdir(localFilePath(other));
  expect(readLocalFile(other)).toMatchObject({ exists: true, values: {}, problems: [{ kind: "unreadable" }] });
});
