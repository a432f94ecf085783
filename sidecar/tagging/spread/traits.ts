/** What pictures of a subject may show in different ways; each kind is told by Danbooru's tags for it. */
export const traitGroups = {
  framing: {
    close: ["close-up", "face", "portrait", "head only"],
    upper: ["upper body", "bust"],
    thighs: ["cowboy shot"],
    full: ["full body"],
    wide: ["wide shot", "very wide shot"],
  },
  view: {
    back: ["from behind", "facing away", "back"],
    side: ["from side", "profile", "facing to the side"],
    above: ["from above"],
    below: ["from below"],
  },
  pose: {
    standing: ["standing", "standing on one leg", "contrapposto"],
    sitting: ["sitting", "seiza", "wariza", "indian style", "on chair"],
    lying: ["lying", "on back", "on stomach", "on side"],
    moving: ["walking", "running", "jumping", "dancing"],
    kneeling: ["kneeling", "squatting", "all fours"],
  },
  expression: {
    smiling: ["smile", "grin", "light smile", "evil smile", ":d"],
    calm: ["expressionless", "serious", "half-closed eyes"],
    sad: ["sad", "crying", "tears", "frown"],
    angry: ["angry", "annoyed", "v-shaped eyebrows", "clenched teeth"],
    surprised: ["surprised", "wide-eyed", "shocked"],
  },
} as const;

export type TraitGroup = keyof typeof traitGroups;

/** Tags of what is written over a picture. */
export const textTags: readonly string[] = [
  "text",
  "english text",
  "speech bubble",
  "watermark",
  "web address",
  "signature",
  "artist name",
  "twitter username",
  "patreon username",
  "logo",
  "dated",
  "copyright name",
  "sample watermark",
];

/** Tags as the tables above spell them. */
export const plainTag = (name: string): string => name.replaceAll("_", " ").toLowerCase();
