import type { Call } from "../../sidecar/journey/call.js";

/** Ends the program for whoever waits: the call is never answered. */
const dead = new Promise<never>(() => {});

/** When the program dies: at which call, and whether that was still done. */
export interface Death {
  call: number;
  afterIt: boolean;
}

type Answer = (params: Record<string, unknown>) => object;

/**
 * Rooms that keep what is done in them, as the real ones do, so that a course can be killed at any of its calls and begun again
 * over the same records.
 */
export function courseWorld({ verdict = "ready", recommends = true, hasWebui = true } = {}) {
  const state = {
    measured: false,
    renamed: 0,
    arranged: 0,
    tagged: 0,
    triggered: 0,
    pruned: 0,
    plans: 0,
    runs: 0,
    sweeps: 0,
    scored: 0,
    installed: 0,
    verdict,
    recommends,
    hasWebui,
    runState: "succeeded",
  };
  const plan = { name: "okara", arguments: { pretrained_model_name_or_path: "/models/base.safetensors" } };
  const row = (id: number) => ({ id });
  const rows = (count: number) => Array.from({ length: count }, (_, index) => row(index + 1));
  const problem = {
    kind: "tooSmall",
    severity: "error",
    message: "Too small.",
    remedy: "Take larger ones.",
    values: {},
  };
  const settings = { loras: ["/loras/okara.safetensors"], strengths: "0.5", seeds: "1-3", name: "okara" };
  const answers: Record<string, Answer> = {
    "dataset/check": () => ({
      pictures: 20,
      measured: state.measured ? 20 : 0,
      verdict: state.verdict,
      images: [],
      set: state.verdict === "not-trainable" ? [problem] : [],
      next: null,
    }),
    "dataset/measure": () => {
      state.measured = true;
      return { jobId: null };
    },
    "dataset/trainingFolder": () => ({ verdict: "wrong", findings: [], pictures: 20 }),
    "dataset/rename": ({ dryRun }) => {
      if (dryRun !== true) state.renamed += 1;
      return { files: state.renamed > 0 ? 0 : 20 };
    },
    "dataset/arrange": ({ dryRun }) => {
      const files = state.arranged > 0 ? 0 : 20;
      if (dryRun !== true) state.arranged += 1;
      return { folder: "/sets/okara-training", folders: [{}], files, warnings: [] };
    },
    "captions/stats": ({ folder }) => ({
      pictures: folder === "/sets/okara" || state.arranged > 0 ? 20 : 0,
      captions: state.tagged > 0 ? 20 : 0,
      folders: [],
    }),
    "captions/edit": ({ edits, dryRun }) => {
      const isTrigger = JSON.stringify(edits).includes("trigger");
      const captions = (isTrigger ? state.triggered : state.pruned) > 0 ? 0 : 20;
      if (dryRun !== true && isTrigger) state.triggered += 1;
      else if (dryRun !== true) state.pruned += 1;
      return { captions };
    },
    "captions/prune": () => ({
      groups: [{ tags: state.pruned > 0 ? [] : [{ tag: "blue eyes", images: 20, proposed: true }] }],
    }),
    "settings/list": () => ({ settings: [] }),
    "tagging/advise": () => ({ thresholds: { general: 0.7, character: 0.85 } }),
    "tagging/start": () => {
      state.tagged += 1;
      return { jobId: 7 };
    },
    "job/get": () => ({ state: "done", done: 20, failed: 0, total: 20 }),
    "planning/plans": () => ({ plans: rows(state.plans) }),
    "planning/get": () => ({ plan, concept: "character" }),
    "planning/examine": () => ({
      steps: { exact: 7000, epochs: 35 },
      problems: [],
      estimate: { seconds: { low: 60, high: 90 } },
    }),
    "planning/propose": () => ({ plan, reasons: [] }),
    "planning/save": () => {
      state.plans += 1;
      return { id: state.plans };
    },
    "training/preflight": () => ({ ready: true, problems: [], steps: 7000 }),
    "training/runs": () => ({ runs: rows(state.runs) }),
    "training/start": () => {
      state.runs += 1;
      return { runId: state.runs };
    },
    "training/retry": () => {
      state.runs += 1;
      state.runState = "succeeded";
      return { runId: state.runs };
    },
    "training/run": () => ({
      state: state.runState,
      progress: { step: 7000, total: 7000, secondsLeft: null },
      files: [{ kind: "last" }],
      resumable: null,
      verdict: { cause: null, values: {}, message: "", remedy: "" },
      scheduling: { notBefore: null },
    }),
    "sweep/propose": () => ({ settings }),
    "sweep/look": () => ({
      ready: state.hasWebui,
      problems: state.hasWebui
        ? []
        : [{ code: "noWebui", severity: "error", values: {}, message: "None.", remedy: "Start one." }],
      pictures: 12,
      toDraw: 12,
      seconds: null,
    }),
    "sweep/list": () => ({ sweeps: rows(state.sweeps) }),
    "sweep/start": () => {
      state.sweeps += 1;
      return { id: state.sweeps };
    },
    "sweep/get": () => ({
      state: "done",
      counts: { drawn: 12, wrong: 0, failed: 0, pictures: 12, left: 0 },
      secondsLeft: null,
      problem: null,
      settings,
      axes: [
        { id: "lora", values: [{ path: "/loras/okara.safetensors" }] },
        { id: "seed", values: [{ text: "1" }] },
      ],
    }),
    "sweep/score": () => {
      state.scored += 1;
      return { jobId: null };
    },
    "sweep/change": () => {
      state.recommends = true;
      return {};
    },
    "sweep/report": () => ({
      state: state.scored > 0 ? "scored" : "unscored",
      jobId: null,
      checkpoints: [{ lora: 0, label: "step 7000" }],
      recommendation: state.recommends
        ? { lora: 0, strength: 0.75, band: [0.5, 1], sentence: "step 7000 at 0.75.", reasons: [] }
        : null,
      notEnough: state.recommends ? [] : [{ code: "overlap", values: {}, sentence: "They overlap." }],
    }),
    "project/report": () => ({ path: process.execPath }),
    "sweep/install": () => {
      state.installed += 1;
      return { path: "/webui/okara.safetensors" };
    },
  };
  let calls = 0;
  /** The methods as a program has them that dies at one of its calls; null: it lives. */
  const callOf = (death: Death | null): Call => {
    let own = 0;
    return async (method, params) => {
      own += 1;
      calls += 1;
      const dies = death !== null && own >= death.call;
      if (dies && !death.afterIt) return dead;
      const answer = answers[method];
      if (answer === undefined) throw new Error(`There is no ${method} in this world.`);
      const result = answer(Object(params));
      return dies ? dead : Object(result);
    };
  };
  return { state, callOf, calls: () => calls };
}
