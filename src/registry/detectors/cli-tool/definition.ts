/** One program that people and assistants work with. */
export interface Tool {
  /** The command, which is also the resource's name. */
  readonly name: string;
  readonly title: string;
  /** How it is asked for its version; the first that answers counts. */
  readonly probes: readonly (readonly string[])[];
  /** Finds the version in its answer: the first group; otherwise the first thing that looks like a version. */
  readonly answer?: RegExp;
  /** The same word names other programs elsewhere: an answer that does not match is not this tool's. */
  readonly isAmbiguous?: boolean;
}

/** Tools of one kind. */
export interface ToolTable {
  readonly category: string;
  readonly tools: readonly Tool[];
}

/** A tool that answers to `--version`, or to what `probes` say. */
export function tool(name: string, title: string, options: Partial<Omit<Tool, "name" | "title">> = {}): Tool {
  return { name, title, probes: [["--version"]], ...options };
}
