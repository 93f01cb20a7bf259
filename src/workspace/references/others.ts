import { posix } from "node:path";
import type { DocumentNode } from "../../model/document.ts";
import { readRequirementsIncludes } from "../documents/requirements.ts";
import { literalAt, readTerraformBlocks } from "../documents/terraform.ts";
import { itemsOf, membersOf, nodeAt, stringAt } from "../parsers/navigate.ts";
import { isComputed, resolveFrom } from "./resolve.ts";
import type { FileReference } from "./types.ts";

/** Modules of the tree that a Terraform file calls. */
export function terraformReferences(path: string, root: DocumentNode): readonly FileReference[] {
  return readTerraformBlocks(root).flatMap(({ type, body, line }) => {
    const target = type === "module" ? literalAt(body, "source") : undefined;
    const found =
      target !== undefined && /^\.\.?\//.test(target) ? resolveFrom(posix.dirname(path), target) : undefined;
    if (target === undefined || found === undefined) return [];
    const at = nodeAt(body, "source")?.position.line ?? line;
    return [
      {
        kind: "terraform" as const,
        what: "module",
        target,
        line: at,
        candidates: [found],
        needsTerraform: true,
      },
    ];
  });
}

/** True for the file by which kustomize knows a folder. */
export function isKustomizationPath(path: string): boolean {
  return /(^|\/)kustomization(\.ya?ml)?$/i.test(path);
}

/** What a kustomization takes in; secrets are made, and addresses fetched. */
export function kustomizeReferences(path: string, root: DocumentNode): readonly FileReference[] {
  const lists =
    "resources bases components patchesStrategicMerge crds configurations transformers generators".split(" ");
  const withPath = "patches patchesJson6902 replacements".split(" ");
  const nodes = [
    ...lists.flatMap((key) => itemsOf(nodeAt(root, key)).map((node) => ({ key, node }))),
    ...withPath.flatMap((key) =>
      itemsOf(nodeAt(root, key)).map((item) => ({ key, node: nodeAt(item, "path") })),
    ),
    ...itemsOf(nodeAt(root, "configMapGenerator")).flatMap((item) =>
      ["files", "envs"].flatMap((key) => itemsOf(nodeAt(item, key)).map((node) => ({ key, node }))),
    ),
  ];
  return nodes.flatMap(({ key, node }) => {
    const written = stringAt(node) ?? "";
    const target = key === "files" ? written.replace(/^[\w.-]+=/, "") : written;
    const isRemote = /:\/\/|^git@|[?&]ref=|^[\w-]+(\.[\w-]+)+\/[\w-]+\/|^[^/]+\.(com|org|io)\//.test(target);
    if (node === undefined || target === "" || isRemote || isComputed(target) || target.includes(": "))
      return [];
    const found = resolveFrom(posix.dirname(path), target);
    if (found === undefined) return [];
    return [{ kind: "kustomize" as const, what: key, target, line: node.position.line, candidates: [found] }];
  });
}

/** What a requirements file includes. */
export function requirementsReferences(path: string, text: string): readonly FileReference[] {
  return readRequirementsIncludes(text).flatMap(({ target, line }) => {
    const found = resolveFrom(posix.dirname(path), target);
    return found === undefined
      ? []
      : [{ kind: "requirements" as const, what: "include", target, line, candidates: [found] }];
  });
}

/** True where GitHub and GitLab look for owners. */
export function isCodeownersPath(path: string): boolean {
  return /^(\.github\/|\.gitlab\/|docs\/)?CODEOWNERS$/.test(path);
}

/** Paths that are written out whole; a pattern may match what is yet to come. */
export function codeownersReferences(text: string): readonly FileReference[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const target = /^\s*([^\s#[^]\S*)\s+\S/.exec(line)?.[1] ?? "";
    if (!/.\/./.test(target.replace(/^\//, "./")) || isComputed(target) || target.includes("\\")) return [];
    const found = resolveFrom(".", target.replace(/^\//, "").replace(/\/$/, ""));
    if (found === undefined || found === ".") return [];
    return [{ kind: "codeowners" as const, what: "path", target, line: index + 1, candidates: [found] }];
  });
}

/** The packages that a repository is made of have their names and ranges checked against each other. */
export function dependencyRanges(
  root: DocumentNode,
): readonly { readonly name: string; readonly range: string; readonly line: number }[] {
  return ["dependencies", "devDependencies", "optionalDependencies"].flatMap((key) =>
    membersOf(nodeAt(root, key)).flatMap(({ key: name, value }) => {
      const range = stringAt(value);
      return range === undefined || /^[a-z]+:|\/|^\*$|^$|^latest$/.test(range)
        ? []
        : [{ name, range, line: value.position.line }];
    }),
  );
}
