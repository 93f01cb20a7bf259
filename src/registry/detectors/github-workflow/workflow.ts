import { posix } from "node:path";
import type { DocumentNode } from "../../../model/document.ts";
import type { JsonObject, JsonValue } from "../../../model/json.ts";
import type { ResourceDraft } from "../../../model/resource.ts";
import { itemsOf, membersOf, nodeAt, stringAt, toPlain } from "../../../workspace/parsers/navigate.ts";
import { namedInputs } from "./expressions.ts";
import { describeUses } from "./uses.ts";

/** What a workflow does when, with which actions, and which secrets and variables it names. */
export function describeWorkflow(root: DocumentNode | undefined, file: string): ResourceDraft {
  const jobs = membersOf(nodeAt(root, "jobs"));
  const on = nodeAt(root, "on") ?? nodeAt(root, "true");
  const triggers = triggersOf(on);
  const fault = faultOf(root, triggers, jobs.length);
  return {
    name: writtenName(root) ?? posix.basename(file),
    resourceType: "github_action",
    accessPattern: file,
    description: `workflow with ${jobs.length} ${jobs.length === 1 ? "job" : "jobs"}`,
    status: fault === undefined ? "available" : "degraded",
    statusReason: fault,
    tags: ["workflow"],
    metadata: {
      kind: "workflow",
      triggers,
      schedules: itemsOf(nodeAt(on, "schedule")).flatMap((item) => stringAt(item, "cron") ?? []),
      jobs: jobs.map(({ key }) => key),
      actions: jobs.flatMap(({ value }) => itemsOf(nodeAt(value, "steps"))).flatMap(usesOf),
      reusableWorkflows: jobs.flatMap(({ key, value }) => usesOf(value).map((use) => ({ job: key, ...use }))),
      isReusable: triggers.includes("workflow_call"),
      environments: unique(jobs.flatMap(({ value }) => environmentOf(nodeAt(value, "environment")))),
      permissions: permissionsOf(nodeAt(root, "permissions")),
      ...(root === undefined ? { secrets: [], variables: [] } : namedInputs(root)),
      inheritsSecrets: jobs.some(({ value }) => stringAt(value, "secrets") === "inherit"),
    },
    file,
    line: nodeAt(root, "name")?.position.line ?? root?.position.line ?? 1,
  };
}

/** The name that the file gives; undefined when it gives none, or one that only GitHub can work out. */
export function writtenName(root: DocumentNode | undefined): string | undefined {
  const name = stringAt(root, "name")?.trim();
  return name === undefined || name === "" ? undefined : name;
}

/** The action that a step, or the workflow that a job, uses. */
export function usesOf(node: DocumentNode): readonly JsonObject[] {
  return describeUses(nodeAt(node, "uses")).map((use) => ({ ...use }));
}

function faultOf(
  root: DocumentNode | undefined,
  triggers: readonly string[],
  jobs: number,
): string | undefined {
  if (root?.kind !== "object") return "the file holds no workflow";
  if (triggers.length === 0) return "it says not when it runs";
  return jobs === 0 ? "it has no jobs" : undefined;
}

/** `on: push`, `on: [push]` or `on: {push: …}`. */
function triggersOf(on: DocumentNode | undefined): readonly string[] {
  const single = stringAt(on);
  if (single !== undefined) return [single];
  return [...itemsOf(on).flatMap((item) => stringAt(item) ?? []), ...membersOf(on).map(({ key }) => key)];
}

function environmentOf(node: DocumentNode | undefined): readonly string[] {
  const name = stringAt(node) ?? stringAt(node, "name");
  return name === undefined || name.includes("${{") ? [] : [name];
}

/** `read-all`, or what may be done with what; undefined where the repository's own setting holds. */
function permissionsOf(node: DocumentNode | undefined): JsonValue | undefined {
  if (node === undefined || node.kind === "list") return undefined;
  return node.kind === "scalar" ? stringAt(node) : toPlain(node);
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)].toSorted();
}
