/** What kind of work a tool is for. */
export type ToolCategory =
  | "clouds"
  | "containers"
  | "kubernetes"
  | "infrastructure"
  | "languages"
  | "build"
  | "package-managers"
  | "version-managers"
  | "version-control"
  | "databases"
  | "quality"
  | "security"
  | "network"
  | "text"
  | "editors"
  | "ai-assistants";

/** Where a version is written beside the program, so that it need not be started. */
export interface VersionPlace {
  /** Folder or file, relative to the folder of the real program: `../VERSION`. */
  readonly path: string;
  /** Its first group is the version: in the file's text, or in the name of one of the folder's entries. */
  readonly pattern: RegExp;
  /** True: `path` is a folder whose entries carry the version in their names; the highest counts. */
  readonly isFolder?: true;
  /** True: seen from where the link stands, as in a virtual environment, not from the real program. */
  readonly isBesideLink?: true;
}

/** One row of the table of tools. */
export interface ToolEntry {
  /** The command's usual name; a fact's name for ever. */
  readonly name: string;
  /** A few words for a person. */
  readonly title: string;
  /** Names that it is started by, the usual one first; without it, `name` alone. */
  readonly commands?: readonly string[];
  /** Parameters that make it say its version; `never` when starting it is slow or does more than answer. */
  readonly ask?: readonly string[] | "never";
  /** First group that matched is the version. Without it, the first number with a dot. */
  readonly pattern?: RegExp;
  /** Other programs have this name too: it counts only when a file or an answer that fits `pattern` proves it. */
  readonly isAmbiguous?: true;
  /** Packages of npm that bring it. */
  readonly npm?: readonly string[];
  /** Python distributions that bring it, in the spelling of their `dist-info` folders. */
  readonly python?: readonly string[];
  /** Folders beside the usual ones that hold such a distribution. */
  readonly pythonPrefixes?: readonly string[];
  /** Its names in Homebrew, Nix, Snap, Scoop and SDKMAN, where they are not `name`. */
  readonly packages?: readonly string[];
  /** Names in mise and asdf of what brings it, where they are not `name`. */
  readonly plugins?: readonly string[];
  readonly places?: readonly VersionPlace[];
  /** The version is a group of the real path. */
  readonly pathPattern?: RegExp;
}

/** A tool that `orchestra` knows. */
export interface Tool extends ToolEntry {
  readonly category: ToolCategory;
}
