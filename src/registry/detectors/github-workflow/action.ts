import { posix } from "node:path";
import type { DocumentNode } from "../../../model/document.ts";
import type { ResourceDraft } from "../../../model/resource.ts";
import { itemsOf, membersOf, nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";
import { namedInputs } from "./expressions.ts";
import { usesOf, writtenName } from "./workflow.ts";

/** An action that the repository has itself; nothing for another file of that name. */
export function describeAction(root: DocumentNode, file: string): readonly ResourceDraft[] {
  const runs = nodeAt(root, "runs");
  const using = stringAt(runs, "using");
  if (using === undefined) return [];
  const folder = posix.dirname(file);
  return [
    {
      name: writtenName(root) ?? (folder === "." ? file : folder),
      resourceType: "github_action",
      accessPattern: folder === "." ? "./" : `./${folder}`,
      description: `action of this repository (${using})`,
      status: "available",
      tags: ["action"],
      metadata: {
        kind: kindOf(using),
        using,
        inputs: membersOf(nodeAt(root, "inputs")).map(({ key }) => key),
        outputs: membersOf(nodeAt(root, "outputs")).map(({ key }) => key),
        actions: itemsOf(nodeAt(runs, "steps")).flatMap(usesOf),
        ...namedInputs(root),
      },
      file,
      line: nodeAt(root, "name")?.position.line ?? root.position.line,
    },
  ];
}

function kindOf(using: string): string {
  if (using === "composite" || using === "docker") return using;
  return using.startsWith("node") ? "javascript" : "other";
}
