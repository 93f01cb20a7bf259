import { posix } from "node:path";
import type { DocumentMember, DocumentNode } from "../../model/document.ts";
import { withDefaults } from "../documents/compose.ts";
import { itemsOf, membersOf, nodeAt, stringAt } from "../parsers/navigate.ts";
import { isComputed, resolveUpwards } from "./resolve.ts";
import type { FileReference, ReferenceKind } from "./types.ts";

/** Paths that a compose file names; compose may be started with a folder above as its own. */
export function composeReferences(path: string, root: DocumentNode): readonly FileReference[] {
  const folder = posix.dirname(path);
  return [
    ...membersOf(nodeAt(root, "services")).flatMap(ofService),
    ...["configs", "secrets"].flatMap((what) =>
      membersOf(nodeAt(root, what)).flatMap(({ value }) => ofNode(nodeAt(value, "file"), `file of ${what}`)),
    ),
    ...itemsOf(nodeAt(root, "include")).flatMap((item) =>
      ofNode(item.kind === "scalar" ? item : nodeAt(item, "path"), "include"),
    ),
  ].flatMap(({ kind, what, target, line, base }) => {
    const text = withDefaults(target);
    if (text === undefined || text === "" || isComputed(text) || isElsewhere(text)) return [];
    const written = base === undefined ? text : posix.join(base, text);
    const candidates = resolveUpwards(folder, written);
    return candidates.length === 0 ? [] : [{ kind, what, target, line, candidates }];
  });
}

/** Folders that images are built from, by the Dockerfiles that are built there. */
export function composeContexts(path: string, root: DocumentNode): readonly string[] {
  return membersOf(nodeAt(root, "services")).flatMap(({ value }) => {
    const context = contextOf(nodeAt(value, "build"));
    const text = context === undefined ? undefined : withDefaults(context.target);
    if (text === undefined || isComputed(text) || isElsewhere(text)) return [];
    return resolveUpwards(posix.dirname(path), text);
  });
}

interface Written {
  readonly kind: ReferenceKind;
  readonly what: string;
  readonly target: string;
  readonly line: number;
  /** What the target is relative to, itself relative to the file's folder. */
  readonly base?: string;
}

function ofNode(
  node: DocumentNode | undefined,
  what: string,
  kind: ReferenceKind = "compose",
): readonly Written[] {
  const target = stringAt(node);
  return node === undefined || target === undefined ? [] : [{ kind, what, target, line: node.position.line }];
}

/** Portainer writes `stack.env` wherever it starts a stack. */
function ofService({ value }: DocumentMember): readonly Written[] {
  const build = nodeAt(value, "build");
  return [
    ...envFiles(nodeAt(value, "env_file")).filter(({ target }) => !/^(\.\/)?stack\.env$/.test(target)),
    ...ofBuild(build),
    ...ofNode(nodeAt(value, "extends", "file"), "extends"),
    ...itemsOf(nodeAt(value, "volumes")).flatMap(ofVolume),
  ];
}

/** Those that need not be there are left out. */
function envFiles(node: DocumentNode | undefined): readonly Written[] {
  if (node?.kind === "scalar") return ofNode(node, "env_file", "compose_env_file");
  return itemsOf(node).flatMap((item) => {
    if (item.kind === "scalar") return ofNode(item, "env_file", "compose_env_file");
    if (stringAt(item, "required") === "false") return [];
    return ofNode(nodeAt(item, "path"), "env_file", "compose_env_file");
  });
}

function contextOf(build: DocumentNode | undefined): Written | undefined {
  const node = build?.kind === "scalar" ? build : nodeAt(build, "context");
  return ofNode(node, "build context")[0];
}

function ofBuild(build: DocumentNode | undefined): readonly Written[] {
  const context = contextOf(build);
  const base = context === undefined ? "." : withDefaults(context.target);
  if (base === undefined || isComputed(base) || isElsewhere(base)) return [];
  const dockerfiles = ofNode(nodeAt(build, "dockerfile"), "dockerfile").map((one) => ({ ...one, base }));
  return [...(context === undefined ? [] : [context]), ...dockerfiles];
}

/**
 * What a container sees of the tree. Docker makes a folder of a short source that is not there, so that only one which
 * is plainly a file is at fault; a long one has to be there.
 */
function ofVolume(node: DocumentNode): readonly Written[] {
  if (node.kind === "object") {
    if (stringAt(node, "type") !== "bind" || stringAt(node, "bind", "create_host_path") === "true") return [];
    return ofNode(nodeAt(node, "source"), "bind mount");
  }
  const [source = "", target = ""] = (stringAt(node) ?? "").split(":");
  const isFile = /^\.\.?\//.test(source) && [source, target].every(isFileName);
  return isFile ? [{ kind: "compose", what: "bind mount", target: source, line: node.position.line }] : [];
}

/** `conf.d` and `.cache` are names of folders. */
function isFileName(path: string): boolean {
  return /([^/.][^/]*\.(?!d$)\w{1,10}|(^|\/)\.env)$/.test(path);
}

/** Absolute, of the user's own folder, or fetched. */
function isElsewhere(target: string): boolean {
  return /^([/~]|[a-z][a-z0-9+.-]*:|git@|github\.com\/)|\.git(#|$)/i.test(target);
}
