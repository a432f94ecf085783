import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { CourseFacts } from "../../../../sidecar/journey/course/course-facts.js";
import { noNotes } from "../../../../sidecar/journey/course/course-notes.js";
import { courseDecisions, courseSteps, type Permission } from "../../../../sidecar/journey/course/course-steps.js";
import { nextAction, stepStates } from "../../../../sidecar/journey/course/next-action.js";
import { optionsFor } from "../../../support/begun-course.js";
import { temporaryFolders } from "../../../support/temporary-folder.js";

const newFolder = temporaryFolders();

const cause = fc.constantFrom(null, { kind: "rule" as const, code: "x", values: {}, message: "m", remedy: "r" });
const pace = fc.constant({ done: 1, of: 2, secondsLeft: 3 });
const job = fc.option(
  fc.record({
    state: fc.constantFrom("running" as const, "done" as const, "failed" as const),
    pace,
    failed: fc.nat(3),
    error: cause,
  }),
);
const seen = <F>(facts: fc.Arbitrary<F>) => facts.map((one) => ({ facts: one }));
const facts: fc.Arbitrary<CourseFacts> = fc.record(
  {
    check: seen(
      fc.record({ pictures: fc.nat(3), measured: fc.nat(3), trainable: fc.boolean(), warnings: fc.nat(2), cause, job }),
    ),
    rename: seen(fc.record({ files: fc.nat(2), isArranged: fc.boolean() })),
    arrange: seen(
      fc.record({
        layout: fc.constantFrom(null, "/a"),
        into: fc.constant("/a"),
        there: fc.nat(2),
        files: fc.nat(2),
        trigger: cause,
      }),
    ),
    tag: seen(fc.record({ pictures: fc.nat(3), captions: fc.nat(3), job })),
    trigger: seen(fc.record({ captions: fc.nat(2), tags: fc.constant([]) })),
    prune: seen(fc.record({ captions: fc.nat(2), tags: fc.constantFrom([], ["a"]) })),
    plan: seen(
      fc.record({
        steps: fc.constantFrom(null, 7000),
        epochs: fc.nat(9),
        secondsLow: fc.constant(null),
        secondsHigh: fc.constant(null),
        noModel: fc.boolean(),
        models: fc.constant([]),
        cause,
      }),
    ),
    train: seen(
      fc.record({
        run: fc.constant(null),
        before: fc.record({ ready: fc.boolean(), noTrainer: fc.boolean(), cause, steps: fc.nat() }),
      }),
    ),
  },
  { requiredKeys: [] },
);
const permissions = fc.record(
  Object.fromEntries(courseDecisions.map((one) => [one, fc.constantFrom<Permission>("alone", "ask", "no")])),
);

test("it does only what is allowed, at the first step that is open, and says the same of the same knowledge", async () => {
  const usual = optionsFor(await newFolder());
  fc.assert(
    fc.property(facts, permissions, (known, chosen) => {
      const knows = {
        facts: known,
        notes: noNotes,
        options: { ...usual, permissions: { ...usual.permissions, ...chosen } },
      };
      const action = nextAction(knows);
      const states = stepStates(knows);
      const first = states.find(({ state }) => state.is !== "done" && state.is !== "skipped");

      expect(nextAction(knows)).toEqual(action);
      expect("step" in action ? action.step : action.kind === "ask" ? action.question.step : undefined).toBe(
        first?.step,
      );
      if (action.kind === "do" && first?.state.is === "ready" && first.state.decision !== null) {
        expect(knows.options.permissions[first.state.decision]).toBe("alone");
      }
      if (action.kind === "ask") expect(action.question.answers.at(-1)).toBe("stop");
    }),
  );
});

test("nothing known: the first step is looked at", async () => {
  const options = optionsFor(await newFolder());

  expect(nextAction({ facts: {}, notes: noNotes, options })).toEqual({ kind: "look", step: courseSteps[0] });
});
