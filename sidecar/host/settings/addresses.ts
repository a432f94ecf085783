const HIDDEN = "•••";

/** An address without its password: that is never sent to a page. */
export const withoutPassword = (address: string): string =>
  address.replace(/^((?:[a-z][a-z0-9+.-]*:\/\/)?[^/@:]*:)[^/]*@/i, `$1${HIDDEN}@`);

/** Whether something stands in place of a password. */
export const hidesPassword = (address: string): boolean => address.includes(`:${HIDDEN}@`);

/** Addresses as a page gave them back: one that stands for a known one, without its password, is that one. */
export const withPasswords = (given: readonly string[], known: readonly string[]): string[] =>
  given.map((address) => known.find((one) => withoutPassword(one) === address) ?? address);
