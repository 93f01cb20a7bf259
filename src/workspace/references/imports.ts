import { posix } from "node:path";
import { resolveFrom } from "./resolve.ts";
import type { FileReference } from "./types.ts";

/** Ends of the names of files whose imports are looked at. */
export const IMPORT_SUFFIXES = [".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".mts", ".cts", ".py"] as const;

/** On every line with a relative import, as a POSIX extended regular expression. */
export const IMPORT_MARKER = `(from|import|require)[[:space:]]*[(]?[[:space:]]*["'][.][.]?(/|["'])|^[[:space:]]*from[[:space:]]+[.]+[A-Za-z_]`;

/** True for a file whose imports are looked at. */
export function holdsImports(path: string): boolean {
  return (
    IMPORT_SUFFIXES.some((suffix) => path.endsWith(suffix)) && !/\.min\.[cm]?js$|\.d\.[cm]?ts$/.test(path)
  );
}

/** A relative import: the line that it stands on, 1-based, and what it names, as written; Python's without `import`. */
export type RelativeImport = readonly [line: number, target: string];

/** The relative imports that a line of JavaScript, TypeScript or Python holds. */
export function importsOn(path: string, line: string, number: number): readonly RelativeImport[] {
  const targets = path.endsWith(".py") ? pythonImports(line) : scriptImports(line);
  return targets.flatMap((target) => (importedPath(path, target) === undefined ? [] : [[number, target]]));
}

/** The path, without an ending that is not written, that an import in a file names; undefined where it leaves the tree. */
function importedPath(file: string, target: string): string | undefined {
  const folder = posix.dirname(file);
  if (!file.endsWith(".py")) return resolveFrom(folder, withoutQuery(target));
  const [, dots = "", module = ""] = /^(\.+)(.*)$/.exec(target) ?? [];
  return resolveFrom(folder, `${"../".repeat(dots.length - 1)}${module.replaceAll(".", "/")}`);
}

/** An import as a reference to a file. */
export function importReference(file: string, [line, target]: RelativeImport): FileReference {
  const path = importedPath(file, target);
  return { kind: "import", what: "import", target, line, candidates: path === undefined ? [] : [path] };
}

const MADE =
  /(^|\/)(dist|build|out|lib|\.[\w+-]+|node_modules|[\w-]*generated[\w-]*|__generated__|gen|pkg|coverage|paraglide|\$\w*)(\/|$)|\.gen(\.|$)|\+types|\$types|_pb2?(_grpc)?(\.|$)|codegen|(^|\/)importMap(\.js)?$|\.generated|\.(esm|umd|iife|bundle)\.[cm]?js$|\.(bin|exe|dll|so|dylib)$|(^|\/)core\/CompLibrary(\.js)?$/i;

/** A method called `from` or `require` is none of the language's own; `...require("./oven")` is. */
const IMPORTS = /(?<![\w$)]\.)\b(?:from|import|require)\s*\(?\s*(["'])(\.{1,2}(?:\/[^"'\\\n]*)?)\1/g;

function scriptImports(line: string): readonly string[] {
  if (/^\s*(\/\/|\*|\/\*)/.test(line)) return [];
  return [...line.matchAll(IMPORTS)].flatMap(({ 0: written, 2: target = "", index }) => {
    const path = withoutQuery(target);
    // `import("./ovens/" + name)`
    const isPart = /^\s*\+/.test(line.slice(index + written.length));
    return isPart || MADE.test(path) || /[$*{}!]/.test(path) ? [] : [target];
  });
}

function withoutQuery(target: string): string {
  return target.replace(/[?#].*$/s, "");
}

const ENDINGS =
  ".js .jsx .ts .tsx .mjs .cjs .mts .cts .json .vue .svelte .astro .d.ts .d.mts .d.cts .node .css .scss .less .sass .wasm .mdx .md .graphql .gql .coffee .marko .ios.ts .ios.tsx .android.ts .web.ts .web.tsx .native.ts .native.tsx .ios.js .android.js .native.js .web.js .server.ts .client.ts".split(
    " ",
  );

/** What runtimes, TypeScript and bundlers try for a name. */
function loadedBy(path: string): readonly string[] {
  const bare = path.replace(/\.[cm]?jsx?$/, "");
  const sources =
    bare === path
      ? []
      : [".ts", ".tsx", ".mts", ".cts", ".d.ts", ".d.mts"].map((ending) => `${bare}${ending}`);
  const typed = path.replace(/\.(\w+)$/, ".d.$1.ts");
  // TypeScript takes the one for the other.
  const swapped = /\.tsx?$/.test(path) ? [path.replace(/\.tsx?$/, path.endsWith("x") ? ".ts" : ".tsx")] : [];
  // `./types.ts` may be declarations alone, and `./types.d.ts` those that are made of a source.
  const declared = /\.[cm]?tsx?$/.test(path)
    ? [path.replace(/\.([cm]?)tsx?$/, ".d.$1ts"), path.replace(/\.d\.([cm]?ts)$/, ".$1")]
    : [];
  return [path, ...sources, ...swapped, ...declared, ...ENDINGS.map((ending) => `${path}${ending}`), typed];
}

/** `from .module import name`: of a package's own names nothing is said, they may stand in its `__init__`. */
function pythonImports(line: string): readonly string[] {
  const match = /^from\s+(\.+)([A-Za-z_][\w.]*)\s+import\b/.exec(line);
  if (match === null) return [];
  const [, dots = ".", module = ""] = match;
  const isMade =
    MADE.test(module.replaceAll(".", "/")) || /(^|\.)(_?version(__)?$|pb$|pb\.|six\.moves\b)/.test(module);
  return isMade ? [] : [`${dots}${module}`];
}

/** `../../package.json` of `oven/src/a.ts`, which runs as `oven/build/src/a.js`, `../` of `oven/src/b/a.ts`, as `oven/b/a.js`. */
function seenFromOutput(file: string, path: string): readonly string[] {
  const above = path.slice(0, path.lastIndexOf("/") + 1);
  if (!/(^|\/)package\.json$/.test(path) || !/\.[cm]?tsx?$/.test(file) || !file.startsWith(above)) return [];
  const upwards = /^(.*\/)?src\/$/.exec(above);
  return [
    `${above}${file.slice(above.length).split("/", 1).join("")}/package.json`,
    ...(upwards === null ? [] : [`${upwards[1] ?? ""}package.json`]),
  ];
}

/** What a path in an import may mean in the language of the file that it stands in. */
export function importAlternatives(file: string, path: string): readonly string[] {
  if (!file.endsWith(".py")) return [...loadedBy(path), ...seenFromOutput(file, path)];
  return ["", ".py", ".pyi", ".pyx", ".so", ".pyd", ".c", ".cpp", ".rs"].map((ending) => `${path}${ending}`);
}
