import { expect, test } from "@jest/globals";
import {
  type FileMarks,
  marksOf,
  matchContent,
  matchMarks,
  type SavedFile,
} from "../../../../sidecar/journey/lineage/identify/match-run.js";

const saved = (given: Partial<SavedFile>): SavedFile => ({ path: "/out/a", run: 1, step: 10, bytes: 9, ...given });
const marks = (given: Partial<FileMarks>): FileMarks => ({
  weights: null,
  session: null,
  started: null,
  outputName: null,
  step: null,
  ...given,
});
const runs = [
  { id: 1, outputName: "okara", started: 100_000, ended: 200_000 },
  { id: 2, outputName: "okara", started: 300_000, ended: null },
  { id: 3, outputName: "okara", started: null, ended: null },
];

test("what the trainer writes of a file is read, and its None is nothing", () => {
  const metadata = new Map([
    ["ss_session_id", "7"],
    ["ss_training_started_at", "12.5"],
    ["ss_steps", "40"],
    ["ss_output_name", "None"],
  ]);

  expect(marksOf(metadata)).toEqual({ weights: null, session: "7 12.5", started: 12_500, outputName: null, step: 40 });
});

test("of the same bytes the file of the same step counts, then the latest run", () => {
  const known = [saved({ run: 1, step: 10 }), saved({ run: 2, step: 20 }), saved({ run: 3, step: 30 })];

  expect(matchContent(known, marks({ step: 10 }))).toMatchObject({ by: "content", run: 1, step: 10 });
  expect(matchContent(known, marks({}))).toMatchObject({ run: 3 });
  expect(matchContent([], marks({}))).toBeNull();
});

test("weights are surer than the training's number, that is surer than name and time", () => {
  const files = [
    { saved: saved({ run: 1, step: 10 }), marks: marks({ weights: "w", session: "s" }) },
    { saved: saved({ run: 2, step: 10 }), marks: marks({ weights: "v", session: "t" }) },
    { saved: saved({ run: 2, step: 20, path: "/out/b" }), marks: marks({ weights: "u", session: "t" }) },
  ];
  const named = { started: 150_000, outputName: "okara" };

  expect(matchMarks(marks({ weights: "w", session: "t", ...named }), files, runs)).toMatchObject({
    by: "weights",
    run: 1,
  });
  expect(matchMarks(marks({ session: "t", step: 20, ...named }), files, runs)).toMatchObject({
    by: "session",
    run: 2,
    saved: { path: "/out/b" },
  });
  expect(matchMarks(marks(named), files, runs)).toMatchObject({ by: "started", run: 1, saved: null });
});

test.each([
  ["another name", { started: 150_000, outputName: "other" }],
  ["no name", { started: 150_000, outputName: null }],
  ["between the runs", { started: 250_000, outputName: "okara" }],
  ["before all", { started: 1, outputName: "okara" }],
  ["no time", { outputName: "okara" }],
])("a file with %s is nobody's", (_what, given) => {
  expect(matchMarks(marks(given), [], runs)).toBeNull();
});

test("a training that still goes on has no end yet", () => {
  expect(matchMarks(marks({ started: 999_000_000, outputName: "okara" }), [], runs)).toMatchObject({ run: 2 });
});
