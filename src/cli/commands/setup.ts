import type { CleanupReport } from "../../api/cleanup/types.ts";
import type { DetectOptions } from "../../api/conflicts/types.ts";
import type { ConfigReport, Orchestra, SystemState } from "../../api/types.ts";
import type { Conflict } from "../../model/conflict.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { Resource } from "../../model/resource.ts";
import type { CommandInput } from "../command-definition.ts";
import { EXIT_CODES, type ExitCode } from "../exit-codes.ts";
import type { CommandResult } from "../output.ts";
import { renderCleanup } from "../render/cleanup.ts";
import { readFormat } from "../render/conflict-formats.ts";
import { renderValidation } from "../render/config.ts";
import { renderConflicts } from "../render/conflicts.ts";
import type { Paint } from "../render/paint.ts";
import { renderSummary } from "../render/resources.ts";
import { renderState } from "../render/state.ts";
import { readCleanup, rejectStrayCleanup } from "./cleanup-options.ts";
import { exitCodeFor, failsFrom, inFormat } from "./conflicts.ts";
import { openOrchestra } from "./open-orchestra.ts";
import { textOption, textsOption } from "./option-values.ts";

/** What each operation that ran gave. */
interface SetupData {
  readonly init?: SystemState;
  readonly resources?: readonly Resource[];
  readonly config?: ConfigReport;
  readonly conflicts?: readonly Conflict[];
  readonly cleanup?: CleanupReport;
}

/** `orchestra setup`: the operations that are named, in the guide's order; without one, `--init`. */
export async function runSetup(input: CommandInput): Promise<CommandResult> {
  const { options } = input;
  const orchestra = openOrchestra(input);
  const failOn = textOption(options, "failOn", "failOn").failOn ?? "medium";
  failsFrom(failOn, { status: "pending", severity: "low" });
  const format = readFormat(textOption(options, "format", "format").format);
  const wanted = readWanted(options);
  if (!wanted.conflicts) rejectStrayConflicts(options);
  if (!wanted.cleanup) rejectStrayCleanup(options);
  const cleanup = wanted.cleanup ? readCleanup(options) : undefined;
  const diagnostics: Diagnostic[] = [];
  const failures: unknown[] = [];
  const note = () => {
    diagnostics.push(...orchestra.diagnostics.filter((one) => !isKnown(one, diagnostics)));
  };
  const found = await orchestra.inOneLook(async () => {
    const init = wanted.init ? await orchestra.initializeSystem() : undefined;
    const resources = wanted.discovery ? await findResources(orchestra, wanted.init) : undefined;
    note();
    failures.push(...orchestra.failures);
    const config = wanted.config ? await orchestra.validateConfiguration() : undefined;
    if (wanted.config) note();
    const conflicts = wanted.conflicts ? await orchestra.detectConflicts(readDetection(options)) : undefined;
    if (wanted.conflicts) note();
    return { init, resources, config, conflicts };
  });
  const cleaned = cleanup === undefined ? undefined : await orchestra.cleanupArtifacts(cleanup);
  if (cleaned !== undefined) note();
  const data = defined({ ...found, cleanup: cleaned });
  const rules = format === "human" || format === "json" ? [] : await orchestra.getConflictRules();
  return {
    command: "setup",
    ...(await inFormat(format, {
      conflicts: data.conflicts ?? [],
      rules,
      fails: (conflict) => failsFrom(failOn, conflict),
    })),
    data,
    diagnostics,
    failures,
    render: (paint) => [
      ...renderData(data, { paint, nowMs: orchestra.now() }),
      ...diagnostics
        .filter(({ code }) => code === "BASELINE_WRITTEN")
        .map(({ message, file = "" }) => `${file}: ${message}`),
    ],
    exitCode: exitCodeOf(data, failOn),
  };
}

interface Wanted {
  readonly init: boolean;
  readonly discovery: boolean;
  readonly config: boolean;
  readonly conflicts: boolean;
  readonly cleanup: boolean;
}

function readWanted(options: CommandInput["options"]): Wanted {
  const asked = (name: string) => options[name] === true || options["all"] === true;
  const wanted = {
    discovery: asked("discover"),
    config: asked("config"),
    conflicts: asked("conflicts"),
    cleanup: asked("cleanup"),
  };
  return { init: asked("init") || !Object.values(wanted).includes(true), ...wanted };
}

/** Only what ran has a member. */
function defined(found: { readonly [key in keyof SetupData]: SetupData[key] | undefined }): SetupData {
  const { init, resources, config, conflicts, cleanup } = found;
  return {
    ...(init === undefined ? {} : { init }),
    ...(resources === undefined ? {} : { resources }),
    ...(config === undefined ? {} : { config }),
    ...(conflicts === undefined ? {} : { conflicts }),
    ...(cleanup === undefined ? {} : { cleanup }),
  };
}

/** The operations' own lines, with an empty one between two. */
function renderData(
  { init, resources, config, conflicts, cleanup }: SetupData,
  { paint, nowMs }: { readonly paint: Paint; readonly nowMs: number },
): readonly string[] {
  const parts = [
    init === undefined ? undefined : renderState(init, paint),
    resources === undefined ? undefined : renderSummary(resources, { paint, nowMs }),
    config === undefined ? undefined : renderValidation(config, paint),
    conflicts === undefined ? undefined : renderConflicts(conflicts, paint),
    cleanup === undefined ? undefined : renderCleanup(cleanup, paint),
  ].filter((part) => part !== undefined);
  return parts.flatMap((part, at) => (at === 0 ? part : ["", ...part]));
}

/** What was begun and not completed weighs more than what was found. */
function exitCodeOf({ config, conflicts = [], cleanup }: SetupData, failOn: string): ExitCode {
  if (cleanup !== undefined && cleanup.failed.length > 0) return EXIT_CODES.incomplete;
  return config?.isValid === false ? EXIT_CODES.findings : exitCodeFor(conflicts, failOn);
}

function readDetection(options: CommandInput["options"]): DetectOptions {
  return {
    rules: textsOption(options, "rule"),
    ...textOption(options, "changedSince", "changedSince"),
    updateBaseline: options["updateBaseline"] === true,
  };
}

/** Options that say something of conflicts, where none are looked for. */
function rejectStrayConflicts(options: CommandInput["options"]): void {
  const stray = ["format", "changedSince", "updateBaseline"].find((name) => options[name] !== undefined);
  if (stray === undefined) return;
  const flag = stray.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new OrchestraError("USAGE", `--${flag} says something of conflicts, and none are looked for`, {
    hint: "Add --conflicts.",
  });
}

/** An initialisation has discovered already. */
async function findResources(orchestra: Orchestra, isInitialised: boolean): Promise<readonly Resource[]> {
  return isInitialised ? orchestra.getCurrentResources() : orchestra.discoverResources();
}

/** The same file was read for another operation. */
function isKnown(found: Diagnostic, known: readonly Diagnostic[]): boolean {
  return known.some((diagnostic) => JSON.stringify(diagnostic) === JSON.stringify(found));
}
