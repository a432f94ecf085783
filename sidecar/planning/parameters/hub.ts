import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** Uploading to Hugging Face. */
export const hub: readonly Parameter[] = inGroup("hub", [
  parameter("huggingface_repo_id", "text", "v0.6.1", {
    en: "Repository on Hugging Face to which saved files are uploaded, as `user/name`.",
    ja: "保存したファイルをアップロードする Hugging Face のリポジトリ（「ユーザー名/名前」）。",
  }),
  parameter("huggingface_repo_type", "text", "v0.6.1", {
    en: "Kind of the repository on Hugging Face, usually model.",
    ja: "Hugging Face のリポジトリの種類（通常は model）。",
    choices: ["model", "dataset", "space"],
  }),
  parameter("huggingface_path_in_repo", "text", "v0.6.1", {
    en: "Folder in the repository on Hugging Face.",
    ja: "Hugging Face のリポジトリ内の保存先フォルダ。",
  }),
  parameter("huggingface_token", "text", "v0.6.1", {
    en: "Access token for Hugging Face, a secret that should not stand on a command line.",
    ja: "Hugging Face のアクセストークンで、秘密なのでコマンドラインには書かない。",
  }),
  parameter("huggingface_repo_visibility", "text", "v0.6.1", {
    en: "Whether a new repository on Hugging Face is public; private when not given.",
    ja: "新しく作る Hugging Face のリポジトリを公開するかどうか（省略時は非公開）。",
    choices: ["public", "private"],
  }),
  parameter("save_state_to_huggingface", "flag", "v0.6.1", {
    en: "Also uploads saved states of training to Hugging Face.",
    ja: "保存した state も Hugging Face にアップロードする。",
  }),
  parameter("resume_from_huggingface", "flag", "v0.6.1", {
    en: "Takes `resume` as a state on Hugging Face instead of a folder here.",
    ja: "resume を手元のフォルダではなく Hugging Face 上の state とみなして再開する。",
  }),
  parameter("async_upload", "flag", "v0.6.1", {
    en: "Goes on training while files are uploaded to Hugging Face.",
    ja: "Hugging Face へのアップロードを待たずに学習を続ける。",
  }),
]);
