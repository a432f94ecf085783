import type { TextCause } from "./cause.js";

/** What the trainer was told to do. */
export const settingsCauses: readonly TextCause[] = [
  {
    name: "badArgument",
    errors: [
      /error: unrecognized arguments: (?<argument>.+)$/,
      /error: the following arguments are required: (?<argument>.+)$/,
      /error: ambiguous option: (?<argument>\S+)/,
    ],
  },
  { name: "badValue", errors: [/error: argument (?<argument>[^:]+): (?<reason>.+)$/] },
  {
    name: "badConfig",
    errors: [
      /MultipleInvalid: (?<reason>.+)/,
      /(?:TomlDecodeError|JSONDecodeError|toml\.decoder\.\w+): (?<reason>.+)/,
      /Invalid (?:user config|dataset config)[^:]*: ?(?<reason>.*)/,
    ],
  },
  { name: "minBucket", errors: [/min_bucket_reso must be equal or less than resolution/] },
  { name: "maxBucket", errors: [/max_bucket_reso must be equal or greater than resolution/] },
  { name: "schedulerNeedsAdafactor", errors: [/adafactor scheduler must be used with Adafactor/] },
  {
    name: "adafactorScheduler",
    errors: [/^IndexError: list index out of range/],
    within: /get_scheduler_fix|name\.split\(":"\)/,
  },
  {
    name: "warmupUnwanted",
    errors: [/ValueError: (?:SchedulerType\.)?(?<scheduler>[^:\s]+)(?::\S+)? does not require `num_warmup_steps`/],
  },
  {
    name: "unknownOptimizer",
    errors: [
      /module 'torch\.optim' has no attribute '(?<optimizer>[^']+)'/,
      /module '[\w.]+' has no attribute '(?<optimizer>[^']+)'/,
    ],
    within: /get_optimizer|torch\.optim'/,
  },
  {
    name: "optimizerArguments",
    errors: [
      /__init__\(\) got an unexpected keyword argument '(?<argument>[^']+)'/,
      /malformed node or string(?<argument>)/,
      /^ValueError: (?<reason>Invalid (?:learning rate|beta|weight_decay|epsilon).*)/,
    ],
    within: /get_optimizer|literal_eval|optimizer_args|optim/,
  },
  {
    name: "unknownScheduler",
    errors: [
      /'(?<scheduler>[^']+)' is not a valid SchedulerType/,
      /module 'torch\.optim\.lr_scheduler' has no attribute '(?<scheduler>[^']+)'/,
    ],
  },
];

/** Assertions of the trainer that none of the others knows: their own words are shown. */
export const assertionCauses: readonly TextCause[] = [
  { name: "settingsConflict", errors: [/^AssertionError: (?<text>.+)/] },
];
