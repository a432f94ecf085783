/** Why a configuration of Kohya's GUI cannot hold something, one sentence a reason. */
export const planExchangeEn = {
  flagStays: "Kohya's GUI sets this itself, and no word takes it back.",
  valueStays: "Kohya's GUI gives a value here where the trainer is to have none.",
  quoting: "Kohya's GUI splits and quotes its additional parameters so that this does not come through.",
  looksLikeOption: "It begins with two dashes: Kohya's GUI would hand it on as an option of its own.",
  datasetFile: "Kohya's GUI takes such a set only as a dataset file: write the dataset TOML too, and name it.",
  picturesUnknown: "The pictures are not here, so the steps that Kohya's GUI works out are not known.",
  launch: "Kohya's GUI has no field for this option of accelerate.",
};

export type PlanExchangeWords = typeof planExchangeEn;
