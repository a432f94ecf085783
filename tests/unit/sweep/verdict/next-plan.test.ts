import { describe, expect, test } from "@jest/globals";
import type { TrainingPlan } from "../../../../sidecar/planning/plan.js";
import { changedPlan } from "../../../../sidecar/sweep/verdict/changed-plan.js";
import type { JudgedCheckpoint } from "../../../../sidecar/sweep/verdict/judge-checkpoint.js";
import type { RepeatedFolder } from "../../../../sidecar/sweep/verdict/more-repeats.js";
import { nextPlan } from "../../../../sidecar/sweep/verdict/next-plan.js";
import { reason } from "../../../../sidecar/sweep/verdict/reason.js";
import type { WeakTrait } from "../../../../sidecar/sweep/verdict/weak-traits.js";

const checkpoints = (...verdicts: JudgedCheckpoint["verdict"][]): JudgedCheckpoint[] =>
  verdicts.map((verdict, lora) => ({
    ...{ lora, verdict, band: null, best: null },
    ...{ reasons: [], examples: [], strengths: [] },
  }));

// Three files, at 1000, 2000 and 3000 steps.
const told = (folders: readonly RepeatedFolder[] = []) => ({ steps: 3000, stepOf: [1000, 2000, 3000], folders });
const next = (verdicts: JudgedCheckpoint["verdict"][], weak: WeakTrait[] = [], folders?: readonly RepeatedFolder[]) =>
  nextPlan(checkpoints(...verdicts), weak, told(folders), null);

const inFolder = (folder: string, count: number): string[] =>
  Array.from({ length: count }, (_, place) => `${folder}/${place}.png`);
const weakTrait = (tag: string, code: "captionsCarryIt" | "fewPictures" | "learnsLate", pictures: string[]) => ({
  ...{ tag, best: 0.1, pictures, captionsNaming: pictures },
  reasons: [reason(code, { tag, captions: pictures.length, pictures: pictures.length, of: 20 })],
});

const codes = (plan: ReturnType<typeof nextPlan>) => plan?.changes.map((change) => change.reason.code);

describe("steps", () => {
  test("too weak at every checkpoint: half as many steps again", () => {
    const plan = next(["noEffect", "undertrained", "undertrained"]);
    expect(plan).toMatchObject({ steps: 4500, pruneTags: [], moreRepeats: [] });
    expect(plan?.changes).toEqual([
      { field: "steps", from: "3000", to: "4500", reason: reason("moreSteps", { steps: 3000 }) },
    ]);
  });

  test("overtrained at the first already: half of its steps", () => {
    const plan = next(["overtrained", "overtrained", "broken"]);
    expect(plan?.steps).toBe(500);
    expect(codes(plan)).toEqual(["fewerSteps"]);
  });

  test("good and then overtrained: it ends where it was good", () => {
    const plan = next(["undertrained", "good", "overtrained"]);
    expect(plan?.steps).toBe(2000);
    expect(codes(plan)).toEqual(["stopEarlier"]);
  });

  test("nothing is changed when all is good, or nothing can be told", () => {
    expect(next(["good", "good", "good"])).toBeNull();
    expect(next(["undertrained", "good", "good"])).toBeNull();
    expect(next(["unknown", "unknown", "unknown"])).toBeNull();
  });
});

describe("weak traits", () => {
  test("one that the captions name is to be pruned, one that comes late is not", () => {
    const plan = next(
      ["good", "good", "good"],
      [
        weakTrait("green eyes", "captionsCarryIt", inFolder("/set", 9)),
        weakTrait("ahoge", "learnsLate", inFolder("/set", 9)),
      ],
    );
    expect(plan).toMatchObject({ pruneTags: ["green eyes"], moreRepeats: [], steps: null });
    expect(codes(plan)).toEqual(["pruneTag"]);
  });

  const [many, few] = ["/set/front", "/set/back"];
  const folders = (named: boolean): RepeatedFolder[] => [
    { folder: many, repeats: 2, pictures: 15, named },
    { folder: few, repeats: 3, pictures: 5, named },
  ];
  const rare = weakTrait("braid", "fewPictures", [...inFolder(few, 4), ...inFolder(many, 2)]);

  test("one of few pictures: the folder that mostly shows it is repeated twice as often", () => {
    const plan = next(["good", "good", "good"], [rare], folders(false));
    expect(plan?.changes).toMatchObject([{ field: "repeats", from: "3", to: "6", reason: { code: "repeatsRaised" } }]);
    expect(plan?.raised).toEqual(new Map([[few, 6]]));
    expect(plan?.moreRepeats).toEqual(rare.pictures);
  });

  test("where folders' names hold the repeats, or pictures share folders, the plan stays and it is told", () => {
    const named = next(["good", "good", "good"], [rare], folders(true));
    expect(named?.raised.size).toBe(0);
    expect(named?.changes).toMatchObject([{ from: "", to: "", reason: { code: "repeatsInName" } }]);
    const scattered = weakTrait("braid", "fewPictures", [...inFolder(few, 2), ...inFolder(many, 2)]);
    expect(codes(next(["good", "good", "good"], [scattered], folders(false)))).toEqual(["repeatsShared"]);
    const alone = next(["good", "good", "good"], [rare], folders(false).slice(1));
    expect(alone?.raised.size).toBe(0);
    expect(codes(alone)).toEqual(["repeatsShared"]);
  });

  const subset = (folder: string, repeats: number) => ({
    ...{ folder, repeats },
    ...{ trigger: "okara", regularisation: false, options: {} },
  });
  const planned: TrainingPlan = {
    name: "okara",
    family: "sd15",
    length: { by: "epochs", value: 30 },
    arguments: {},
    datasets: [{ options: {}, subsets: [subset(many, 2), subset(few, 3)] }],
    launch: {},
    samplePrompts: null,
    additional: [],
    origin: null,
  };
  const changed = (plan: ReturnType<typeof nextPlan>) =>
    changedPlan({ plan: planned, perEpoch: 100, told: told(folders(false)) }, plan, "/set");

  test("the changed plan has new repeats, and epochs of its own length for the steps", () => {
    // An epoch shows 15 × 2 + 5 × 3 = 45 pictures before and 60 after: 4500 steps are 45 epochs of 100, or 34 of 133.
    const { plan } = changed(next(["undertrained", "undertrained", "undertrained"], [rare], folders(false)));
    expect(plan.datasets?.[0]?.subsets.map(({ repeats }) => repeats)).toEqual([2, 6]);
    expect(plan.length).toEqual({ by: "epochs", value: 34 });
    expect(planned.datasets?.[0]?.subsets.map(({ repeats }) => repeats)).toEqual([2, 3]);
  });

  test("the command that takes the tags out is told, and the plan's own fields stay", () => {
    const carried = weakTrait("star *", "captionsCarryIt", inFolder(many, 9));
    const { plan, changes } = changed(next(["good", "good", "good"], [carried]));
    expect(changes.map(({ code }) => code)).toEqual(["pruneTag", "pruneCommand"]);
    expect(changes[1]?.sentence).toContain('captions remove "/set" --tags "star \\*" --recursive');
    expect(plan).toEqual(planned);
  });

  test("without anything to change there is no plan", () => {
    expect(() => changed(null)).toThrow("nothing to change");
    expect(() => changedPlan(null, null, null)).toThrow("no training run");
  });
});
