import { expect, test } from "@jest/globals";
import type { SetLook } from "../../../../sidecar/journey/projects/look-at-set.js";
import type { Story } from "../../../../sidecar/journey/projects/project-store.js";
import { nextOf, stagesOf } from "../../../../sidecar/journey/projects/standing.js";
import type { SweepRecord } from "../../../../sidecar/sweep/cells/sweep-table.js";
import { noProgress, type RunRecord } from "../../../../sidecar/training/runs/run-record.js";
import { sweepFacts, sweepSettings } from "../../../support/sweep-settings.js";

const look = (given: Partial<SetLook> = {}): SetLook => ({
  folder: "/okara",
  pictures: 20,
  captions: 20,
  folders: [],
  cover: [],
  ...given,
});
const story = (given: Partial<Story> = {}): Story => ({
  folders: ["/okara"],
  steps: [],
  plans: [],
  runs: [],
  sweeps: [],
  installed: [],
  past: null,
  opened: null,
  ...given,
});
const plan: Story["plans"][number] = {
  id: 3,
  name: "okara",
  folder: "/okara",
  concept: "character",
  family: "sd15",
  revision: 1,
  changed: "2026-11-26T03:00:00.000Z",
};
const meant: RunRecord["meant"] = {
  plan: {
    name: "okara",
    family: "sd15",
    length: { by: "steps", value: 10 },
    arguments: {},
    datasets: null,
    launch: {},
    samplePrompts: null,
    additional: [],
    origin: null,
  },
  concept: "character",
  folder: "/okara",
  trainer: { kind: "rehearsal", folder: "", python: "", accelerate: null },
  outputFolder: "/out",
  steps: 10,
  perEpoch: 10,
  epochs: 1,
  files: [],
  from: 0,
  parent: null,
};
const run = (id: number, state: RunRecord["state"]): RunRecord => ({
  id,
  name: "okara",
  state,
  meant,
  afterSave: false,
  queued: "2026-11-26T03:00:00.000Z",
  started: null,
  ended: null,
  outcome: { cause: null, values: {}, lines: [], exitCode: 0, signal: null, progress: noProgress(meant) },
  revision: 1,
});
const sweep = (id: number, state: SweepRecord["state"], of: number): SweepRecord => ({
  id,
  name: "grid",
  state,
  settings: sweepSettings({ run: of }),
  facts: sweepFacts(sweepSettings()),
  wanted: null,
  job: null,
  created: "",
  changed: "",
  revision: 1,
  meant: 1,
  problem: null,
  counts: null,
  picture: null,
  removed: false,
});
const kindOf = (...given: Parameters<typeof nextOf>): string => nextOf(...given).kind;

test("what is next follows from what is there, from the first picture to the installed file", () => {
  const done = { runs: [run(1, "succeeded")], plans: [plan] };
  const swept = { ...done, sweeps: [sweep(5, "done", 1)] };
  const installed: Story["installed"] = [
    {
      name: "okara",
      folder: "/webui",
      path: "/webui/okara.safetensors",
      content: "",
      source: "",
      run: 1,
      published: "",
      isThere: true,
      isOurs: true,
    },
  ];

  expect(kindOf(null, story(), null)).toBe("locate");
  expect(kindOf(look({ pictures: 0, captions: 0 }), story(), null)).toBe("pictures");
  expect(nextOf(look({ captions: 5 }), story(), null)).toMatchObject({ kind: "tag", room: "tagging", count: 15 });
  expect(kindOf(look(), story(), null)).toBe("plan");
  expect(nextOf(look(), story({ plans: [plan] }), null)).toMatchObject({ kind: "train", plan: 3, name: "okara" });
  expect(nextOf(look(), story({ runs: [run(1, "queued")] }), null)).toMatchObject({ kind: "waiting", run: 1 });
  expect(kindOf(look(), story({ runs: [run(2, "running"), run(1, "queued")] }), null)).toBe("training");
  expect(kindOf(look(), story({ runs: [run(2, "failed"), run(1, "succeeded")] }), null)).toBe("failed");
  expect(nextOf(look(), story(done), null)).toMatchObject({ kind: "sweep", room: "sweep", run: 1 });
  expect(kindOf(look(), story({ ...done, sweeps: [sweep(5, "drawing", 1)] }), null)).toBe("drawing");
  expect(kindOf(look(), story({ ...done, sweeps: [sweep(5, "paused", 1)] }), null)).toBe("sweepStopped");
  expect(kindOf(look(), story(swept), null)).toBe("verdict");
  expect(kindOf(look(), story(swept), { recommended: null })).toBe("notEnough");
  expect(nextOf(look(), story(swept), { recommended: { lora: 0, strength: 1 } })).toMatchObject({
    kind: "install",
    sweep: 5,
    name: "grid",
  });
  expect(kindOf(look(), story({ ...swept, installed }), { recommended: { lora: 0, strength: 1 } })).toBe("nothing");
});

test("a run that came after the sweep wants one of its own", () => {
  const later = { runs: [run(2, "succeeded"), run(1, "succeeded")], sweeps: [sweep(5, "done", 1)] };
  expect(nextOf(look(), story(later), { recommended: null })).toMatchObject({ kind: "sweep", run: 2 });
});

test("the way has one state for each room", () => {
  const states = (...given: Parameters<typeof stagesOf>): string =>
    stagesOf(...given)
      .map(({ state }) => state)
      .join(" ");
  expect(states(null, story())).toBe("broken none none none none none");
  expect(states(look({ captions: 3 }), story({ runs: [run(1, "failed")], plans: [plan] }))).toBe(
    "done part none done broken none",
  );
  const steps: Story["steps"] = [
    { step: 1, name: "Remove tags", created: "", files: 2, moved: 0, undone: false, point: false, folder: "/okara" },
    { step: 2, name: "Replace", created: "", files: 2, moved: 0, undone: true, point: false, folder: "/okara" },
    {
      step: 3,
      name: "Rename serially",
      created: "",
      files: 2,
      moved: 2,
      undone: false,
      point: false,
      folder: "/okara",
    },
  ];
  const whole = story({ steps, runs: [run(1, "running")], sweeps: [sweep(1, "done", 1)] });
  expect(states(look(), whole)).toBe("done done done done running done");
  expect(stagesOf(look(), whole)[2]?.count).toBe(1);
});
