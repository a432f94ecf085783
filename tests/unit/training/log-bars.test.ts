import { describe, expect, it } from "@jest/globals";
import type { LogEvent } from "../../../sidecar/training/log/log-event.js";
import { createLogReader } from "../../../sidecar/training/log/read-log.js";
import { joinWrapped, readRecordStart } from "../../../sidecar/training/log/rich-record.js";
import { errorsOf, ofKind, ofText } from "../../support/log-events.js";
import { readRecording } from "../../support/trainer-recordings.js";

describe("bars and wrapped lines", () => {
  it.each([
    ["nan", "\rsteps:   1%|  | 1/100 [00:01<02:00,  1.21s/it, avr_loss=nan]", "nan"],
    ["inf", "\rsteps:   1%|  | 1/100 [00:01<02:00,  1.21s/it, avr_loss=inf]", "nan"],
    [
      "keys with blanks",
      "\rsteps: 1%|#| 1/100 [00:01<02:00, 1.21s/it, Average key norm=0.123, Keys Scaled=3, avr_loss=0.09]",
      0.09,
    ],
    ["an exponent", "\rsteps:   1%|  | 1/100 [00:01<02:00,  1.21s/it, avr_loss=1e-05]", 1e-5],
    ["three digits", "\rsteps:   1%|  | 1/100 [00:01<02:00,  1.21s/it, avr_loss=0.0832]", 0.0832],
    ["of 2023", "\rsteps:   1%|  | 1/100 [00:01<02:00,  1.21s/it, loss=0.123, lr=1e-5]", 0.123],
    ["none", "\rsteps:   1%|  | 1/100 [00:01<02:00,  1.21s/it]", null],
  ])("reads a loss: %s", (_, text, averageLoss) => {
    expect(ofKind(ofText(text), "progress")).toMatchObject([
      { step: 1, total: 100, averageLoss, secondsPerStep: 1.21 },
    ]);
  });

  it.each([
    ["4.00it/s", "02:00", 0.25, 120],
    ["1.50s/it", "1:02:03", 1.5, 3723],
    ["1.50s/it", "1 day, 1:02:03", 1.5, 90_123],
    ["?it/s", "?", null, null],
  ])("reads a rate %s and a rest %s", (rate, rest, secondsPerStep, secondsLeft) => {
    const bar = `\rsteps:   1%|  | 1/100 [00:01<${rest}, ${rate}, avr_loss=0.5]`;
    expect(ofKind(ofText(bar), "progress")).toMatchObject([{ secondsPerStep, secondsLeft, averageLoss: 0.5 }]);
  });

  it("does not take other bars for the trainer's", () => {
    const others = [
      "\rvalidation steps:  50%|█████     | 1/2 [00:01<00:01,  1.00s/it, val_avg_loss=0.1]",
      "\repoch validation steps:  50%|█████     | 1/2 [00:01<00:01,  1.00s/it, val_epoch_avg_loss=0.1]",
      "\r 50%|█████     | 1/2 [00:01<00:01,  1.00it/s]\u001b[A",
      "a text about steps:  50%|█████     | 1/2 [00:01<00:01,  1.00s/it, avr_loss=0.1]",
    ];
    expect(ofKind(ofText(others.join("\n")), "progress")).toEqual([]);
  });

  it("tells a bar at once, not when the next one comes", () => {
    const events: LogEvent[] = [];
    const reader = createLogReader((event) => events.push(event));
    reader.push("stderr", Buffer.from("\rsteps:   1%|  | 1/100 [00:01<02:00,  1.21s/it, avr_loss=0.5]"));
    expect(ofKind(events, "progress")).toHaveLength(1);
  });

  it("reads Windows' ends of lines", () => {
    const text = readRecording("fail_corrupt_image").stderr.toString().replaceAll("\n", "\r\n");
    expect(errorsOf(ofText(text))).toEqual(errorsOf(ofText(readRecording("fail_corrupt_image").stderr.toString())));
  });

  it("takes what really happened from a worker's traceback", () => {
    const text = `Traceback (most recent call last):
  File "train_network.py", line 1913, in <module>
RuntimeError: Caught OSError in DataLoader worker process 0.
Original Traceback (most recent call last):
  File "worker.py", line 309, in _worker_loop
OSError: image file is truncated

`;
    expect(errorsOf(ofText(text))).toEqual(["OSError: image file is truncated"]);
    expect(errorsOf(ofText(text.replace(/^/gm, "[rank0]: ")))).toEqual(["OSError: image file is truncated"]);
  });

  it("joins Japanese that has a column too few for its next letter, and words at a full line", () => {
    expect(joinWrapped(["あいうえお", "かきくけこ"], 11)).toBe("あいうえおかきくけこ");
    expect(joinWrapped(["あいうえお", "kakiku"], 11)).toBe("あいうえお kakiku");
    expect(joinWrapped(["/home/me/tra", "iner/x y"], 12)).toBe("/home/me/trainer/x y");
    expect(joinWrapped(["prepare data", "loader etc."], 12)).toBe("prepare data loader etc.");
  });

  it("knows the columns of a message by where the place in the code begins", () => {
    expect(readRecordStart("2026-11-22 21:26:36 WARNING  正則化 /          train_util.py:2167")).toEqual({
      level: "WARNING",
      text: "正則化 /",
      width: 17,
    });
    expect(readRecordStart(`${" ".repeat(29)}ERROR is only a word`)).toBeNull();
  });
});
