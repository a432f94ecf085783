import { chmod, mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";

/**
 * A stand-in for `nvidia-smi` on PATH: a program that prints what the real one prints for the columns that were asked for
 * with `--format=csv,noheader,nounits` (seen with driver 550: one line a card, columns parted by a comma and a blank).
 * @param driver its version and the newest CUDA it runs, where it is to tell them (and the cards' compute capability, 8.9)
 */
export async function standInCards(
  folder: string,
  cards: readonly { name: string; free: number }[],
  driver?: { version: string; cuda: string },
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const values = cards.map(({ name, free }, index) => ({
    index: String(index),
    name,
    "memory.free": String(free),
    "memory.total": "24576",
    ...(driver ? { driver_version: driver.version, compute_cap: "8.9" } : {}),
  }));
  const header = driver ? `| Driver Version: ${driver.version}     CUDA Version: ${driver.cuda}     |` : "";
  const program = `#!${process.execPath}
const query = process.argv.find((word) => word.startsWith("--query-gpu="));
if (!query && ${JSON.stringify(header)}) {
  console.log(${JSON.stringify(header)});
  process.exit(0);
}
if (!query || !process.argv.some((word) => word.startsWith("--format=csv,noheader"))) process.exit(2);
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
