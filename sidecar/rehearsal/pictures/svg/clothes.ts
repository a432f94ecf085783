import { type Colour, css, darker, lighter, mix } from "../colour.js";
import type { Scene } from "../scene.js";

const WHITE: Colour = [250, 250, 252];

const line = (colour: Colour): string =>
  `stroke="${css(darker(colour, 0.5))}" stroke-width="4" stroke-linejoin="round"`;

/** Neck, body and what it wears. */
export function body(scene: Scene): string {
  const { skin, clothes, marks } = scene;
  const [dress, shirt] = [marks.dress, 1 - marks.dress];
  const collar = mix(clothes, WHITE, 0.35 + 0.6 * dress);
  return `<path d="M 268 430 L 268 520 Q 300 560 332 520 L 332 430 Z" fill="${css(darker(skin, 0.14))}" ${line(skin)}/>
    <path d="M 262 514 C 190 532 130 566 108 640 C 84 720 66 860 60 1000 L 60 1900 L 540 1900 L 540 1000 C 534 860 516 720 492 640 C 470 566 410 532 338 514 Q 300 590 262 514 Z" fill="url(#clothes)" ${line(clothes)}/>
    <path d="M 168 700 C 176 800 182 900 176 1000 M 432 700 C 424 800 418 900 424 1000" fill="none" stroke="${css(darker(clothes, 0.4))}" stroke-width="4" opacity="0.8"/>
    <g opacity="${shirt}"><path d="M 262 512 L 238 548 L 288 600 L 300 566 Z M 338 512 L 362 548 L 312 600 L 300 566 Z" fill="${css(collar)}" ${line(clothes)}/>
      <path d="M 300 600 V 1900" stroke="${css(darker(clothes, 0.4))}" stroke-width="3"/>
      ${[660, 740, 820, 900].map((y) => `<circle cx="312" cy="${y}" r="7" fill="${css(lighter(clothes, 0.6))}" stroke="${css(darker(clothes, 0.5))}" stroke-width="2"/>`).join("")}</g>
    <g opacity="${dress}"><path d="M 258 512 C 206 530 178 560 176 596 Q 214 588 226 612 Q 256 596 276 626 Q 300 604 324 626 Q 344 596 374 612 Q 386 588 424 596 C 422 560 394 530 342 512 Q 300 588 258 512 Z" fill="${css(collar)}" ${line(clothes)}/>
      <path d="M 300 628 C 262 596 222 606 222 640 C 222 672 262 676 300 642 C 338 676 378 672 378 640 C 378 606 338 596 300 628 Z M 294 640 L 264 730 L 290 716 L 304 736 L 306 640 Z" fill="#e8404c" stroke="#7a1c34" stroke-width="4" stroke-linejoin="round"/>
      <circle cx="300" cy="637" r="13" fill="#ffe27a" stroke="#7a1c34" stroke-width="3"/>
      <path d="M 110 640 C 70 690 60 760 92 800 Q 130 826 172 800 L 170 690 Z M 490 640 C 530 690 540 760 508 800 Q 470 826 428 800 L 430 690 Z" fill="url(#clothes)" ${line(clothes)}/>
      <path d="M 176 900 Q 300 940 424 900 L 428 936 Q 300 976 172 936 Z" fill="${css(collar)}" ${line(clothes)}/></g>`;
}

/** An arm that comes up beside the head. */
export function wavingArm({ pose, skin, clothes }: Scene): string {
  if (pose.wave < 0.15) return "";
  const up = pose.wave;
  const [x, y] = [512 - 10 * up, 830 - 370 * up];
  return `<path d="M 462 690 Q 560 ${760 - 60 * up} ${x + 18} ${y + 90}" fill="none" stroke="${css(darker(clothes, 0.5))}" stroke-width="78" stroke-linecap="round"/>
    <path d="M 462 690 Q 560 ${760 - 60 * up} ${x + 18} ${y + 90}" fill="none" stroke="${css(clothes)}" stroke-width="70" stroke-linecap="round"/>
    <g transform="translate(${x + 8} ${y + 20}) rotate(${-8 + 12 * up})" fill="${css(skin)}" stroke="${css(darker(skin, 0.5))}" stroke-width="4" stroke-linejoin="round">
      <path d="M -22 44 L -30 -8 Q -60 -24 -54 -38 Q -44 -46 -26 -24 L -30 -72 Q -26 -86 -16 -74 L -8 -34 L -6 -86 Q 2 -98 10 -84 L 10 -36 L 22 -78 Q 32 -86 36 -72 L 28 -28 L 42 -56 Q 54 -58 52 -44 L 32 14 L 24 46 Z"/></g>`;
}

/** Gradients that the clothes use. */
export const clothesColours = ({ clothes }: Scene): string =>
  `<linearGradient id="clothes" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${css(lighter(clothes, 0.12))}"/><stop offset="0.4" stop-color="${css(darker(clothes, 0.12))}"/><stop offset="1" stop-color="${css(darker(clothes, 0.2))}"/></linearGradient>`;
