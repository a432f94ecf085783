/** The page that describes the HTTP API; what fields mean stands in the protocol's schemas, in English. */
export const apiPageEn = {
  call: "Each method is called with POST and one JSON object; * marks what must be given. What went wrong is answered as",
  shapes: "All shapes are in",
  fields: "",
  example: "Example",
  listOf: (what: string) => `list of ${what}`,
  other: "日本語",
};

export type ApiPageWords = typeof apiPageEn;
