import { canDraw, type DrawingLink } from "../../../webui/drawing-link.js";
import type { WebuiLink } from "../../../webui/webui-link.js";
import type { SweepSettings } from "../resolved-sweep.js";

/** A WebUI that a sweep's settings mean. */
interface MeantWebui {
  /** As the settings name it. */
  name: string;
  /** Null: none of that name is known. */
  link: DrawingLink | null;
}

interface Known {
  webuis: { all(): WebuiLink[]; come?(): Promise<void> };
  rehearsalWebui?: () => Promise<WebuiLink>;
}

/**
 * The one rule by which a sweep finds who draws it, looked at or drawn: those that are named by id or title, in their order;
 * none named: all that are known, those of this machine first and those of machines that work for the studio last, or for a rehearsal the stand-in of our own. A rehearsal may
 * name stand-ins that somebody started; whether each is one is asked of itself.
 */
export async function meantWebuis(
  { webuis, rehearsalWebui }: Known,
  { webuis: names, rehearsal }: Pick<SweepSettings, "webuis" | "rehearsal">,
): Promise<MeantWebui[]> {
  if (rehearsal && names.length === 0) {
    const link = await rehearsalWebui?.();
    return link !== undefined && canDraw(link) ? [{ name: link.id, link }] : [];
  }
  await webuis.come?.();
  const known = webuis.all().filter(canDraw);
  if (names.length > 0) {
    return names.map((name) => ({ name, link: known.find(({ id, title }) => id === name || title === name) ?? null }));
  }
  const rank = ({ isHere, kind }: WebuiLink): number => (isHere ? 0 : kind === "machine" ? 2 : 1);
  return known.sort((a, b) => rank(a) - rank(b)).map((link) => ({ name: link.id, link }));
}

/** Whether a WebUI that comes while a sweep is drawn is to help: one that was named; none named, any machine's. */
export const isMeantToo = (
  { id, title, kind }: WebuiLink,
  { webuis: names, rehearsal }: Pick<SweepSettings, "webuis" | "rehearsal">,
): boolean => (names.length > 0 ? names.includes(id) || names.includes(title) : kind === "machine" && !rehearsal);

/**
 * Of WebUIs that nobody named, those that draw together: the one that answers first, and all of machines that work for the studio.
 * @param first the first that answers
 */
export const drawTogether = (known: readonly WebuiLink[], first: WebuiLink | null): WebuiLink[] => [
  ...(first === null || first.kind === "machine" ? [] : [first]),
  ...known.filter(({ kind }) => kind === "machine"),
];
