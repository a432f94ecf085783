export type CardFindingValues = Readonly<Record<string, string | number>>;

/** What the moment before a start says of graphics cards that were named. */
export const trainingCardsEn = {
  machineAway: {
    title: "The machine is not there",
    message: (values: CardFindingValues) =>
      values.machine === "any"
        ? "No other machine with a trainer is here now, so the run waits until one joins."
        : `The machine ${values.machine} is not here now, or has no trainer; the run waits until it is there and has one.`,
    remedy: () =>
      "Start it there: worker --engine redis://… --roles train. The list of machines shows when it has joined.",
  },
  cardUnknown: {
    title: "No such GPU",
    message: (values: CardFindingValues) => `GPU ${values.wanted} is not here; there are: ${values.cards}.`,
    remedy: () => "Name one of those, by the number that nvidia-smi shows.",
  },
  noCards: {
    title: "No GPU answers",
    message: (values: CardFindingValues) =>
      `GPU ${values.wanted} was named, and nvidia-smi shows none on this machine.`,
    remedy: () => "Leave the choice out, or see whether the driver works: nvidia-smi lists the GPUs.",
  },
  cardsAndProcesses: {
    title: "GPUs and processes do not match",
    message: (values: CardFindingValues) =>
      `GPUs named: ${values.cards}; processes of the plan on this machine (num_processes): ${values.processes}. Each process needs a GPU of its own.`,
    remedy: () => "Name as many GPUs as there are processes, or change num_processes.",
  },
};

export type CardFindingName = keyof typeof trainingCardsEn;
export type TrainingCardsWords = typeof trainingCardsEn;
