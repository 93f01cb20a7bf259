import { posix } from "node:path";
import type { ResourceDraft } from "../../../model/resource.ts";
import { groupDrafts } from "../../metadata.ts";
import type { Detection, SourceFile } from "../../types.ts";
import { describeAction } from "./action.ts";
import { describeWorkflow } from "./workflow.ts";

const EXAMPLES = /(^|\/)(fixtures?|__fixtures__|testdata)\//;

/** True for workflows, which GitHub takes from one folder alone, and for actions of the repository's own. */
export function isWorkflowOrAction(path: string): boolean {
  return isWorkflow(path) || (/(^|\/)action\.ya?ml$/.test(path) && !EXAMPLES.test(path));
}

/** The workflow or the action that a file holds. */
export async function extractWorkflow(file: SourceFile): Promise<Detection> {
  const parsed = await file.parse("yaml");
  if (parsed === undefined) return { resources: [] };
  const [root] = parsed.documents;
  if (isWorkflow(file.path)) return { resources: [describeWorkflow(root, file.path)] };
  return { resources: root === undefined ? [] : describeAction(root, file.path) };
}

/** Where two have the same name, each gets its file behind it. */
export function combineWorkflows(drafts: readonly ResourceDraft[]): readonly ResourceDraft[] {
  return groupDrafts(drafts, ({ name }) => name).flatMap((group) =>
    group.length === 1
      ? group
      : group.map((draft) => ({ ...draft, name: `${draft.name} (${shortPlace(draft)})` })),
  );
}

/** The name of a workflow's file says enough; those of actions are all alike, so theirs is the folder. */
function shortPlace({ file = "" }: ResourceDraft): string {
  return isWorkflow(file) ? posix.basename(file) : posix.dirname(file);
}

function isWorkflow(path: string): boolean {
  return /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path);
}
