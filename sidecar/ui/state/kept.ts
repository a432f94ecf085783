const PREFIX = "lora-atelier-";

/** A choice that this browser keeps; null when there is none. */
export const kept = (name: string): string | null => {
  try {
    return localStorage.getItem(`${PREFIX}${name}`);
  } catch {
    // A frame of a strict browser has no storage; the choice then lasts as long as the page.
    return null;
  }
};

export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`${PREFIX}${name}`, value);
  } catch {
    // As above.
  }
}

/** Called when another page of ours in this browser keeps another choice. */
export function onKept(name: string, listener: (value: string | null) => void): void {
  addEventListener("storage", ({ key, newValue }) => {
    if (key === `${PREFIX}${name}`) listener(newValue);
  });
}
