/** What is wrong with a list of values; worded by the page from the code. */
export type ValueMistakeCode =
  | "notANumber"
  | "notWhole"
  | "outOfRange"
  | "stepIsZero"
  | "countIsZero"
  | "nothingToFill"
  | "tooManyValues"
  | "notASize"
  | "sizeStep"
  | "notYesOrNo"
  | "replaceNeedsValue"
  | "tooManyToOrder"
  | "orderNeedsParts"
  | "noValues";

export interface ValueMistake {
  code: ValueMistakeCode;
  /** The item as it was written; "" for the whole list. */
  piece: string;
  minimum?: number;
  maximum?: number;
}

/** What could be read, and what could not; one bad item does not stop the others. */
export interface Reading<T> {
  values: T[];
  mistakes: ValueMistake[];
}
