// What a drawn figure's scene says of itself in tags: the truth that the small tagger is trained on. 0 to 1 each; what is half there
// counts half.
const hairColours = {
  blonde_hair: [240, 208, 122],
  brown_hair: [116, 78, 58],
  black_hair: [56, 48, 56],
  red_hair: [204, 66, 62],
  pink_hair: [240, 150, 176],
  blue_hair: [78, 128, 200],
  white_hair: [226, 228, 234],
};
const eyeColours = {
  green_eyes: [46, 168, 112],
  brown_eyes: [112, 74, 56],
  blue_eyes: [78, 128, 200],
  purple_eyes: [110, 90, 150],
  red_eyes: [204, 66, 62],
};
const clothesColours = {
  blue: [78, 128, 200],
  red: [204, 66, 62],
  green: [70, 160, 110],
  white: [242, 240, 238],
  grey: [150, 152, 160],
  black: [60, 54, 66],
  brown: [190, 150, 110],
};
const dresses = ["blue", "red", "green", "white", "black"];

export const figureTags = [
  "1girl",
  "solo",
  ...Object.keys(hairColours),
  "long_hair",
  "short_hair",
  "twintails",
  "ahoge",
  "hair_ornament",
  ...Object.keys(eyeColours),
  "dress",
  ...dresses.map((colour) => `${colour}_dress`),
  "red_bow",
  "shirt",
  ...Object.keys(clothesColours).map((colour) => `${colour}_shirt`),
  "smile",
  "frown",
  "open_mouth",
  "closed_mouth",
  "closed_eyes",
  "half-closed_eyes",
  "blush",
  "looking_at_viewer",
  "looking_away",
  "from_side",
  "from_behind",
  "head_tilt",
  "waving",
  "close-up",
  "portrait",
  "upper_body",
  "cowboy_shot",
  "full_body",
  "simple_background",
  "outdoors",
  "night_sky",
  "indoors",
  "beach",
  "forest",
];

const rise = (value, from, to) => Math.max(0, Math.min(1, (value - from) / (to - from)));

/** How much a colour is each of the named ones: nearest first, softly. */
function shares(colour, named, softness) {
  const far = Object.entries(named).map(([name, other]) => [
    name,
    Math.hypot(...colour.map((value, at) => value - other[at])),
  ]);
  const weights = far.map(([name, distance]) => [name, Math.exp(-((distance / softness) ** 2))]);
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0.02);
  return weights.map(([name, weight]) => [name, weight / total]);
}

/** @returns the truth of `figureTags`, in their order */
export function truthOf(scene) {
  const { pose, marks } = scene;
  const seen = scene.fromBehind ? 0 : 1;
  const open = seen * (1 - rise(pose.eyesClosed, 0.55, 0.75));
  const size = pose.scale;
  const between = (low, high) => rise(size, low - 0.04, low + 0.04) * (1 - rise(size, high - 0.04, high + 0.04));
  const hair = shares(scene.hair, hairColours, 46);
  const eyes = shares(scene.eyes, eyeColours, 42).map(([name, share]) => [name, share * open * rise(size, 0.3, 0.5)]);
  const clothes = shares(scene.clothes, clothesColours, 46);
  const shirt = 1 - rise(marks.dress, 0.35, 0.65);
  const dress = rise(marks.dress, 0.35, 0.65);
  const turn = Math.abs(pose.turn);
  const truth = {
    "1girl": 1,
    solo: 1,
    ...Object.fromEntries(hair),
    long_hair: rise(scene.hairLength, 0.4, 0.6),
    short_hair: 1 - rise(scene.hairLength, 0.2, 0.4),
    twintails: rise(marks.twintails, 0.25, 0.7),
    ahoge: rise(marks.ahoge, 0.25, 0.7),
    hair_ornament: rise(marks.ornament, 0.25, 0.7),
    ...Object.fromEntries(eyes),
    dress,
    ...Object.fromEntries(
      clothes.filter(([name]) => dresses.includes(name)).map(([name, share]) => [`${name}_dress`, share * dress]),
    ),
    red_bow: rise(marks.dress, 0.35, 0.65) * rise(1.5 - size, 0, 0.1),
    shirt,
    ...Object.fromEntries(clothes.map(([name, share]) => [`${name}_shirt`, share * shirt])),
    smile: seen * rise(pose.smile, 0.25, 0.75),
    frown: seen * rise(-pose.smile, 0.2, 0.6),
    open_mouth: seen * rise(pose.mouthOpen, 0.15, 0.45),
    closed_mouth: seen * (1 - rise(pose.mouthOpen, 0.1, 0.2)),
    closed_eyes: seen * rise(pose.eyesClosed, 0.45, 0.6),
    "half-closed_eyes": seen * rise(pose.eyesClosed, 0.25, 0.4) * (1 - rise(pose.eyesClosed, 0.5, 0.6)),
    blush: seen * rise(pose.blush, 0.5, 0.8),
    looking_at_viewer: open * (1 - rise(Math.abs(pose.gaze), 0.3, 0.6)) * (1 - rise(turn, 0.5, 0.75)),
    looking_away: open * rise(Math.abs(pose.gaze), 0.45, 0.75),
    from_side: seen * rise(turn, 0.5, 0.75),
    from_behind: 1 - seen,
    head_tilt: rise(Math.abs(pose.tilt), 7, 11),
    waving: rise(pose.wave, 0.2, 0.6),
    "close-up": rise(size, 1.26, 1.34),
    portrait: between(1.04, 1.3),
    upper_body: between(0.7, 1.04),
    cowboy_shot: between(0.5, 0.7),
    full_body: 1 - rise(size, 0.46, 0.54),
    simple_background: scene.backdrop === "plain" ? 1 : 0,
    outdoors: ["outdoors", "beach", "forest", "night"].includes(scene.backdrop) ? 1 : 0,
    night_sky: scene.backdrop === "night" ? 1 : 0,
    indoors: scene.backdrop === "indoors" ? 1 : 0,
    beach: scene.backdrop === "beach" ? 1 : 0,
    forest: scene.backdrop === "forest" ? 1 : 0,
  };
  return figureTags.map((tag) => truth[tag] ?? 0);
}
