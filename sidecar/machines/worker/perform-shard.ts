import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { breaksTheBench } from "../../host/jobs/job-run.js";
import { type ErrorReport, errorOf, reportError, storedReport } from "../../host/studio-error.js";
import { hashOfFile } from "../hash-of-file.js";
import { toJson } from "../plain-data.js";
import { placed } from "../references.js";
import type { FileCache } from "./file-cache.js";
import type { OpenBenches } from "./open-benches.js";
import type { StudioClient } from "./studio-client.js";

const PART_MS = 2000;

interface ShardHouse {
  client: StudioClient;
  cache: FileCache;
  benches: OpenBenches;
  /** A folder of this machine's own, for what is made before it is sent. */
  scratch: string;
  /** An item is done. */
  onDone(): void;
  /** How long what is done may wait for the rest. */
  partMs?: number;
}

type Run = (item: unknown) => Promise<unknown>;

type Outcome = { index: number; result: unknown } | { index: number; error: ErrorReport };

/** What is said of a file here, said of the studio's own. */
function inStudiosWords(report: ErrorReport, paths: ReadonlyMap<string, string>): ErrorReport {
  let text = JSON.stringify(report);
  const quoted = (path: string): string => JSON.stringify(path).slice(1, -1);
  for (const [here, there] of paths) text = text.replaceAll(quoted(here), quoted(there));
  return storedReport(JSON.parse(text));
}

/**
 * Works on one shard and sends what came of each item.
 * @returns the error that the bench broke with, or null; the studio knows it then
 * @throws StudioError "offline" | "accessRefused" when the studio cannot be told
 */
export async function performShard(
  id: string,
  { client, cache, benches, scratch, onDone, partMs = PART_MS }: ShardHouse,
  signal: AbortSignal,
): Promise<ErrorReport | null> {
  const text = await client.task(id);
  // Over already: another machine was quicker, or it was cancelled.
  if (text === null) return null;
  const { kind, params, items }: { kind: unknown; params: unknown; items: unknown } = Object(JSON.parse(text));
  const outputs = join(scratch, id);
  const names = new Map<string, string>();
  const place = (made: string[]) => ({
    async file(reference: Parameters<FileCache["file"]>[0]) {
      const path = await cache.file(reference, signal);
      names.set(path, reference.path);
      return path;
    },
    folder: (files: Parameters<FileCache["folder"]>[0]) => cache.folder(files, signal),
    output(name: string) {
      made.push(name);
      return join(outputs, name);
    },
  });
  const work = async (run: Run, packed: unknown, index: number): Promise<Outcome> => {
    const made: string[] = [];
    const item = await placed(packed, place(made)).catch((error: unknown) => {
      const { code } = reportError(error);
      // Gone there: that item's trouble. Anything else, a full disk here, is this machine's.
      if (code === "notFound") return { failed: reportError(error) };
      throw breaksTheBench({ code }) ? error : errorOf({ ...reportError(error), code: "diskFull" });
    });
    const { failed } = Object(item);
    if (failed) return { index, error: failed };
    try {
      const result = await run(item);
      for (const name of made) {
        const path = join(outputs, name);
        if ((await stat(path).catch(() => null)) === null) continue;
        await client.output(id, { name, hash: await hashOfFile(path), path });
      }
      return { index, result };
    } catch (error) {
      return { index, error: inStudiosWords(reportError(error), names) };
    }
  };
  const perform = async (run: Run): Promise<void> => {
    const wanted: unknown[] = Array.isArray(items) ? items : [];
    let results: Outcome[] = [];
    let toldAt = performance.now();
    // People see how far it is, and what has come is not done again when this machine is lost.
    const tellPart = async (): Promise<void> => {
      if (performance.now() - toldAt < partMs) return;
      toldAt = performance.now();
      const part = results;
      results = [];
      await client.results(id, toJson({ results: part, whole: false }));
    };
    const one = async (packed: unknown, index: number): Promise<void> => {
      if (packed === null || signal.aborted) return;
      const outcome = await work(run, packed, index);
      results.push(outcome);
      if ("error" in outcome && breaksTheBench(outcome.error)) throw errorOf(outcome.error);
      onDone();
      await tellPart();
    };
    await Promise.all(wanted.map(one));
    if (!signal.aborted) await client.results(id, toJson({ results, whole: true }));
  };
  try {
    await mkdir(outputs, { recursive: true });
    const mine = await placed(params, place([]));
    await benches.use({ kind: String(kind), params: mine }, perform);
    return null;
  } catch (error) {
    const report = inStudiosWords(reportError(error), names);
    if (report.code === "offline" || report.code === "accessRefused") throw error;
    // Anything that is not an item's fault is this machine's: the studio gives the shard to another.
    const told = breaksTheBench(report) ? report : { ...report, code: "inferenceFailed" };
    await client.results(id, toJson({ results: [{ index: 0, error: told }] }));
    return told;
  } finally {
    await rm(outputs, { recursive: true, force: true });
  }
}
