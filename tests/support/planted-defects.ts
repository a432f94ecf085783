import sharp from "sharp";

/** A picture with a defect, made of a clean one; both as PNG, unless the defect is the format. */
export type Plant = (clean: Buffer) => Promise<Buffer>;

/** A drawing of 1024 × 1024 pixels with edges, soft shades and fine lines; `seed` makes another one. */
export async function drawScene(seed: number): Promise<Buffer> {
  let state = seed * 7919 + 17;
  const next = (most: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor(((state >> 8) / 0x7fffff) * most);
  };
  const shapes = Array.from({ length: 60 }, () => {
    const [x, y, size] = [next(1024), next(1024), 20 + next(160)];
    const colour = `hsl(${next(360)} ${30 + next(60)}% ${25 + next(50)}%)`;
    const shape = next(3);
    if (shape === 0) return `<circle cx="${x}" cy="${y}" r="${size / 2}" fill="${colour}"/>`;
    if (shape === 1) {
      return `<rect x="${x}" y="${y}" width="${size}" height="${20 + next(120)}" fill="${colour}" transform="rotate(${next(90)} ${x} ${y})"/>`;
    }
    return `<path d="M${x} ${y} q${next(200) - 100} ${next(200) - 100} ${next(300) - 150} ${next(300) - 150}" stroke="${colour}" stroke-width="${1 + next(5)}" fill="none"/>`;
  });
  const ground = `<defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="hsl(${next(360)} 40% 70%)"/><stop offset="1" stop-color="hsl(${next(360)} 40% 40%)"/></linearGradient></defs><rect width="1024" height="1024" fill="url(#g)"/>`;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1024" height="1024">${ground}${shapes.join("")}</svg>`;
  // The program reads no SVG; its tests draw with it.
  sharp.unblock({ operation: ["VipsForeignLoadSvg"] });
  return sharp(Buffer.from(drawing)).removeAlpha().png().toBuffer();
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
