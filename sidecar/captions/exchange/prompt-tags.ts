import { splitTags } from "../../tagging/caption-text.js";
import { parseInfotext } from "./infotext.js";

const weight = /\s*:\s*[-+]?(?:\d+\.?\d*|\.\d+)\s*$/;
const extraNetwork = /<[a-z]+:[^<>]*>/gi;
const joiningWord = /(?:^|(?<=[\s,]))(?:BREAK|AND)(?=[\s,]|$)/g;

/** `[from:to:when]` and `[one|other]` name both, `[from::when]` and `[to:when]` the one. */
function editedParts(inside: string): string {
  const when = weight.exec(inside);
  const parts = when ? inside.slice(0, when.index).split(":") : [inside];
  return parts.join(",").replaceAll("|", ",");
}

/** Takes attention's brackets off, with their weights; a bracket behind a backslash stays as written. */
function withoutAttention(prompt: string): string {
  // What each open bracket holds so far; the first is the prompt itself.
  const open: { bracket: string; text: string }[] = [{ bracket: "", text: "" }];
  const top = () => open.at(-1) ?? { bracket: "", text: "" };
  for (const [letters] of prompt.matchAll(/\\[\s\S]|[\s\S]/g)) {
    const closes = (letters === ")" && top().bracket === "(") || (letters === "]" && top().bracket === "[");
    if (letters === "(" || letters === "[") open.push({ bracket: letters, text: "" });
    else if (closes) {
      const { bracket, text } = open.pop() ?? top();
      top().text += bracket === "(" ? text.replace(weight, "") : editedParts(text);
    } else if (letters !== ")" && letters !== "]") top().text += letters;
  }
  return open.map(({ text }) => text).join("");
}

/**
 * The prompt of an infotext as tags: attention and its weights, `<lora:…>` and its like, BREAK and AND taken off;
 * escaped brackets stay escaped. A tag said twice stands where it is first.
 */
export function infotextToTags(text: string): string[] {
  const { prompt } = parseInfotext(text);
  const plain = withoutAttention(prompt.replace(extraNetwork, ",").replace(joiningWord, ","));
  return [...new Set(splitTags(plain.replace(/\r\n|\r|\n/g, ",")).map((tag) => tag.replace(/\s+/g, " ")))];
}
