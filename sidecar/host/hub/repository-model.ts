/** A model as it lies in a repository on Hugging Face: all that finding and downloading it needs to know. */
export interface RepositoryModel {
  /** As its repository is called, without the owner; for a repository of many models, the folder. */
  name: string;
  /** `owner/name` on Hugging Face. */
  repository: string;
  /** Folder inside the repository, "" for its root. */
  folder: string;
  /** Files in that folder, without which the model cannot be used; the ONNX file last. */
  files: readonly string[];
}

/** Where a file lies in the repository: with `/`, whatever the system. */
export const pathInRepository = ({ folder }: RepositoryModel, file: string): string =>
  folder === "" ? file : `${folder}/${file}`;
