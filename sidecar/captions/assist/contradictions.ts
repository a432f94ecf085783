/** Groups of which a picture has one at most; the tags of `unless` allow several. */
interface Exclusive {
  tags: RegExp;
  unless: RegExp;
}

const colours = "(?:black|brown|blonde|red|blue|green|pink|purple|white|grey|gray|silver|orange|yellow|aqua|golden)";

const exclusive: Exclusive[] = [
  { tags: /^[1-6]\+?girls?$/, unless: /^$/ },
  { tags: /^[1-6]\+?boys?$/, unless: /^$/ },
  // "multiple girls" rightly stands beside "2girls".
  { tags: /^(?:1girl|multiple girls)$/, unless: /^$/ },
  { tags: /^(?:1boy|multiple boys)$/, unless: /^$/ },
  {
    tags: new RegExp(`^${colours} hair$`),
    unless: /^(?:multicolored|two-tone|streaked|gradient|split-color|colored inner|multiple) /,
  },
  { tags: new RegExp(`^${colours} eyes$`), unless: /^(?:heterochromia|multicolored eyes|gradient eyes)$/ },
  { tags: /^(?:very short|medium|long) hair$/, unless: /^$/ },
  // "long hair" rightly stands beside "very long hair", and "short hair" beside "very short hair".
  { tags: /^(?:short|medium|long) hair$/, unless: /^$/ },
  { tags: /^(?:short|medium|very long) hair$/, unless: /^$/ },
  { tags: /^(?:short|medium|absurdly long) hair$/, unless: /^$/ },
  { tags: /^(?:indoors|outdoors)$/, unless: /^$/ },
  { tags: /^(?:day|night)$/, unless: /^$/ },
  { tags: /^(?:standing|sitting|lying|kneeling|squatting)$/, unless: /^$/ },
  { tags: /^(?:portrait|upper body|cowboy shot|full body)$/, unless: /^$/ },
  { tags: /^(?:open|closed) mouth$/, unless: /^$/ },
  {
    tags: /^(?:white|black|grey|blue|pink|red|green|yellow|transparent) background$/,
    unless: /^(?:gradient|two-tone) background$/,
  },
];

const several = /^(?:[2-6]\+?(?:girls|boys)|multiple (?:girls|boys))$/;

/** Pairs of tags that cannot both be true of a picture with one subject; tags are spelled with spaces, lower case. */
export function contradictions(tags: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  const some = tags.find((tag) => several.test(tag));
  const crowd = some ?? (tags.includes("1girl") && tags.includes("1boy") ? "1boy" : undefined);
  if (crowd !== undefined && tags.includes("solo")) pairs.push(["solo", crowd]);
  for (const { tags: group, unless } of exclusive) {
    const found = tags.filter((tag) => group.test(tag));
    // Several people have several hair colours.
    if (
      found.length < 2 ||
      tags.some((tag) => unless.test(tag)) ||
      (crowd !== undefined && !several.test(found[0] ?? "") && !several.test(found[1] ?? ""))
    )
      continue;
    const [first = "", ...others] = found;
    for (const other of others) {
      if (!pairs.some(([left, right]) => left === first && right === other)) pairs.push([first, other]);
    }
  }
  return pairs;
}
