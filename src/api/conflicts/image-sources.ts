import { posix } from "node:path";
import { resolveFrom } from "../../workspace/references/resolve.ts";
import type { FileReference } from "../../workspace/references/types.ts";
import type { Workspace } from "../../workspace/types.ts";
import type { FileFacts } from "./file-facts.ts";
import type { ImageBuilds } from "./image-builds.ts";

/** An archive or a program where none of its kind is kept; Go calls a program as the folder of its source. */
export function isPackedByBuild(path: string, workspace: Workspace): boolean {
  const source = posix.dirname(path);
  if (posix.basename(source) === posix.basename(path) && workspace.has(`${source}/main.go`)) return true;
  // What installs conda is fetched first.
  if (/(^|\/)(mini|ana|mamba)(conda|forge)\w*-[\w.-]+\.sh$/i.test(path)) return true;
  const ending =
    /\.(jar|war|ear|tar|tgz|tbz2|gz|bz2|xz|zst|zip|whl|deb|rpm|apk|so|exe|dll|wasm|bin|test)$/i.exec(
      path,
    )?.[0];
  if (ending === undefined) return false;
  const folder = posix.dirname(path);
  return !workspace.files.some((file) => file.path.endsWith(ending) && posix.dirname(file.path) === folder);
}

/** `oven.Dockerfile`s of whose sources none is there: they are built in a folder that something else names. */
export function dockerfilesOfOtherContexts(
  facts: ReadonlyMap<string, FileFacts>,
  workspace: Workspace,
): ReadonlySet<string> {
  return new Set(
    [...facts].flatMap(([file, { references = [] }]) => {
      const sources = references.filter(({ kind }) => kind === "dockerfile");
      const isPlain = /(^|\/)Dockerfile$/.test(file) || sources.length === 0;
      const isThere = ({ candidates }: FileReference) => candidates.some((path) => workspace.has(path));
      return isPlain || sources.some(isThere) ? [] : [file];
    }),
  );
}

/** True for a source that a script's own build of the image finds, or that is piped into it. */
export function isBuiltOf(
  { file, reference }: { readonly file: string; readonly reference: FileReference },
  images: ImageBuilds,
  workspace: Workspace,
): boolean {
  if (reference.kind !== "dockerfile") return false;
  return images.piped.has(file) || isInContext(reference, images.contexts, workspace);
}

/** True for a source that is in one of some folders. */
export function isInContext(
  { target }: FileReference,
  contexts: readonly string[],
  workspace: Workspace,
): boolean {
  return contexts.some((context) => {
    const path = resolveFrom(context, target.replace(/^\/+/, ""));
    return path !== undefined && workspace.has(path);
  });
}

/** Files that a Dockerfile copies, or compose mounts, one by one: what they import stands beside them in the image. */
export function filesInImages(facts: ReadonlyMap<string, FileFacts>): ReadonlySet<string> {
  return new Set(
    [...facts.values()].flatMap(({ references = [] }) =>
      references.flatMap(({ kind, what, candidates }) =>
        kind === "dockerfile" || what === "bind mount" ? candidates : [],
      ),
    ),
  );
}
