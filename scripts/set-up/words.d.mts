interface Worded {
  cause: string;
  remedy: string;
}

export const failures: Record<string, unknown>;
export function failureSentences(code: string, values: Record<string, string>): { en: Worded; ja: Worded };
