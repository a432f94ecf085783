import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { cut, errorsOf, eventsOf, ofKind, ofText, type Pieces } from "../../support/log-events.js";
import {
  piecesOf,
  type Recording,
  readRecording,
  recordingNames,
  type StreamName,
} from "../../support/trainer-recordings.js";

const oneStream = (recording: Recording, stream: StreamName): Pieces => [[stream, recording[stream]]];

describe("the log reader", () => {
  it("has recordings to read", () => expect(recordingNames.length).toBeGreaterThan(40));

  it.each(recordingNames)("%s tells the same in whatever pieces it comes", (name) => {
    const recording = readRecording(name);
    const pieces = piecesOf(recording);
    const events = eventsOf(pieces);
    expect(eventsOf(cut(pieces, [1]))).toEqual(events);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 20 }), (sizes) => {
        expect(eventsOf(cut(pieces, sizes))).toEqual(events);
      }),
      { numRuns: 5 },
    );
    for (const stream of ["stdout", "stderr"] as const) {
      const whole = oneStream(recording, stream);
      expect(eventsOf(cut(whole, [1]))).toEqual(eventsOf(whole));
    }
  });

  it("tells of train_ok exactly what it holds", () => {
    const events = eventsOf(piecesOf(readRecording("train_ok")));
    const phases = ofKind(events, "phase").map(({ phase }) => phase);
    expect([...new Set(phases)]).toEqual([
      "starting",
      "reading",
      "loading",
      "caching",
      "preparing",
      "training",
      "saving",
      "ended",
    ]);
    expect(phases.filter((phase) => phase === "training")).toHaveLength(1);
    expect(
      ofKind(events, "phase")
        .filter(({ phase }) => phase === "caching")
        .map(({ done }) => done),
    ).toEqual([undefined, 0, 1, 2, 3, 4]);
    expect(ofKind(events, "progress").map(({ step, averageLoss }) => [step, averageLoss])).toEqual([
      [0, null],
      [1, null],
      [1, 1.12],
      [2, 1.12],
      [2, 1.11],
      [3, 1.11],
      [3, 1.13],
      [4, 1.13],
      [4, 1.14],
      [5, 1.14],
      [5, 1.11],
      [6, 1.11],
      [6, 1.1],
    ]);
    expect(ofKind(events, "progress").at(4)).toEqual({
      kind: "progress",
      step: 2,
      total: 6,
      averageLoss: 1.11,
      secondsPerStep: 1.15,
      secondsLeft: 4,
    });
    const out = "/home/me/trainer/out/train_ok";
    expect(ofKind(events, "saving").map(({ file }) => file)).toEqual([
      `${out}/okara-step00000002.safetensors`,
      `${out}/okara-step00000004.safetensors`,
      `${out}/okara-step00000006.safetensors`,
      `${out}/okara.safetensors`,
    ]);
    expect(ofKind(events, "counts")).toEqual([
      { kind: "counts", images: 8 },
      { kind: "counts", batchesPerEpoch: 8 },
      { kind: "counts", totalSteps: 6 },
    ]);
    expect(ofKind(events, "epoch")).toEqual([{ kind: "epoch", epoch: 1, epochs: 1 }]);
    expect(ofKind(events, "warning").map(({ text }) => text)).toEqual([
      "learning rate is used as initial_lr / 指定したlearning rateはinitial_lrとして使用されます",
      "unet_lr and text_encoder_lr are ignored / unet_lrとtext_encoder_lrは無視されます",
    ]);
    expect(events.slice(-2)).toEqual([{ kind: "saved" }, { kind: "phase", phase: "ended" }]);
    expect(errorsOf(events)).toEqual([]);
  });

  it("reads the same messages wrapped, unwrapped, plain on stdout, and with a terminal's escapes", () => {
    const warnings = (name: string) => ofKind(eventsOf(piecesOf(readRecording(name))), "warning");
    const wrapped = warnings("train_ok");
    for (const name of ["train_ok_columns300_unbuffered", "train_ok_console_log_simple", "train_ok_pty"]) {
      expect([name, warnings(name)]).toEqual([name, wrapped]);
      expect(ofKind(eventsOf(piecesOf(readRecording(name))), "saved")).toHaveLength(1);
    }
  });

  it("tells epochs, removals, samples", () => {
    const epochs = eventsOf(piecesOf(readRecording("train_ok_epochs")));
    expect(ofKind(epochs, "epoch")).toEqual([
      { kind: "epoch", epoch: 1, epochs: 2 },
      { kind: "epoch", epoch: 2, epochs: 2 },
    ]);
    expect(ofKind(epochs, "removing").map(({ file }) => file.slice(-"02.safetensors".length))).toEqual(
      ["02", "04", "06", "08", "10"].map((step) => `${step}.safetensors`),
    );
    expect(ofKind(epochs, "counts").filter(({ totalSteps }) => totalSteps !== undefined)).toEqual([
      { kind: "counts", totalSteps: 16 },
    ]);
    expect(ofKind(eventsOf(piecesOf(readRecording("train_ok_samples"))), "sampling")).toEqual([
      { kind: "sampling", step: 2 },
    ]);
  });

  it("tells the exception before the closing bar, the last of its chain, with the wrapped path of the picture", () => {
    expect(errorsOf(eventsOf(piecesOf(readRecording("fail_corrupt_image"))))).toEqual([
      "Error loading file: /home/me/trainer/data/corrupt/img/2_okara/01.png",
      "OSError: Truncated File Read",
    ]);
    expect(errorsOf(eventsOf(piecesOf(readRecording("fail_model_not_a_model"))))).toEqual([
      "_pickle.UnpicklingError: A load persistent id instruction was encountered,\nbut no persistent_load function was specified.",
    ]);
  });

  it("tells the trainer's exception and not the launcher's, which holds the whole command line", () => {
    const errors = errorsOf(eventsOf(piecesOf(readRecording("fail_model_missing_accelerate"))));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain("neither a valid local path");
    const alone =
      "Traceback (most recent call last):\n  File \"x\", line 1\nsubprocess.CalledProcessError: Command '['python', '--token', 'secret']' died with <Signals.SIGKILL: 9>.\n";
    expect(errorsOf(ofText(alone))).toEqual(["CalledProcessError: died with <Signals.SIGKILL: 9>."]);
  });

  it("cuts a line without end and goes on after it, however it comes", () => {
    const text = `\rsteps:   1%|  | 1/100 [00:01<02:00,  1.21s/it, avr_loss=0.5]2026-11-22 21:26:51 ERROR    ${Array.from({ length: 50_000 }, (_, at) => at).join(",")}\nepoch 1/2\n`;
    const events = ofText(text);
    expect(ofKind(events, "epoch")).toHaveLength(1);
    expect(errorsOf(events)[0]?.length).toBeLessThan(70_000);
    expect(eventsOf(cut([["stderr", Buffer.from(text)]], [50, 7_919]))).toEqual(events);
    expect(eventsOf(cut([["stderr", Buffer.from(text)]], [50, 200_000]))).toEqual(events);
  });

  it("never fails on any bytes, and tells the same of them in any pieces", () => {
    const tokens = [
      "\r",
      "\n",
      "\r\n",
      "steps:",
      "  5%|",
      "█",
      "| 1/2 [",
      "00:01<00:02, 1.0s/it]",
      "Traceback (most recent call last):",
      "  File x",
      "OSError: y",
      "2026-11-22 21:26:51 WARNING  text  a.py:1",
      " ".repeat(29),
      "During handling of the above exception",
      "\u001b[0m",
      "saving checkpoint: z",
    ];
    const part = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.constantFrom(...tokens).map((token) => new Uint8Array(Buffer.from(token))),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (parts, size) => {
        const bytes = Buffer.concat(parts);
        expect(eventsOf(cut([["stderr", bytes]], [size]))).toEqual(eventsOf([["stderr", bytes]]));
      }),
      { numRuns: 400 },
    );
  });
});
