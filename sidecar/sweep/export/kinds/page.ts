import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import PQueue from "p-queue";
import { reasonOf } from "../../../host/studio-error.js";
import { placeFile } from "../../../training/results/place-file.js";
import { type Sentence, say } from "../../../words/sentence.js";
import { folderBytes, writeNewFolder } from "../files/new-folder.js";
import { fileNamePart } from "../files/target.js";
import { withWorkFolder } from "../files/work-folder.js";
import type { CellPicture, ExportedSweep } from "../read/exported-sweep.js";
import { escapeHtml, scriptJson } from "./escape-html.js";
import type { ExportKind, ExportOutcome, ExportWish } from "./export-kind.js";
import { type PictureAddresses, portableFacts } from "./portable-facts.js";
import type { PortableSweep } from "./portable-sweep.js";

// Built beside the studio's own page.
const programFolder = fileURLToPath(new URL("../../../../portable", import.meta.url));
const AT_ONCE = 4;
const SMALL_WIDTH = 320;
// In one file every picture is a third larger; a browser still opens this much.
const ONE_FILE_WIDTH = 512;
const LARGE_PAGE_BYTES = 100_000_000;

async function pageOf(facts: PortableSweep): Promise<string> {
  const [program, style] = await Promise.all([
    readFile(join(programFolder, "portable.js"), "utf8"),
    readFile(join(programFolder, "portable.css"), "utf8"),
  ]);
  return `<!doctype html>
<html lang="${facts.language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(facts.name)}</title>
<style>${style}</style>
<body>
<script>window.portableSweep = ${scriptJson(facts)};</script>
<script>${program.replaceAll("</script", "<\\/script")}</script>
</html>
`;
}

async function asWebp(path: string, width: number | undefined, quality: number): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  const picture = sharp(path, { limitInputPixels: 600_000_000 });
  if (width !== undefined) picture.resize(width, undefined, { withoutEnlargement: true });
  return picture.webp({ quality }).toBuffer();
}

/** Every different picture once. */
function picturesOf(sweep: ExportedSweep): Map<string, CellPicture> {
  const pictures = new Map<string, CellPicture>();
  for (let index = 0; index < sweep.resolved.cellCount; index += 1) {
    const { picture } = sweep.cell(index);
    if (picture) pictures.set(picture.content, picture);
  }
  return pictures;
}

/** Makes the addresses of all pictures; one that cannot be read is told and left out. */
async function addressesOf(
  { sweep, signal, progress }: ExportWish,
  make: (picture: CellPicture) => Promise<PictureAddresses>,
  problems: Sentence[],
): Promise<Map<string, PictureAddresses>> {
  const pictures = picturesOf(sweep);
  const addresses = new Map<string, PictureAddresses>();
  const queue = new PQueue({ concurrency: AT_ONCE });
  let done = 0;
  await queue.addAll(
    [...pictures.values()].map((picture) => async () => {
      signal.throwIfAborted();
      try {
        addresses.set(picture.content, await make(picture));
      } catch (error) {
        problems.push(say("A picture could not be read: {message}", { message: reasonOf(error) }));
      }
      done += 1;
      progress(done / pictures.size);
    }),
  );
  return addresses;
}

async function factsWith(wish: ExportWish, addresses: ReadonlyMap<string, PictureAddresses>): Promise<PortableSweep> {
  const report = await wish.report();
  const addressOf = ({ picture }: { picture: CellPicture | null }): PictureAddresses | null =>
    (picture && addresses.get(picture.content)) ?? null;
  return portableFacts(wish.sweep, wish.look, { addressOf, report });
}

async function writePageFolder(wish: ExportWish, problems: Sentence[]): Promise<void> {
  await writeNewFolder(wish.target, async (folder) => {
    await mkdir(join(folder, "pictures"));
    await mkdir(join(folder, "small"));
    const make = async ({ path, content }: CellPicture): Promise<PictureAddresses> => {
      const name = `${content.slice(0, 16)}.webp`;
      await writeFile(join(folder, "pictures", name), await asWebp(path, wish.look.cellWidth, 90));
      await writeFile(join(folder, "small", name), await asWebp(path, SMALL_WIDTH, 80));
      return { picture: `pictures/${name}`, small: `small/${name}` };
    };
    const addresses = await addressesOf(wish, make, problems);
    await writeFile(join(folder, "index.html"), await pageOf(await factsWith(wish, addresses)));
  });
}

async function writeOneFile(wish: ExportWish, problems: Sentence[]): Promise<void> {
  const make = async ({ path }: CellPicture): Promise<PictureAddresses> => {
    const bytes = await asWebp(path, wish.look.cellWidth ?? ONE_FILE_WIDTH, 82);
    const address = `data:image/webp;base64,${bytes.toString("base64")}`;
    return { picture: address, small: address };
  };
  const page = await pageOf(await factsWith(wish, await addressesOf(wish, make, problems)));
  await withWorkFolder(wish.stateFolder, async (folder) => {
    const path = join(folder, "page.html");
    await writeFile(path, page);
    await placeFile(path, wish.target);
  });
}

/** A folder with a page and its pictures, or all of it in one file where the name ends in .html. */
export const pageKind: ExportKind = {
  proposedName: ({ name }) => `${fileNamePart(name)}-page`,
  async run(wish): Promise<ExportOutcome> {
    const { target, sweep, dryRun } = wish;
    const isOneFile = /^\.html?$/i.test(extname(target));
    const pictures = [...picturesOf(sweep).values()];
    const pixels = pictures.reduce((sum, { width, height }) => sum + width * height, 0);
    const file = { path: isOneFile ? target : join(target, "index.html"), width: null, height: null, format: "html" };
    const problems: Sentence[] = [];
    const outcome = (bytes: number): ExportOutcome => ({
      files: [{ ...file, bytes }],
      warnings:
        isOneFile && bytes > LARGE_PAGE_BYTES
          ? [
              say("The page is large for one file: a name without .html makes a folder, which opens faster."),
              ...problems,
            ]
          : problems,
      megapixels: pixels / 1e6,
    });
    if (dryRun) return outcome(Math.round(pixels * (isOneFile ? 0.2 : 0.3)) + 100_000);
    if (isOneFile) {
      await writeOneFile(wish, problems);
      return outcome((await stat(target)).size);
    }
    await writePageFolder(wish, problems);
    return outcome(await folderBytes(target));
  },
};
