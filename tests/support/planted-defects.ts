import sharp from "sharp";

/** A picture with a defect, made of a clean one; both as PNG, unless the defect is the format. */
export type Plant = (clean: Buffer) => Promise<Buffer>;

const SIDE = 2048;

/** Fills the pixels of a square around a place for which `holds` is true. */
function fill(
  pixels: Uint8Array,
  [x, y, reach]: readonly [number, number, number],
  [r, g, b]: readonly [number, number, number],
  holds: (dx: number, dy: number) => boolean,
): void {
  for (let dy = -reach; dy <= reach; dy += 1) {
    for (let dx = -reach; dx <= reach; dx += 1) {
      const [column, row] = [x + dx, y + dy];
      if (column < 0 || row < 0 || column >= SIDE || row >= SIDE || !holds(dx, dy)) continue;
      const at = (row * SIDE + column) * 3;
      pixels[at] = r;
      pixels[at + 1] = g;
      pixels[at + 2] = b;
    }
  }
}

/** A drawing of 1024 × 1024 pixels with disks, tilted bars, rings and a soft ground; `seed` makes another one. */
export async function drawScene(seed: number): Promise<Buffer> {
  let state = seed * 7919 + 17;
  const next = (most: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor(((state >> 8) / 0x7fffff) * most);
  };
  const colour = (): readonly [number, number, number] => [40 + next(190), 40 + next(190), 40 + next(190)];
  const [from, to] = [colour(), colour()];
  const pixels = new Uint8Array(SIDE * SIDE * 3);
  for (let at = 0; at < pixels.length; at += 1) {
    const part = ((at / 3) % SIDE) / SIDE / 2 + at / pixels.length / 2;
    pixels[at] = (from[at % 3] ?? 0) * (1 - part) + (to[at % 3] ?? 0) * part;
  }
  for (let shape = 0; shape < 70; shape += 1) {
    const [x, y, reach, kind] = [next(SIDE), next(SIDE), 24 + next(150), next(3)];
    const [cos, sin] = [Math.cos(shape), Math.sin(shape)];
    fill(pixels, [x, y, reach], colour(), (dx, dy) => {
      const far = dx * dx + dy * dy;
      if (kind === 0) return far <= reach * reach;
      if (kind === 1) return far <= reach * reach && far >= (reach - 10) * (reach - 10);
      const [along, across] = [dx * cos + dy * sin, dy * cos - dx * sin];
      return along * along < reach * reach * 0.5 && across * across < 400;
    });
  }
  // Drawn twice as large: shrinking makes the edges smooth.
  const large = sharp(pixels, { raw: { width: SIDE, height: SIDE, channels: 3 } });
  return large
    .resize(SIDE / 2)
    .png()
    .toBuffer();
}

const sizeOf = async (picture: Buffer): Promise<[number, number]> => {
  const { width, height } = await sharp(picture).metadata();
  return [width, height];
};

const enlarged =
  (times: number, kernel: "cubic" | "nearest"): Plant =>
  async (clean) => {
    const [width, height] = (await sizeOf(clean)).map((side) => Math.floor(side / times));
    const small = await sharp(clean).resize(width, height, { fit: "fill" }).png().toBuffer();
    return sharp(small)
      .resize((width ?? 1) * times, (height ?? 1) * times, { kernel, fit: "fill" })
      .png()
      .toBuffer();
  };

async function noisy(clean: Buffer): Promise<Buffer> {
  const { data, info } = await sharp(clean).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const noise = await sharp({
    create: { width, height, channels: 3, background: "#808080", noise: { type: "gaussian", mean: 128, sigma: 16 } },
  })
    .raw()
    .toBuffer();
  const values = data.map((value, at) => Math.min(255, Math.max(0, value + (noise[at] ?? 128) - 128)));
  return sharp(values, { raw: { width, height, channels } }).png().toBuffer();
}

const recompressed: Plant = async (clean) =>
  sharp(await sharp(clean).jpeg({ quality: 15 }).toBuffer())
    .png()
    .toBuffer();

/** Defects by the kind of problem that tells them. */
export const plantedDefects: Record<string, Plant> = {
  blurred: (clean) => sharp(clean).blur(1.8).png().toBuffer(),
  enlarged: enlarged(2, "cubic"),
  jagged: enlarged(4, "nearest"),
  noisy,
  blocks: recompressed,
  coarse: (clean) => sharp(clean).jpeg({ quality: 25 }).toBuffer(),
  dark: (clean) => sharp(clean).linear(0.18, 0).png().toBuffer(),
  border: (clean) => sharp(clean).extend({ top: 60, bottom: 60, background: "#1030c0" }).png().toBuffer(),
};

/** Relations by the kind of duplicate. */
export const plantedRelations: Record<string, Plant> = {
  near: (clean) => sharp(clean).resize(500).jpeg({ quality: 60 }).toBuffer(),
  mirrored: (clean) => sharp(clean).flop().png().toBuffer(),
  crop: async (clean) => {
    const [width, height] = await sizeOf(clean);
    const [w, h] = [Math.round(width * 0.75), Math.round(height * 0.75)];
    return sharp(clean)
      .extract({ left: Math.round(width * 0.1), top: Math.round(height * 0.2), width: w, height: h })
      .png()
      .toBuffer();
  },
};
