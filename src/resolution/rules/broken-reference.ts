import { posix } from "node:path";
import type { Conflict } from "../../model/conflict.ts";
import { pathsOf } from "../../workspace/references/alternatives.ts";
import { readReferences } from "../../workspace/references/read-references.ts";
import type { FileReference } from "../../workspace/references/types.ts";
import { evidenceText } from "../evidence.ts";
import { editFor } from "../repoint.ts";
import { editStep, refuse } from "../steps.ts";
import type { Answer, ResolutionContext, StrategyMeaning } from "../types.ts";

/** Rules about references whose target is not there. */
const RULES = [
  "broken_compose_env_file_reference",
  "broken_compose_path",
  "broken_dockerfile_copy",
  "broken_import",
  "broken_kustomize_reference",
  "broken_md_link",
  "broken_package_json_reference",
  "broken_terraform_module",
  "broken_tsconfig_reference",
  "broken_workflow_path",
  "codeowners_path_missing",
  "requirements_include_missing",
] as const;

/** What can be done about a reference whose target has another path now. */
export const BROKEN_REFERENCES: readonly StrategyMeaning[] = RULES.map((rule) => ({
  rule,
  strategy: "rename" as const,
  does:
    rule === "broken_md_link"
      ? "Points the link to the path to which git's history moved its target, else to the one file of the tree that has its name."
      : "Points the reference to the path to which git's history moved its target; refused where it tells of no move.",
  plan: pointToNewPlace,
}));

async function pointToNewPlace(
  { conflictId, rule, places: [first], evidence }: Conflict,
  context: ResolutionContext,
): Promise<Answer> {
  const { tree } = context;
  const { file: path = "", line = 1 } = first ?? {};
  const { what, target } = evidence;
  const text = tree.readText(path);
  if (text === undefined) return refuse(`${path} cannot be read`);
  const reference = (await readReferences(path, text))
    .filter((one) => one.what === what && one.target === target)
    .toSorted((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line))[0];
  if (reference === undefined)
    return refuse(`${path} does not name ${evidenceText({ evidence }, "target")} any more`);
  if (pathsOf(path, reference).some((one) => tree.kindOf(one) !== undefined)) return { steps: [] };
  const found = await findTarget(path, reference, { rule, context });
  if ("refused" in found) return refuse(found.refused);
  const edits = await editFor({ path, text, reference }, found.old, found.now);
  if (edits === undefined) return refuse(`${path}:${line} cannot be pointed to ${found.now} with certainty`);
  const title = `point ${path} to ${found.now}`;
  return { steps: [editStep({ path, text }, edits, { title, why: conflictId })] };
}

type Target = { readonly old: string; readonly now: string } | { readonly refused: string };

async function findTarget(
  path: string,
  reference: FileReference,
  { rule, context }: { readonly rule: string; readonly context: ResolutionContext },
): Promise<Target> {
  const { tree, history } = context;
  const candidates = pathsOf(path, reference);
  for (const old of candidates.slice(0, MOST_ASKED)) {
    const now = await history.movedTo(old);
    if (now !== undefined && tree.kindOf(now) === "file") return { old, now };
  }
  const [old = ""] = candidates;
  if (rule !== "broken_md_link") return { refused: `git knows of no move of ${old}` };
  const name = posix.basename(old);
  const same = tree.list().filter((one) => posix.basename(one) === name && tree.stateOf(one) !== "ignored");
  const [now, ...others] = same;
  if (now === undefined) return { refused: `nothing in the tree is called ${name}` };
  return others.length === 0 ? { old, now } : { refused: `${same.length} files are called ${name}` };
}

/** Of an import there are dozens of spellings; git is asked for the usual ones. */
const MOST_ASKED = 12;
