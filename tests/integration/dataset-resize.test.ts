import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { atelier } from "../support/command.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { digestsOf as tree } from "../support/tree.js";

const newFolder = temporaryFolders();

/** Left half red, right half blue. */
const half = (width: number, height: number) => {
  const pixels = Buffer.alloc(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    pixels.set(pixel % width < width / 2 ? [0xc0, 0x40, 0x20] : [0x20, 0x40, 0xc0], pixel * 3);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
};

async function pictures(): Promise<{ parent: string; folder: string }> {
  const parent = await newFolder();
  const folder = join(parent, "画像 set");
  await mkdir(join(folder, "10_おから"), { recursive: true });
  await half(1600, 800).png().toFile(join(folder, "wide.png"));
  await writeFile(join(folder, "wide.txt"), "okara, wide");
  await half(400, 400)
    .jpeg()
    .toFile(join(folder, "10_おから", "small.jpg"));
  // Turned by EXIF: upright it is 300 × 600.
  await half(600, 300).jpeg().withMetadata({ orientation: 6 }).toFile(join(folder, "turned.jpg"));
  await writeFile(join(folder, "broken.png"), "no picture");
  return { parent, folder };
}

test("a new set is made to a size, the originals stay, and it is undone", async () => {
  const { parent, folder } = await pictures();
  const home = await newFolder();
  const before = await tree(parent);
  const run = async (...rest: string[]) => {
    const { code, stdout } = await atelier(home, ["dataset", ...rest, "--json"]);
    return { code, document: JSON.parse(stdout) };
  };
  const dry = await run("resize", folder, "--size", "400,400", "--focus", "0,0.5", "--dry-run");
  const done = await run("resize", folder, "--size", "400,400", "--focus", "0,0.5");
  const made = `${folder}-resized`;

  expect(done.code).toBe(3);
  expect(done.document.counts).toEqual({ done: 3, failed: 1, waiting: 0 });
  expect(done.document.pictures.find(({ error }: { error?: unknown }) => error)).toMatchObject({
    before: join(folder, "broken.png"),
    error: { code: "unreadableImage" },
  });
  expect(dry.document.images.map(({ size }: { size: number[] }) => size)).toEqual(
    done.document.pictures.flatMap(({ size }: { size?: number[] }) => (size ? [size] : [])),
  );
  expect(await tree(folder)).toEqual(
    Object.fromEntries(Object.entries(before).map(([name, digest]) => [name.replace(/^画像 set\//, ""), digest])),
  );
  expect(await readFile(join(made, "wide.txt"), "utf8")).toBe("okara, wide");
  const wide = await sharp(join(made, "wide.png")).raw().toBuffer({ resolveWithObject: true });
  expect([wide.info.width, wide.info.height]).toEqual([400, 400]);
  // The focus lay at the left: the right colour is cut away.
  expect([...wide.data.subarray(399 * 3, 400 * 3)]).toEqual([0xc0, 0x40, 0x20]);
  const { width, height } = await sharp(join(made, "turned.png")).metadata();
  expect([width, height]).toEqual([300, 300]);

  expect((await run("undo", folder)).code).toBe(0);
  expect(await tree(parent)).toEqual(before);
});

test("in place the originals move to a folder of their own, and come back", async () => {
  const { parent, folder } = await pictures();
  const home = await newFolder();
  const before = await tree(parent);
  const { code } = await atelier(home, ["dataset", "resize", folder, "--max-size", "256", "--in-place", "--json"]);
  const after = await tree(parent);
  expect(code).toBe(3);
  expect(after["画像 set-originals/wide.png"]).toBe(before["画像 set/wide.png"]);
  expect(after["画像 set-originals/10_おから/small.jpg"]).toBe(before["画像 set/10_おから/small.jpg"]);
  expect(Object.keys(after)).toEqual(
    expect.arrayContaining(["画像 set/10_おから/small.png", "画像 set/wide.png", "画像 set/wide.txt"]),
  );
  expect(Object.keys(after)).not.toContain("画像 set/10_おから/small.jpg");
  const { width, height } = await sharp(join(folder, "wide.png")).metadata();
  expect(width * height).toBeLessThanOrEqual(256 ** 2);
  await atelier(home, ["dataset", "undo", folder, "--json"]);
  expect(await tree(parent)).toEqual(before);
});

test("a WebUI enlarges when it is asked to, and its refusal is told", async () => {
  const { folder } = await pictures();
  const home = await newFolder();
  const asked: unknown[] = [];
  // Speaks the WebUI's API, and enlarges to green so that its work is seen.
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", async () => {
      const body = JSON.parse(Buffer.concat(parts).toString());
      asked.push({ url: request.url, upscaler: body.upscaler_1, resize: body.upscaling_resize });
      const known = body.upscaler_1 === "Green";
      const { width, height } = await sharp(Buffer.from(body.image, "base64")).metadata();
      const green = { width: width * 2, height: height * 2, channels: 3, background: "#00ff00" } as const;
      const image = (await sharp({ create: green }).png().toBuffer()).toString("base64");
      response.writeHead(known ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(known ? { html_info: "", image } : { detail: "Upscaler not found" }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  const enlarge = (name: string) =>
    atelier(home, [
      "dataset",
      "resize",
      join(folder, "10_おから"),
      ...["--max-size", "800", "--enlarge", "--webui", url, "--upscaler", name, "--json"],
    ]);
  try {
    const { code } = await enlarge("Green");
    const refused = await enlarge("No such");
    expect(code).toBe(0);
    expect(asked[0]).toEqual({ url: "/sdapi/v1/extra-single-image", upscaler: "Green", resize: 2 });
    const { data, info } = await sharp(join(`${join(folder, "10_おから")}-resized`, "small.png"))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, ...data.subarray(0, 3)]).toEqual([800, 800, 0, 255, 0]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("Upscaler not found");
  } finally {
    server.close();
  }
});
