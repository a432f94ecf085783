export function findNpm(given: {
  node: string;
  environment: Record<string, string>;
  platform: string;
  exists: (path: string) => boolean;
  realPath: (path: string) => string;
}): string | null;

export function packagesFor(
  lock: { packages: Record<string, { dev?: boolean; os?: string[]; cpu?: string[]; libc?: string[] }> },
  system: { platform: string; architecture: string; withDevelopment: boolean },
): string[];

export function isArchive(line: string): boolean;

export function watchReach(): (line: string) => boolean;
