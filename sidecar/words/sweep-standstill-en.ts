export interface StandstillWords {
  message: string;
  hint: string;
}

/** Why a sweep waits, by code; which WebUI it is stands beside it. */
export const sweepStandstillEn = {
  interruptedInWebui: {
    message: "Somebody pressed Interrupt in the WebUI, so the sweep waits.",
    hint: "Nothing that is drawn is lost. Resume it when the WebUI is free.",
  },
  offline: {
    message: "No WebUI is there to draw.",
    hint: "Start the WebUI (with --api, unless the studio is a tab of it), then resume the sweep.",
  },
  accessRefused: {
    message: "The WebUI wants a user and a password (--api-auth).",
    hint: "Write them into its address: http://USER:PASSWORD@host:7860.",
  },
  notAllowed: {
    message: "The WebUI runs without --api.",
    hint: "Start it with --api among its arguments, then resume the sweep.",
  },
  diskFull: {
    message: "The disk is full.",
    hint: "Make room where the pictures are kept, then resume the sweep.",
  },
} satisfies Readonly<Record<string, StandstillWords>>;
