import { type Colour, css, darker, lighter, mix } from "../colour.js";
import type { Scene } from "../scene.js";

const BLACK: Colour = [34, 22, 34];

/** Outline of the head without hair; the chin goes with the turn. */
export function head({ skin, pose }: Scene): string {
  const chin = 300 + pose.turn * 26;
  const [left, right] = [194 + pose.turn * 6, 406 + pose.turn * 6];
  const outline = `M ${left} 300 C ${left} 382 ${chin - 66} 446 ${chin - 10} 474 Q ${chin} 480 ${chin + 10} 474 C ${chin + 66} 446 ${right} 382 ${right} 300 C ${right} 206 362 168 300 168 C 238 168 ${left} 206 ${left} 300 Z`;
  const ear = (x: number, seen: number): string =>
    `<ellipse cx="${x}" cy="338" rx="${Math.max(0, 17 * seen)}" ry="28" fill="${css(skin)}" stroke="${css(darker(skin, 0.45))}" stroke-width="3"/>`;
  return `${ear(left + 2, 1 + pose.turn)}${ear(right - 2, 1 - pose.turn)}
    <path d="${outline}" fill="url(#skin)" stroke="${css(darker(skin, 0.5))}" stroke-width="3.5"/>`;
}

function eye(side: -1 | 1, { eyes, skin, pose, hair }: Scene): string {
  // The eye that turns away is narrower.
  const wide = 1 - Math.max(0, side * pose.turn) * 0.34;
  const x = 300 + side * 53 * (1 - Math.abs(pose.turn) * 0.12) + pose.turn * 34;
  const lash = css(mix(darker(hair, 0.72), BLACK, 0.5));
  const brow = `<path d="M -28 -58 Q 0 ${-70 - pose.smile * 4} 28 ${-58 + (pose.smile < 0 ? pose.smile * 8 : 0)}" transform="scale(${side} 1)" fill="none" stroke="${css(darker(hair, 0.45))}" stroke-width="5" stroke-linecap="round"/>`;
  const place = `translate(${x} 336) scale(${wide} 1)`;
  if (pose.eyesClosed > 0.5) {
    return `<g transform="${place}">${brow}<path d="M -30 4 Q 0 ${26} 30 4" fill="none" stroke="${lash}" stroke-width="7" stroke-linecap="round"/>
      <path d="M ${side * 28} 6 l ${side * 9} 6" stroke="${lash}" stroke-width="5" stroke-linecap="round"/></g>`;
  }
  const gaze = pose.gaze * 9;
  const open = 1 - pose.eyesClosed * 0.8;
  return `<g transform="${place}">${brow}
    <path d="M -32 -4 Q -22 ${-38 * open} 4 ${-39 * open} Q 30 ${-34 * open} 32 2 Q 24 ${34 * open} 0 ${35 * open} Q -24 ${34 * open} -32 -4 Z" transform="scale(${side} 1)" fill="#fff"/>
    <g transform="scale(1 ${open})"><ellipse cx="${gaze}" cy="0" rx="23" ry="33" fill="url(#iris)" stroke="${css(darker(eyes, 0.72))}" stroke-width="3"/>
    <ellipse cx="${gaze}" cy="-2" rx="9.5" ry="15" fill="${css(darker(eyes, 0.85))}"/>
    <ellipse cx="${gaze}" cy="19" rx="14" ry="9" fill="${css(lighter(eyes, 0.5))}" opacity="0.75"/>
    <circle cx="${gaze - 8}" cy="-15" r="8" fill="#fff"/><circle cx="${gaze + 9}" cy="12" r="4" fill="#fff" opacity="0.9"/></g>
    <path d="M -34 0 Q -24 ${-41 * open} 4 ${-42 * open} Q 30 ${-38 * open} 36 4 L 44 -6 Q 32 ${-52 * open} 4 ${-50 * open} Q -28 ${-46 * open} -34 0 Z" transform="scale(${side} 1)" fill="${lash}"/>
    <path d="M -18 ${36 * open} Q 4 ${41 * open} 24 ${30 * open}" transform="scale(${side} 1)" fill="none" stroke="${css(darker(skin, 0.6))}" stroke-width="2.5" stroke-linecap="round"/></g>`;
}

function mouth({ pose, skin }: Scene): string {
  const x = 300 + pose.turn * 36;
  const line = css(darker(skin, 0.66));
  const [width, bend] = [24 - pose.turn ** 2 * 5, pose.smile * 16];
  if (pose.mouthOpen > 0.15) {
    const depth = 10 + pose.mouthOpen * 26;
    return `<path d="M ${x - width} ${420 - bend * 0.3} Q ${x} ${414} ${x + width} ${420 - bend * 0.3} Q ${x + width * 0.7} ${420 + depth} ${x} ${421 + depth} Q ${x - width * 0.7} ${420 + depth} ${x - width} ${420 - bend * 0.3} Z" fill="#9c3d4a" stroke="${line}" stroke-width="3" stroke-linejoin="round"/>
      <ellipse cx="${x}" cy="${414 + depth}" rx="${width * 0.55}" ry="${depth * 0.3}" fill="#e8848c"/>`;
  }
  return `<path d="M ${x - width} ${424 - bend * 0.5} Q ${x} ${424 + bend} ${x + width} ${424 - bend * 0.5}" fill="none" stroke="${line}" stroke-width="4.5" stroke-linecap="round"/>`;
}

/** Eyes, nose, mouth and cheeks. */
export function features(scene: Scene): string {
  const { pose, skin } = scene;
  const cheek = (side: number): string =>
    `<ellipse cx="${300 + side * 74 + pose.turn * 30}" cy="392" rx="26" ry="13" fill="#f2788a" opacity="${0.16 + 0.5 * pose.blush}"/>`;
  const nose = `<path d="M ${301 + pose.turn * 46} 382 q ${4 + pose.turn * 8} 8 -4 9" fill="none" stroke="${css(darker(skin, 0.4))}" stroke-width="3" stroke-linecap="round"/>`;
  return `${cheek(-1)}${cheek(1)}${nose}${eye(-1, scene)}${eye(1, scene)}${mouth(scene)}`;
}

/** Gradients that the face uses. */
export const faceColours = ({ skin, eyes }: Scene): string =>
  `<linearGradient id="skin" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${css(darker(skin, 0.16))}"/><stop offset="0.36" stop-color="${css(skin)}"/><stop offset="1" stop-color="${css(lighter(skin, 0.25))}"/></linearGradient>
  <linearGradient id="iris" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${css(darker(eyes, 0.55))}"/><stop offset="0.5" stop-color="${css(eyes)}"/><stop offset="1" stop-color="${css(lighter(eyes, 0.3))}"/></linearGradient>`;
