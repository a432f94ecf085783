export interface Progress {
  step: string;
  number: number;
  steps: number;
  done?: number;
  total?: number;
}

export function createReport(given: {
  forProgram: boolean;
  language: "en" | "ja";
  toPeople: (text: string) => void;
  toProgram: (text: string) => void;
}): {
  say(name: string): void;
  step(progress: Progress): void;
  failed(failure: { code: string; values: Record<string, string> }): void;
};
