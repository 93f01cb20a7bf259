import { posix } from "node:path";
import type { DocumentNode } from "../../model/document.ts";
import { itemsOf, membersOf, nodeAt, stringAt } from "../parsers/navigate.ts";
import { resolveFrom } from "./resolve.ts";
import type { FileReference } from "./types.ts";

/** True for the settings of TypeScript and of editors that read them. */
export function isTsconfigPath(path: string): boolean {
  return /(^|\/)[tj]sconfig([.-][\w.-]+)?\.json$/.test(path);
}

/** Folders into which frameworks and builds write, and declarations that they make. */
const MADE =
  /(^|\/)(\.(?!\.?(\/|$))[\w-]+|node_modules|dist|build|lib|out|types|generated|typings)(\/|$)|(^|\/)((next|expo|sst)-env|worker-configuration|auto-imports|components|typed-router)\.d\.ts$/;

/** `extends`, `references`, `files` and `paths`; packages, and what a tool makes, are left out. */
export function tsconfigReferences(path: string, root: DocumentNode): readonly FileReference[] {
  const folder = posix.dirname(path);
  const parent = nodeAt(root, "extends");
  if (isFilledIn(root)) return [];
  return [
    ...(parent?.kind === "scalar" ? [parent] : itemsOf(parent)).flatMap((node) =>
      reference(node, "extends", (target) => {
        const found = /^\.\.?(\/|$)/.test(target) ? resolveFrom(folder, target) : undefined;
        return found === undefined ? [] : [found, `${found}.json`, `${found}/tsconfig.json`];
      }),
    ),
    ...itemsOf(nodeAt(root, "references")).flatMap((item) =>
      reference(nodeAt(item, "path"), "reference", (target) => {
        const found = resolveFrom(folder, target);
        if (found === undefined) return [];
        return found.endsWith(".json") ? [found] : [posix.join(found, "tsconfig.json"), `${found}.json`];
      }),
    ),
    ...itemsOf(nodeAt(root, "files")).flatMap((item) =>
      reference(item, "file", (target) => [resolveFrom(folder, target)].flatMap((one) => one ?? [])),
    ),
    ...ofPaths(nodeAt(root, "compilerOptions"), folder, inheritedFrom(parent, folder)),
  ];
}

/** `${ base }/test.ts` is written by whoever copies the file; TypeScript itself knows `${configDir}` alone. */
function isFilledIn(root: DocumentNode): boolean {
  return ["files", "include", "exclude"].some((key) =>
    itemsOf(nodeAt(root, key)).some((item) => /\$\{(?!configDir\})/.test(stringAt(item) ?? "")),
  );
}

function reference(
  node: DocumentNode | undefined,
  what: string,
  resolve: (target: string) => readonly string[],
): readonly FileReference[] {
  const target = stringAt(node) ?? "";
  if (node === undefined || target === "" || MADE.test(target) || /[$*]/.test(target)) return [];
  const candidates = resolve(target);
  return candidates.length === 0
    ? []
    : [{ kind: "tsconfig", what, target, line: node.position.line, candidates }];
}

/** The folders of the settings that are built upon: what they say of `baseUrl` is meant from there. */
function inheritedFrom(parent: DocumentNode | undefined, folder: string): readonly string[] {
  const targets = (parent?.kind === "scalar" ? [parent] : itemsOf(parent)).map(
    (node) => stringAt(node) ?? "",
  );
  return targets.flatMap((target) => {
    const found = /^\.\.?\//.test(target) ? resolveFrom(folder, target) : undefined;
    return found === undefined ? [] : posix.dirname(found);
  });
}

/** A name is broken when none of the places it stands for is there. */
function ofPaths(
  options: DocumentNode | undefined,
  folder: string,
  above: readonly string[],
): readonly FileReference[] {
  const own = stringAt(options, "baseUrl");
  const base = resolveFrom(folder, own ?? ".");
  if (base === undefined) return [];
  return membersOf(nodeAt(options, "paths")).flatMap(({ value }) => {
    const items = itemsOf(value).filter((item) => stringAt(item) !== undefined);
    const [first] = items;
    const targets = items.map((item) => stringAt(item) ?? "");
    if (first === undefined || targets.some((target) => MADE.test(target) || target.includes("$"))) return [];
    const fixed = targets.map((target) => target.replace(/\/?[^/]*\*.*$/s, ""));
    const paths = fixed.map((target) => resolveFrom(base, target));
    if (paths.includes(undefined) || paths.includes(".") || paths.includes("")) return [];
    const inherited =
      own === undefined ? above.flatMap((one) => fixed.map((target) => resolveFrom(one, target))) : [];
    const candidates = [...paths, ...inherited].flatMap((path) => path ?? []).flatMap(withEndings);
    return [
      {
        kind: "tsconfig" as const,
        what: "path",
        target: targets[0] ?? "",
        line: first.position.line,
        candidates,
      },
    ];
  });
}

function withEndings(path: string): readonly string[] {
  const bare = path.replace(/\.([cm]?)jsx?$/, ".$1");
  return [
    path,
    // `./oven.js` means `./oven.ts` to TypeScript.
    ...(bare === path ? [] : [`${bare}ts`, ...(/\.[cm]$/.test(bare) ? [] : [`${bare}tsx`])]),
    ...[".ts", ".tsx", ".d.ts", ".js", ".mts", ".cts", ".json"].map((ending) => `${path}${ending}`),
  ];
}
