import { appendFileSync } from "node:fs";
import writeFileAtomic from "write-file-atomic";
import { installFiles } from "./install-files.js";
import type { InstallProgress } from "./install-journal.js";

// As often as a page asks.
const TELL_MS = 400;
const LINES_KEPT = 200;

/** What the programs write: into the log, and the newest of it for whoever looks. */
export interface InstallLog {
  line(text: string): void;
  amount(done: number, total: number): void;
  /** The lines since the last call, as many as are kept. */
  takeLines(): string[];
}

const bar = /^(?:remote: )?[A-Z][\w ]+:\s+\d+% /;
const raw = /^Progress (\d+) of (\d+)$/;
/** A name and password in an address are nobody else's business. */
const withoutLogin = (text: string): string => text.replaceAll(/(\w:\/\/)[^\s/@]+@/g, "$1***@");

export function installLog(folder: string): InstallLog {
  const { log, progress } = installFiles(folder);
  let told = 0;
  let now: InstallProgress = { amount: null, line: "" };
  let lines: string[] = [];
  const tell = (): void => {
    if (performance.now() - told < TELL_MS) return;
    told = performance.now();
    writeFileAtomic.sync(progress, JSON.stringify(now), { fsync: false });
  };
  const amount = (done: number, total: number): void => {
    now = { ...now, amount: done < total ? { done, total } : null };
    tell();
  };
  return {
    amount,
    line(written) {
      const text = withoutLogin(written);
      const [, done, total] = raw.exec(text.trim()) ?? [];
      if (done !== undefined) {
        amount(Number(done), Number(total));
        return;
      }
      if (text.trim() === "") return;
      now = { amount: null, line: text.trim().slice(0, 300) };
      tell();
      // Of a bar its end is enough.
      if (bar.test(text) && !text.includes("100%")) return;
      appendFileSync(log, `${text}\n`);
      lines.push(text);
      if (lines.length > LINES_KEPT) lines.shift();
    },
    takeLines() {
      const taken = lines;
      lines = [];
      return taken;
    },
  };
}
