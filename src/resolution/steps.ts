import type { StepInput } from "../model/plan.ts";
import { toByteEdits, type TextEdit } from "./text-edits.ts";
import type { Answer, ResolutionContext } from "./types.ts";

/** What is done to which file, and why; neither sentence holds a value. */
interface StepText {
  readonly title: string;
  readonly why: string;
}

/** Says why a strategy leaves a conflict alone: one sentence, without any value. */
export function refuse(reason: string): Answer {
  return { refused: reason };
}

/** Edits a file by positions in its text as it stands. */
export function editStep(
  file: { readonly path: string; readonly text: string },
  edits: readonly TextEdit[],
  { title, why }: StepText,
): StepInput {
  const params = {
    path: file.path,
    edits: toByteEdits(file.text, edits).map(({ start, end, text }) => ({ start, end, text })),
  };
  return { title, why, change: { kind: "edit_file", params } };
}

export function deleteStep(path: string, why: string): StepInput {
  return { title: `remove ${path}`, why, change: { kind: "delete_file", params: { path } } };
}

export function moveStep(from: string, to: string, why: string): StepInput {
  return { title: `move ${from} to ${to}`, why, change: { kind: "move_file", params: { from, to } } };
}

/** Plans for one thing after another, each on the tree that the plans before it leave; the first that refuses ends it. */
export async function planEach<T>(
  things: readonly T[],
  context: ResolutionContext,
  plan: (thing: T, context: ResolutionContext) => Promise<Answer>,
): Promise<Answer> {
  const draft = { ...context, tree: context.tree.fork() };
  const steps: StepInput[] = [];
  for (const thing of things) {
    const answer = await plan(thing, draft);
    if ("refused" in answer) return answer;
    for (const step of answer.steps) draft.tree.apply(step);
    steps.push(...answer.steps);
  }
  return { steps };
}
