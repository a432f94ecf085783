import { chmod, mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";

/**
 * A stand-in for `nvidia-smi` on PATH: a program that prints what the real one prints for the columns that were asked for
 * with `--format=csv,noheader,nounits` (seen with driver 550: one line a card, columns parted by a comma and a blank).
 */
export async function standInCards(folder: string, cards: readonly { name: string; free: number }[]): Promise<string> {
  await mkdir(folder, { recursive: true });
  const values = cards.map(({ name, free }, index) => ({
    index: String(index),
    name,
    "memory.free": String(free),
    "memory.total": "24576",
  }));
  const program = `#!${process.execPath}
const query = process.argv.find((word) => word.startsWith("--query-gpu="));
if (!query || !process.argv.includes("--format=csv,noheader,nounits")) process.exit(2);
const names = query.slice("--query-gpu=".length).split(",");
for (const card of ${JSON.stringify(values)}) {
  if (names.some((name) => !(name in card))) process.exit(2);
  console.log(names.map((name) => card[name]).join(", "));
}
`;
  const file = join(folder, "nvidia-smi");
  await writeFile(file, program);
  await chmod(file, 0o755);
  return `${folder}${delimiter}${process.env.PATH ?? ""}`;
}
