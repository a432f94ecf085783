import { css, darker, lighter } from "../colour.js";
import type { Scene } from "../scene.js";

const outline = ({ hair }: Scene): string =>
  `stroke="${css(darker(hair, 0.55))}" stroke-width="4" stroke-linejoin="round"`;

/** What lies behind head and shoulders. */
export function backHair(scene: Scene): string {
  const { hairLength, hair, pose } = scene;
  const end = 470 + hairLength * 330;
  const wide = 128 + hairLength * 46;
  const [x, sway] = [300 - pose.turn * 12, pose.turn * -18];
  return `<path d="M ${x} 128 C ${x - 150} 126 ${x - 152} 300 ${x - 138} 400 L ${x - wide + sway} ${end} Q ${x - wide * 0.62 + sway} ${end + 26} ${x - wide * 0.5 + sway} ${end - 8} Q ${x} ${end + 34} ${x + wide * 0.5 + sway} ${end - 8} Q ${x + wide * 0.62 + sway} ${end + 26} ${x + wide + sway} ${end} L ${x + 138} 400 C ${x + 152} 300 ${x + 150} 126 ${x} 128 Z" fill="url(#hairBack)" ${outline(scene)}/>
    <path d="M ${x - 110} 430 Q ${x - 128 + sway} ${end - 90} ${x - wide * 0.8 + sway} ${end - 20} M ${x + 110} 430 Q ${x + 128 + sway} ${end - 90} ${x + wide * 0.8 + sway} ${end - 20}" fill="none" stroke="${css(darker(hair, 0.4))}" stroke-width="3" opacity="0.7"/>`;
}

/** Two tails that grow out of the sides of the head. */
export function twintails(scene: Scene): string {
  const { marks, hair, pose } = scene;
  if (marks.twintails < 0.04) return "";
  const tail = (side: -1 | 1): string => {
    const seen = side * pose.turn > 0.5 ? 0.72 : 1;
    const grown = marks.twintails * seen;
    return `<g transform="translate(${300 + side * 122 - pose.turn * 16} 226) rotate(${side * -6}) scale(${side * grown} ${grown})">
      <path d="M -12 -22 C 62 -62 142 -6 152 110 C 166 262 128 392 92 470 Q 82 428 66 402 Q 62 446 42 470 C 34 350 66 208 42 108 Q 26 36 -12 22 Z" fill="url(#hairTail)" ${outline(scene)}/>
      <path d="M 34 -6 C 96 34 116 148 98 300 M 60 -14 C 128 54 142 186 116 340" fill="none" stroke="${css(darker(hair, 0.35))}" stroke-width="3" opacity="0.75"/>
      <path d="M 92 40 C 112 74 118 104 120 140" fill="none" stroke="${css(lighter(hair, 0.7))}" stroke-width="10" stroke-linecap="round" opacity="0.7"/></g>`;
  };
  return tail(-1) + tail(1);
}

/** Where a point of the front hair goes as the head turns. */
const turned =
  (turn: number) =>
  (at: number): string =>
    (at + turn * 16 * (1 - Math.abs(at - 300) / 260)).toFixed(1);

function fringe(turn: number): string {
  const x = turned(turn);
  return `M ${x(300)} 122 C ${x(206)} 118 ${x(164)} 196 ${x(176)} 312 Q ${x(196)} 292 ${x(206)} 262 Q ${x(208)} 300 ${x(226)} 324 Q ${x(236)} 280 ${x(254)} 252 Q ${x(262)} 294 ${x(290)} 322 Q ${x(288)} 282 ${x(304)} 250 Q ${x(322)} 296 ${x(352)} 316 Q ${x(348)} 278 ${x(360)} 252 Q ${x(376)} 296 ${x(396)} 314 Q ${x(394)} 284 ${x(396)} 262 Q ${x(412)} 288 ${x(424)} 312 C ${x(436)} 196 ${x(394)} 118 ${x(300)} 122 Z`;
}

/** What the fringe casts on the forehead. */
export const fringeShadow = ({ pose, skin }: Scene): string =>
  `<path transform="translate(0 13)" d="${fringe(pose.turn)}" fill="${css(darker(skin, 0.3))}" opacity="0.5"/>`;

/** Fringe, side locks, and the ring of light. */
export function frontHair(scene: Scene): string {
  const { hair, pose, hairLength } = scene;
  const lock = 420 + hairLength * 130;
  const x = turned(pose.turn);
  const lockOf = (side: -1 | 1): string => {
    const at = (offset: number): string => x(300 + side * offset);
    return `<path d="M ${at(112)} 226 C ${at(140)} 300 ${at(124)} 372 ${at(122)} ${lock} Q ${at(102)} ${lock - 40} ${at(100)} ${lock - 84} C ${at(96)} 352 ${at(92)} 292 ${at(76)} 244 Z" fill="url(#hair)" ${outline(scene)}/>`;
  };
  return `${lockOf(-1)}${lockOf(1)}
    <path d="${fringe(pose.turn)}" fill="url(#hair)" ${outline(scene)}/>
    <path d="M ${x(206)} 214 Q ${x(232)} 186 ${x(262)} 182 Q ${x(256)} 204 ${x(262)} 214 Q ${x(232)} 210 ${x(214)} 236 Z M ${x(276)} 180 Q ${x(310)} 174 ${x(344)} 184 Q ${x(346)} 204 ${x(338)} 216 Q ${x(308)} 200 ${x(280)} 212 Z M ${x(358)} 188 Q ${x(384)} 198 ${x(396)} 224 Q ${x(376)} 210 ${x(360)} 216 Z" fill="${css(lighter(hair, 0.62))}" opacity="0.6"/>
    <path d="M ${x(254)} 252 Q ${x(264)} 200 ${x(286)} 158 M ${x(360)} 252 Q ${x(352)} 204 ${x(330)} 160 M ${x(304)} 250 Q ${x(298)} 204 ${x(306)} 160" fill="none" stroke="${css(darker(hair, 0.35))}" stroke-width="2.5" opacity="0.6"/>`;
}

/** The lock that stands up, and the clip. */
export function headMarks(scene: Scene): string {
  const { marks, hair, pose } = scene;
  const ahoge =
    marks.ahoge < 0.04
      ? ""
      : `<g transform="translate(${300 + pose.turn * 10} 132) scale(${marks.ahoge})"><path d="M -12 6 C -30 -60 6 -118 74 -104 C 104 -96 108 -66 92 -50 C 88 -74 50 -84 30 -58 C 14 -36 14 -14 16 8 Z" fill="url(#hair)" ${outline(scene)}/>
        <path d="M -2 -20 C 0 -66 30 -92 66 -88" fill="none" stroke="${css(lighter(hair, 0.7))}" stroke-width="6" stroke-linecap="round" opacity="0.7"/></g>`;
  const star = Array.from({ length: 10 }, (_, point) => {
    const [reach, angle] = [point % 2 === 0 ? 40 : 18, (point * Math.PI) / 5 - Math.PI / 2];
    return `${(Math.cos(angle) * reach).toFixed(1)},${(Math.sin(angle) * reach).toFixed(1)}`;
  }).join(" ");
  const clip =
    marks.ornament < 0.04
      ? ""
      : `<g transform="translate(${392 + pose.turn * -4} 228) rotate(14) scale(${marks.ornament})"><path d="M -4 6 L -30 62 L -6 52 L 8 70 L 12 10 Z" fill="#c8324a" stroke="#7a1c34" stroke-width="3" stroke-linejoin="round"/><polygon points="${star}" fill="#e8404c" stroke="#7a1c34" stroke-width="4" stroke-linejoin="round"/><circle r="11" fill="#ffe27a" stroke="#7a1c34" stroke-width="3"/></g>`;
  return ahoge + clip;
}

/** Seen from behind: hair all over the head. */
export const hairFromBehind = (scene: Scene): string =>
  `<path d="M 300 122 C 168 116 162 290 178 440 L 172 560 Q 240 600 300 586 Q 360 600 428 560 L 422 440 C 438 290 432 116 300 122 Z" fill="url(#hair)" ${outline(scene)}/>
  <path d="M 300 150 Q 292 340 300 560 M 246 190 Q 222 340 236 540 M 354 190 Q 378 340 364 540" fill="none" stroke="${css(darker(scene.hair, 0.35))}" stroke-width="3" opacity="0.6"/>`;

/** Gradients that the hair uses. */
export const hairColours = ({ hair }: Scene): string => {
  const gradient = (id: string, top: string, bottom: string): string =>
    `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient>`;
  return (
    gradient("hair", css(lighter(hair, 0.12)), css(darker(hair, 0.14))) +
    gradient("hairTail", css(lighter(hair, 0.08)), css(darker(hair, 0.24))) +
    gradient("hairBack", css(darker(hair, 0.2)), css(darker(hair, 0.36)))
  );
};
