/** What the sentences of a cause are made of. */
export type TrainingCauseValues = Readonly<Record<string, string | number>>;

/** Why a training ended: what happened, and what to do. */
export interface TrainingCauseWords {
  title: string;
  message(values: TrainingCauseValues): string;
  remedy(values: TrainingCauseValues): string;
}

/** A sentence's part where the value is known, else nothing or what stands instead. */
export const known = (
  values: TrainingCauseValues,
  name: string,
  say: (value: string) => string,
  instead = "",
): string => {
  const value = values[name];
  return value === undefined || value === "" ? instead : say(String(value));
};
// Names in the index of Python packages, where a module is called otherwise.
const installedAs: Readonly<Record<string, string>> = {
  Prodigy: "prodigyopt",
  lycoris: "lycoris-lora",
  Lion: "lion-pytorch",
  dadaptation: "dadaptation",
  PIL: "pillow",
  cv2: "opencv-python",
  yaml: "pyyaml",
  skimage: "scikit-image",
};

/** What to give to `pip install` for a module that is missing. */
export function pipName(module: string): string {
  const [first = module] = module.split(".");
  return installedAs[first] ?? first;
}

export const numberOf = (values: TrainingCauseValues, name: string): number => Number(values[name] ?? 0);
