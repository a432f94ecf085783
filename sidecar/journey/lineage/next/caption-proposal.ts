import type { Result } from "../../../../protocol/validate.js";
import { escapeWildcards } from "../../../tagging/choose/wildcards.js";
import type { LineageRoom } from "../lineage-room.js";

const LISTED = 100;

/** What taking tags out of a set's captions would change; nothing is written. Null where no caption has them any more. */
export async function captionProposal(
  { call }: LineageRoom,
  folder: string | null,
  tags: readonly string[],
): Promise<Result<"lineage/next">["captions"]> {
  if (folder === null || tags.length === 0) return null;
  const edits = [{ kind: "remove" as const, tags: tags.map(escapeWildcards) }];
  const found = await call("captions/edit", { folder, recursive: true, edits, dryRun: true, limit: LISTED });
  if (found.captions === 0) return null;
  return { folder, tags: [...tags], edits, captions: found.captions, changed: found.changed, digest: found.digest };
}
