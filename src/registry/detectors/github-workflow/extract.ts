import { posix } from "node:path";
import type { DocumentNode } from "../../../model/document.ts";
import { itemsOf, membersOf, nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";
import type { Detection, SourceFile } from "../../types.ts";
import { describeUses, type UsedAction } from "./uses.ts";

/** True for workflows and for actions of the repository's own. */
export function isWorkflowOrAction(path: string): boolean {
  return isWorkflow(path) || /(^|\/)action\.ya?ml$/i.test(path);
}

/** What a workflow does when, with which actions, and which secrets and variables it names. */
export async function extractWorkflow(file: SourceFile): Promise<Detection> {
  const parsed = await file.parse("yaml");
  const [root] = parsed?.documents ?? [];
  if (root?.kind !== "object") return { resources: [] };
  return isWorkflow(file.path) ? describeWorkflow(root, file) : describeAction(root, file);
}

function isWorkflow(path: string): boolean {
  return /(^|\/)\.github\/workflows\/[^/]+\.ya?ml$/i.test(path);
}

function describeWorkflow(root: DocumentNode, file: SourceFile): Detection {
  const jobs = membersOf(nodeAt(root, "jobs"));
  const on = nodeAt(root, "on") ?? nodeAt(root, "true");
  const uses = jobs.flatMap(({ value }) => usesOf(value));
  return {
    resources: [
      {
        name: stringAt(root, "name") ?? posix.basename(file.path),
        resourceType: "github_action",
        accessPattern: file.path,
        description: `workflow with ${jobs.length} ${jobs.length === 1 ? "job" : "jobs"}`,
        status: "available",
        tags: ["workflow"],
        metadata: {
          triggers: triggersOf(on),
          schedules: itemsOf(nodeAt(on, "schedule")).flatMap((item) => stringAt(item, "cron") ?? []),
          jobs: jobs.map(({ key }) => key),
          actions: uses.filter(({ kind }) => kind !== "workflow").map(({ kind: _kind, ...action }) => action),
          reusableWorkflows: uses.filter(({ kind }) => kind === "workflow").map(({ uses: name }) => name),
          isReusable: triggersOf(on).includes("workflow_call"),
          environments: unique(jobs.flatMap(({ value }) => environmentOf(nodeAt(value, "environment")))),
          ...namesIn(file.readText() ?? ""),
        },
        file: file.path,
        line: nodeAt(root, "name")?.position.line ?? root.position.line,
      },
    ],
  };
}

function describeAction(root: DocumentNode, file: SourceFile): Detection {
  const runs = nodeAt(root, "runs");
  const using = stringAt(runs, "using");
  if (using === undefined) return { resources: [] };
  const steps = itemsOf(nodeAt(runs, "steps"));
  return {
    resources: [
      {
        name: stringAt(root, "name") ?? file.path,
        resourceType: "github_action",
        accessPattern: posix.dirname(file.path),
        description: `action of this repository (${using})`,
        status: "available",
        tags: ["action"],
        metadata: {
          using,
          inputs: membersOf(nodeAt(root, "inputs")).map(({ key }) => key),
          outputs: membersOf(nodeAt(root, "outputs")).map(({ key }) => key),
          actions: steps
            .flatMap((step) => describeUses(nodeAt(step, "uses")))
            .map(({ kind: _kind, ...action }) => action),
        },
        file: file.path,
        line: nodeAt(root, "name")?.position.line ?? root.position.line,
      },
    ],
  };
}

/** `on: push`, `on: [push]` or `on: {push: …}`. */
function triggersOf(on: DocumentNode | undefined): readonly string[] {
  const single = stringAt(on);
  if (single !== undefined) return [single];
  return [...itemsOf(on).flatMap((item) => stringAt(item) ?? []), ...membersOf(on).map(({ key }) => key)];
}

function usesOf(job: DocumentNode): readonly UsedAction[] {
  const steps = itemsOf(nodeAt(job, "steps"));
  return [
    ...describeUses(nodeAt(job, "uses")),
    ...steps.flatMap((step) => describeUses(nodeAt(step, "uses"))),
  ];
}

function environmentOf(node: DocumentNode | undefined): readonly string[] {
  const name = stringAt(node) ?? stringAt(node, "name");
  return name === undefined || name.includes("${{") ? [] : [name];
}

/** Names in `${{ secrets.X }}`, `secrets['X']`, `vars.X`, wherever they stand in the file. */
function namesIn(text: string) {
  const code = text.replaceAll(/^\s*#.*$/gm, "");
  const named = (context: string) =>
    [
      ...code.matchAll(
        new RegExp(`\\b${context}(?:\\.([A-Za-z_]\\w*)|\\[\\s*['"]([A-Za-z_]\\w*)['"]\\s*\\])`, "g"),
      ),
    ].map(([, dotted, quoted]) => dotted ?? quoted ?? "");
  return {
    secrets: unique(named("secrets")),
    variables: unique(named("vars")),
    inheritsSecrets: /^\s*secrets:\s*inherit\s*$/m.test(code),
  };
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)].toSorted();
}
