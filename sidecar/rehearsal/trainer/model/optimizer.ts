import { readNumber } from "../command/setting-value.js";
import type { Settings } from "../command/settings.js";
import { pythonFloat } from "../screen/numbers.js";
import { duringHandling, type Frame, inTrain, PythonError } from "../screen/traceback.js";

/** What came of the optimizer's arguments. */
export interface Optimizer {
  /** As `ss_optimizer` names it, without its arguments. */
  className: string;
  arguments: readonly (readonly [name: string, value: string])[];
  /** Adafactor that finds its own learning rate. */
  relative: boolean;
  /** As `ss_lr_scheduler` says it. */
  scheduler: string;
}

type Tell = (level: "info" | "warning", source: string, message: string) => void;

const optimizerFrames: Frame[] = inTrain(
  767,
  "optimizer_name, optimizer_args, optimizer = train_util.get_optimizer(args, trainable_params)",
);
const inGet = (line: number, text: string): Frame[] => [
  ...optimizerFrames,
  ["library/train_util.py", line, "get_optimizer", text],
];

/** `learning_rate` where none is given. */
export const defaultRate = 2e-6;

/** How the log names those that it does not name as the argument does. */
const titles: Readonly<Record<string, string>> = {
  adamw8bit: "8-bit AdamW",
  pagedadamw: "PagedAdamW",
  pagedadamw8bit: "8-bit PagedAdamW",
  pagedadamw32bit: "32-bit PagedAdamW",
  lion8bit: "8-bit Lion",
  pagedlion8bit: "8-bit Paged Lion",
  sgdnesterov: "SGD with Nesterov",
  sgdnesterov8bit: "8-bit SGD with Nesterov",
};

const classes: Readonly<Record<string, string>> = {
  adamw: "torch.optim.adamw.AdamW",
  adamw8bit: "bitsandbytes.optim.adamw.AdamW8bit",
  pagedadamw: "bitsandbytes.optim.adamw.PagedAdamW",
  pagedadamw8bit: "bitsandbytes.optim.adamw.PagedAdamW8bit",
  pagedadamw32bit: "bitsandbytes.optim.adamw.PagedAdamW32bit",
  lion: "lion_pytorch.lion_pytorch.Lion",
  lion8bit: "bitsandbytes.optim.lion.Lion8bit",
  pagedlion8bit: "bitsandbytes.optim.lion.PagedLion8bit",
  sgdnesterov: "torch.optim.sgd.SGD",
  sgdnesterov8bit: "bitsandbytes.optim.sgd.SGD8bit",
  dadaptation: "dadaptation.experimental.dadapt_adam_preprint.DAdaptAdamPreprint",
  dadaptadampreprint: "dadaptation.experimental.dadapt_adam_preprint.DAdaptAdamPreprint",
  dadaptadam: "dadaptation.dadapt_adam.DAdaptAdam",
  dadaptadagrad: "dadaptation.dadapt_adagrad.DAdaptAdaGrad",
  dadaptadan: "dadaptation.dadapt_adan.DAdaptAdan",
  dadaptadanip: "dadaptation.experimental.dadapt_adan_ip.DAdaptAdanIP",
  dadaptlion: "dadaptation.dadapt_lion.DAdaptLion",
  dadaptsgd: "dadaptation.dadapt_sgd.DAdaptSGD",
  prodigy: "prodigyopt.prodigy.Prodigy",
  adafactor: "transformers.optimization.Adafactor",
  radamschedulefree: "schedulefree.radam_schedulefree.RAdamScheduleFree",
  adamwschedulefree: "schedulefree.adamw_schedulefree.AdamWScheduleFree",
  sgdschedulefree: "schedulefree.sgd_schedulefree.SGDScheduleFree",
};

/** A package that the optimizer needs and that is not there, as `misbehave: missingPackage` wants it. */
export function missingPackage(type: string): PythonError {
  const small = type.toLowerCase();
  let [module, named] = ["bitsandbytes", "bitsandbytes / bitsandbytes"];
  if (small.startsWith("prodigy")) [module, named] = ["prodigyopt", "Prodigy / Prodigy "];
  else if (small.startsWith("dadapt")) [module, named] = ["dadaptation", "dadaptation / dadaptation "];
  else if (small === "lion") [module, named] = ["lion_pytorch", "lion_pytorch / lion_pytorch "];
  const cause = new PythonError("ModuleNotFoundError", `No module named '${module}'`, [
    ["library/train_util.py", 4936, "get_optimizer", `import ${module}`],
  ]);
  const message = `No ${named}がインストールされていないようです`;
  return new PythonError("ImportError", message, inGet(4938, `raise ImportError("${message}")`), {
    error: cause,
    sentence: duringHandling,
  });
}

/** `ast.literal_eval`, as far as optimizers' arguments go. */
function literal(name: string, text: string): string {
  if (["True", "False", "None"].includes(text) || /^(['"([{]|-?\.?\d)/.test(text)) {
    const number = readNumber(text, "number");
    return number?.kind === "float" ? pythonFloat(number.value) : text;
  }
  throw new PythonError("ValueError", `malformed node or string on line 1: <ast.Name object at 0x7f2c5c1d3a90>`, [
    ...inGet(4918, `value = ast.literal_eval(value)  # ${name}`),
    ["/usr/lib/python3.10/ast.py", 90, "_convert", "return _convert_signed_num(node)"],
  ]);
}

function adafactor(settings: Settings, given: Map<string, string>, tell: Tell): boolean {
  const relative = (given.get("relative_step") ?? "True") === "True";
  if (relative) {
    tell("info", "train_util.py:5059", "relative_step is true / relative_stepがtrueです");
    if (settings.number("learning_rate") !== 0) {
      tell(
        "warning",
        "train_util.py:5061",
        "learning rate is used as initial_lr / 指定したlearning rateはinitial_lrとして使用されます",
      );
    }
    tell(
      "warning",
      "train_util.py:5073",
      "unet_lr and text_encoder_lr are ignored / unet_lrとtext_encoder_lrは無視されます",
    );
    return true;
  }
  if ((settings.number("max_grad_norm") ?? 1) !== 0) {
    tell(
      "warning",
      "train_util.py:5084",
      "because max_grad_norm is set, clip_grad_norm is enabled. consider set to 0 / max_grad_normが設定されているためclip_grad_normが有効になります。0に設定して無効にしたほうがいいかもしれません",
    );
  }
  if (settings.text("lr_scheduler") !== "constant_with_warmup") {
    tell(
      "warning",
      "train_util.py:5088",
      "constant_with_warmup will be good / スケジューラはconstant_with_warmupが良いかもしれません",
    );
  }
  return false;
}

/** Makes the optimizer, or ends as the real one does. */
export function makeOptimizer(settings: Settings, tell: Tell): Optimizer {
  let type = settings.text("optimizer_type") ?? "AdamW";
  if (settings.flag("use_8bit_adam")) type = "AdamW8bit";
  if (settings.flag("use_lion_optimizer")) type = "Lion";
  const given = new Map(
    settings.list("optimizer_args").map((pair) => {
      const [name = "", ...rest] = pair.split("=");
      return [name, literal(name, rest.join("="))] as const;
    }),
  );
  const small = type.toLowerCase();
  if (small === "adafactor" && !given.has("relative_step")) given.set("relative_step", "True");
  const shown = `{${[...given].map(([name, value]) => `'${name}': ${value}`).join(", ")}}`;
  const known = classes[small];
  const source = small === "adafactor" ? "train_util.py:5056" : known ? "train_util.py:5096" : "train_util.py:5124";
  tell("info", source, `use ${titles[small] ?? type}${known ? " optimizer" : ""} | ${shown}`);
  // A dot names any class of any package: taken as it is.
  if (!known && !type.includes(".")) {
    throw new PythonError(
      "AttributeError",
      `module 'torch.optim' has no attribute '${type}'`,
      inGet(5133, "optimizer_class = getattr(optimizer_module, case_sensitive_optimizer_type)"),
    );
  }
  const relative = small === "adafactor" && adafactor(settings, given, tell);
  const initial = settings.number("learning_rate") ?? defaultRate;
  const scheduler = relative ? `adafactor:${pythonFloat(initial)}` : (settings.text("lr_scheduler") ?? "constant");
  return { className: known ?? type, arguments: [...given], relative, scheduler };
}
