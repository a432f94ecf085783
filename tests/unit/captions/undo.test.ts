import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { CaptionEdit } from "../../../protocol/generated/methods.js";
import { commitEdits } from "../../../sidecar/captions/edits/commit-edits.js";
import { editSet } from "../../../sidecar/captions/edits/edit-set.js";
import { captionSet } from "../../../sidecar/captions/set/caption-set.js";
import { openDatabase } from "../../../sidecar/store/database.js";
import { history, undo } from "../../../sidecar/store/history.js";
import { followJournal } from "../../../sidecar/store/journal.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const measures = { images: () => 1, tokens: (text: string) => text.length };

const tag = fc.constantFrom("smile", "long hair", "1girl", "a_b", "okara");
const edit: fc.Arbitrary<CaptionEdit> = fc.oneof(
  fc.record({
    kind: fc.constant("add" as const),
    tags: fc.array(tag, { minLength: 1, maxLength: 2 }),
    at: fc.constantFrom("first" as const, "last" as const, 2),
  }),
  fc.record({ kind: fc.constant("remove" as const), tags: fc.array(tag, { minLength: 1, maxLength: 2 }) }),
  fc.record({
    kind: fc.constant("replace" as const),
    find: tag,
    with: tag,
    where: fc.constantFrom("tag" as const, "text" as const, "caption" as const),
  }),
  fc.constant({ kind: "dedupe" } as const),
  fc.record({ kind: fc.constant("sort" as const), by: fc.constantFrom("name" as const, "length" as const) }),
  fc.record({ kind: fc.constant("set" as const), caption: fc.constantFrom(null, "", "x, y\r\n") }),
  fc.record({ kind: fc.constant("trigger" as const), word: tag }),
);
const caption = fc.oneof(fc.constant(null), fc.string({ unit: fc.constantFrom(..."ab_ ,\r\n\uFEFFé髪") }));

test("undoing any sequence of edits brings every byte back", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(caption, { minLength: 1, maxLength: 4 }),
      fc.array(edit, { minLength: 1, maxLength: 5 }),
      async (captions, edits) => {
        const [folder, state] = [await newFolder(), await newFolder()];
        const database = openDatabase(state);
        for (const [index, text] of captions.entries()) {
          await writeFile(join(folder, `${index}.png`), "");
          if (text !== null) await writeFile(join(folder, `${index}.txt`), text);
        }
        for (const one of edits) {
          const { pictures } = await captionSet(database, folder, { recursive: false });
          const edited = editSet(pictures, [one], { prose: true, measures });
          commitEdits(database, edited, { folder, edits: [one], stepName: null, expect: null });
        }
        await followJournal(database);
        const first = history(database, folder).at(-1);
        if (first) await undo(database, folder, first.step);
        for (const [index, text] of captions.entries()) {
          const now = await readFile(join(folder, `${index}.txt`), "utf8").catch(() => null);
          expect(now).toBe(text);
        }
        database.close();
      },
    ),
    { numRuns: 40 },
  );
});
