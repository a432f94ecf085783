import { type Colour, css, darker, lighter, mix } from "../colour.js";
import type { Scene } from "../scene.js";

const WHITE: Colour = [250, 250, 252];
const SKIRT: Colour = [70, 72, 92];
const SHOE: Colour = [74, 48, 52];
const RIBBON = 'fill="#e8404c" stroke="#7a1c34" stroke-width="4" stroke-linejoin="round"';

const line = (colour: Colour): string =>
  `stroke="${css(darker(colour, 0.5))}" stroke-width="4" stroke-linejoin="round" stroke-linecap="round"`;

/** A limb: a thick line with an outline. */
const limb = (path: string, colour: Colour, width: number): string =>
  `<path d="${path}" fill="none" stroke="${css(darker(colour, 0.5))}" stroke-width="${width + 8}" stroke-linecap="round"/><path d="${path}" fill="none" stroke="${css(colour)}" stroke-width="${width}" stroke-linecap="round"/>`;

function legs({ skin, marks }: Scene): string {
  const sock = mix([52, 54, 70], WHITE, marks.dress);
  const leg = (side: -1 | 1): string => {
    const x = 300 + side * 58;
    return `${limb(`M ${x} 1180 L ${x} 1560`, skin, 62)}${limb(`M ${x} 1440 L ${x} 1590`, sock, 62)}
      <path d="M ${x - 42} 1600 Q ${x - 46} 1664 ${x + side * 14} 1668 Q ${x + 50} 1660 ${x + 42} 1600 Z" fill="${css(SHOE)}" ${line(SHOE)}/>`;
  };
  return leg(-1) + leg(1);
}

function arms({ skin, clothes, marks, pose }: Scene): string {
  const arm = (side: -1 | 1): string => {
    if (side === 1 && pose.wave >= 0.15) return "";
    const path = `M ${300 + side * 158} 668 Q ${300 + side * 196} 800 ${300 + side * 182} 948`;
    const sleeve = `<g opacity="${1 - marks.dress}">${limb(`M ${300 + side * 158} 668 Q ${300 + side * 194} 790 ${300 + side * 184} 908`, clothes, 66)}</g>`;
    return `${limb(path, skin, 54)}<circle cx="${300 + side * 180}" cy="962" r="33" fill="${css(skin)}" ${line(skin)}/>${sleeve}`;
  };
  return arm(-1) + arm(1);
}

/** Shirt and skirt, which go as the dress comes. */
function shirt({ clothes }: Scene): string {
  const collar = mix(clothes, WHITE, 0.4);
  return `<path d="M 176 946 L 132 1212 Q 300 1258 468 1212 L 424 946 Z" fill="${css(SKIRT)}" ${line(SKIRT)}/>
    <path d="M 226 960 L 210 1222 M 300 966 V 1232 M 374 960 L 390 1222" stroke="${css(darker(SKIRT, 0.5))}" stroke-width="4"/>
    <path d="M 262 512 L 236 548 L 288 602 L 300 568 Z M 338 512 L 364 548 L 312 602 L 300 568 Z" fill="${css(collar)}" ${line(clothes)}/>
    <path d="M 300 602 V 962" stroke="${css(darker(clothes, 0.4))}" stroke-width="3"/>
    ${[660, 740, 820, 900].map((y) => `<circle cx="313" cy="${y}" r="7" fill="${css(lighter(clothes, 0.6))}" stroke="${css(darker(clothes, 0.5))}" stroke-width="2"/>`).join("")}`;
}

/** White collar, bow, puffed sleeves, belt, and a wide skirt with a hem. */
function dress({ clothes }: Scene): string {
  const sleeve = (side: -1 | 1): string =>
    `<path transform="translate(300 0) scale(${side} 1)" d="M 116 590 C 176 588 226 640 232 724 Q 190 772 132 742 Q 118 660 116 590 Z" fill="url(#clothes)" ${line(clothes)}/><path transform="translate(300 0) scale(${side} 1)" d="M 134 742 Q 190 770 231 726" fill="none" stroke="#fafafc" stroke-width="13" stroke-linecap="round"/>`;
  return `<path d="M 184 930 C 120 1030 84 1130 64 1216 Q 120 1256 178 1228 Q 238 1262 300 1232 Q 362 1262 422 1228 Q 480 1256 536 1216 C 516 1130 480 1030 416 930 Z" fill="url(#clothes)" ${line(clothes)}/>
    <path d="M 66 1208 Q 120 1246 178 1218 Q 238 1252 300 1222 Q 362 1252 422 1218 Q 480 1246 534 1208" fill="none" stroke="#fafafc" stroke-width="15"/>
    <path d="M 232 960 Q 196 1100 182 1210 M 300 964 V 1216 M 368 960 Q 404 1100 418 1210" fill="none" stroke="${css(darker(clothes, 0.45))}" stroke-width="4"/>
    ${sleeve(-1)}${sleeve(1)}
    <path d="M 258 512 C 206 530 178 560 176 596 Q 214 588 226 612 Q 256 596 276 626 Q 300 604 324 626 Q 344 596 374 612 Q 386 588 424 596 C 422 560 394 530 342 512 Q 300 588 258 512 Z" fill="#fafafc" ${line(clothes)}/>
    <path d="M 183 904 Q 300 936 417 904 L 418 946 Q 300 978 182 946 Z" fill="#fafafc" ${line(clothes)}/>
    <path d="M 300 628 C 262 596 222 606 222 640 C 222 672 262 676 300 642 C 338 676 378 672 378 640 C 378 606 338 596 300 628 Z M 294 640 L 264 730 L 290 716 L 304 736 L 306 640 Z M 306 640 L 332 724 L 312 716 L 302 730 Z" ${RIBBON}/>
    <circle cx="300" cy="637" r="13" fill="#ffe27a" stroke="#7a1c34" stroke-width="3"/>`;
}

/** Neck, body, limbs and what they wear. */
export function body(scene: Scene): string {
  const { skin, clothes, marks } = scene;
  return `${legs(scene)}${arms(scene)}
    <path d="M 264 430 L 264 520 Q 300 566 336 520 L 336 430 Z" fill="${css(skin)}" ${line(skin)}/>
    <path d="M 266 458 Q 300 508 334 458 L 334 484 Q 300 538 266 484 Z" fill="${css(darker(skin, 0.24))}"/>
    <path d="M 260 514 C 200 530 142 556 126 622 C 130 720 168 780 180 850 L 176 962 Q 300 1000 424 962 L 420 850 C 432 780 470 720 474 622 C 458 556 400 530 340 514 Q 300 592 260 514 Z" fill="url(#clothes)" ${line(clothes)}/>
    <path d="M 172 690 C 184 740 188 780 190 830 M 428 690 C 416 740 412 780 410 830" fill="none" stroke="${css(darker(clothes, 0.4))}" stroke-width="4" opacity="0.8"/>
    <g opacity="${1 - marks.dress}">${shirt(scene)}</g><g opacity="${marks.dress}">${marks.dress < 0.02 ? "" : dress(scene)}</g>`;
}

/** An arm that comes up beside the head. */
export function wavingArm({ pose, skin, clothes, marks }: Scene): string {
  if (pose.wave < 0.15) return "";
  const up = pose.wave;
  const [x, y] = [512 - 10 * up, 830 - 370 * up];
  const path = `M 456 668 Q 556 ${760 - 60 * up} ${x + 18} ${y + 90}`;
  return `${limb(path, mix(clothes, skin, marks.dress), 64)}
    <g transform="translate(${x + 8} ${y + 20}) rotate(${-8 + 12 * up})" fill="${css(skin)}" ${line(skin)}>
      <path d="M -22 44 L -30 -8 Q -60 -24 -54 -38 Q -44 -46 -26 -24 L -30 -72 Q -26 -86 -16 -74 L -8 -34 L -6 -86 Q 2 -98 10 -84 L 10 -36 L 22 -78 Q 32 -86 36 -72 L 28 -28 L 42 -56 Q 54 -58 52 -44 L 32 14 L 24 46 Z"/></g>`;
}

/** Gradients that the clothes use. */
export const clothesColours = ({ clothes }: Scene): string =>
  `<linearGradient id="clothes" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${css(lighter(clothes, 0.12))}"/><stop offset="0.4" stop-color="${css(clothes)}"/><stop offset="1" stop-color="${css(darker(clothes, 0.22))}"/></linearGradient>`;
