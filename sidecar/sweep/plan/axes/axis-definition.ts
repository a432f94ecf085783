import type { Result } from "../../../../protocol/validate.js";
import type { DrawingFacts } from "../../../webui/drawing.js";
import type { DrawRequest } from "../../draw/draw-request.js";
import type { Reading } from "../values/value-mistake.js";
import type { AxisPoint } from "./axis-point.js";

type AxisKind = Result<"sweep/axes">["axes"][number]["values"];

/** What a sweep fixed when it was looked at and an axis needs to know. */
interface AxisContext {
  /** The WebUI's own name for what was written on this axis. */
  named(written: string): string;
  /** Stands for the next value of -1. */
  nextRandom(): number;
}

/** One thing that may differ between pictures, by the X/Y/Z plot's names. */
export interface AxisDefinition {
  id: string;
  /** As the X/Y/Z plot of the WebUI names it. */
  title: string;
  kind: AxisKind;
  /**
   * How dear a change is: a checkpoint is read from the disk (10), a LoRA merged into it (8), a prompt read anew (-5). Axes with
   * more are changed more rarely. Source of the idea: SwarmUI's `ChangeWeight`.
   */
  changeWeight: number;
  /** What its values mean where the title does not say it; worded by the page from the id. */
  note: string | null;
  /** What the WebUI offers; null where it was not asked or has none. */
  choices(facts: DrawingFacts | null): readonly string[] | null;
  read(written: string, context: AxisContext): Reading<AxisPoint>;
}

export type RequestChange = (request: DrawRequest, text: string) => DrawRequest;
