/** Why a set-up cannot go on: a code that `words.mjs` words, and what its sentences name. */
export class SetUpFailure extends Error {
  constructor(code, values = {}) {
    super(code);
    this.name = "SetUpFailure";
    this.code = code;
    this.values = values;
  }
}
