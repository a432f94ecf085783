import { describe, expect, it } from "@jest/globals";
import { createLogReader } from "../../../sidecar/training/log/read-log.js";
import { type CauseName, diagnose, type RunEnd, type Verdict } from "../../../sidecar/training/verdict/diagnose.js";
import type { LoraProof } from "../../../sidecar/training/verdict/prove-file.js";
import { data, expected } from "../../support/recorded-verdicts.js";
import { piecesOf, type Recording, readRecording, recordingNames } from "../../support/trainer-recordings.js";

const planned = ({ words, name }: Recording): number =>
  name === "train_ok_epochs" ? 16 : Number(words[words.indexOf("--max_train_steps") + 1]);

/** What is known after the recorded run, had it been ours. */
function endOf(name: string, change: Partial<RunEnd> = {}): RunEnd {
  const recording = readRecording(name);
  const errorLines: string[] = [];
  let reachedStep: number | null = null;
  const reader = createLogReader((event) => {
    if (event.kind === "error") errorLines.push(event.text);
    if (event.kind === "progress") reachedStep = event.step;
  });
  for (const [stream, bytes] of piecesOf(recording)) reader.push(stream, bytes);
  reader.end();
  const bytes = recording.files.get("okara.safetensors");
  const steps = planned(recording);
  const final: LoraProof = bytes === undefined ? { whole: false, reason: "missing" } : { whole: true, steps, bytes };
  const checkpoints = [...recording.files.keys()].filter((file) => /^okara-.*\.safetensors$/.test(file));
  return {
    exitCode: recording.exitCode,
    signal: null,
    stopAsked: false,
    plannedSteps: steps,
    reachedStep,
    final,
    checkpoints,
    errorLines,
    stdoutTail: recording.stdout.toString(),
    stderrTail: recording.stderr.toString(),
    ...change,
  };
}

const whole = (steps: number | null): LoraProof => ({ whole: true, steps, bytes: 100 });
const bare = (change: Partial<RunEnd>): RunEnd => ({
  exitCode: 0,
  signal: null,
  stopAsked: false,
  plannedSteps: 6,
  reachedStep: 6,
  final: { whole: false, reason: "missing" },
  checkpoints: [],
  errorLines: [],
  stdoutTail: "",
  stderrTail: "",
  ...change,
});

describe("how a recorded run ended", () => {
  it("is known of every recording", () => expect(Object.keys(expected).sort()).toEqual([...recordingNames].sort()));

  it.each(recordingNames)("%s", (name) => {
    const [state, cause, values] = expected[name] ?? ["unknown", "unknown", {}];
    const verdict = diagnose(endOf(name));
    expect({ ...verdict, lines: [] }).toEqual({ state, cause, values, lines: [] });
    expect(verdict.lines.length).toBeLessThanOrEqual(12);
    for (const line of verdict.lines) expect(line).toBe(line.trim());
    for (const line of verdict.lines) expect(line).not.toMatch(/^steps:|^$/);
    if (state === "failed") expect(verdict.lines.length).toBeGreaterThan(0);
  });

  it.each(recordingNames.filter((name) => name.startsWith("sig")))("%s was asked for", (name) => {
    expect(diagnose(endOf(name, { stopAsked: true }))).toMatchObject({ state: "stopped", cause: null });
  });

  it.each([
    ["sigterm_plain", null, "SIGTERM"],
    ["sigint_plain", 130, null],
    ["sigterm_plain", 143, null],
    ["sigkill_accelerate_launcher_only", 137, null],
    ["sigkill_accelerate_launcher_only", null, "SIGKILL"],
  ])("%s told as code %s, signal %s", (name, exitCode, signal) => {
    expect(diagnose(endOf(name, { exitCode, signal }))).toMatchObject({
      state: "failed",
      cause: expected[name]?.[1],
      values: expected[name]?.[2],
    });
  });

  it("shows the lines that prove it", () => {
    expect(diagnose(endOf("fail_corrupt_image")).lines).toEqual([
      `Error loading file: ${data}/corrupt/img/2_okara/01.png`,
      "s = ImageFile._safe_read(self.fp, length)",
      expect.stringMatching(/^File ".*ImageFile\.py", line 738, in _safe_read$/),
      "raise OSError(msg)",
      "OSError: Truncated File Read",
    ]);
    expect(diagnose(endOf("fail_folder_bad_prefix")).lines).toEqual([
      "ignore directory without repeats / 繰り返し回数のないディレクトリを無視します: x2_okara",
      expect.stringContaining("No data found. Please verify arguments (train_data_dir must be the parent of folders"),
    ]);
  });

  it("knows it from the ends of the streams alone, cut anywhere", () => {
    for (const name of ["fail_corrupt_image", "fail_bad_argument", "fail_model_missing_accelerate"]) {
      const { stderrTail, errorLines } = endOf(name);
      const cause = expected[name]?.[1];
      expect(diagnose(endOf(name, { errorLines: [] })).cause).toBe(cause);
      expect(diagnose(endOf(name, { stderrTail: stderrTail.slice(-300), errorLines })).cause).toBe(cause);
      expect(diagnose(endOf(name, { stderrTail: stderrTail.slice(-3_000), errorLines: [] })).cause).toBe(cause);
    }
  });

  it("tells a missing folder from one too deep by what is on the disk", () => {
    const cause = (dataFolder: "missing" | "pictures" | "folders") =>
      diagnose(endOf("fail_traindir_missing", { facts: { dataFolder } })).cause;
    expect([cause("missing"), cause("pictures"), cause("folders")]).toEqual(["noDataMissing", "noDataLeaf", "noData"]);
  });

  it("never shows the launcher's command line", () => {
    expect(JSON.stringify(diagnose(endOf("fail_model_missing_accelerate")))).not.toContain("--tokenizer_cache_dir");
    const whole =
      "subprocess.CalledProcessError: Command '['python', '--token', 'secret']' died with <Signals.SIGTERM: 15>.";
    for (const line of [whole, "CalledProcessError: died with <Signals.SIGTERM: 15>."]) {
      const verdict = diagnose(bare({ exitCode: 1, errorLines: [line], stderrTail: "" }));
      expect(verdict).toMatchObject({ cause: "killed", values: { signal: "SIGTERM" } });
      expect(JSON.stringify(verdict)).not.toContain("secret");
    }
  });
});

describe("what a run left decides", () => {
  it.each([
    ["nothing", { final: { whole: false, reason: "missing" } }, "failed", "finalFileMissing"],
    ["a part", { final: { whole: false, reason: "truncated", bytes: 5, promised: 9 } }, "failed", "finalFileTruncated"],
    [
      "something else",
      { final: { whole: false, reason: "notSafetensors", bytes: 5 } },
      "failed",
      "finalNotSafetensors",
    ],
    [
      "an old file",
      { final: { whole: false, reason: "wrongSteps", bytes: 5, steps: 4, planned: 6 } },
      "failed",
      "wrongSteps",
    ],
    ["an old file, proven without steps", { final: whole(4) }, "failed", "wrongSteps"],
    [
      "a growing file",
      { final: { whole: false, reason: "growing", bytes: 5, promised: 9 } },
      "unknown",
      "finalFileGrowing",
    ],
    ["a whole file", { final: whole(6) }, "succeeded", null],
    ["a whole file, steps not known", { final: whole(6), plannedSteps: null }, "succeeded", null],
    ["a file without metadata", { final: whole(null) }, "succeeded", null],
    ["a file without metadata, too early", { final: whole(null), reachedStep: 3 }, "failed", "wrongSteps"],
    ["a whole file and an error", { final: whole(6), exitCode: 1 }, "failed", "endedAfterSaving"],
    ["a whole file and a crash", { final: whole(6), exitCode: null, signal: "SIGSEGV" }, "failed", "endedAfterSaving"],
    ["a whole file and no exit", { final: whole(6), exitCode: null }, "unknown", null],
    ["a crash", { exitCode: null, signal: "SIGSEGV" }, "failed", "crashed"],
    ["a crash on Windows", { exitCode: 3221225477 }, "failed", "crashed"],
    ["Ctrl+C on Windows", { exitCode: 3221225786 }, "failed", "killed"],
    ["a stop on Windows", { exitCode: 1, stopAsked: true }, "stopped", null],
    ["a stop that came too late", { stopAsked: true, final: whole(6) }, "succeeded", null],
    ["a stop, exit 0 and nothing", { stopAsked: true }, "stopped", null],
    ["no word", { exitCode: 1 }, "failed", "unknown"],
    [
      "a part, on a full disk",
      { final: { whole: false, reason: "truncated", bytes: 5, promised: 9 }, facts: { freeBytes: 4096 } },
      "failed",
      "diskFull",
    ],
  ] satisfies [string, Partial<RunEnd>, Verdict["state"], CauseName | null][])("%s", (_, change, state, cause) => {
    expect(diagnose(bare(change))).toMatchObject({ state, cause });
  });

  it("warns of a loss that became NaN although all is there", () => {
    const stderrTail = "\rsteps: 100%|██| 6/6 [00:06<00:00,  1.13s/it, avr_loss=nan]";
    expect(diagnose(bare({ final: whole(6), stderrTail }))).toMatchObject({ state: "succeeded", cause: "nanLoss" });
    const mended = `${stderrTail}\rsteps: 100%|██| 6/6 [00:06<00:00,  1.13s/it, avr_loss=0.1]`;
    expect(diagnose(bare({ final: whole(6), stderrTail: mended })).cause).toBeNull();
  });

  it("a stop does not hide what failed by itself before", () => {
    const errorLines = ["torch.OutOfMemoryError: CUDA out of memory."];
    expect(diagnose(bare({ exitCode: 1, stopAsked: true, errorLines }))).toMatchObject({
      state: "failed",
      cause: "cudaOutOfMemory",
    });
    expect(
      diagnose(
        bare({
          exitCode: null,
          signal: "SIGTERM",
          stopAsked: true,
          errorLines: ["RuntimeError: DataLoader worker (pid 7) is killed by signal: Killed."],
        }),
      ).state,
    ).toBe("stopped");
  });
});
