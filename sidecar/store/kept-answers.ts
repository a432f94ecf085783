import type { Database } from "./database.js";

// Sets that were asked about lately; older answers are worked out anew.
const KEPT = 50;

/** An answer that takes long, kept under a question that names all it depends on. */
export async function keptAnswer(database: Database, question: string, ask: () => Promise<string>): Promise<string> {
  const row = database.prepare("SELECT answer FROM kept_answer WHERE question = ?").get(question);
  const answer = row ? String(Object(row).answer) : await ask();
  database
    .prepare("INSERT OR REPLACE INTO kept_answer (question, answer, used) VALUES (?, ?, ?)")
    .run(question, answer, Date.now());
  database
    .prepare(
      "DELETE FROM kept_answer WHERE question NOT IN (SELECT question FROM kept_answer ORDER BY used DESC LIMIT ?)",
    )
    .run(KEPT);
  return answer;
}
