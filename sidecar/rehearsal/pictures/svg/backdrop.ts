import { type Colour, css, darker, mix } from "../colour.js";
import type { Backdrop, Scene } from "../scene.js";

// Beyond the figure's 600 × 900 on all sides, for pictures of other shapes.
const EVERYWHERE = 'x="-900" y="-900" width="2400" height="3200"';

const fall = (id: string, ...stops: readonly Colour[]): string =>
  `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="900">${stops
    .map((colour, index) => `<stop offset="${index / (stops.length - 1)}" stop-color="${css(colour)}"/>`)
    .join("")}</linearGradient>`;

const cloud = (x: number, y: number, size: number): string =>
  `<g transform="translate(${x} ${y}) scale(${size})" fill="#fff" opacity="0.92"><circle r="46"/><circle cx="52" cy="12" r="36"/><circle cx="-54" cy="14" r="34"/><rect x="-86" y="10" width="172" height="40" rx="20"/></g>`;

const tree = (x: number, y: number, size: number, leaves: string): string =>
  `<g transform="translate(${x} ${y}) scale(${size})"><rect x="-14" y="0" width="28" height="320" fill="#5c4030"/><circle cy="-40" r="110" fill="${leaves}"/><circle cx="-70" cy="20" r="72" fill="${leaves}"/><circle cx="70" cy="20" r="72" fill="${leaves}"/></g>`;

const drawn: Readonly<Record<Backdrop, (colour: Colour) => string>> = {
  plain: (colour) => `<rect ${EVERYWHERE} fill="${css(colour)}"/>`,
  outdoors:
    () => `${fall("sky", [92, 170, 238], [190, 226, 250], [220, 240, 246])}<rect ${EVERYWHERE} fill="url(#sky)"/>
    ${cloud(90, 150, 1)}${cloud(520, 250, 1.3)}${cloud(-240, 300, 1.4)}${cloud(860, 120, 1.2)}
    <path d="M -900 700 Q -400 560 0 680 Q 300 600 700 690 Q 1100 580 1500 700 V 2300 H -900 Z" fill="#7cc46a"/><path d="M -900 800 Q 0 700 600 800 T 1500 780 V 2300 H -900 Z" fill="#5cab54"/>`,
  night: () => `${fall("dark", [16, 20, 58], [34, 40, 96], [66, 58, 120])}<rect ${EVERYWHERE} fill="url(#dark)"/>
    <circle cx="500" cy="130" r="62" fill="#fff4c4"/><circle cx="528" cy="116" r="52" fill="${css([20, 24, 64])}"/>
    ${Array.from({ length: 60 }, (_, star) => `<circle cx="${((star * 397) % 2200) - 800}" cy="${(star * 173) % 620}" r="${1.5 + (star % 4)}" fill="#fff" opacity="0.85"/>`).join("")}`,
  indoors: (colour) => {
    const wall = mix([214, 190, 160], colour, 0.25);
    return `<rect ${EVERYWHERE} fill="${css(wall)}"/><g stroke="#7a5a3c" stroke-width="10"><rect x="-60" y="110" width="210" height="330" fill="#bfe0f4"/><path d="M 45 110 V 440 M -60 270 H 150"/></g>
      <rect x="440" y="180" width="420" height="18" fill="#7a5a3c"/>${[0, 1, 2, 3, 4, 5].map((book) => `<rect x="${450 + book * 34}" y="${96 + (book % 3) * 12}" width="28" height="${84 - (book % 3) * 12}" fill="${["#b8504a", "#4a78b0", "#58915a", "#c49a3c", "#7a5a96", "#3e8a8a"][book]}"/>`).join("")}
      <rect x="-900" y="720" width="2400" height="1600" fill="${css(darker(wall, 0.3))}"/><path d="M -900 720 H 1500" stroke="${css(darker(wall, 0.5))}" stroke-width="10"/>`;
  },
  beach:
    () => `${fall("air", [70, 160, 240], [170, 220, 252], [230, 244, 250])}<rect ${EVERYWHERE} fill="url(#air)"/>${cloud(80, 130, 1.1)}${cloud(700, 200, 1)}
    <rect x="-900" y="470" width="2400" height="320" fill="#2f94c8"/><path d="M -900 500 h 2400 M -900 560 h 2400 M -900 640 h 2400" stroke="#7cc8e4" stroke-width="7" stroke-dasharray="120 70"/>
    <path d="M -900 760 Q -300 720 300 770 T 1500 760 V 2300 H -900 Z" fill="#f0dca4"/>`,
  forest: () => `${fall("wood", [150, 200, 130], [70, 130, 74], [40, 84, 52])}<rect ${EVERYWHERE} fill="url(#wood)"/>
    ${tree(40, 260, 1, "#3c8a48")}${tree(560, 220, 1.2, "#2f7a40")}${tree(-260, 300, 1.3, "#34803f")}${tree(860, 320, 1.2, "#3c8a48")}${tree(300, 180, 0.8, "#4a9a54")}
    <rect x="-900" y="760" width="2400" height="1600" fill="#35643a"/>`,
};

/** What stands behind the figure. */
export const backdrop = ({ backdrop: kind, backdropColour }: Scene): string => drawn[kind](backdropColour);
