import type { Settings } from "../command/settings.js";
import { type Frame, inTrain, PythonError } from "../screen/traceback.js";
import type { Optimizer } from "./optimizer.js";

const schedulerFrames: Frame[] = inTrain(
  811,
  "lr_scheduler = train_util.get_scheduler_fix(args, optimizer, accelerator.num_processes)",
);
const inFix = (line: number, text: string): Frame[] => [
  ...schedulerFrames,
  ["library/train_util.py", line, "get_scheduler_fix", text],
];

function needlessWarmup(name: string, line: number, text: string): PythonError {
  return new PythonError("ValueError", `${name} does not require \`num_warmup_steps\`. Set None or 0.`, [
    ...inFix(line, text),
    [
      "library/train_util.py",
      5296,
      "wrap_check_needless_num_warmup_steps",
      'raise ValueError(f"{name} does not require `num_warmup_steps`. Set None or 0.")',
    ],
  ]);
}

const names = [
  "linear",
  "cosine",
  "cosine_with_restarts",
  "polynomial",
  "constant",
  "constant_with_warmup",
  "inverse_sqrt",
  "reduce_lr_on_plateau",
  "cosine_with_min_lr",
  "cosine_warmup_with_min_lr",
  "warmup_stable_decay",
  "piecewise_constant",
];

/** Ends the run where the real one refuses a scheduler, which is after the model was loaded. */
export function checkScheduler(settings: Settings, optimizer: Optimizer): void {
  // Schedule-free optimizers get a scheduler that does nothing.
  if (optimizer.className.endsWith("ScheduleFree")) return;
  const warmup = (settings.number("lr_warmup_steps") ?? 0) !== 0;
  const type = settings.text("lr_scheduler_type");
  if (type) {
    if (warmup) throw needlessWarmup(type, 5310, "return wrap_check_needless_num_warmup_steps(lr_scheduler)");
    return;
  }
  const name = optimizer.scheduler;
  if (name.startsWith("adafactor")) {
    if (optimizer.className !== "transformers.optimization.Adafactor") {
      const message =
        "adafactor scheduler must be used with Adafactor optimizer / adafactor schedulerはAdafactorオプティマイザと同時に使ってください";
      throw new PythonError(
        "AssertionError",
        message,
        inFix(5315, "type(optimizer) == transformers.optimization.Adafactor"),
      );
    }
    if (!name.includes(":")) {
      throw new PythonError(
        "IndexError",
        "list index out of range",
        inFix(5317, 'initial_lr = float(name.split(":")[1])'),
      );
    }
    const text =
      "return wrap_check_needless_num_warmup_steps(transformers.optimization.AdafactorSchedule(optimizer, initial_lr))";
    if (warmup) throw needlessWarmup(name, 5319, text);
    return;
  }
  if (!names.includes(name)) {
    throw new PythonError(
      "ValueError",
      `'${name}' is not a valid SchedulerType`,
      inFix(5322, "name = SchedulerType(name)"),
    );
  }
  if (name === "constant" && warmup) {
    throw needlessWarmup(
      name,
      5330,
      "return wrap_check_needless_num_warmup_steps(schedule_func(optimizer, **lr_scheduler_kwargs))",
    );
  }
}
