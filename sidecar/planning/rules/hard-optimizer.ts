import type { ArgumentValue } from "../plan.js";
import {
  customScheduler,
  ignoresScheduler,
  optimizerKind,
  optimizerOf,
  relativeStep,
  schedulerOf,
  warmupSteps,
} from "./optimizer-reading.js";
import { found, isLycoris, ratesOf } from "./plan-reading.js";
import type { Rule, RuleContext } from "./rule.js";

/** What `get_optimizer` knows by name; everything else is looked up in a library. */
const optimizers: ReadonlySet<string> = new Set(
  `adamw adamw8bit pagedadamw pagedadamw8bit pagedadamw32bit lion lion8bit pagedlion8bit sgdnesterov sgdnesterov8bit
  dadaptation dadaptadampreprint dadaptadagrad dadaptadam dadaptadan dadaptadanip dadaptlion dadaptsgd prodigy adafactor
  radamschedulefree adamwschedulefree sgdschedulefree`.split(/\s+/),
);
/** Of `torch.optim`, where names without a dot are looked up, in large and small letters. */
const torchOptimizers: ReadonlySet<string> = new Set(
  "Adadelta Adagrad Adam Adamax ASGD Muon NAdam RAdam RMSprop Rprop SGD".split(" "),
);
const schedulers: ReadonlySet<string> = new Set(
  `constant constant_with_warmup linear cosine cosine_with_restarts polynomial inverse_sqrt cosine_with_min_lr
  warmup_stable_decay piecewise_constant adafactor`.split(/\s+/),
);

const words = (value: ArgumentValue | null): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const number = /[-+]?[\d.][\d._]*(?:e[-+]?\d+)?/i.source;
/** What Python's `ast.literal_eval` takes: its three words, numbers, several numbers, quoted text, anything in brackets. */
const literals: readonly RegExp[] = [
  /^(?:True|False|None)$/,
  new RegExp(`^${number}(?:\\s*,\\s*${number})*,?$`, "i"),
  /^(['"]).*\1$/,
  /^[[({].*[\])}]$/,
];
const malformed = (word: string): boolean => {
  const [key, value, ...more] = word.split("=");
  if (!key || value === undefined || more.length > 0) return true;
  return !literals.some((literal) => literal.test(value.trim()));
};
/** The named scheduler counts: no other stands before it. */
const usesNamed = (context: RuleContext): boolean => !customScheduler(context) && !ignoresScheduler(context);
const namesAdafactor = (context: RuleContext): boolean => schedulerOf(context).startsWith("adafactor");

/** Optimizer and scheduler: what the trainer refuses. Source of all: `get_optimizer` and `get_scheduler_fix`. */
export const hardOptimizerRules: readonly Rule[] = [
  {
    name: "adafactorSchedulerOtherOptimizer",
    severity: "error",
    argument: "optimizer_type",
    sources: ["trainUtil", "recorded", "article"],
    check: (context) =>
      found(usesNamed(context) && namesAdafactor(context) && optimizerOf(context) !== "adafactor", {
        optimizer: context.text("optimizer_type") || optimizerOf(context),
      }),
  },
  {
    name: "adafactorWarmup",
    severity: "error",
    argument: "lr_warmup_steps",
    sources: ["trainUtil", "recorded"],
    check: (context) =>
      found(relativeStep(context) && usesNamed(context) && warmupSteps(context) !== 0, {
        warmup: warmupSteps(context),
      }),
  },
  {
    name: "adafactorSchedulerFixedRate",
    severity: "error",
    argument: "lr_scheduler",
    sources: ["trainUtil", "recorded"],
    check: (context) =>
      found(
        optimizerOf(context) === "adafactor" &&
          !relativeStep(context) &&
          usesNamed(context) &&
          schedulerOf(context) === "adafactor",
      ),
  },
  {
    name: "constantWarmup",
    severity: "error",
    argument: "lr_warmup_steps",
    sources: ["trainUtil"],
    check(context) {
      if (ignoresScheduler(context) || warmupSteps(context) === 0) return [];
      const custom = customScheduler(context);
      const constant = schedulerOf(context) === "constant" && !relativeStep(context);
      return found(custom !== "" || constant, {
        scheduler: custom || schedulerOf(context),
        warmup: warmupSteps(context),
      });
    },
  },
  {
    name: "schedulerUnknown",
    severity: "error",
    argument: "lr_scheduler",
    sources: ["trainUtil"],
    check: (context) =>
      found(
        usesNamed(context) &&
          !relativeStep(context) &&
          !schedulers.has(schedulerOf(context)) &&
          !namesAdafactor(context),
        { scheduler: schedulerOf(context) },
      ),
  },
  {
    name: "optimizerUnknown",
    severity: "error",
    argument: "optimizer_type",
    sources: ["trainUtil", "recorded"],
    check(context) {
      const given = context.text("optimizer_type");
      return found(
        given !== "" && !given.includes(".") && !optimizers.has(given.toLowerCase()) && !torchOptimizers.has(given),
        { optimizer: given },
      );
    },
  },
  {
    name: "optimizerTwice",
    severity: "error",
    argument: "optimizer_type",
    sources: ["trainUtil"],
    check(context) {
      const old = ["use_8bit_adam", "use_lion_optimizer"].filter((name) => context.flag(name));
      // Where nothing is given the trainer's own choice does not count as a second one.
      const isGiven =
        context.plan.arguments.optimizer_type !== undefined || context.plan.additional.includes("--optimizer_type");
      const given = isGiven ? context.text("optimizer_type") : "";
      return found(old.length > 1 || (old.length === 1 && given !== ""), {
        options: [...old, ...(given ? [`optimizer_type ${given}`] : [])].join(", "),
      });
    },
  },
  {
    name: "optimizerArgumentMalformed",
    severity: "error",
    argument: "optimizer_args",
    sources: ["trainUtil"],
    check: (context) =>
      words(context.value("optimizer_args"))
        .filter(malformed)
        .map((word) => ({ word })),
  },
  {
    name: "schedulerArgumentMalformed",
    severity: "error",
    argument: "lr_scheduler_args",
    sources: ["trainUtil"],
    check: (context) =>
      words(context.value("lr_scheduler_args"))
        .filter(malformed)
        .map((word) => ({ word })),
  },
  {
    name: "fusedBackwardOptimizer",
    severity: "error",
    argument: "fused_backward_pass",
    sources: ["trainUtil"],
    check: (context) =>
      found(context.flag("fused_backward_pass") && optimizerOf(context) !== "adafactor", {
        optimizer: context.text("optimizer_type") || optimizerOf(context),
      }),
  },
  {
    name: "fusedBackwardAccumulation",
    severity: "error",
    argument: "gradient_accumulation_steps",
    sources: ["trainUtil"],
    check(context) {
      const accumulation = context.number("gradient_accumulation_steps");
      return found(context.flag("fused_backward_pass") && optimizerKind(context) === "adafactor" && accumulation > 1, {
        accumulation,
      });
    },
  },
  {
    name: "nothingLearns",
    severity: "error",
    argument: "learning_rate",
    sources: ["loraModule", "kohyaGui"],
    check(context) {
      // LyCORIS reads a rate of 0 as "not given"; rates by pattern are kept in network_args.
      if (isLycoris(context) || context.pairs("network_args").has("network_reg_lrs")) return [];
      const { unet, textEncoder } = ratesOf(context);
      return found(unet === null && textEncoder === null);
    },
  },
];
