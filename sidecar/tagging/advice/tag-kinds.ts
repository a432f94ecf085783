export type TagKind = "looks" | "clothes" | "style" | "thing";

// Danbooru's tags end with what they are about ("very long hair", "red eyes", "white shirt"), so the last word tells.
const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

const looks = words(`
  hair eyes eye pupils sclera eyelashes eyebrows bangs braid braids ponytail twintails pigtails ahoge sidelocks
  forelocks bun buns bob drills highlights hairline heterochromia skin freckles mole moles scar scars fang fangs
  teeth ears ear tail tails horns horn wings wing halo beard mustache stubble sideburns breasts chest muscles
  muscular abs thighs hips waist tan lips whiskers fur feathers tattoo facepaint antennae claws hooves
`);

const clothes = words(`
  shirt blouse sweater hoodie cardigan vest jacket coat blazer cape cloak robe kimono yukata hakama dress gown skirt
  shorts pants trousers jeans leggings leotard swimsuit bikini underwear bra panties uniform serafuku apron armor
  pantyhose thighhighs kneehighs socks stockings legwear footwear shoes boots sandals heels loafers sneakers gloves
  gauntlets mittens sleeves sleeve collar necktie bowtie ribbon bow scarf shawl belt sash obi suspenders hat cap
  beret crown tiara helmet hood headband hairband headdress headwear hairclip hairpin scrunchie ornament choker
  necklace pendant earrings earring bracelet ring jewelry brooch glasses sunglasses eyewear goggles eyepatch mask
  veil frills lace buttons zipper pocket bag backpack cosplay costume
`);

const style = words(`
  monochrome greyscale sketch lineart traditional sepia pixel chibi realistic photorealistic painting watercolor
  comic 3d retro halftone flat cel-shading medium style parody artwork photo-referenced pastel outline screentone
`);

/** What a tag (caption spelling) is about, by its last word; a bracket such as `(medium)` counts as that word. */
export function tagKind(tag: string): TagKind {
  const parts = tag.toLowerCase().replaceAll(/[_()]/g, " ").split(" ").filter(Boolean);
  const last = parts.at(-1) ?? "";
  if (looks.has(last)) return "looks";
  if (clothes.has(last)) return "clothes";
  return style.has(last) || style.has(parts[0] ?? "") ? "style" : "thing";
}
