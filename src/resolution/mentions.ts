import type { StepInput } from "../model/plan.ts";
import { createNameMatcher } from "./name-matcher.ts";
import { repointFile, type NewName } from "./repoint.ts";
import type { ResolutionContext } from "./types.ts";

/** A line that names a path, or looks as if it did. */
export interface Mention {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** Lines outside a file that may name it; `other` is a file that is not to be taken for it. */
export async function findMentions(
  path: string,
  other: string,
  context: ResolutionContext,
): Promise<readonly Mention[]> {
  const { tree } = context;
  const matcher = createNameMatcher(path, other, (one) => tree.kindOf(one) === "file");
  const mentions: Mention[] = [];
  for (const [file, lines] of await linesWith(matcher.asked, context)) {
    if (file === path || file === other) continue;
    mentions.push(
      ...lines.filter(({ text }) => matcher.matches(file, text)).map(({ line }) => ({ file, line })),
    );
  }
  return mentions;
}

/** As the tree will stand: files that earlier steps changed are searched as they will be. */
async function linesWith(pattern: string, { tree, search }: ResolutionContext) {
  const changed = tree.changed();
  const onDisk = [...(await search(pattern))].filter(
    ([file]) => tree.kindOf(file) === "file" && !changed.includes(file),
  );
  const staged = changed.map((file) => {
    const lines = (tree.readText(file) ?? "").split("\n").map((text, index) => ({ text, line: index + 1 }));
    return [file, lines] as const;
  });
  return [...onDisk, ...staged];
}

/** The steps that point everybody to the new name, or where somebody names it in a way that cannot be proven right. */
export type RepointedAll = { readonly steps: readonly StepInput[] } | { readonly refused: string };

/** Points every file that mentions a name to the new one; a mention that is no known reference is refused. */
export async function repointAll(
  name: NewName,
  mentions: readonly Mention[],
  { tree }: ResolutionContext,
): Promise<RepointedAll> {
  const steps: StepInput[] = [];
  for (const file of new Set(mentions.map((mention) => mention.file))) {
    const repointed = await repointFile(file, name, tree);
    if ("unproven" in repointed)
      return {
        refused: `${file}:${repointed.unproven.line} names ${name.from} in a way that cannot be changed with certainty`,
      };
    const { step, text } = repointed;
    const before = (tree.readText(file) ?? "").split("\n");
    const after = text.split("\n");
    const left = mentions.find((one) => one.file === file && before[one.line - 1] === after[one.line - 1]);
    if (left !== undefined || step === undefined)
      return {
        refused: `${file}:${left?.line ?? 1} may mean ${name.from}: nothing proves that it can be pointed elsewhere`,
      };
    steps.push(step);
  }
  return { steps };
}
