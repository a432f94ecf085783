/** A prompt around the place of the LoRA's tag, each part byte for byte. */
export interface PlacedPrompt {
  before: string;
  after: string;
}

const PLACEHOLDER = "{lora}";
// As the WebUI finds tags: `<type:name:numbers>` (A1111 `extra_networks.py`); `lyco` is an older word for the same.
const TAG = /<(lora|lyco):([^:>]+)(?::[^>]*)?>/gi;
// A kohya file's name, or a needle of Prompt S/R that stands for its number.
const NUMBERED = /^-(?:\d+|step\d+|[A-Z]+)$/;

/** Names of the LoRA that is swept: of its files and of the run. */
export type OwnNames = ReadonlySet<string>;

const isOwn = (name: string, names: OwnNames): boolean =>
  names.has(name) || [...names].some((own) => name.startsWith(own) && NUMBERED.test(name.slice(own.length)));

/** Depth of brackets that are not escaped; the WebUI takes tags out before it reads brackets, and we leave them whole. */
function isInsideBrackets(before: string): boolean {
  let depth = 0;
  for (const found of before.matchAll(/\\.|[[\](){}]/gs)) {
    if ("[({".includes(found[0])) depth += 1;
    else if ("])}".includes(found[0])) depth = Math.max(0, depth - 1);
  }
  return depth > 0;
}

/**
 * Where the LoRA's tag goes: in place of `{lora}`, else of the first tag `<lora:NAME:…>` of its own, else at the very end after one
 * space. All else stays byte for byte: the WebUI takes tags out before it reads attention, BREAK, AND and schedules, so the end
 * is as good as any place (grids of other tools put it inside brackets, where it only looks as if it were scheduled).
 * Further tags of its own are taken out, since two would add up.
 */
export function placeLora(prompt: string, names: OwnNames): PlacedPrompt {
  const own = [...prompt.matchAll(TAG)].filter((found) => isOwn(found[2]?.trim() ?? "", names));
  const placeholder = prompt.indexOf(PLACEHOLDER);
  const rest = (text: string): string =>
    text
      .replaceAll(TAG, (tag: string, _type: string, name: string) => (isOwn(name.trim(), names) ? "" : tag))
      .replaceAll(PLACEHOLDER, "");
  const place =
    placeholder >= 0
      ? { at: placeholder, length: PLACEHOLDER.length }
      : own[0] && { at: own[0].index, length: own[0][0].length };
  if (!place) return atEnd(prompt);
  const [before, after] = [rest(prompt.slice(0, place.at)), rest(prompt.slice(place.at + place.length))];
  return isInsideBrackets(before) ? atEnd(before + after) : { before, after };
}

const atEnd = (prompt: string): PlacedPrompt => ({
  before: prompt === "" || /\s$/.test(prompt) ? prompt : `${prompt} `,
  after: "",
});

/** Whether a prompt names another LoRA beside ours. */
export const otherLoras = (prompt: string, names: OwnNames): string[] =>
  [...prompt.matchAll(TAG)].map((found) => found[2]?.trim() ?? "").filter((name) => !isOwn(name, names));
