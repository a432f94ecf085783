/** A choice that this browser keeps; null when there is none. */
export const kept = (name: string): string | null => {
  try {
    return localStorage.getItem(`lora-atelier-${name}`);
  } catch {
    // A frame of a strict browser has no storage; the choice then lasts as long as the page.
    return null;
  }
};

export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`lora-atelier-${name}`, value);
  } catch {
    // As above.
  }
}
