import { version } from "../../sidecar/host/version.js";
import type { ReportFacts, ReportPicture } from "../../sidecar/journey/report/report-facts.js";

const picture = (data = "AAAA"): ReportPicture => ({
  data: `data:image/webp;base64,${data}`,
  width: 64,
  height: 96,
});

const problem = {
  kind: "blurred",
  severity: "warning",
  message: "It is blurred.",
  remedy: "Take a sharper one.",
  values: { sharpness: 0.2 },
} as const;

type Checkpoint = NonNullable<ReportFacts["sweep"]>["report"]["checkpoints"][number];

const measure = (mean: number) => ({ mean, low: mean - 0.1, high: mean + 0.1, count: 6 });

const checkpoint = (lora: number, label: string, verdict: Checkpoint["verdict"]): Checkpoint => ({
  lora,
  label,
  verdict,
  band: verdict === "good" ? [0.5, 1] : null,
  best: verdict === "good" ? 0.75 : null,
  reasons: [{ code: "goodBand", values: { from: 0.5, to: 1 }, sentence: "Good from 0.5 to 1." }],
  examples: [],
  strengths: [0.5, 0.75, 1].map((value, strength) => ({
    strength: strength + 1,
    value,
    cells: 6,
    verdict: "good",
    measures: { traitRecall: measure(value * 0.8), promptKept: measure(-0.02), collapse: measure(0) },
    traits: [value * 0.9],
  })),
});

/** A project that went the whole way; `text` is the user's own wherever the user may write. */
export function wholeProject(text: string, rehearsal = true): ReportFacts {
  const cell = { picture: picture(), remark: null, best: false };
  return {
    language: "en",
    made: "2026-11-26T03:00:00.000Z",
    version,
    name: text,
    concept: "character",
    trigger: text,
    set: {
      pictures: [
        { name: `10_okara/${text}.png`, picture: picture(), caption: text, repeats: 10, problems: [problem] },
        { name: "10_okara/2.png", picture: null, caption: "okara, 1girl", repeats: 10, problems: [] },
      ],
      problems: [],
      verdict: "warnings",
      measured: 2,
      steps: [{ name: `Remove: ${text}`, created: "2026-11-26T02:00:00.000Z", files: 2, moved: 0 }],
    },
    captions: {
      pictures: 2,
      captions: 2,
      different: 3,
      tags: [
        { tag: text, images: 2 },
        { tag: "1girl", images: 1 },
      ],
      trigger: text,
      withTrigger: 2,
      pruned: [{ tag: text, captions: 2, category: "hair", reason: "carried" }],
    },
    plan: {
      plan: {
        name: text,
        family: "sd15",
        length: { by: "epochs", value: 35 },
        arguments: {
          learning_rate: 0.0001,
          output_name: text,
          pretrained_model_name_or_path: "/models/base.safetensors",
          huggingface_token: "hf_secret",
        },
        datasets: null,
        launch: {},
        samplePrompts: text,
        additional: [],
        origin: null,
      },
      familyTitle: "Stable Diffusion 1.5",
      steps: 7000,
      epochs: 35,
      reasons: [],
      problems: [],
    },
    training: {
      run: {
        id: 1,
        name: text,
        state: "succeeded",
        cause: null,
        family: "sd15",
        folder: "/pictures",
        rehearsal,
        queued: "2026-11-26T02:00:00.000Z",
        started: "2026-11-26T02:00:00.000Z",
        ended: "2026-11-26T02:10:00.000Z",
        afterSave: false,
        parent: null,
        steps: 7000,
        progress: {
          phase: "ended",
          done: null,
          of: null,
          step: 7000,
          total: 7000,
          epoch: 35,
          epochs: 35,
          averageLoss: 0.08,
          secondsPerStep: null,
          secondsLeft: null,
        },
        revision: 3,
        plan: {
          name: text,
          family: "sd15",
          length: { by: "epochs", value: 35 },
          arguments: {},
          datasets: null,
          launch: {},
          samplePrompts: null,
          additional: [],
          origin: null,
        },
        concept: "character",
        outputFolder: "/out",
        runFolder: "/state/runs/1",
        trainer: { kind: "rehearsal", folder: "/trainer", python: "/trainer/python" },
        files: [
          { name: `${text}.safetensors`, kind: "last", step: 7000, bytes: 9_000_000, path: "/out/x.safetensors" },
        ],
        expected: 1,
        losses: [
          [100, 0.1, 0.12, 0.2],
          [7000, 0.05, 0.08, 0.1],
        ],
        warnings: [],
        verdict: null,
        resumable: null,
        scheduling: { gpus: [], notBefore: null, late: null, series: null },
      },
      curves: [
        { tag: "lr/unet", kind: "learningRate", source: "events", points: [[1, 0.0001, 0.0001, 0.0001]], leftOut: 0 },
      ],
      environment: {
        trainer: rehearsal ? "rehearsal" : "sd-scripts",
        trainerFolder: "/trainer",
        system: "Linux 6 x64",
        torch: null,
      },
      others: [],
    },
    sweep: {
      name: text,
      rehearsal,
      footer: text,
      report: {
        state: "scored",
        jobId: null,
        rehearsal,
        models: ["tiny"],
        scored: 12,
        toScore: 0,
        traits: [{ tag: text, weight: 1, share: 1, named: false, counts: true, pictures: 2, captionsNaming: 0 }],
        leftOut: [],
        checkpoints: [checkpoint(0, text, "good"), checkpoint(1, "step 2000", "overtrained")],
        controlTraits: [0],
        recommendation: {
          lora: 0,
          strength: 0.75,
          strengthIndex: 2,
          band: [0.5, 1],
          sentence: "Use it at 0.75.",
          reasons: [{ code: "plateau", values: {}, sentence: "It forgives." }],
          runnersUp: [{ lora: 1, strength: 0.5, difference: measure(0.1), sentence: "Next." }],
          pareto: [],
          votes: 0,
        },
        notEnough: [],
        weakTraits: [{ tag: text, best: 0.1, pictures: ["/pictures/1.png"], captionsNaming: [], reasons: [] }],
        nextPlan: { changes: [], pruneTags: [text], moreRepeats: [], steps: null },
      },
      grids: [
        {
          title: text,
          columnTitle: "strength",
          rowTitle: "LoRA",
          columns: ["0.5", "0.75"],
          rows: [{ label: text, cells: [cell, { ...cell, best: true }] }],
          control: { label: "no LoRA", cell },
        },
      ],
      leftOut: 0,
      others: [text],
      evidence: { training: picture(), control: picture(), best: picture(), prompt: text },
    },
  };
}
