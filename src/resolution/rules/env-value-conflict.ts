import { posix } from "node:path";
import { CONFIG_LAYERS, type ConfigEntry } from "../../model/config-entry.ts";
import type { Conflict } from "../../model/conflict.ts";
import type { StepInput } from "../../model/plan.ts";
import { holdingAssignment, setValue } from "../dotenv-text.ts";
import { evidenceText } from "../evidence.ts";
import { editStep, refuse } from "../steps.ts";
import type { Answer, PlanConflict, ResolutionContext, StrategyMeaning } from "../types.ts";
import { newestFile, oldestFile } from "./choose-by-time.ts";

/** The file whose value holds, or why none does. */
type Winner = { readonly file: string } | { readonly refused: string };

type ChooseWinner = (conflict: Conflict, context: ResolutionContext) => Promise<Winner>;

/** What can be done where two files give one key two values: the winner's value goes into the others. */
export const ENV_VALUE_CONFLICT: readonly StrategyMeaning[] = [
  {
    rule: "env_value_conflict",
    strategy: "priority",
    does: "Writes the value of the entry with the highest priority, then of the higher layer, then of the file that tools load by itself (`.env.STAGE`), then of the one nearer to the root, then of the older file, into the others.",
    plan: unify(byPriority),
  },
  {
    rule: "env_value_conflict",
    strategy: "environment",
    does: "For a conflict of the current environment alone: the value that the process has, else that of the file which is named exactly after the environment.",
    plan: unify(byEnvironment),
  },
  {
    rule: "env_value_conflict",
    strategy: "timestamp",
    does: "Writes the value of the file that was committed last, or written last where one is not committed as it stands, into the others.",
    plan: unify(async ({ places }, context) => {
      const newest = await newestFile(filesOf(places), context);
      return "path" in newest ? { file: newest.path } : newest;
    }),
  },
];

function unify(choose: ChooseWinner): PlanConflict {
  return async (conflict, context) => {
    const winner = await choose(conflict, context);
    return "refused" in winner ? refuse(winner.refused) : writeInto(conflict, winner.file, context);
  };
}

/** The winner's value in every other file, each edited where it stands. */
function writeInto({ conflictId, places }: Conflict, winner: string, { tree }: ResolutionContext): Answer {
  const key = places[0]?.key ?? "";
  const value = holdingAssignment(tree.readText(winner) ?? "", key)?.value;
  if (value === undefined) return refuse(`${winner} does not set ${key} any more`);
  const steps: StepInput[] = [];
  for (const path of filesOf(places)) {
    const text = tree.readText(path);
    const found = text === undefined ? undefined : holdingAssignment(text, key);
    if (text === undefined || found === undefined) return refuse(`${path} does not set ${key} any more`);
    if (path === winner || found.value === value) continue;
    const edit = setValue(text, key, value);
    if (edit === undefined) return refuse(`no quotes of ${path} can hold the value`);
    const title = `give ${key} in ${path} the value of ${winner}`;
    steps.push(editStep({ path, text }, [edit], { title, why: conflictId }));
  }
  return { steps };
}

async function byPriority({ places, evidence }: Conflict, context: ResolutionContext): Promise<Winner> {
  const entries = await entriesOf(places, context);
  const [first, second] = entries.toSorted(compare);
  if (first === undefined || second === undefined) return { refused: "nothing sets the key any more" };
  if (compare(first, second) < 0) return { file: first.source.file ?? "" };
  const level = entries.filter((entry) => compare(first, entry) === 0);
  const files = filesOf(level.map(({ source: { file = "" } }) => ({ file })));
  const oldest = await oldestFile(files, context);
  if (oldest !== undefined) return { file: oldest };
  return {
    refused: `${files.join(" and ")} stand on one level for ${evidenceText({ evidence }, "environment")}, and none is older`,
  };
}

/** Below zero where `a` holds before `b`. */
function compare(a: ConfigEntry, b: ConfigEntry): number {
  return (
    a.priority - b.priority ||
    CONFIG_LAYERS.indexOf(a.layer) - CONFIG_LAYERS.indexOf(b.layer) ||
    Number(!isLoadedByItself(a)) - Number(!isLoadedByItself(b)) ||
    depthOf(a) - depthOf(b)
  );
}

/** dotenv-flow, Vite and Next.js look for `.env.STAGE` themselves; `config/prod.env` is read by whoever names it. */
function isLoadedByItself({ source: { file = "" } }: ConfigEntry): boolean {
  return /^\.(env|dev\.vars|flaskenv)([.-]|$)/.test(posix.basename(file));
}

function depthOf({ source: { file = "" } }: ConfigEntry): number {
  return file.split("/").length;
}

async function byEnvironment({ places, evidence }: Conflict, context: ResolutionContext): Promise<Winner> {
  const about = evidenceText({ evidence }, "environment");
  const { environment, env, tree } = context;
  if (about !== environment && about !== "all") {
    return {
      refused: `the conflict is about ${about} and this is ${environment}: --environment ${about} chooses it`,
    };
  }
  const key = places[0]?.key ?? "";
  const files = filesOf(places);
  const running = env[key];
  const same = files.filter((file) => holdingAssignment(tree.readText(file) ?? "", key)?.value === running);
  if (running !== undefined && same[0] !== undefined) return { file: same[0] };
  const named = files.filter((file) => isNamedAfter(file, environment));
  const [first] = named;
  if (first !== undefined && named.length === 1) return { file: first };
  return {
    refused: `${named.length === 0 ? "no file is" : `${named.join(" and ")} are`} named after ${environment}, and the process has ${running === undefined ? "no value" : "another value"} of ${key}`,
  };
}

function isNamedAfter(file: string, environment: string): boolean {
  return posix.basename(file).toLowerCase().split(/[._-]/).includes(environment.toLowerCase());
}

async function entriesOf(
  places: Conflict["places"],
  { entries }: ResolutionContext,
): Promise<readonly ConfigEntry[]> {
  const wanted = new Map(places.map(({ file, key }) => [file, key]));
  return (await entries()).filter(
    ({ key, source: { kind, file = "" } }) => kind === "dotenv" && wanted.get(file) === key,
  );
}

function filesOf(places: readonly { readonly file: string }[]): readonly string[] {
  return [...new Set(places.map(({ file }) => file))];
}
