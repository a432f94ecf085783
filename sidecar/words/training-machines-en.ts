/** What the training room says of other machines that train. */
export const trainingMachinesEn = {
  title: "Machine",
  here: "This machine",
  any: "Any other machine",
  machine: (id: string, card: string | null, ready: boolean) =>
    `${id}${card === null ? "" : ` – ${card}`}${ready ? "" : " (takes no work now)"}`,
  hint: "Pictures, captions and models go there by their content; log, samples and LoRA files come back as they are written.",
  on: (machine: string | null, wanted: string) => {
    if (machine !== null) return `on ${machine}`;
    return wanted === "any" ? "waits for a machine" : `waits for ${wanted}`;
  },
};

export type TrainingMachinesWords = typeof trainingMachinesEn;
