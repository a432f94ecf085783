import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { reportError } from "../../../sidecar/host/studio-error.js";
import { pictureSet, planningRooms } from "../../support/planning.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const openRoom = planningRooms();
const article: Record<string, unknown> = JSON.parse(
  readFileSync("tests/fixtures/kohya-gui/article-okara.config.json", "utf8"),
);

const hostile = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    0,
    -1,
    1e308,
    1e15,
    4e9,
    0.001,
    1e-300,
    "",
    "  ",
    "NaN",
    "1e999",
    "-5",
    "600,900,1",
    "../../..",
    "CON",
  ),
  fc.constantFrom("/etc/shadow", "\\\\server\\share", "C:\\a\0b", "おから".repeat(500), true, false, null),
);

describe("a configuration that nobody should have written", () => {
  it("is looked at in the end, whatever stands in it: no crash, no endless counting", async () => {
    const [room, work] = [openRoom(await newFolder()), await newFolder()];
    await pictureSet(work, "10_okara", { count: 2, size: [64, 96] });
    await pictureSet(`${work}-reg`, "1_girl", { count: 1, size: [64, 64] });
    const usable = { ...article, train_data_dir: work, output_dir: `${work}-out` };
    const changes = fc.dictionary(fc.constantFrom(...Object.keys(article)), hostile, { minKeys: 1, maxKeys: 6 });
    await fc.assert(
      fc.asyncProperty(changes, fc.boolean(), async (changed, regularised) => {
        const config = { ...usable, ...(regularised ? { reg_data_dir: `${work}-reg` } : {}), ...changed };
        const looked = async () => {
          const { plan, problems } = await room["planning/import"]({ text: JSON.stringify(config) });
          const examined = await room["planning/examine"]({ plan });
          await room["planning/export"]({ plan, format: "kohya-json" });
          return { fields: problems, problems: examined.problems };
        };
        const found = await looked().catch((error: unknown) => reportError(error));
        // Refused in words, or looked at: never a fault of ours.
        if ("code" in found) {
          expect(found).toMatchObject({ code: "badArguments", message: expect.stringMatching(/\S/) });
          return;
        }
        for (const { field, message } of found.fields) expect(message).toContain(field);
        // What stands in the file itself is told as it is.
        if (/undefined|NaN/.test(JSON.stringify(changed))) return;
        for (const { message, remedy } of found.problems) expect(`${message} ${remedy}`).not.toMatch(/undefined|NaN/);
      }),
      { numRuns: 150 },
    );
  });

  it("a file where the folder of pictures should be is told as a folder that is not there", async () => {
    const [room, work] = [openRoom(await newFolder()), await newFolder()];
    const file = `${work}/notes.txt`;
    await writeFile(file, "not a folder");

    const { plan } = await room["planning/import"]({ text: JSON.stringify({ ...article, train_data_dir: file }) });
    const { problems } = await room["planning/examine"]({ plan });

    expect(problems.map(({ message }) => message).join("\n")).toContain(file);
  });

  it("a million repeats and a billion steps are counted, not walked through", async () => {
    const [room, work] = [openRoom(await newFolder()), await newFolder()];
    await pictureSet(`${work}/img`, "1000000_okara", { count: 2, size: [64, 96] });
    await pictureSet(`${work}/reg`, "1_girl", { count: 1, size: [64, 64] });
    const text = JSON.stringify({
      ...article,
      train_data_dir: `${work}/img`,
      reg_data_dir: `${work}/reg`,
      epoch: 500,
      save_every_n_steps: 1,
      max_resolution: "64,96",
      enable_bucket: true,
      min_bucket_reso: 64,
      max_bucket_reso: 128,
    });
    const { plan } = await room["planning/import"]({ text });
    const { steps, files } = await room["planning/examine"]({ plan });
    expect(steps).toMatchObject({ showings: 2_000_000, batchesPerEpoch: 4_000_000, exact: 2_000_000_000 });
    expect(files.length).toBeLessThan(20_000);
  });
});
