import { describe, expect, it } from "@jest/globals";
import { foreignFolders } from "../../../sidecar/planning/exchange/foreign-folders.js";
import { isForeignPath, mapPath } from "../../../sidecar/store/path-mappings.js";

const mappings = [
  { from: "G:/Tools", to: "/home/me/tools" },
  { from: "G:\\Tools\\training", to: "/mnt/sets" },
  { from: "/data", to: "D:\\data" },
];

describe("paths of another machine", () => {
  it.each([
    ["G:/Tools/models/a.safetensors", "/home/me/tools/models/a.safetensors"],
    ["g:\\tools\\models\\a b.safetensors", "/home/me/tools/models/a b.safetensors"],
    ["G:\\Tools\\training\\10_おから", "/mnt/sets/10_おから"],
    ["G:/Tools", "/home/me/tools"],
    ["G:/ToolsElse/x", "G:/ToolsElse/x"],
    ["/data/x", "D:/data/x"],
    ["/Data/x", "/Data/x"],
  ])("%s lies in %s", (path, here) => {
    expect(mapPath(mappings, path)).toBe(here);
  });

  it("are told by their form", () => {
    expect(isForeignPath("G:/x", "linux")).toBe(true);
    expect(isForeignPath("\\\\server\\share", "linux")).toBe(true);
    expect(isForeignPath("/x", "linux")).toBe(false);
    expect(isForeignPath("/x", "win32")).toBe(true);
    expect(isForeignPath("G:\\x", "win32")).toBe(false);
  });

  it("are asked about once a drive, by the deepest folder that holds them all", () => {
    const named = (given: string) => ({ argument: "x", given, path: given, state: "foreign" as const });
    const paths = [
      "G:/Tools/Data/Models/a.safetensors",
      "G:\\tools\\training\\output",
      "G:/Tools/training/img",
      "D:/vae/b.safetensors",
    ].map(named);
    expect(foreignFolders(paths)).toEqual(["G:/Tools", "D:/vae"]);
    expect(foreignFolders([{ ...named("/here/x"), state: "there" }])).toEqual([]);
  });
});
