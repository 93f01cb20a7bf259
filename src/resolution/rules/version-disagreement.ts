import { posix } from "node:path";
import semver from "semver";
import { isJsonObject, type JsonValue } from "../../model/json.ts";
import type { Conflict } from "../../model/conflict.ts";
import { toRange } from "../../workspace/pins/ranges.ts";
import { evidenceText } from "../evidence.ts";
import { editStep, refuse } from "../steps.ts";
import type { Answer, ResolutionContext, StrategyMeaning } from "../types.ts";

/** What can be done where a pin lies outside the range that the manifest admits. */
export const VERSION_DISAGREEMENT: readonly StrategyMeaning[] = [
  {
    rule: "version_disagreement",
    strategy: "priority",
    does: "What the manifest admits stands above what a version manager's file pins: the pin becomes the lowest version of the range. Images and jobs are left alone, nobody here can prove that they still build.",
    plan: async (conflict, context) => raisePin(conflict, context),
  },
];

/** Files that a version manager reads, one version a line. */
const PINS =
  /^\.(nvmrc|node-version|python-version|ruby-version|go-version|terraform-version|tool-versions)$/;

function raisePin({ conflictId, places, evidence }: Conflict, { tree }: ResolutionContext): Answer {
  const [pin, manifest] = places;
  const tool = evidenceText({ evidence }, "tool");
  const [written, admitted] = versionsOf(evidence["versions"]);
  if (pin === undefined || manifest === undefined || !PINS.test(posix.basename(pin.file)))
    return refuse(
      `${pin?.file ?? "the pin"} is no file of a version manager: what runs there is not ours to choose`,
    );
  const range = toRange(tool, admitted ?? "");
  const least = range === undefined ? null : semver.minVersion(range);
  const text = tree.readText(pin.file);
  if (written === undefined || range === undefined || least === null || text === undefined)
    return refuse(`${manifest.file} says no lowest version of ${tool}`);
  const version = [shortened(least, tool), least.version].find((one) => isWithin(one, tool, range));
  const start = startOf(text, pin.line ?? 1, written);
  if (version === undefined || start === undefined)
    return refuse(`${pin.file} does not pin ${tool} to ${written} any more`);
  const edit = { start, end: start + written.length, text: `${/^v/.exec(written)?.[0] ?? ""}${version}` };
  const title = `pin ${tool} in ${pin.file} to the lowest version that ${manifest.file} admits`;
  return { steps: [editStep({ path: pin.file, text }, [edit], { title, why: conflictId })] };
}

/** `20` for 20.0.0, `3.11` for Python 3.11.0: version managers take the latest of the line. */
function shortened({ major, minor, patch }: semver.SemVer, tool: string): string {
  if (patch !== 0) return `${major}.${minor}.${patch}`;
  return tool === "node" && minor === 0 ? String(major) : `${major}.${minor}`;
}

function isWithin(version: string, tool: string, range: string): boolean {
  const own = toRange(tool, version);
  return own !== undefined && semver.intersects(own, range, { includePrerelease: true });
}

function versionsOf(value: JsonValue | undefined): readonly string[] {
  const list: readonly (JsonValue | undefined)[] = Array.isArray(value) ? value : [];
  return list.flatMap((one) => {
    const version = isJsonObject(one) ? one["version"] : undefined;
    return typeof version === "string" ? [version] : [];
  });
}

/** The offset of a word on a line; undefined where it does not stand there once. */
function startOf(text: string, line: number, word: string): number | undefined {
  const lines = text.split("\n");
  const found = lines[line - 1] ?? "";
  const at = found.indexOf(word);
  if (at === -1 || found.includes(word, at + 1)) return undefined;
  return lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0) + at;
}
