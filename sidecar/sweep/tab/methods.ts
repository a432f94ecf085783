import type { Params, Result } from "../../../protocol/validate.js";
import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import { strengthRules } from "../plan/fixed-axes.js";
import { problemOf } from "../plan/problem.js";
import { readNumbers } from "../plan/values/read-numbers.js";
import { rewriteTag } from "./rewrite-tag.js";
import { tabSettings } from "./tab-settings.js";

/** The methods that begin a sweep. */
interface BeginMethods {
  "sweep/propose"(params: Params<"sweep/propose">): Promise<Result<"sweep/propose">>;
  "sweep/start"(params: Params<"sweep/start">): Promise<Result<"sweep/start">>;
}

/** Strengths in the order in which they were written. @throws StudioError "badArguments" */
function strengthsIn(text: string): string[] {
  const { values, mistakes } = readNumbers(text, strengthRules);
  const [mistake] = mistakes;
  if (mistake) {
    const { code, ...more } = mistake;
    const { message, remedy } = problemOf(code, { axis: "LoRA strength", ...more });
    throw new StudioError("badArguments", message, remedy);
  }
  return values.filter(({ skip }) => !skip).map(({ text: written }) => written);
}

/** What the txt2img tab of a WebUI asks: for its script and for its X/Y/Z plot. */
export function tabMethods(begin: BeginMethods) {
  return {
    async "sweep/strengths"({ text }: Params<"sweep/strengths">): Promise<Result<"sweep/strengths">> {
      return { values: strengthsIn(text) };
    },
    async "sweep/tags"({ texts, names, cells }: Params<"sweep/tags">): Promise<Result<"sweep/tags">> {
      return { cells: cells.map((cell) => texts.map((text) => rewriteTag(text, { names, ...cell }))) };
    },
    async "sweep/startFromTab"(params: Params<"sweep/startFromTab">): Promise<Result<"sweep/startFromTab">> {
      const { files, strengths, webui, tab } = params;
      if (files.length === 0) {
        const hint = say("Choose files in the script, or put <lora:NAME:1> into the prompt.");
        throw new StudioError("badArguments", say("No LoRA is chosen."), hint);
      }
      const { settings } = await begin["sweep/propose"]({ files });
      const own = { ...tabSettings(tab), loras: files, strengths, webuis: [webui], rehearsal: false };
      return begin["sweep/start"]({ settings: { ...settings, ...own } });
    },
  };
}
