import { posix } from "node:path";
import type { Conflict } from "../../model/conflict.ts";
import { findMentions, repointAll } from "../mentions.ts";
import { folded, freeName } from "../free-name.ts";
import { moveStep, planEach, refuse } from "../steps.ts";
import type { Answer, ResolutionContext, StrategyMeaning } from "../types.ts";

/** What can be done about paths that differ in case only. */
export const CASE_COLLISION: readonly StrategyMeaning[] = [
  {
    rule: "case_collision",
    strategy: "rename",
    does: "Gives a free name to the file that is not tracked, not mentioned or younger in git, and of two folders moves the files of the smaller one into the other, as macOS and Windows have them; what points there is pointed to the new names. Refused where a mention cannot be changed with certainty.",
    plan: async (conflict, context) => {
      const { tree } = context;
      const paths = conflict.places.map(({ file }) => file).filter((file) => tree.kindOf(file) !== undefined);
      if (paths.length < 2) return { steps: [] };
      const areFolders = paths.every((path) => tree.kindOf(path) === "folder");
      if (!areFolders && paths.some((path) => tree.kindOf(path) === "folder"))
        return refuse(`${paths.join(" and ")} are a file and a folder`);
      return areFolders ? joinFolders(conflict, paths, context) : renameFiles(conflict, paths, context);
    },
  },
];

/** Tries to keep the one that has the best claim, then the next. */
async function renameFiles(
  { conflictId }: Conflict,
  paths: readonly string[],
  context: ResolutionContext,
): Promise<Answer> {
  const reasons: string[] = [];
  for (const kept of await byClaim(paths, context)) {
    const others = paths.filter((path) => path !== kept);
    const renamed = await planEach(others, context, (path, draft) =>
      renameFile(path, { to: freeName(path, draft.tree), other: kept, why: conflictId }, draft),
    );
    if ("steps" in renamed) return renamed;
    reasons.push(renamed.refused);
  }
  return refuse(reasons[0] ?? "nothing can be renamed");
}

interface Renaming {
  readonly to: string;
  /** A path that must not be taken for this one. */
  readonly other: string;
  readonly why: string;
}

/** Points everybody to the new name, and moves the file there. */
async function renameFile(
  path: string,
  { to, other, why }: Renaming,
  context: ResolutionContext,
): Promise<Answer> {
  const mentions = await findMentions(path, other, context);
  const repointed = await repointAll({ from: path, to, why }, mentions, context);
  if ("refused" in repointed) return refuse(repointed.refused);
  return { steps: [...repointed.steps, moveStep(path, to, why)] };
}

/** Tracked, mentioned, older in git, small letters, then by name. */
async function byClaim(paths: readonly string[], context: ResolutionContext): Promise<readonly string[]> {
  const claims = await Promise.all(
    paths.map(async (path) => {
      const other = paths.find((one) => one !== path) ?? path;
      const isMentioned = (await findMentions(path, other, context)).length > 0;
      const age = (await context.history.age(path)) ?? -1;
      return { path, isTracked: context.tree.stateOf(path) === "tracked", isMentioned, age };
    }),
  );
  return claims
    .toSorted(
      (a, b) =>
        Number(b.isTracked) - Number(a.isTracked) ||
        Number(b.isMentioned) - Number(a.isMentioned) ||
        b.age - a.age ||
        (a.path > b.path ? -1 : 1),
    )
    .map(({ path }) => path);
}

async function joinFolders(
  { conflictId }: Conflict,
  folders: readonly string[],
  context: ResolutionContext,
): Promise<Answer> {
  const { tree } = context;
  const filesIn = (folder: string) => tree.list().filter((path) => path.startsWith(`${folder}/`));
  const [kept = "", ...others] = folders.toSorted(
    (a, b) => filesIn(b).length - filesIn(a).length || (a > b ? -1 : 1),
  );
  for (const folder of others) {
    const named = await findFolderMention(folder, context);
    if (named !== undefined) return refuse(`${named} names the folder ${folder}`);
  }
  const moved = others.flatMap((folder) =>
    filesIn(folder).map((path) => ({ path, to: `${kept}${path.slice(folder.length)}` })),
  );
  if (moved.length > MOST_MOVED)
    return refuse(`${moved.length} files would move: a person has to look at that`);
  return planEach(moved, context, async ({ path, to }, draft) => {
    if (draft.tree.list().some((other) => other !== path && folded(other) === folded(to)))
      return refuse(`${to} is there already: ${path} cannot join it`);
    return renameFile(path, { to, other: to, why: conflictId }, draft);
  });
}

/** Each is looked for in every text of the tree. */
const MOST_MOVED = 100;

/** A place that names the folder itself, and no file in it: with a slash behind it, or as a value in a settings file. */
async function findFolderMention(folder: string, { search }: ResolutionContext): Promise<string | undefined> {
  const name = posix.basename(folder).replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&");
  const withSlash = `(^|[^A-Za-z0-9_.-])${name}/([]"'\`)*[:space:]]|$)`;
  for (const [file, lines] of await search(`${withSlash}|["']${name}["']`)) {
    if (file.startsWith(`${folder}/`)) continue;
    const first = lines.find(
      ({ text }) => text.includes(`${posix.basename(folder)}/`) || (mayHoldPaths(file) && !LABEL.test(text)),
    );
    if (first !== undefined) return `${file}:${first.line}`;
  }
  return undefined;
}

/** Settings, but no texts that people read in one language or another. */
function mayHoldPaths(file: string): boolean {
  return (
    /\.(jsonc?|ya?ml|toml|cfg|ini)$/.test(file) &&
    !/(^|\/)(locales?|i18n|l10n|lang(uage)?s?|translations?|messages)\//i.test(file)
  );
}

/** What is shown to people: `name: "Tests"`. */
const LABEL =
  /^\s*(-\s+)?["']?(name|title|label|text|description|display_?name|heading|summary|group|category|alt)["']?\s*[:=]/i;
