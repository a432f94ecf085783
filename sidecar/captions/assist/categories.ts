import { tagKind } from "../../tagging/advice/tag-kinds.js";
import { spelling } from "../../tagging/choose/spelling.js";

export const tagCategories = [
  "count",
  "hair",
  "eyes",
  "body",
  "clothes",
  "expression",
  "pose",
  "camera",
  "background",
  "style",
  "meta",
  "other",
] as const;
export type TagCategory = (typeof tagCategories)[number];

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

// Danbooru's tags end with what they are about, so the last word tells; a few tags are known as a whole.
const last: [TagCategory, ReadonlySet<string>][] = [
  [
    "hair",
    set(`hair bangs braid braids ponytail twintails pigtails ahoge sidelocks forelocks bun buns bob drills highlights
      hairline antenna haircut hime intakes`),
  ],
  ["eyes", set("eyes eye pupils sclera eyelashes eyebrows heterochromia iris irises tsurime tareme")],
  [
    "expression",
    set(`smile smiling grin frown blush tears crying laughing angry sad embarrassed expressionless serious pout
      surprised mouth teeth tongue wink smirk :d :o :3 ;d :q ^_^ >_< d: nervous sweatdrop sleepy`),
  ],
  [
    "pose",
    set(`standing sitting lying kneeling squatting walking running jumping leaning stretching arm arms hand hands leg
      legs finger fingers pose up back side hips holding tilt hugging waving crossed salute v reaching bent stance`),
  ],
  [
    "body",
    set(`collarbone navel midriff stomach armpits armpit feet toes ass fingernails cleavage shoulders face nose
      dark-skinned makeup lipstick eyeshadow`),
  ],
  [
    "clothes",
    set("top sleeveless strapless clothes sleeved polish wrists v-neck turtleneck swimwear sportswear lingerie"),
  ],
  [
    "camera",
    set(`viewer shot view focus portrait close-up closeup profile angle above below behind perspective framed body
      cowboy dutch pov fisheye depth blurry bokeh cropped`),
  ],
  [
    "background",
    set(`background sky cloud clouds tree trees grass flower flowers room indoors outdoors window bed chair table wall
      floor beach ocean water forest city street building night day sunset rain snow leaf leaves moon sun star stars
      mountain scenery field school classroom petals`),
  ],
  [
    "meta",
    set(`highres absurdres lowres signature watermark username text commentary request date artist logo translated
      dated copyright english japanese quality masterpiece best worst jpeg artifacts theme`),
  ],
];

const whole = new Map<string, TagCategory>([
  ["solo", "count"],
  ["multiple girls", "count"],
  ["multiple boys", "count"],
  ["couple", "count"],
  ["group", "count"],
  ["no humans", "count"],
  ["male focus", "count"],
  ["female focus", "count"],
  ["upper body", "camera"],
  ["full body", "camera"],
  ["lower body", "camera"],
  ["from side", "camera"],
  ["from behind", "camera"],
  ["from above", "camera"],
  ["from below", "camera"],
  ["looking at viewer", "camera"],
  ["looking to the side", "pose"],
  ["looking back", "pose"],
  ["looking away", "pose"],
  ["arms behind back", "pose"],
  ["hands on own hips", "pose"],
  ["looking at another", "pose"],
  ["looking down", "pose"],
  ["parted lips", "expression"],
  ["bare legs", "body"],
  ["bare arms", "body"],
  ["mole under eye", "body"],
  ["facial hair", "body"],
  ["hair over shoulder", "hair"],
  ["hair down", "hair"],
  ["off shoulder", "clothes"],
  ["bare shoulders", "clothes"],
  ["barefoot", "clothes"],
  ["nude", "clothes"],
  ["hair ornament", "clothes"],
  ["hair ribbon", "clothes"],
  ["hair bow", "clothes"],
  ["hair flower", "clothes"],
  ["closed eyes", "expression"],
  ["one eye closed", "expression"],
  ["eyes visible through hair", "eyes"],
  ["hair between eyes", "hair"],
  ["hair over one eye", "hair"],
  ["simple background", "background"],
]);

/** What a tag (in either spelling) is about. */
export function categoryOf(tag: string): TagCategory {
  const text = spelling(tag);
  const known = whole.get(text);
  if (known) return known;
  if (/^\d\+?(girl|boy|other)s?$/.test(text)) return "count";
  const word = text.split(" ").at(-1)?.replaceAll(/[()]/g, "") ?? "";
  if (text.startsWith("holding ")) return "pose";
  for (const [category, names] of last) if (names.has(word) || names.has(text)) return category;
  const kind = tagKind(text);
  if (kind === "clothes" || kind === "style") return kind;
  return kind === "looks" ? "body" : "other";
}
