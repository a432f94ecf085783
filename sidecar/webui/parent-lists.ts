/** A list in the WebUI's process: what the shim looks up there, and its rows' attributes by our names ("": the row is a name). */
interface WebuiList {
  module: string;
  listed: string;
  fields: Readonly<Record<string, string>>;
}

const list = (module: string, listed: string, fields: Readonly<Record<string, string>>): WebuiList => ({
  module,
  listed,
  fields,
});

export const lorasList = {
  loras: list("networks", "available_networks", { name: "name", alias: "alias", path: "filename" }),
};

/** What A1111 1.6–1.10, Forge, reForge, Forge Classic and Neo draw with; the rows become those of their HTTP API. */
export const drawingLists: Readonly<Record<string, WebuiList>> = {
  ...lorasList,
  optionNames: list("modules.shared", "opts.data_labels", { name: "" }),
  models: list("modules.sd_models", "checkpoints_list", {
    title: "title",
    model_name: "model_name",
    hash: "shorthash",
    sha256: "sha256",
    filename: "filename",
  }),
  samplers: list("modules.sd_samplers", "all_samplers", { name: "name", aliases: "aliases" }),
  schedulers: list("modules.sd_schedulers", "schedulers", { name: "name", label: "label" }),
  vaes: list("modules.sd_vae", "vae_dict", { model_name: "" }),
  modules: list("modules_forge.main_entry", "module_list", { model_name: "" }),
  latentUpscalers: list("modules.shared", "latent_upscale_modes", { name: "" }),
  upscalers: list("modules.shared", "sd_upscalers", { name: "name" }),
  styles: list("modules.shared", "prompt_styles.styles", { name: "" }),
  faceRestorers: list("modules.shared", "face_restorers", { name: "name" }),
};
