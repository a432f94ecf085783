import { failureSentences, sentences, stepSentence } from "./words.mjs";

/** Of the terminal: what the system is set to. */
const systemLanguage = () => (Intl.DateTimeFormat().resolvedOptions().locale.startsWith("ja") ? "ja" : "en");

/**
 * Tells how the set-up goes. People read stderr, in their system's language; stdout belongs to the command that follows, or, where
 * a program follows (`forProgram`), has one JSON object a line: `{step, number, steps, done?, total?, text: {en, ja}}` and
 * `{failure: {code, en: {cause, remedy}, ja: {cause, remedy}}}`; `{text: {en, ja}}` when what was set up is started.
 */
export function createReport({
  forProgram = false,
  language = systemLanguage(),
  toPeople = (text) => void process.stderr.write(text),
  toProgram = (text) => void process.stdout.write(text),
} = {}) {
  const say = (text) => toPeople(`${text}\n`);
  const send = (value) => void (forProgram && toProgram(`${JSON.stringify(value)}\n`));
  return {
    /** A line of a program that works for us. */
    line: say,
    say: (name) => say(sentences[name][language]),
    /** The first of a step, and then its counts: people are told each fifth of them. */
    step(progress) {
      const text = stepSentence(progress);
      send({ ...progress, text });
      const { done = 0, total = 0 } = progress;
      const fifth = (count) => Math.floor((count * 5) / total);
      if (done === 0 || fifth(done) > fifth(done - 1)) say(text[language]);
    },
    /** Only where a program follows: people see what comes. */
    starts: () => send({ text: sentences.starts }),
    failed({ code, values }) {
      const both = failureSentences(code, values);
      // The program tells it, in its own way.
      if (forProgram) send({ failure: { code, ...both } });
      else say(`\n${both[language].cause}\n${sentences.remedy[language]}${both[language].remedy}`);
    },
  };
}
