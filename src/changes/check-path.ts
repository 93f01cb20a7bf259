import { OrchestraError } from "../model/errors.ts";

/** The only folder of `.orchestra/` that plans may move things to and from. */
const TRASH = ".orchestra/trash";

/**
 * A path of the project, relative to its root with `/`. Throws `PLAN_INVALID` for one that leads out of it, into git's
 * own folder or into `.orchestra/`.
 */
export function checkPath(path: string): string {
  const fault = faultOf(path);
  if (fault !== undefined) throw refused(path, fault);
  return path;
}

/** The same as a question. */
export function isAllowedPath(path: string): boolean {
  return faultOf(path) === undefined;
}

function faultOf(path: string): string | undefined {
  const parts = path.split("/");
  if (path.includes("\0") || parts.some((part) => part === "" || part === "." || part === ".."))
    return "leads out of the project, or is not written plainly";
  if (parts.some((part) => part.toLowerCase() === ".git")) return "belongs to git";
  if (parts[0]?.toLowerCase() === ".orchestra" && !isWithin(path, TRASH))
    return "belongs to orchestra itself";
  return undefined;
}

/** True for a path and for everything below it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** Every folder above a path, the outermost first. */
export function foldersAbove(path: string): readonly string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

function refused(path: string, why: string): OrchestraError {
  return new OrchestraError("PLAN_INVALID", `${JSON.stringify(path.slice(0, 200))} ${why}`, {
    hint: "A plan names paths of the project, relative to its root: src/main.ts.",
  });
}
