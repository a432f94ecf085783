import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";

// A driver or a card may change without a trace in the files.
const KEPT_MS = 10 * 60_000;

interface Kept<Answer> {
  at: number;
  stamp: string;
  answer: Answer;
}

/** When files were changed last; a package that comes or goes changes its folder. */
async function stampOf(paths: readonly string[]): Promise<string> {
  const times = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ mtimeMs }) => String(mtimeMs),
        () => "-",
      ),
    ),
  );
  return times.join(" ");
}

/** What Pythons answered, kept while their environment stays as it was. */
export function keptAnswers<Answer extends { document: { sitePackages: string | null; torch: unknown } | null }>() {
  const kept = new Map<string, Kept<Answer>>();
  const asked = new Map<string, Promise<Answer>>();
  const pathsFor = (python: string, { document }: Answer): string[] => [
    python,
    join(dirname(python), "..", "pyvenv.cfg"),
    ...(document?.sitePackages ? [document.sitePackages] : []),
  ];
  return {
    /** The known answer of a Python, or what `ask` finds; two who ask at once share one. */
    async get(python: string, fresh: boolean, ask: () => Promise<Answer>): Promise<Answer> {
      const known = kept.get(python);
      if (known && !fresh && performance.now() - known.at < KEPT_MS) {
        if ((await stampOf(pathsFor(python, known.answer))) === known.stamp) return known.answer;
      }
      const running = asked.get(python);
      if (running) return running;
      const asking = (async () => {
        const answer = await ask();
        // Without an answer there is nothing to keep: who has mended it asks again at once.
        if (answer.document === null || answer.document.torch === "unanswered") kept.delete(python);
        else {
          kept.set(python, { at: performance.now(), stamp: await stampOf(pathsFor(python, answer)), answer });
        }
        return answer;
      })();
      asked.set(python, asking);
      try {
        return await asking;
      } finally {
        asked.delete(python);
      }
    },
  };
}
