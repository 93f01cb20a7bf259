import { posix } from "node:path";
import type { Conflict } from "../../model/conflict.ts";
import type { DocumentMember, DocumentNode } from "../../model/document.ts";
import type { StepInput } from "../../model/plan.ts";
import { membersOf } from "../../workspace/parsers/navigate.ts";
import { parseStructured } from "../../workspace/parsers/index.ts";
import { deleteStep, editStep, refuse } from "../steps.ts";
import type { PlanConflict, ResolutionContext, StrategyMeaning } from "../types.ts";
import { newestFile, oldestFile } from "./choose-by-time.ts";

/** One `variable` block. */
interface Declaration {
  readonly path: string;
  readonly member: DocumentMember;
}

type Kept = { readonly kept: Declaration } | { readonly refused: string };

type ChooseKept = (found: readonly Declaration[], context: ResolutionContext) => Promise<Kept>;

/** What can be done about a variable that is declared twice: one block stays. */
export const TF_VARIABLE_TWICE: readonly StrategyMeaning[] = [
  {
    rule: "tf_variable_twice",
    strategy: "priority",
    does: "Keeps the block of `variables.tf`, where Terraform's style has it, else of the file that is older in git, and removes the others.",
    plan: keepOne(byPlace),
  },
  {
    rule: "tf_variable_twice",
    strategy: "merge",
    does: "Keeps the block that says all that the others say, and removes those; refused where two of them say different things.",
    plan: keepOne(byContent),
  },
  {
    rule: "tf_variable_twice",
    strategy: "timestamp",
    does: "Keeps the block of the file that was committed last, and removes the others.",
    plan: keepOne(async (found, context) => {
      const newest = await newestFile([...new Set(found.map(({ path }) => path))], context);
      if ("refused" in newest) return newest;
      return onlyOne(
        found.filter(({ path }) => path === newest.path),
        newest.path,
      );
    }),
  },
];

function keepOne(choose: ChooseKept): PlanConflict {
  return async ({ conflictId, places }: Conflict, context) => {
    const key = places[0]?.key ?? "";
    const paths = [...new Set(places.map(({ file }) => file))];
    if (paths.some((path) => !/\.(tf|tofu)$/.test(path)))
      return refuse(`${paths.join(" and ")}: blocks of .tf.json are not edited`);
    const found = (await Promise.all(paths.map((path) => declarationsIn(path, key, context)))).flat();
    if (found.length < 2) return { steps: [] };
    const chosen = await choose(found, context);
    if ("refused" in chosen) return refuse(chosen.refused);
    const steps = paths.flatMap((path) => {
      const gone = found.filter((one) => one.path === path && one !== chosen.kept);
      return gone.length === 0 ? [] : [withoutBlocks({ path, key, why: conflictId, gone }, context)];
    });
    return { steps };
  };
}

async function declarationsIn(
  path: string,
  key: string,
  { tree }: ResolutionContext,
): Promise<readonly Declaration[]> {
  const { documents } = await parseStructured("hcl", tree.readText(path) ?? "");
  return membersOf(documents[0])
    .filter((member) => member.key === "variable" && member.labels?.[0] === key)
    .map((member) => ({ path, member }));
}

interface Removal {
  readonly path: string;
  readonly key: string;
  readonly why: string;
  readonly gone: readonly Declaration[];
}

/** Whole lines go, and one empty line behind them; a file that held nothing else goes too. */
function withoutBlocks({ path, key, why, gone }: Removal, { tree }: ResolutionContext): StepInput {
  const text = tree.readText(path) ?? "";
  const lines = text.split("\n");
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  const edits = gone.map(({ member: { keyPosition, endLine = keyPosition.line } }) => {
    const isSpaced = lines[endLine]?.trim() === "" && endLine + 1 < lines.length;
    const end = Math.min(starts[endLine + (isSpaced ? 1 : 0)] ?? text.length, text.length);
    return { start: starts[keyPosition.line - 1] ?? 0, end, text: "" };
  });
  const rest = edits
    .toReversed()
    .reduce((left, edit) => left.slice(0, edit.start) + left.slice(edit.end), text);
  if (rest.trim() === "") return deleteStep(path, why);
  return editStep({ path, text }, edits, { title: `remove the declaration of ${key} from ${path}`, why });
}

async function byPlace(found: readonly Declaration[], context: ResolutionContext): Promise<Kept> {
  const inPlace = found.filter(({ path }) => posix.basename(path) === "variables.tf");
  if (inPlace.length > 0) return onlyOne(inPlace, "variables.tf");
  const oldest = await oldestFile([...new Set(found.map(({ path }) => path))], context);
  if (oldest === undefined) {
    return {
      refused: `${found.map(({ path }) => path).join(" and ")}: neither is variables.tf, and git has none of them as the older`,
    };
  }
  return onlyOne(
    found.filter(({ path }) => path === oldest),
    oldest,
  );
}

async function byContent(found: readonly Declaration[]): Promise<Kept> {
  const said = found.map((one) => ({ one, says: statements(one.member.value) }));
  const fullest = said.find(({ says }) =>
    said.every((other) => other.says.every((text) => says.includes(text))),
  );
  if (fullest !== undefined) return { kept: fullest.one };
  return { refused: `the blocks in ${found.map(({ path }) => path).join(" and ")} say different things` };
}

/** Of two blocks in one file nobody can say which is meant, unless they say the same. */
function onlyOne(found: readonly Declaration[], where: string): Promise<Kept> | Kept {
  const [first] = found;
  if (first !== undefined && found.length === 1) return { kept: first };
  return first === undefined ? { refused: `${where} does not declare it any more` } : byContent(found);
}

/** What a block says, one text a statement, whatever its spaces and comments. */
function statements(body: DocumentNode): readonly string[] {
  return membersOf(body).map(({ key, value, labels = [] }) => JSON.stringify([key, labels, plain(value)]));
}

function plain(node: DocumentNode): unknown {
  if (node.kind === "scalar") return [node.value, node.isExpression === true];
  if (node.kind === "list") return node.items.map(plain);
  return node.members.map(({ key, labels = [], value }) => [key, labels, plain(value)]);
}
