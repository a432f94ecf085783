/** Sentences of the libraries for NVIDIA cards. */
export const cudaEn = {
  offer: (card: string) =>
    `Taggers and cut-outs use the CPU here. ${card} can do it, many times as fast, once NVIDIA's libraries are there.`,
  button: (size: string) => `Use the graphics card (${size})`,
  details: (disk: string) =>
    `From the index of Python packages; ${disk} on the disk when it is done. NVIDIA's packages are under NVIDIA's own licence.`,
  broken: "Some of the libraries for the graphics card are gone.",
  job: "Libraries for the graphics card",
  jobDone: "The libraries for the graphics card are there.",
};
