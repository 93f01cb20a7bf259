import { posix } from "node:path";

/** No system has longer paths. */
const LONGEST_PATH = 4_096;

/** The path that a relative target of a file names; undefined where it leaves the tree, is absolute, or no path at all. */
export function resolveFrom(folder: string, target: string): string | undefined {
  if (target.length > LONGEST_PATH) return undefined;
  if (posix.isAbsolute(target) || target.includes("\\") || target.includes("\0")) return undefined;
  const path = joined(folder, target) ?? posix.join(folder, target).replace(/(?<=.)\/+$/, "");
  return path === ".." || path.startsWith("../") ? undefined : path;
}

/** As `posix.join` has it, many times faster, for what nearly every import looks like: `./a`, `../a/b`. */
function joined(folder: string, target: string): string | undefined {
  let rest = target.startsWith("./") ? target.slice(2) : target;
  let from = folder;
  while (rest.startsWith("../")) {
    if (from === "." || from === "" || from.endsWith("..")) return undefined;
    rest = rest.slice(3);
    from = posix.dirname(from);
  }
  if (rest === "" || rest.startsWith(".") || /\/(\.|\/|$)|^\//.test(rest)) return undefined;
  return from === "." || from === "" ? rest : `${from}/${rest}`;
}

/** The target as seen from a folder and from each one above it. */
export function resolveUpwards(folder: string, target: string): readonly string[] {
  const paths: string[] = [];
  for (let from = folder; ; from = posix.dirname(from)) {
    const path = resolveFrom(from, target);
    if (path !== undefined) paths.push(path);
    if (from === ".") return [...new Set(paths)];
  }
}

/** True where a text may be a part of an address with somebody's login in it: nothing of it is kept. */
export function mayHoldLogin(target: string): boolean {
  return /:\/\/|(^|[^/])@[\w-]*(\.[\w-]+|:\d|\/)/.test(target.replaceAll(FOR_FINE_SCREENS, ""));
}

/** `oven@2x.png` is a picture. */
const FOR_FINE_SCREENS = /@[1-4]x(?=[\w-]*\.(png|jpe?g|gif|webp|avif|svg)\b)/gi;

/** True for what only a program or a shell can turn into a path. */
export function isComputed(target: string): boolean {
  return /[$*?{}<>|\\`"'\n]|%[({A-Z]|\[[^\]]*\]/.test(target);
}

/** What Node, and who runs TypeScript with it, tries when a name has no ending. */
export function loaded(path: string): readonly string[] {
  return [".js", ".json", ".node", ".cjs", ".mjs", ".ts", "/index.js", "/index.ts"].map(
    (ending) => `${path}${ending}`,
  );
}
