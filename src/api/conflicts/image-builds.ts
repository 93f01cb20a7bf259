import { posix } from "node:path";
import { isComputed, resolveFrom } from "../../workspace/references/resolve.ts";
import { searchWrittenLines } from "../../workspace/search.ts";
import type { Workspace } from "../../workspace/types.ts";
import type { Session } from "../session.ts";
import { BUILDS } from "./made-names.ts";

/** How scripts build images: what a Dockerfile copies is looked for where they say. */
export interface ImageBuilds {
  /** Folders that are handed to a build as its context. */
  readonly contexts: readonly string[];
  /** Of the Dockerfiles asked of, those whose context is piped in: what they copy is what the program before packs. */
  readonly piped: ReadonlySet<string>;
}

const NONE: ImageBuilds = { contexts: [], piped: new Set() };

const BUILD = String.raw`(docker|podman|depot|buildah|nerdctl|buildx).* (build|bud) `;

/** `make-context apps/oven/Dockerfile | docker build -`. */
const PIPED = /[|].*(docker|podman|depot|buildah|nerdctl).* build .*(^| )-($|[" ])/;

/** Reads the lines of scripts that build an image; asked with no Dockerfile, none is read. */
export async function readImageBuilds(
  { platform, root }: Session,
  workspace: Workspace,
  dockerfiles: readonly string[],
): Promise<ImageBuilds> {
  if (dockerfiles.length === 0 || workspace.repository?.workTree === undefined) return NONE;
  const search = { pattern: BUILD, suffixes: [...BUILDS, "package.json"] };
  const lines = await searchWrittenLines(platform, root, search);
  const piped = lines.filter(({ text }) => PIPED.test(text));
  const folders = lines.flatMap(({ path, text }) => contextsOf(path, text));
  return {
    contexts: [...new Set(folders)].filter((folder) => workspace.has(folder)),
    piped: new Set(dockerfiles.filter((file) => piped.some(({ text }) => text.includes(file)))),
  };
}

/** The last word of the command, as seen from the top and from the script's own folder. */
function contextsOf(script: string, line: string): readonly string[] {
  const command = /(?:build|bud) (.*)$/s.exec(line)?.[1] ?? "";
  const [own = ""] = command.split(/&&|\|\||[;|>]/, 1);
  const last = own.trim().split(/\s+/).at(-1)?.replaceAll(/["'`]/g, "") ?? "";
  if (last.startsWith("-") || last === "." || isComputed(last)) return [];
  return [".", posix.dirname(script)].flatMap((from) => resolveFrom(from, last) ?? []);
}
