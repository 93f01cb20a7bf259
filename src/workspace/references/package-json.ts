import { posix } from "node:path";
import type { DocumentNode } from "../../model/document.ts";
import { itemsOf, membersOf, nodeAt, stringAt } from "../parsers/navigate.ts";
import { startedFiles } from "./commands.ts";
import { isComputed, loaded, resolveFrom } from "./resolve.ts";
import type { FileReference } from "./types.ts";

/** Folders into which builds write. */
const OUTPUT =
  /^(\.\/)?(dist|build|built|libs?|es\d*|esm|cjs|umd|out|output|types|typings|_build|pkg|compiled|release|legacy|modern|generated|node_modules|coverage|target|tmp|temp|\.[\w-]+|dist[-_.][\w-]+|build[-_.][\w-]+)(\/|$)/i;

/** What a build writes beside the manifest as well. */
const BUILT = /\.(css|[cm]?js|d\.[cm]?ts|map|wasm)$/;

/** Scripts that make files before a package is used. */
const BUILDS =
  /^(pre|post)?(build|prepare|prepack|prepublish|prepublishOnly|compile|bundle|postinstall|install|tsc|rollup|generate|package)(:|$)/;

const DEPENDENCIES = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"] as const;

interface Package {
  readonly folder: string;
  readonly hasBuild: boolean;
  /** Packages that it depends on in any way. */
  readonly packages: ReadonlySet<string>;
  /** Where Next.js may leave a program that needs nothing else. */
  readonly usesNext: boolean;
}

/** Files that a package.json names: scripts, entry points, executables, files, workspaces. */
export function packageReferences(path: string, root: DocumentNode): readonly FileReference[] {
  const scripts = membersOf(nodeAt(root, "scripts"));
  const place = {
    folder: posix.dirname(path),
    hasBuild: scripts.some(({ key }) => BUILDS.test(key)),
    packages: new Set(DEPENDENCIES.flatMap((key) => membersOf(nodeAt(root, key)).map((one) => one.key))),
    usesNext: nodeAt(root, "dependencies", "next") !== undefined,
  };
  const entries = ["main", "module", "types", "typings"].flatMap((key) => withNode(nodeAt(root, key), key));
  const bin = nodeAt(root, "bin");
  const executables = [bin, ...membersOf(bin).map(({ value }) => value)].flatMap((node) =>
    withNode(node, "bin"),
  );
  return [
    ...scripts.flatMap(({ key, value }) => ofScript(key, value, place)),
    ...[...entries, ...executables, ...exported(nodeAt(root, "exports"))].flatMap((written) =>
      ofEntry(written, place),
    ),
    ...itemsOf(nodeAt(root, "files")).flatMap((item) => ofFiles(item, place)),
    ...workspacesOf(root).flatMap((item) => ofWorkspace(item, place)),
  ];
}

interface Written {
  readonly what: string;
  readonly target: string;
  readonly line: number;
}

function withNode(node: DocumentNode | undefined, what: string): readonly Written[] {
  const target = stringAt(node);
  return node === undefined || target === undefined ? [] : [{ what, target, line: node.position.line }];
}

/** Every path in `exports`, however deep its conditions go. */
function exported(node: DocumentNode | undefined): readonly Written[] {
  if (node === undefined) return [];
  if (node.kind === "scalar")
    return withNode(node, "exports").filter(({ target }) => target.startsWith("./"));
  return node.kind === "list"
    ? itemsOf(node).flatMap(exported)
    : membersOf(node).flatMap(({ value }) => exported(value));
}

function toReference(
  { what, target, line }: Written,
  candidates: readonly (string | undefined)[],
): readonly FileReference[] {
  const inside = candidates.flatMap((path) => path ?? []);
  return inside.length === 0
    ? []
    : [{ kind: "package_json", what, target, line, candidates: [...new Set(inside)] }];
}

function ofScript(key: string, value: DocumentNode, { folder, usesNext }: Package): readonly FileReference[] {
  // `"// build": "…"` is a remark.
  const script = key.startsWith("//") ? "" : (stringAt(value) ?? "");
  return startedFiles(script).flatMap((target) => {
    if (
      isComputed(target) ||
      isFetchedIn(script, target) ||
      OUTPUT.test(target) ||
      (usesNext && STANDALONE.test(target))
    )
      return [];
    const path = resolveFrom(folder, target);
    const written = { what: `script ${key}`, target, line: value.position.line };
    return toReference(written, path === undefined ? [] : [path, ...loaded(path), ...compiledFrom(path)]);
  });
}

/** `curl -O https://oven.test/install.sh && ./install.sh` */
function isFetchedIn(script: string, target: string): boolean {
  return FETCHES.test(script) && script.split(posix.basename(target)).length > 2;
}

const FETCHES = /\b(curl|wget|Invoke-WebRequest|iwr)\b/i;

/** `main.js` beside `main.ts` or `src/main.ts`: a compiler writes it there, or a loader takes the one for the other. */
function compiledFrom(path: string): readonly string[] {
  const bare = path.replace(/\.[cm]?js$/, "");
  const inSources = posix.join(posix.dirname(bare), "src", posix.basename(bare));
  return bare === path
    ? []
    : [bare, inSources].flatMap((stem) =>
        [".ts", ".mts", ".cts", ".tsx"].map((ending) => `${stem}${ending}`),
      );
}

/** What `output: "standalone"` of Next.js starts with. */
const STANDALONE = /^(\.\/)?server\.js$/;

/**
 * A built file is not there before the build; one that has its source beside it is made of that. An application may
 * begin in a package: `expo-router/entry`.
 */
function ofEntry(written: Written, { folder, hasBuild, packages }: Package): readonly FileReference[] {
  const { target } = written;
  const isOutput = OUTPUT.test(target);
  if (isComputed(target) || target === "" || (hasBuild && isOutput)) return [];
  // `MAIN_FILE`: whoever makes a package of it fills that in; `none.js`: there is none.
  if (/^([A-Z]+_[A-Z_]+|none(\.js)?)$/.test(target)) return [];
  if (packages.has(/^(@[^/]+\/)?[^/]+/.exec(target)?.[0] ?? "")) return [];
  const path = resolveFrom(folder, target);
  if (path === undefined) return [];
  const references = toReference(written, [path, ...loaded(path), ...sourcesOf(path)]);
  // A program is more often kept than built; what builds a package may stand above it.
  return isOutput || (hasBuild && written.what !== "bin")
    ? references.map((reference) => ({ ...reference, mayBeBuilt: true }))
    : references;
}

function sourcesOf(path: string): readonly string[] {
  const bare = path.replace(/(\.d)?\.[cm]?[jt]sx?$/, "");
  const inSources = posix.join(posix.dirname(bare), "src", posix.basename(bare));
  return [bare, inSources].flatMap((stem) =>
    [".ts", ".tsx", ".mts", ".cts", ".js", ".mjs", ".coffee"].map((ending) => `${stem}${ending}`),
  );
}

/** What the tools of npm and oclif write when the package is packed. */
const WHEN_PACKED = /(^|\/)(npm-shrinkwrap|oclif\.manifest)\.json$/;

/** Folders, names without an ending and patterns are what a build may fill, and what npm lets be missing. */
function ofFiles(item: DocumentNode, { folder, hasBuild }: Package): readonly FileReference[] {
  const target = stringAt(item) ?? "";
  const isNamed =
    /\.\w{1,10}$/.test(target) && !/^(\.?\/)?(readme|licen[cs]e|changelog|notice|copying)\b/i.test(target);
  if (!isNamed || target.startsWith("!") || isComputed(target)) return [];
  if (OUTPUT.test(target) || WHEN_PACKED.test(target)) return [];
  const path = resolveFrom(folder, target.replace(/^\/+/, ""));
  if (path === undefined) return [];
  const written = { what: "files entry", target, line: item.position.line };
  const references = toReference(written, [
    path,
    ...(hasBuild ? sourcesOf(path).filter((one) => one !== path) : []),
  ]);
  return hasBuild && BUILT.test(target)
    ? references.map((reference) => ({ ...reference, mayBeBuilt: true }))
    : references;
}

/** Patterns of folders with packages, of npm, Yarn and Bun (`workspaces`) or pnpm (`packages`). */
export function memberPatterns(root: DocumentNode): readonly string[] {
  return [...workspacesOf(root), ...itemsOf(nodeAt(root, "packages"))].flatMap(
    (item) => stringAt(item) ?? [],
  );
}

function workspacesOf(root: DocumentNode): readonly DocumentNode[] {
  const node = nodeAt(root, "workspaces");
  return node?.kind === "list" ? itemsOf(node) : itemsOf(nodeAt(node, "packages"));
}

function ofWorkspace(item: DocumentNode, { folder }: Package): readonly FileReference[] {
  const target = stringAt(item) ?? "";
  if (target === "" || target.startsWith("!") || isComputed(target)) return [];
  return toReference({ what: "workspace", target, line: item.position.line }, [resolveFrom(folder, target)]);
}
