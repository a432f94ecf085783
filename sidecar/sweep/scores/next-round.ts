import { spelling } from "../../tagging/choose/spelling.js";
import type { ResolvedSweep } from "../plan/resolved-sweep.js";
import type { JudgedStrength } from "../verdict/judge-strength.js";
import type { JudgedSweep } from "../verdict/judge-sweep.js";
import { thresholds } from "../verdict/thresholds.js";
import { strengthsOf } from "./sweep-pictures.js";

/**
 * Coarse to fine, by successive halving (Jamieson and Talwalkar 2016): few pictures of every checkpoint at one strength;
 * then all strengths of the promising half; then every prompt and seed of the finalists.
 */
export type Search = Pick<
  ResolvedSweep,
  "axes" | "cellCount" | "coordinatesOf" | "indexOf" | "keyOf" | "settings" | "requestOf"
>;

// Where most LoRAs that were trained right show what they are.
const FIRST_STRENGTH = 0.75;
// As many as a verdict takes.
const FEW = thresholds.leastCells;
// A checkpoint is not dropped below so many.
const LEAST_CHECKPOINTS = 2;

interface Comparison {
  /** Index of its control. */
  control: number;
  scene: number;
  hasTrigger: boolean;
}

interface Places {
  lora: number;
  strength: number;
  seed: number;
}

const placesOf = ({ axes }: Search): Places => {
  const at = (id: string): number => axes.findIndex((axis) => axis.id === id);
  return { lora: at("lora"), strength: at("strength"), seed: at("seed") };
};

function comparisonsOf(search: Search, { lora, strength, seed }: Places): Comparison[] {
  const trigger = search.settings.trigger === null ? null : spelling(search.settings.trigger);
  const found: Comparison[] = [];
  for (let index = 0; index < search.cellCount; index += 1) {
    const coordinates = search.coordinatesOf(index);
    if (coordinates[lora] !== 0 || coordinates[strength] !== 0) continue;
    const request = search.requestOf(index);
    if (request === null) continue;
    const prompt = spelling(request.promptBefore + request.promptAfter);
    const scene = search.indexOf(coordinates.map((value, axis) => (axis === seed ? 0 : value)));
    found.push({ control: index, scene, hasTrigger: trigger === null || prompt.includes(trigger) });
  }
  return found;
}

/** Few of them, from as many scenes as there are, those with the trigger first. */
function fewOf(comparisons: readonly Comparison[]): Comparison[] {
  const turns = new Map<number, number>();
  const ranked = comparisons.map((comparison, order) => {
    const turn = turns.get(comparison.scene) ?? 0;
    turns.set(comparison.scene, turn + 1);
    return { comparison, order, rank: (comparison.hasTrigger ? 0 : 1_000_000) + turn };
  });
  ranked.sort((one, other) => one.rank - other.rank || one.order - other.order);
  return ranked.slice(0, FEW).map(({ comparison }) => comparison);
}

const order: Readonly<Record<JudgedStrength["verdict"], number>> = {
  good: 5,
  strong: 4,
  unknown: 3,
  weak: 2,
  broken: 1,
  noEffect: 0,
};

/** The better half of the checkpoints by what they are at the one strength that was drawn. */
function promising(rows: readonly JudgedStrength[]): number[] {
  const ranked = [...rows].sort(
    (one, other) =>
      order[other.verdict] - order[one.verdict] ||
      (other.way?.mean ?? 0) - (one.way?.mean ?? 0) ||
      one.lora - other.lora,
  );
  const most = Math.max(LEAST_CHECKPOINTS, Math.ceil(rows.length / 2));
  return ranked.slice(0, most).map(({ lora }) => lora);
}

/** LoRA and strength of those that more pictures are worth while: the recommended one, the runner-up, and the neighbours of both. */
function finalists({ recommendation, checkpoints }: JudgedSweep): { lora: number; strengthIndex: number }[] {
  const all = checkpoints.flatMap(({ strengths }) => strengths);
  if (!recommendation) {
    const hopeful = all.filter(
      ({ verdict, strength }) => strength > 0 && (verdict === "weak" || verdict === "unknown"),
    );
    return hopeful.sort((one, other) => (other.way?.mean ?? 0) - (one.way?.mean ?? 0)).slice(0, LEAST_CHECKPOINTS);
  }
  const { chosen, runnersUp } = recommendation;
  const [runnerUp] = runnersUp;
  const other = all.find(({ lora, strength }) => lora === runnerUp?.lora && strength === runnerUp.strength);
  return [chosen, ...(other ? [other] : [])].flatMap((one) => {
    const row = all.filter(({ lora }) => lora === one.lora);
    const place = row.indexOf(one);
    return row.slice(Math.max(0, place - 1), place + 2).filter(({ strength }) => strength > 0);
  });
}

/**
 * The cells that a search wants next, earlier ones included; null when it has ended.
 * @param wanted as the last round gave them; null at the beginning
 * @param judged of all that the last round drew
 */
export function nextRound(
  search: Search,
  wanted: readonly number[] | null,
  judged: JudgedSweep | null,
): number[] | null {
  const places = placesOf(search);
  const comparisons = comparisonsOf(search, places);
  const few = fewOf(comparisons);
  const strengths = strengthsOf(search);
  const loras = search.axes[places.lora]?.values.length ?? 0;
  const cell = ({ control }: Comparison, lora: number, strengthIndex: number): number => {
    const coordinates = [...search.coordinatesOf(control)];
    coordinates[places.lora] = lora;
    coordinates[places.strength] = strengthIndex;
    return search.indexOf(coordinates);
  };
  const joined = (before: readonly number[], more: readonly number[]): number[] =>
    [...new Set([...before, ...more])]
      .filter((index) => search.keyOf(index) !== null)
      .sort((one, other) => one - other);
  const positive = strengths.flatMap((strength, index) => (strength > 0 ? [{ strength, index }] : []));
  const away = ({ strength }: { strength: number }): number => Math.abs(strength - FIRST_STRENGTH);
  const first = [...positive].sort((one, other) => away(one) - away(other))[0]?.index ?? 1;
  const everyLora = Array.from({ length: loras }, (_, lora) => lora);
  const begun = joined(
    few.map(({ control }) => control),
    few.flatMap((comparison) => everyLora.map((lora) => cell(comparison, lora, first))),
  );
  if (wanted === null || wanted.length === 0) return begun;
  if (!judged) return null;
  const isDone = (more: readonly number[]): boolean => more.every((index) => wanted.includes(index));
  if (wanted.length === begun.length) {
    const rows = judged.checkpoints.flatMap((row) =>
      row.strengths.filter(({ strengthIndex }) => strengthIndex === first),
    );
    const chosen = rows.length === 0 ? everyLora : promising(rows);
    const all = strengths.map((_, index) => index).slice(1);
    const more = few.flatMap((one) =>
      chosen.flatMap((lora) => all.map((strengthIndex) => cell(one, lora, strengthIndex))),
    );
    if (!isDone(more)) return joined(wanted, more);
  }
  const controls = comparisons.map(({ control }) => control);
  if (isDone(controls)) return null;
  const last = finalists(judged);
  if (last.length === 0) return null;
  return joined(wanted, [
    ...controls,
    ...comparisons.flatMap((one) => last.map(({ lora, strengthIndex }) => cell(one, lora, strengthIndex))),
  ]);
}
