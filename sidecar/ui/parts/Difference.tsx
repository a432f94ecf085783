import { words } from "../state/look.js";

const tagsOf = (caption: string): string[] =>
  caption
    .split(/[,，、\n]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");

/** A caption's tags with those that go struck out and those that come marked. */
export function Difference({ before, after }: { before: string | null; after: string | null }) {
  const { editor } = words.value;
  const old = tagsOf(before ?? "");
  const now = tagsOf(after ?? "");
  const goes = new Set(old.filter((tag) => !now.includes(tag)));
  const comes = new Set(now.filter((tag) => !old.includes(tag)));
  // Those that go stand before the one they stood before.
  const shown: { tag: string; kind: "stays" | "goes" | "comes" }[] = now.map((tag) => ({
    tag,
    kind: comes.has(tag) ? "comes" : "stays",
  }));
  for (const [index, tag] of [...old.entries()].reverse()) {
    if (!goes.has(tag)) continue;
    const next = old.slice(index + 1).find((other) => !goes.has(other));
    const at = next === undefined ? shown.length : shown.findIndex((one) => one.tag === next);
    shown.splice(at < 0 ? shown.length : at, 0, { tag, kind: "goes" });
  }
  if (after === null) return <del class="red">{before}</del>;
  if (goes.size + comes.size === 0) return <span>{after.trim() || editor.empty}</span>;
  return (
    <span class="difference">
      {shown.map(({ tag, kind }, index) => (
        <span key={`${index}${tag}`}>
          {kind === "goes" ? <del class="red">{tag}</del> : kind === "comes" ? <ins class="green">{tag}</ins> : tag}
          {index < shown.length - 1 && ", "}
        </span>
      ))}
    </span>
  );
}
