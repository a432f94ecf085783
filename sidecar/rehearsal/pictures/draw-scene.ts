import sharp from "sharp";
import type { Pixels } from "./ruin.js";
import type { Scene } from "./scene.js";
import { figureSvg } from "./svg/figure.js";

/** The scene without grain and mark. @param width 16–4096, as `height` */
export async function drawScene(scene: Scene, width: number, height: number): Promise<Pixels> {
  const { data, info } = await sharp(Buffer.from(figureSvg(scene, width, height)))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
