// Draws the sample pictures of the README's first command: one invented character, varied view, mood and backdrop.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";

const width = 600;
const height = 900;

const moods = ["M 272 372 q 28 22 56 0", "M 276 376 h 48", "M 280 384 q 20 -16 40 0", "M 284 368 a 16 20 0 1 0 32 0 z"];
const backdrops = ["#ffffff", "#ffffff", "#d8e8f8", "#20242c", "#f4e6c8"];
const outfits = ["#6890b8", "#b85858", "#58a070", "#404858"];

function character({ lean, mood, backdrop, outfit, scale }) {
  const eyes = [252, 348].map(
    (x) =>
      `<ellipse cx="${x}" cy="310" rx="17" ry="25" fill="#3a9c7c"/><circle cx="${x + 5}" cy="302" r="6" fill="#fff"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="${backdrop}"/>
    <g transform="translate(300 450) rotate(${lean}) scale(${scale}) translate(-300 -450)">
      <path d="M170 300 C150 120 450 120 430 300 L450 640 Q430 660 410 630 L400 330 L200 330 L190 630 Q170 660 150 640 Z" fill="#efd696"/>
      <path d="M180 900 Q200 520 300 500 Q400 520 420 900 Z" fill="${outfit}"/>
      <ellipse cx="300" cy="310" rx="105" ry="120" fill="#fde0d0"/>
      <path d="M190 290 Q200 180 300 175 Q400 180 410 290 Q370 210 340 270 Q310 205 270 270 Q240 215 190 290 Z" fill="#efd696"/>
      <path d="M300 150 Q330 90 360 120 Q330 115 310 155 Z" fill="#efd696"/>
      ${eyes.join("")}
      <path d="${moods[mood]}" fill="none" stroke="#b04848" stroke-width="5" stroke-linecap="round"/>
    </g></svg>`;
}

/** Draws 20 pictures of 600 × 900 into `folder`. */
export async function drawSamples(folder) {
  const { default: sharp } = await import("sharp");
  await mkdir(folder, { recursive: true });
  for (let index = 0; index < 20; index += 1) {
    const svg = character({
      lean: ((index * 7) % 5) * 6 - 12,
      mood: index % moods.length,
      backdrop: backdrops[index % backdrops.length],
      outfit: outfits[Math.floor(index / 5)],
      scale: 0.8 + (index % 3) * 0.2,
    });
    await sharp(Buffer.from(svg))
      .png()
      .toFile(join(folder, `sample ${String(index + 1).padStart(2, "0")}.png`));
  }
}
