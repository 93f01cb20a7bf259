import { posix } from "node:path";
import type { Conflict } from "../../model/conflict.ts";
import { locateAssignments } from "../../workspace/parsers/dotenv.ts";
import { holdingAssignment, newLine } from "../dotenv-text.ts";
import { editStep, refuse } from "../steps.ts";
import type { Answer, ResolutionContext, StrategyMeaning } from "../types.ts";

/** What can be done about a key that nothing defines. */
export const ENV_MISSING_KEY: readonly StrategyMeaning[] = [
  {
    rule: "env_missing_key",
    strategy: "merge",
    does: "Adds the key to the `.env` beside the template with what the template gives it, and nothing where that is empty; or names a key that code reads in the template, without a value, where no real file stands beside it.",
    plan: async (conflict, context) => {
      const { template } = conflict.evidence;
      return typeof template === "string"
        ? nameInTemplate(conflict, template, context)
        : addToReal(conflict, context);
    },
  },
];

/** The first place is the template that names the key. */
function addToReal({ conflictId, places }: Conflict, { tree }: ResolutionContext): Answer {
  const [{ file: template, key = "" } = { file: "" }] = places;
  const real = places.map(({ file }) => file).find((file) => posix.basename(file) === ".env");
  const templateText = tree.readText(template);
  const given = templateText === undefined ? undefined : holdingAssignment(templateText, key);
  if (real === undefined || templateText === undefined || given === undefined)
    return refuse(`${template} does not name ${key} any more`);
  return addLine(
    {
      path: real,
      key,
      value: given.value,
      written: templateText.slice(given.valueStart, given.valueEnd),
      why: conflictId,
      order: keysOf(templateText),
    },
    tree,
  );
}

function nameInTemplate(
  { conflictId, places: [first] }: Conflict,
  template: string,
  { tree }: ResolutionContext,
): Answer {
  const folder = posix.dirname(template);
  const beside = tree
    .list()
    .filter((path) => posix.dirname(path) === folder && /^\.env$/.test(posix.basename(path)));
  if (beside.length > 0)
    return refuse(
      `${beside.join(" and ")} stands beside ${template}: a person has to say what it is to hold`,
    );
  return addLine({ path: template, key: first?.key ?? "", value: "", why: conflictId, order: [] }, tree);
}

interface Line {
  readonly path: string;
  readonly key: string;
  readonly value: string;
  /** As the template has it. */
  readonly written?: string;
  readonly why: string;
  /** Keys in the order of the template: a new one goes behind the one before it. */
  readonly order: readonly string[];
}

function addLine({ path, why, order, ...line }: Line, tree: ResolutionContext["tree"]): Answer {
  const { key } = line;
  const text = tree.readText(path);
  if (text === undefined) return refuse(`${path} cannot be read`);
  const there = locateAssignments(text);
  if (there.some((assignment) => assignment.key === key)) return { steps: [] };
  const before = order
    .slice(0, Math.max(order.indexOf(key), 0))
    .toReversed()
    .flatMap((name) => there.findLast((assignment) => assignment.key === name) ?? [])[0];
  const edit = newLine(text, { at: before?.end ?? text.length, ...line });
  if (edit === undefined) return refuse(`no quotes of ${path} can hold what the template gives ${key}`);
  return { steps: [editStep({ path, text }, [edit], { title: `add ${key} to ${path}`, why })] };
}

function keysOf(text: string): readonly string[] {
  return locateAssignments(text).map(({ key }) => key);
}
