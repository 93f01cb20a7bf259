import { posix } from "node:path";
import type { ConfigEntry, ConfigLayer, ConfigSource } from "../model/config-entry.ts";
import type { EnvironmentName } from "../model/resource-values.ts";
import { stageOfPath } from "../model/stages.ts";
import type { Workspace } from "../workspace/types.ts";
import { classifySecret } from "./secrets/classify.ts";
import { holdsInterpolation, isPlaceholderText } from "./secrets/placeholder.ts";
import { FILE_SOURCES } from "./sources/index.ts";
import type { FileSource, FoundValue } from "./sources/types.ts";

export interface CollectOptions {
  readonly workspace: Workspace;
  /** Variables of the process. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where the process runs. */
  readonly environment: EnvironmentName;
  /** Keyed hash of a secret; the only thing that leaves of it. */
  readonly fingerprint: (secret: string) => string;
}

/** Every value that the process and the files of the tree hold, sorted by file, line and key. Secrets have left. */
export async function collectEntries(options: CollectOptions): Promise<readonly ConfigEntry[]> {
  const { workspace } = options;
  const entries: ConfigEntry[] = [...readProcess(options)];
  for (const { path, kind, state } of workspace.files) {
    if (kind !== "file" && kind !== "link") continue;
    const source = FILE_SOURCES.find(({ accepts }) => accepts(path));
    if (source === undefined || (state === "ignored" && !isOftenIgnored(source))) continue;
    const parse: Workspace["parse"] = (file, format) => workspace.parse(file, format);
    const found = await source.extract({ path, parse: (format) => parse(path, format) });
    entries.push(...found.map((value) => fromFile(value, { source, path, options })));
  }
  return distinct(entries).toSorted(compareEntries);
}

/** What an anchor puts in several places is one value. */
function distinct(entries: readonly ConfigEntry[]): readonly ConfigEntry[] {
  return [
    ...new Map(
      entries.map((entry) => [JSON.stringify([entry.key, entry.scope, entry.source]), entry]),
    ).values(),
  ];
}

/** What people keep out of git on purpose; any other ignored file was made by a tool. */
function isOftenIgnored({ kind }: FileSource): boolean {
  return kind === "dotenv" || kind === "terraform";
}

function readProcess(options: CollectOptions): readonly ConfigEntry[] {
  return Object.entries(options.env).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const layer: ConfigLayer = key.startsWith("TF_VAR_") ? "terraform_environment" : "process_environment";
    const place = {
      environment: options.environment,
      scope: ".",
      layer,
      source: { kind: "environment" },
    } as const;
    return [toEntry({ key, value, line: 1, column: 1 }, place, options)];
  });
}

interface FilePlace {
  readonly source: FileSource;
  readonly path: string;
  readonly options: CollectOptions;
}

function fromFile(found: FoundValue, { source, path, options }: FilePlace): ConfigEntry {
  const folder = source.scopeOf?.(path) ?? posix.dirname(path);
  const place = {
    environment: stageOfPath(path) ?? source.environmentOf?.(path) ?? "all",
    scope: found.part === undefined ? folder : `${path}${found.part === "" ? "" : `#${found.part}`}`,
    layer: source.layerOf(path),
    source: { kind: source.kind, file: path, line: found.line, column: found.column },
  };
  return toEntry(found, place, options);
}

interface EntryPlace {
  readonly environment: EnvironmentName;
  readonly scope: string;
  readonly layer: ConfigLayer;
  readonly source: ConfigSource;
}

/** The last place that sees a secret: what comes out has its fingerprint alone. */
function toEntry(found: FoundValue, place: EntryPlace, { fingerprint }: CollectOptions): ConfigEntry {
  const { key, value } = found;
  const kind = classifySecret(key, value, found.isSensitive === true);
  const base = { key, ...place, priority: 2 as const };
  if (kind !== undefined) {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    const secret = { fingerprint: fingerprint(text), kind, length: text.length };
    return { ...base, isSecret: true, secret };
  }
  const isText = typeof value === "string";
  const isInterpolated = isText && place.source.kind !== "terraform" && holdsInterpolation(value);
  return {
    ...base,
    value,
    isSecret: false,
    ...(isText && isPlaceholderText(value) ? { isPlaceholder: true } : {}),
    ...(found.isExpression === true || isInterpolated ? { isExpression: true } : {}),
  };
}

function compareEntries(a: ConfigEntry, b: ConfigEntry): number {
  const [fileA, fileB] = [a.source.file ?? "", b.source.file ?? ""];
  if (fileA !== fileB) return fileA < fileB ? -1 : 1;
  const byLine =
    (a.source.line ?? 0) - (b.source.line ?? 0) || (a.source.column ?? 0) - (b.source.column ?? 0);
  if (byLine !== 0) return byLine;
  return a.key < b.key ? -1 : Number(a.key > b.key);
}
