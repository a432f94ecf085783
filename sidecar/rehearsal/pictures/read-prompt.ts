import { chance } from "./chance.js";
import type { Colour } from "./colour.js";
import type { Backdrop, Pose, Scene } from "./scene.js";

const colours: Readonly<Record<string, Colour>> = {
  black: [52, 46, 56],
  brown: [116, 78, 58],
  blonde: [240, 208, 122],
  yellow: [236, 196, 72],
  red: [204, 66, 62],
  pink: [240, 150, 176],
  blue: [78, 128, 200],
  green: [46, 168, 112],
  purple: [142, 96, 190],
  orange: [232, 140, 66],
  white: [244, 244, 246],
  grey: [150, 152, 160],
  silver: [206, 210, 220],
  aqua: [90, 200, 206],
};

const poses: Readonly<Record<string, Partial<Pose>>> = {
  smile: { smile: 1 },
  grin: { smile: 1, mouthOpen: 0.3 },
  laughing: { smile: 1, mouthOpen: 0.9, eyesClosed: 1 },
  frown: { smile: -0.9 },
  sad: { smile: -0.8 },
  expressionless: { smile: 0 },
  "closed mouth": { mouthOpen: 0 },
  "open mouth": { mouthOpen: 0.8 },
  "closed eyes": { eyesClosed: 1 },
  "half-closed eyes": { eyesClosed: 0.45 },
  blush: { blush: 0.95 },
  "from side": { turn: 0.9 },
  profile: { turn: 0.95 },
  "looking at viewer": { gaze: 0 },
  "looking away": { gaze: 0.9, turn: 0.3 },
  "looking to the side": { gaze: -0.9 },
  "head tilt": { tilt: 13 },
  waving: { wave: 1 },
  "hand up": { wave: 0.8 },
  "arm up": { wave: 1 },
  portrait: { scale: 1.16, down: 0.14 },
  "close-up": { scale: 1.42, down: 0.24 },
  "upper body": { scale: 0.82, down: 0.03 },
  "cowboy shot": { scale: 0.6, down: -0.08 },
  "full body": { scale: 0.42, down: -0.14 },
};

const places: Readonly<Record<string, Backdrop>> = {
  outdoors: "outdoors",
  sky: "outdoors",
  "blue sky": "outdoors",
  cloud: "outdoors",
  park: "outdoors",
  night: "night",
  "night sky": "night",
  moon: "night",
  indoors: "indoors",
  room: "indoors",
  bedroom: "indoors",
  classroom: "indoors",
  library: "indoors",
  beach: "beach",
  ocean: "beach",
  sea: "beach",
  forest: "forest",
  tree: "forest",
  nature: "forest",
};

/** Marks that a prompt can ask of the figure by name. */
const marked: Readonly<Record<string, Partial<Scene["marks"]>>> = {
  twintails: { twintails: 1 },
  ahoge: { ahoge: 1 },
  "hair ornament": { ornament: 1 },
  "hair flower": { ornament: 1 },
  "star hair ornament": { ornament: 1 },
  dress: { dress: 1 },
};

/**
 * The tags of a prompt, lower case, without LoRA tags, brackets, weights and schedules; "_" counts as a space and what a
 * schedule or `AND` sets apart are tags of their own.
 */
export const promptTags = (prompt: string): string[] =>
  prompt
    .toLowerCase()
    .replace(/<[^>]*>/g, ",")
    .replace(/(?<!\\)[()]/g, "")
    .replace(/\\([()])/g, "$1")
    .replace(/:\s*-?[\d.]+/g, "")
    .replace(/[[\]{}|:]|\bbreak\b|\s\band\b\s/g, ",")
    .split(/[,\n]/)
    .map((tag) => tag.trim().replaceAll("_", " "))
    .filter((tag) => tag !== "");

const clothesNames = /^(?:(\w+) )?(dress|shirt|clothes|coat|jacket|sweater|skirt|uniform)$/;

function withTag(scene: Scene, tag: string): Scene {
  const [, hairColour] = /^(\w+) hair$/.exec(tag) ?? [];
  if (hairColour === "long") return { ...scene, hairLength: 0.9 };
  if (hairColour === "short") return { ...scene, hairLength: 0.05 };
  if (hairColour !== undefined) return { ...scene, hair: colours[hairColour] ?? scene.hair };
  const [, eyeColour] = /^(\w+) eyes$/.exec(tag) ?? [];
  const eyes = colours[eyeColour ?? ""];
  if (eyes) return { ...scene, eyes };
  const [, clothesColour, kind] = clothesNames.exec(tag) ?? [];
  if (kind !== undefined) {
    const clothes = colours[clothesColour ?? ""] ?? scene.clothes;
    return { ...scene, clothes, marks: { ...scene.marks, dress: kind === "dress" ? 1 : 0 } };
  }
  const [, ground] = /^(\w+) background$/.exec(tag) ?? [];
  if (ground === "simple") return { ...scene, backdrop: "plain" };
  if (ground !== undefined) {
    return { ...scene, backdrop: "plain", backdropColour: colours[ground] ?? scene.backdropColour };
  }
  if (tag === "from behind") return { ...scene, fromBehind: true };
  const place = places[tag];
  const marks = marked[tag];
  return {
    ...scene,
    ...(place === undefined ? {} : { backdrop: place }),
    marks: { ...scene.marks, ...marks },
    pose: { ...scene.pose, ...poses[tag] },
  };
}

/** What the prompt asks of the scene that the seed gave. Tags that the stand-in does not know move it a little. */
export function promptedScene(scene: Scene, prompt: string, negativePrompt: string): Scene {
  const refused = new Set(promptTags(negativePrompt));
  const tags = promptTags(prompt);
  const asked = tags.filter((tag) => !refused.has(tag)).reduce(withTag, scene);
  const move = chance("words", ...tags);
  const { pose } = asked;
  return { ...asked, pose: { ...pose, tilt: pose.tilt + move.bell() * 1.2, right: pose.right + move.bell() * 0.008 } };
}

/** Whether a prompt itself names the clothes or the place, which an overtrained LoRA then goes against. */
export const namesClothes = (prompt: string): boolean => promptTags(prompt).some((tag) => clothesNames.test(tag));
