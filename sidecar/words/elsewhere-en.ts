/** Said when another page, a script or the command line changed what is shown. */
export const elsewhereEn = {
  folder: "Somebody else has changed this folder. What you type is kept; nothing is written over unseen.",
  reload: "Show it as it is now",
};

export type ElsewhereWords = typeof elsewhereEn;
