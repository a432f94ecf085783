/** The differences between the WebUIs, as measured on A1111 1.8.0 and Forge dfdcbab6; 1.10's lists are those of its source. */
export interface WebuiKind {
  version: string;
  /** Has `/sdapi/v1/schedulers`, a `scheduler` field, and "Schedule type" in infotexts. */
  schedulers: boolean;
  /** `/sdapi/v1/sd-vae` answers, else `/sdapi/v1/sd-modules`. */
  hasVae: boolean;
  /** `/sdapi/v1/cmd-flags` answers; Forge's own answer fails its own check: status 500. */
  flags: boolean;
  /** Status for an unknown sampler; null: another one is taken silently. */
  unknownSampler: 404 | 400 | null;
  /** Shape of 422 answers. */
  pydantic: 1 | 2;
  /** An overwritten file goes on being drawn with its old weights. */
  staleLoras: boolean;
  /** A weight that is NaN: an error, or a black picture. */
  refusesNaN: boolean;
}

export const webuiKinds = {
  a1111: {
    version: "1.8.0-RC",
    schedulers: false,
    hasVae: true,
    flags: true,
    unknownSampler: 404,
    pydantic: 1,
    staleLoras: false,
    refusesNaN: true,
  },
  "a1111-1.10": {
    version: "v1.10.1",
    schedulers: true,
    hasVae: true,
    flags: true,
    unknownSampler: 400,
    pydantic: 1,
    staleLoras: false,
    refusesNaN: true,
  },
  forge: {
    version: "f2.0.1v1.10.1-previous-669-gdfdcbab6",
    schedulers: true,
    hasVae: false,
    flags: false,
    unknownSampler: null,
    pydantic: 2,
    staleLoras: true,
    refusesNaN: false,
  },
} as const satisfies Record<string, WebuiKind>;
export type WebuiKindName = keyof typeof webuiKinds;

export const isWebuiKind = (name: string): name is WebuiKindName => name in webuiKinds;
