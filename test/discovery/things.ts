import { z } from "zod";
import { resourceSchema, type Resource } from "../../src/model/resource.ts";

/** What a reader of the report should find: a row of the table of things. */
export interface Thing {
  readonly type: string;
  readonly name: string;
  readonly status: string;
  readonly version?: string | undefined;
  /** File, or file and line. */
  readonly place?: string | undefined;
}

/** Names in braces → what they stand for on this run: ports, folders, what git says of itself. */
export type RunFacts = Readonly<Record<string, string>>;

/** Reads rows `type | name | status | version | place`; `-` stands for none, and so does what is left out at the end. */
export function readThings(text: string, facts: RunFacts = {}): readonly Thing[] {
  const rows = fillIn(text, facts)
    .split("\n")
    .filter((line) => line.trim() !== "");
  return rows.map((row) => {
    const [type = "", name = "", status = "", version = "-", place = "-"] = row
      .split("|")
      .map((cell) => cell.trim());
    if (status === "") throw new Error(`the row says no status: ${row}`);
    return {
      type,
      name,
      status,
      version: version === "-" ? undefined : version,
      place: place === "-" ? undefined : place,
    };
  });
}

/** Puts the facts of this run in the place of `{name}`. */
export function fillIn(text: string, facts: RunFacts): string {
  return text.replaceAll(/\{([a-zA-Z]+)\}/g, (whole, name: string) => facts[name] ?? whole);
}

const reportSchema = z.object({
  ok: z.literal(true),
  data: z.object({ resources: z.array(resourceSchema) }),
  diagnostics: z.array(z.object({ code: z.string(), message: z.string() })),
});

/** The one document that `--json` prints. */
export function readReport(stdout: string): z.infer<typeof reportSchema> {
  return reportSchema.parse(JSON.parse(stdout));
}

export function toThing({ resourceType, name, status, version, source }: Resource): Thing {
  const place = source.line === undefined ? source.file : `${source.file}:${source.line}`;
  return { type: resourceType, name, status, version, place };
}

export interface Comparison {
  readonly found: number;
  /** A sentence for each thing that is not reported, or not as it is. */
  readonly misses: readonly string[];
  /** A row for each report of something that was not planted. */
  readonly unplanned: readonly string[];
}

/** Holds what was reported against the table, thing by thing. */
export function compareThings(expected: readonly Thing[], reported: readonly Thing[]): Comparison {
  const left = [...reported];
  const open = expected.filter((thing) => {
    const index = left.findIndex((other) => rowOf(other) === rowOf(thing));
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
  const misses = open.map((thing) => {
    const index = left.findIndex(({ type, name }) => type === thing.type && name === thing.name);
    if (index === -1) return `${rowOf(thing)}: not reported`;
    const [other = thing] = left.splice(index, 1);
    return `${rowOf(thing)}: reported as ${rowOf(other)}`;
  });
  return { found: expected.length - misses.length, misses, unplanned: left.map(rowOf) };
}

function rowOf({ type, name, status, version, place }: Thing): string {
  return [type, name, status, version ?? "-", place ?? "-"].join(" | ");
}
