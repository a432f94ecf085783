/** What somebody reads who was refused before the page could open. */
export const refusedEn = {
  foreign:
    "This address or page is not the studio's own. Open it by the address that it printed at its start; where it stands behind another name, start it with --host.",
  noToken: "Open the studio with the address that `npm start` prints: it lets this browser in.",
  notHere: "This is only for programs on the studio's own machine.",
  tooMany: "Too many connections are open. Close some pages of the studio and try again.",
  slow: "The rest of what was sent did not come in time. Send it again.",
};

export type RefusedWords = typeof refusedEn;
