export function classify(evidence: {
  step: string;
  output?: string;
  errorCode?: string;
  signal?: string | null;
  path?: string;
  platform?: string;
}): { code: string; values: Record<string, string> };
