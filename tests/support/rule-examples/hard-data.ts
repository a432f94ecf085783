import { pictures } from "../plan-context.js";
import { ofFamily, type RuleExamples, settings } from "./example.js";

const reg = { arguments: { reg_data_dir: "reg" } };

export const dataExamples: RuleExamples = {
  parentNeeded: {
    fires: {
      arguments: { train_data_dir: "training img/10_okara" },
      folders: [[]],
      data: { parentNeeded: "training img" },
    },
    spares: {},
  },
  noFolder: {
    fires: { arguments: { train_data_dir: null }, data: null },
    spares: {
      arguments: { train_data_dir: null },
      plan: {
        datasets: [
          {
            options: {},
            subsets: [{ folder: "okara", repeats: 10, trigger: "okara", regularisation: false, options: {} }],
          },
        ],
      },
    },
  },
  folderMissing: {
    fires: { folders: [[]], data: { missing: ["training img"] } },
    spares: { ...reg, data: { missing: ["/here/reg"] } },
  },
  noFolderWithRepeats: {
    fires: { folders: [[]], data: { withoutRepeats: ["okara"] } },
    spares: { data: { withoutRepeats: ["okara"] } },
  },
  foldersWithoutRepeats: {
    fires: { data: { withoutRepeats: ["okara"] } },
    spares: { folders: [[]], data: { withoutRepeats: ["okara"] } },
  },
  noPictures: { fires: { folders: [[{ sizes: [] }]] }, spares: { folders: [[]], data: { missing: ["training img"] } } },
  emptyFolder: {
    fires: { folders: [[{ sizes: pictures(20) }, { sizes: [], folder: "training img/5_empty" }]] },
    spares: { folders: [[{ sizes: [] }]] },
  },
  folderTwice: {
    fires: { folders: [[{ sizes: pictures(20) }, { sizes: pictures(20) }]] },
    spares: { folders: [[{ sizes: pictures(20) }, { sizes: pictures(20), folder: "training img/5_okara" }]] },
  },
  regularisationMissing: {
    fires: { ...reg, data: { missing: ["/here/reg"] } },
    spares: { ...reg, data: { missing: ["training img"] } },
  },
  unreadablePictures: { fires: { data: { unreadable: ["10_okara/0001.png"] } }, spares: {} },
  captionsUnread: {
    fires: {
      arguments: { caption_extension: null },
      folders: [[{ sizes: pictures(20), captions: 0, withTrigger: 0, trigger: null }]],
    },
    spares: { folders: [[{ sizes: pictures(20), captions: 0, withTrigger: 0, textFiles: 0, trigger: null }]] },
  },
  captionsBroken: {
    fires: { folders: [[{ sizes: pictures(20), brokenCaptions: 2 }]] },
    spares: { folders: [[{ sizes: pictures(20), brokenCaptions: 0 }]] },
  },
  captionSuffix: {
    fires: {
      arguments: { caption_extension: null },
      folders: [[{ sizes: pictures(20), captions: 0, withTrigger: 0 }]],
    },
    spares: { folders: [[{ sizes: pictures(20), captions: 1, withTrigger: 1 }]] },
  },
};

export const fileExamples: RuleExamples = {
  baseModelNotGiven: settings({ pretrained_model_name_or_path: null }, {}),
  baseModelMissing: { fires: { baseModel: { exists: false } }, spares: {} },
  baseModelFromHub: {
    fires: { arguments: { pretrained_model_name_or_path: "owner/model" }, baseModel: { exists: false } },
    spares: { arguments: { pretrained_model_name_or_path: "models/a.safetensors" }, baseModel: { exists: false } },
  },
  baseModelBroken: { fires: { baseModel: { broken: "its header ends too early" } }, spares: {} },
  baseModelPickle: { fires: { baseModel: { pickle: true } }, spares: {} },
  baseModelFamily: { fires: { baseModel: { family: "sdxl" } }, spares: { baseModel: { family: null } } },
  requiredPath: { fires: ofFamily("flux", { ae: null }), spares: ofFamily("flux") },
  pathInsideCheckpoint: { fires: ofFamily("sd3", { clip_g: null }), spares: ofFamily("sd3") },
  fileMissing: {
    fires: { facts: { missingFiles: { vae: "models/vae.safetensors" } } },
    spares: { facts: { missingFiles: { train_data_dir: "training img" } } },
  },
  networkModuleMissing: settings({ network_module: "" }, { network_module: null }),
  networkModuleFamily: settings({ network_module: "networks.lora_flux" }, { network_module: "lycoris.kohya" }),
  outputNotGiven: {
    fires: { arguments: { output_dir: null }, output: null },
    // A run of ours is given its folder.
    spares: { arguments: { output_dir: null } },
  },
  outputNotWritable: { fires: { output: { writable: false } }, spares: {} },
  diskFull: {
    fires: { output: { free: 10e6 }, outputBytes: 20e6 },
    spares: { output: { free: 30e6 }, outputBytes: 20e6 },
  },
  overwritten: { fires: { output: { overwritten: ["okara.safetensors"] } }, spares: {} },
};
