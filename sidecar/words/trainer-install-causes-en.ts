type Values = Readonly<Record<string, string | number>>;

const again = "Then try again: what is done is kept.";

/** Why an installation ended early. */
export const installCausesEn = {
  offline: {
    title: "no connection",
    message: () => "The server cannot be reached: there is no network, or the address is wrong.",
    remedy: () =>
      `Check the connection, or name a mirror (PIP_INDEX_URL, ATELIER_TORCH_INDEX, ATELIER_SD_SCRIPTS_URL). ${again}`,
  },
  brokenDownload: {
    title: "a download broke off",
    message: () => "A download broke off several times, or arrived damaged.",
    remedy: () => `Wait a little, or take another connection. ${again}`,
  },
  proxy: {
    title: "the proxy refuses",
    message: () => "The proxy cannot be reached or refuses the connection.",
    remedy: () => `Check HTTPS_PROXY and HTTP_PROXY, with name and password where it wants them. ${again}`,
  },
  certificate: {
    title: "the certificate is not trusted",
    message: () => "The server's certificate is not trusted: often a company's proxy or a virus scanner looks inside.",
    remedy: () => `Name its certificate in PIP_CERT and GIT_SSL_CAINFO, and check the machine's clock. ${again}`,
  },
  refused: {
    title: "the server refuses",
    message: ({ status }) => `The server refuses the download (${status}).`,
    remedy: () => `Check the address, and the name and password in it. ${again}`,
  },
  noWheel: {
    title: "no package fits",
    message: ({ package: name, python }) => `There is no package ${name} for Python ${python} on this system.`,
    remedy: () => "Take another Python (3.10 is the safest), another build of PyTorch, or another index.",
  },
  conflict: {
    title: "packages contradict each other",
    message: () => "The packages that were asked for contradict each other.",
    remedy: () => "Leave the additional packages out, or take the revision that is proposed.",
  },
  compilerMissing: {
    title: "a compiler is missing",
    message: ({ package: name }) =>
      name
        ? `${name} has no finished package for this Python and would have to be compiled.`
        : "A package would have to be compiled.",
    remedy: ({ platform }) =>
      platform === "win32"
        ? "Take Python 3.10, for which finished packages exist; else install the “Visual Studio Build Tools” with C++."
        : "Take Python 3.10, for which finished packages exist; else install gcc and the Python headers.",
  },
  diskFull: {
    title: "the disk is full",
    message: ({ folder }) => `The disk of ${folder} – or that of temporary files – is full.`,
    remedy: () => `Make space (“pip cache purge” frees downloads), or set TMPDIR to another disk. ${again}`,
  },
  permission: {
    title: "not permitted",
    message: () => "A file could not be written: not permitted, or another program holds it open.",
    remedy: () => `Close programs that use the folder, look at the virus scanner, or name another folder. ${again}`,
  },
  pathTooLong: {
    title: "a path is too long",
    message: () => "A file's path became longer than the system allows.",
    remedy: () => "Name a shorter folder such as C:\\sd-scripts, or switch long paths on (LongPathsEnabled).",
  },
  outOfMemory: {
    title: "the machine's memory is used up",
    message: () => "The system ended the installation, most likely because its memory was used up.",
    remedy: () => `Close other programs. ${again}`,
  },
  venvFails: {
    title: "no environment can be made",
    message: () => "This Python cannot make an environment: its venv or pip (ensurepip) is missing.",
    remedy: () => "Install python3-venv from your system's packages, or name another Python.",
  },
  revisionMissing: {
    title: "the revision is not there",
    message: ({ revision, url }) => `${url} has no revision ${revision}.`,
    remedy: () => "Check the tag or the commit, or leave it out.",
  },
  repositoryMissing: {
    title: "the repository is not there",
    message: ({ url }) => `There is no repository at ${url}.`,
    remedy: () => "Check ATELIER_SD_SCRIPTS_URL, or remove it: then sd-scripts comes from GitHub.",
  },
  notTrainer: {
    title: "that is no sd-scripts",
    message: ({ url }) => `What came from ${url} has no train_network.py and requirements.txt.`,
    remedy: () => "Check ATELIER_SD_SCRIPTS_URL and the revision.",
  },
  localChanges: {
    title: "you have changed its files",
    message: ({ folder }) => `Files of sd-scripts in ${folder} were changed; another revision would overwrite them.`,
    remedy: () => "Name another folder, or keep your changes elsewhere (git stash) and try again.",
  },
  archiveBroken: {
    title: "the archive cannot be read",
    message: ({ reason }) => `The ZIP archive cannot be read: ${reason}.`,
    remedy: () => `It was deleted. ${again}`,
  },
  programMissing: {
    title: "a program is missing",
    message: ({ program }) => `${program} cannot be started.`,
    remedy: () => "Was it removed since? Look again what will be done, and start anew.",
  },
  unusable: {
    title: "it is installed, but cannot train",
    message: ({ reason }) => `All is installed, but the trainer does not work: ${reason}`,
    remedy: ({ remedy }) => String(remedy),
  },
  unknown: {
    title: "a step failed",
    message: ({ program, exit }) => `${program} ended with ${exit}.`,
    remedy: () => "Read the lines of the log, then try again: what is done is kept.",
  },
} satisfies Record<string, { title: string; message(values: Values): string; remedy(values: Values): string }>;

export type InstallCause = keyof typeof installCausesEn;
