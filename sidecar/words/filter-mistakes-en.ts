/** What a filter lacks at some place, in words; keys are what was expected there. */
export const filterMistakesEn = {
  expected: {
    field: "a field",
    colon: "a colon after the field",
    comparison: "a comparison, as in score(smile):<0.5",
    closingQuote: 'a closing "',
    closingSlash: "a closing /",
    closingBracket: '")"',
    flag: "nothing or i after the closing /",
    number: "a number such as >5, <=75 or 3..10",
    lowerFirst: "the lower number first",
    yesOrNo: "duplicate:yes or duplicate:no",
    scoredTag: "a tag in brackets, as in score(smile):<0.5",
    text: "something to look for",
    fewerBrackets: "fewer brackets inside each other",
    shorter: "a shorter filter",
    condition: "a tag or a condition",
    joining: "AND, OR or the end",
  },
  found: { end: "the end", nothing: "nothing", condition: "a condition" },
  sentence: (place: number, expected: string, found: string) =>
    `Character ${place} of the filter: expected ${expected}; found ${found}.`,
  example: 'For instance: skirt AND NOT untagged, or (tag:"blue hair" OR tags:>20) score(smile):<0.5',
  quoteTag: (tag: string, fields: string) =>
    `A tag with a colon is written in quotes: "${tag}". The fields are ${fields}.`,
};

export type FilterMistakesWords = typeof filterMistakesEn;
