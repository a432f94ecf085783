import { useEffect, useRef, useState } from "preact/hooks";
import { words } from "../../../../state/look.js";
import { cellPicture, type SweepCell } from "../../../../state/sweep.js";
import { difference } from "./difference.js";

/** Pictures beyond this are compared smaller: a canvas of some browsers holds no more than 16 million pixels. */
const LONGEST = 2048;

type Drawn = SweepCell & { picture: string };

async function pixelsOf({ picture, width, height }: Drawn) {
  const answer = await fetch(cellPicture(picture));
  if (!answer.ok) throw new Error(`The picture could not be read (${answer.status}).`);
  const part = Math.min(1, LONGEST / Math.max(width, height));
  const size = { resizeWidth: Math.round(width * part), resizeHeight: Math.round(height * part) };
  // As the bytes are: a colour profile would be worked into one and not into the other.
  const bitmap = await createImageBitmap(await answer.blob(), { ...size, colorSpaceConversion: "none" });
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("This browser has no canvas.");
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

interface Seen {
  mean: number;
  share: number;
}

/** What differs between a picture and its reference, amplified, with the mean difference in words. */
export function DifferenceLayer({
  cell,
  reference,
  amplification,
  onSeen,
}: {
  cell: Drawn;
  reference: Drawn;
  amplification: number;
  onSeen(seen: Seen | null): void;
}) {
  const { sweepView: said } = words.value;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const sameSize = cell.width === reference.width && cell.height === reference.height;
  useEffect(() => {
    let isWanted = true;
    setFailed(null);
    onSeen(null);
    if (!sameSize) return;
    const draw = async (): Promise<void> => {
      const [shown, compared] = await Promise.all([pixelsOf(cell), pixelsOf(reference)]);
      const found = difference(shown.data, compared.data, amplification);
      const target = canvas.current;
      if (!isWanted || !target) return;
      target.width = shown.width;
      target.height = shown.height;
      target.getContext("2d")?.putImageData(new ImageData(found.pixels, shown.width, shown.height), 0, 0);
      onSeen({ mean: found.mean, share: found.share });
    };
    draw().catch((error: unknown) => isWanted && setFailed(String(Object(error).message ?? error)));
    return () => {
      isWanted = false;
    };
  }, [cell.picture, reference.picture, amplification, sameSize]);
  if (!sameSize) return <p class="sweep-pane-note">{said.otherSize}</p>;
  if (failed !== null) return <p class="sweep-pane-note red">{failed}</p>;
  return <canvas ref={canvas} class="sweep-layer" />;
}
