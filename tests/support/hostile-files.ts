import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import sharp from "sharp";

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const end = Buffer.alloc(4);
  end.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
  return Buffer.concat([length, body, end]);
}

/** A PNG whose header says it is that large; `data` is what its pixels inflate from. */
function png(width: number, height: number, data: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(data)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function bmp(change: (header: Buffer) => void): Buffer {
  const file = Buffer.alloc(54 + 300);
  file.write("BM", 0, "latin1");
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(10, 18);
  file.writeInt32LE(10, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  change(file);
  return file;
}

/** Makes one bad picture after the other; `index` varies them. Only those that stay in the listing as files. */
async function badFile(folder: string, index: number, good: Buffer): Promise<string | null> {
  const name = (suffix: string): string => join(folder, `bad-${String(index).padStart(3, "0")}${suffix}`);
  const write = async (suffix: string, data: Buffer): Promise<string> => {
    await writeFile(name(suffix), data);
    return name(suffix);
  };
  switch (index % 13) {
    case 0:
      return write(".png", good.subarray(0, 20 + Math.floor((good.length * (index % 50)) / 100)));
    case 1:
      return write(".jpg", Buffer.alloc(0));
    case 2:
      return write(".webp", Buffer.from("this is no picture at all"));
    case 3:
      return write(".png", png(30_000, 30_000, Buffer.alloc(64 * 1024)));
    case 4:
      return write(".png", png(4_000_000, 3_000, Buffer.alloc(1024)));
    case 5:
      return write(
        ".bmp",
        bmp((header) => header.writeInt32LE(2_000_000_000, 18)),
      );
    case 6:
      return write(
        ".bmp",
        bmp((header) => header.writeUInt32LE(0xfffffff0, 10)),
      );
    case 7:
      return write(
        ".bmp",
        bmp((header) => header.writeInt32LE(-2_147_483_648, 22)),
      );
    case 8:
      return write(".gif", Buffer.concat([Buffer.from("GIF89a"), Buffer.alloc(40, 0xff)]));
    case 9:
      return write(".jpg", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(200, index)]));
    case 10:
      return write(".png", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="30000" height="30000"/>'));
    case 11:
      // Neither a folder nor a loop of links is a picture: they are not listed.
      await mkdir(name(".png"));
      return null;
    default:
      await symlink(name(".png"), name(".png"));
      return null;
  }
}

/** Fills a folder with good pictures and bad ones among them; the paths of both. Unreadable ones need another user. */
export async function hostileFolder(
  folder: string,
  { good, bad }: { good: number; bad: number },
): Promise<{ good: string[]; bad: string[] }> {
  const picture = await sharp({ create: { width: 90, height: 120, channels: 3, background: "#3a7" } })
    .png()
    .toBuffer();
  const paths: string[] = [];
  for (let index = 0; index < good; index += 1) {
    const background = { r: index % 256, g: (index * 7) % 256, b: (index * 31) % 256 };
    const path = join(folder, `good-${String(index).padStart(4, "0")}.png`);
    await sharp({ create: { width: 40 + (index % 60), height: 70, channels: 3, background } })
      .png()
      .toFile(path);
    paths.push(path);
  }
  const broken: string[] = [];
  for (let index = 0; index < bad; index += 1) {
    const path = await badFile(folder, index, picture);
    if (path) broken.push(path);
  }
  return { good: paths, bad: broken };
}
