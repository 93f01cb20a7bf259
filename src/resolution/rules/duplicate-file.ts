import { posix } from "node:path";
import type { Conflict } from "../../model/conflict.ts";
import { isMarkdownPath } from "../../workspace/references/markdown.ts";
import { findMentions, repointAll, type Mention } from "../mentions.ts";
import { deleteStep, planEach, refuse } from "../steps.ts";
import type { Answer, ResolutionContext, StagedTree, StrategyMeaning } from "../types.ts";

/** What can be done about files with the same content: one stays. */
export const DUPLICATE_FILE: readonly StrategyMeaning[] = [
  {
    rule: "duplicate_file",
    strategy: "delete_duplicate",
    does: "Keeps one path (tracked before untracked, mentioned before not, not called a copy, shorter, then by name) and removes the others, whose bytes are compared once more. What points to them is pointed to the one that stays; refused where somebody names one in a way that cannot be changed with certainty, and where neither its name nor a reference says that it is only a copy.",
    plan: keepCanonical,
  },
];

interface Candidate {
  readonly path: string;
  readonly mentions: readonly Mention[];
}

async function keepCanonical({ conflictId, places }: Conflict, context: ResolutionContext): Promise<Answer> {
  const { tree } = context;
  const paths = places.map(({ file }) => file).filter((file) => tree.kindOf(file) === "file");
  if (paths.length < 2) return { steps: [] };
  const candidates = await Promise.all(
    paths.map(async (path): Promise<Candidate> => {
      const other = paths.find((one) => one !== path) ?? path;
      return { path, mentions: await findMentions(path, other, context) };
    }),
  );
  const [kept, ...copies] = candidates.toSorted((a, b) => compare(a, b, tree));
  if (kept === undefined) return { steps: [] };
  return planEach(copies, context, (copy, draft) =>
    withoutCopy(copy, { kept: kept.path, why: conflictId }, draft),
  );
}

/** Below zero where `a` is the one to keep. */
function compare(a: Candidate, b: Candidate, tree: StagedTree): number {
  const isTracked = ({ path }: Candidate) => Number(tree.stateOf(path) === "tracked");
  return (
    isTracked(b) - isTracked(a) ||
    Number(b.mentions.length > 0) - Number(a.mentions.length > 0) ||
    Number(isCalledCopy(a.path)) - Number(isCalledCopy(b.path)) ||
    a.path.length - b.path.length ||
    (a.path < b.path ? -1 : 1)
  );
}

async function withoutCopy(
  { path, mentions }: Candidate,
  { kept, why }: { readonly kept: string; readonly why: string },
  context: ResolutionContext,
): Promise<Answer> {
  const { tree } = context;
  const [bytes, canonical] = [tree.readBytes(path), tree.readBytes(kept)];
  if (bytes === undefined || canonical === undefined || !bytes.equals(canonical))
    return refuse(`${path} and ${kept} are not the same any more`);
  if (mentions.length === 0 && !isCalledCopy(path))
    return refuse(`${path} may be needed where it stands: nothing says that it is only a copy of ${kept}`);
  const [ownUnit, keptUnit] = [unitOf(path, tree), unitOf(kept, tree)];
  const isApart = mentions.some(({ file }) => !isMarkdownPath(file) && unitOf(file, tree) !== keptUnit);
  if (isApart || (ownUnit !== keptUnit && !isCalledCopy(path)))
    return refuse(`${path} belongs to ${ownUnit}, which is built without ${kept}`);
  const repointed = await repointAll({ from: path, to: kept, why }, mentions, context);
  if ("refused" in repointed) return refuse(repointed.refused);
  return { steps: [...repointed.steps, deleteStep(path, why)] };
}

/** Files by which a folder is built, packed or started on its own. */
const BUILT_BY =
  /^(package\.json|(docker-)?compose[\w.-]*\.ya?ml|Dockerfile.*|pyproject\.toml|setup\.(py|cfg)|requirements\.txt|go\.mod|Cargo\.toml|pom\.xml|build\.gradle(\.kts)?|composer\.json|Gemfile|[\w.-]+\.csproj|main\.tf|Chart\.yaml)$/;

/** The nearest folder of a file that is built on its own: what it needs has to lie in there. */
function unitOf(path: string, tree: StagedTree): string {
  const units = tree
    .list()
    .filter((one) => BUILT_BY.test(posix.basename(one)))
    .map((one) => posix.dirname(one));
  const known = new Set(units);
  for (let folder = posix.dirname(path); folder !== "."; folder = posix.dirname(folder))
    if (known.has(folder)) return folder;
  return ".";
}

const COPY_FOLDER = /(^|\/)(old|backups?|bak|cop(y|ies)|archived?|deprecated|orig(inals?)?)\//i;

const COPY_NAME =
  /([ _.-]cop(y|ie)[ _-]?\d*|[ _-]?\(\d+\)|[ _.-](old|backup|bak|orig))(\.[\w.]+)?$|^cop(y|ie) (of|de) /i;

/** `report (1).pdf`, `report_copy.pdf`, `old/report.pdf`. */
function isCalledCopy(path: string): boolean {
  return COPY_FOLDER.test(path) || COPY_NAME.test(posix.basename(path));
}
