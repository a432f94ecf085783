const above = (parts: readonly string[]): readonly string[] => parts.slice(0, -1);

/** Both kinds of separator may stand in one configuration. */
const partsOf = (path: string): string[] => path.replace(/[\\/]+$/, "").split(/[\\/]+/);

function shared(left: readonly string[], right: readonly string[]): readonly string[] {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  return left.slice(0, at);
}

/** A drive or a root alone says nothing of where a thing lies. */
const isPlace = (parts: readonly string[]): boolean => parts.length > 2;

/** Folders to ask about for paths of another machine, as few as there can be: those that share a beginning are one. */
export function askedFolders(paths: readonly string[]): string[] {
  const asked: (readonly string[])[] = [];
  for (const folder of paths.map(partsOf).map(above)) {
    const near = asked.findIndex((one) => isPlace(shared(one, folder)));
    const known = asked[near];
    if (known === undefined) asked.push(folder);
    else asked[near] = shared(known, folder);
  }
  return asked.map((parts) => parts.join("/"));
}
