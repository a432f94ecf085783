import { describe, expect, it } from "@jest/globals";
import { type CauseName, diagnose } from "../../../sidecar/training/verdict/diagnose.js";
import { printed } from "../../support/printed-exceptions.js";

const traceback = (exception: string, frame = "    x()") =>
  `Traceback (most recent call last):\n  File "/t/train_network.py", line 1913, in <module>\n${frame}\n${exception}\n`;
const judge = (stderrTail: string, exitCode = 1) =>
  diagnose({
    exitCode,
    signal: null,
    stopAsked: false,
    plannedSteps: 6,
    reachedStep: 2,
    final: { whole: false, reason: "missing" },
    checkpoints: [],
    errorLines: [],
    stdoutTail: "",
    stderrTail,
  });

describe("a cause is known by what the libraries print", () => {
  it.each(printed)("%s %j", (cause, values, exception) => {
    const verdict = judge(traceback(exception));
    expect(verdict).toMatchObject({ state: "failed", cause });
    expect(Object.fromEntries(Object.entries(verdict.values).map(([name, value]) => [name, String(value)]))).toEqual(
      values,
    );
    expect(verdict.lines).toContain(exception.split("\n")[0]?.trim());
  });

  it.each<[CauseName, Record<string, string>, string, number]>([
    [
      "badValue",
      { argument: "--network_dim", reason: "invalid int value: 'a'" },
      "usage: train_network.py\ntrain_network.py: error: argument --network_dim: invalid int value: 'a'\n",
      2,
    ],
    [
      "scriptMissing",
      { file: "/t/flux_train_network.py" },
      "python: can't open file '/t/flux_train_network.py': [Errno 2] No such file or directory\n",
      2,
    ],
    ["memory", {}, "Killed\n", 1],
    [
      "killed",
      { signal: "SIGTERM" },
      traceback("subprocess.CalledProcessError: Command '['python']' died with <Signals.SIGTERM: 15>."),
      1,
    ],
    [
      "memory",
      { signal: "SIGKILL" },
      traceback("subprocess.CalledProcessError: Command '['python']' died with <Signals.SIGKILL: 9>."),
      1,
    ],
    [
      "optimizerArguments",
      { argument: "decuple" },
      traceback(
        "TypeError: Prodigy.__init__() got an unexpected keyword argument 'decuple'",
        '  File "/t/train_util.py", line 5, in get_optimizer',
      ),
      1,
    ],
    [
      "captionNotUtf8",
      { file: "/d/2_okara/01.txt" },
      `2026-11-22 21:36:41 ERROR    illegal char in file (not UTF-8) / ファイルにUTF-8以外の文字があります: /d/2_okara/01.txt train_util.py:2059\n${traceback("UnicodeDecodeError: 'utf-8' codec can't decode byte 0x82 in position 0: invalid start byte")}`,
      1,
    ],
    [
      "noDataMissing",
      { folder: "/d/2_okara" },
      "2026-11-22 21:36:41 WARNING  not directory: /d/2_okara train_util.py:2059\n                    ERROR    No data found. Please verify arguments train_network.py:576\n",
      0,
    ],
  ])("%s %j, not from a traceback", (cause, values, text, code) => {
    expect(judge(text, code)).toMatchObject({ state: "failed", cause, values });
  });

  it("the spawn that failed", () => {
    const end = {
      exitCode: 1,
      signal: null,
      stopAsked: false,
      plannedSteps: 1,
      reachedStep: null,
      checkpoints: [],
      stdoutTail: "",
      stderrTail: "",
    };
    expect(
      diagnose({ ...end, final: { whole: false, reason: "missing" }, errorLines: ["spawn /venv/bin/python ENOENT"] }),
    ).toMatchObject({ cause: "programMissing", values: { program: "/venv/bin/python" } });
  });

  it("a warning early in the log is no cause", () => {
    const noise =
      "A module that was compiled using NumPy 1.x cannot be run in NumPy 2.0\nWARNING: xFormers can't load C++/CUDA extensions\n";
    expect(judge(noise + traceback("RuntimeError: something new")).cause).toBe("unknown");
  });

  it("a warning told as an error is not the exception", () => {
    const end = { exitCode: 1, signal: null, stopAsked: false, plannedSteps: 1, reachedStep: null, checkpoints: [] };
    const told = { errorLines: ["unet_lr and text_encoder_lr are ignored"], stdoutTail: "", stderrTail: "" };
    expect(diagnose({ ...end, ...told, final: { whole: false, reason: "missing" } })).toMatchObject({
      cause: "unknown",
      values: { exception: "" },
    });
  });

  it("lines of any length are read in no time", () => {
    const long = `${"a".repeat(60_000)}\n`;
    expect(judge(`OSError: ${long}2026-11-22 21:36:41 ERROR    ${long}${long.repeat(20)}`).cause).toBe("unknown");
  });

  it("division by zero elsewhere is not told of pictures", () => {
    expect(judge(traceback("ZeroDivisionError: division by zero")).cause).toBe("unknown");
    expect(
      judge(traceback("ZeroDivisionError: division by zero", '  File "x.py", line 345, in select_bucket')).cause,
    ).toBe("tinyImages");
  });
});
