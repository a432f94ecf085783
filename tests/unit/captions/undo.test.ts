import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { CaptionEdit } from "../../../protocol/generated/methods.js";
import { commitEdits } from "../../../sidecar/captions/edits/commit-edits.js";
import { editSet } from "../../../sidecar/captions/edits/edit-set.js";
import { captionSet } from "../../../sidecar/captions/set/caption-set.js";
import { openDatabase, transaction } from "../../../sidecar/store/database.js";
import { history } from "../../../sidecar/store/history.js";
import { followJournal } from "../../../sidecar/store/journal.js";
import { newRestorePoint } from "../../../sidecar/store/steps.js";
import { redo, returnTo, save, undo } from "../../../sidecar/store/undo.js";
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
          commitEdits(database, edited, { folder, edits: [one], stepName: null, expect: null, save: true });
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

type Move =
  | { kind: "edit"; edit: CaptionEdit; save: boolean }
  | { kind: "undo" | "redo"; save: boolean; wait: boolean }
  | { kind: "point" | "save" }
  | { kind: "return"; to: number; save: boolean };

const moves: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("edit" as const), edit, save: fc.boolean() }) },
  fc.record({ kind: fc.constantFrom("undo" as const, "redo" as const), save: fc.boolean(), wait: fc.boolean() }),
  fc.record({ kind: fc.constantFrom("point" as const, "save" as const) }),
  fc.record({ kind: fc.constant("return" as const), to: fc.nat(5), save: fc.boolean() }),
);

test("whatever is edited, undone, named, gone back to and saved: nothing is lost, no file is in doubt", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(caption, { minLength: 1, maxLength: 3 }),
      fc.array(moves, { minLength: 1, maxLength: 10 }),
      async (captions, sequence) => {
        const [folder, state] = [await newFolder(), await newFolder()];
        const database = openDatabase(state);
        for (const [index, text] of captions.entries()) {
          await writeFile(join(folder, `${index}.png`), "");
          if (text !== null) await writeFile(join(folder, `${index}.txt`), text);
        }
        const seen = async () =>
          (await captionSet(database, folder, { recursive: false })).pictures.map(({ text }) => text);
        const points: { point: number; texts: (string | null)[] }[] = [];
        const after = new Map<number, (string | null)[]>();
        const conflicts: unknown[] = [];
        const nothing = (error: unknown) => {
          expect(error).toMatchObject({ code: "notFound" });
          return { conflicts: [] };
        };
        for (const move of sequence) {
          if (move.kind === "edit") {
            const { pictures } = await captionSet(database, folder, { recursive: false });
            const edited = editSet(pictures, [move.edit], { prose: true, measures });
            const commit = { folder, edits: [move.edit], stepName: null, expect: null, save: move.save };
            const step = commitEdits(database, edited, commit);
            if (step !== null) after.set(step, await seen());
          } else if (move.kind === "undo") {
            conflicts.push(...(await undo(database, folder, undefined, move).catch(nothing)).conflicts);
          } else if (move.kind === "redo") {
            conflicts.push(...(await redo(database, folder, move).catch(nothing)).conflicts);
          } else if (move.kind === "point") {
            points.push({
              point: transaction(database, () => newRestorePoint(database, { folder, name: "here" })),
              texts: await seen(),
            });
          } else if (move.kind === "return") {
            const back = points[move.to];
            if (!back) continue;
            conflicts.push(...(await returnTo(database, folder, back.point, move)).conflicts);
            expect(await seen()).toEqual(back.texts);
          } else {
            conflicts.push(...(await save(database, folder)).conflicts);
          }
        }
        // Any state there ever was can be gone back to, and what is saved is what was seen.
        for (const [step, texts] of after) {
          conflicts.push(...(await returnTo(database, folder, step, { save: false })).conflicts);
          expect(await seen()).toEqual(texts);
        }
        const last = await seen();
        conflicts.push(...(await save(database, folder)).conflicts);
        for (const [index, text] of last.entries()) {
          expect(await readFile(join(folder, `${index}.txt`), "utf8").catch(() => null)).toBe(text);
        }
        expect(conflicts).toEqual([]);
        database.close();
      },
    ),
    { numRuns: 60 },
  );
});
