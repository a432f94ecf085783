import { words } from "./look.js";
import { panel } from "./panels.js";
import type { SweepSettings } from "./sweep.js";
import { change } from "./sweep-draft.js";
import type { SweepLook } from "./sweep-look.js";

type Problem = SweepLook["problems"][number];

export interface Remedy {
  title: string;
  apply(): void;
}

const spoken = (tag: string): string => tag.trim().replaceAll("_", " ").toLowerCase();

/** A prompt without the parts that name these tags; everything else stays as it is written. */
function withoutTags(prompt: string, tags: readonly string[]): string {
  const named = new Set(tags.map(spoken));
  const parts = prompt.split(",");
  const kept = parts.filter((part) => !named.has(spoken(part)));
  return kept.length === parts.length ? prompt : kept.join(",").trim();
}

/** A prompt with the word before it, unless it is there. */
const withTrigger = (prompt: string, trigger: string): string =>
  prompt.toLowerCase().includes(trigger.toLowerCase()) ? prompt : `${trigger}, ${prompt}`;

function seedsOf({ seeds }: SweepSettings): string {
  const first = Number(seeds.trim());
  return Number.isSafeInteger(first) && first >= 0 ? `${first}-${first + 2}` : "1-3";
}

/** What a button beside a problem does about it; none where only the user knows. */
export function remediesOf({ code, values }: Problem, draft: SweepSettings): Remedy[] {
  const { remedies } = words.value.sweep.form;
  const rehearse: Remedy = { title: remedies.rehearse, apply: () => change({ rehearsal: true, webuis: [] }) };
  const connect: Remedy = { title: words.value.sweep.form.connect, apply: () => (panel.value = "webui") };
  const trigger = draft.trigger ?? "";
  switch (code) {
    case "noWebui":
      return draft.rehearsal ? [] : [connect, rehearse];
    case "rehearsalLora":
      return [rehearse];
    case "fewSeeds":
      return [{ title: remedies.seeds, apply: () => change({ seeds: seedsOf(draft) }) }];
    case "longTime":
      return draft.search === "full"
        ? [{ title: remedies.search, apply: () => change({ search: "coarse-to-fine" }) }]
        : [];
    case "triggerMissing":
      return [
        {
          title: remedies.trigger(trigger),
          apply: () => change({ prompts: draft.prompts.map((prompt) => withTrigger(prompt, trigger)) }),
        },
      ];
    case "promptNamesTraits": {
      const prompts = draft.prompts.map((prompt) => withoutTags(prompt, String(values.tags ?? "").split(",")));
      const changes = prompts.some((prompt, index) => prompt !== draft.prompts[index]);
      return changes ? [{ title: remedies.leaveOut, apply: () => change({ prompts }) }] : [];
    }
    default:
      return [];
  }
}
