import type { Database } from "../../store/database.js";
import type { ResolvedSweep } from "../plan/resolved-sweep.js";
import type { StrengthVotes } from "../scores/evidence.js";
import { placesByKey } from "./eligible-cells.js";
import { rankVotes } from "./rank-votes.js";
import { votesOf } from "./vote-table.js";

/** What was voted for each LoRA at each strength, as the recommendation takes it. */
export const strengthVotes = (database: Database, id: number, resolved: ResolvedSweep): StrengthVotes[] =>
  rankVotes(votesOf(database, id), placesByKey(resolved)).map(({ lora, strength, yes, count }) => ({
    lora,
    strengthIndex: strength,
    likes: yes,
    total: count,
  }));
