import { posix } from "node:path";
import type { ConfigEntry, ConfigLayer, ConfigSource, ConfigSourceKind } from "../model/config-entry.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { EnvironmentName, ResourcePriority } from "../model/resource-values.ts";
import type { Workspace, WorkspaceFile } from "../workspace/types.ts";
import type { FindSource } from "./find-source.ts";
import { normalKey } from "./normal-key.ts";
import { createFileReader, type FileReader, type StrippedFileCache } from "./read-files.ts";
import { dotenvSource } from "./sources/dotenv.ts";
import { isAssignmentPath } from "./sources/terraform.ts";
import type { FileSource } from "./sources/types.ts";
import type { Stages } from "./stages.ts";
import { stripValue, type StrippedFile, type StrippedValue } from "./strip.ts";

export interface CollectOptions {
  readonly workspace: Workspace;
  /** Variables of the process. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where the process runs. */
  readonly environment: EnvironmentName;
  readonly findSource: FindSource;
  readonly stages: Stages;
  /** Keys, in their normal form, that a schema says are secret. */
  readonly sensitiveKeys: ReadonlySet<string>;
  /** Keyed hash of a secret; the only thing that leaves of it. */
  readonly fingerprint: (secret: string) => string;
  readonly cache: StrippedFileCache;
}

/** What was read, and what went wrong on the way. */
export interface Collected {
  /** Sorted by file, line and key. Secrets have left. */
  readonly entries: readonly ConfigEntry[];
  readonly diagnostics: readonly Diagnostic[];
}

interface FileRead {
  readonly path: string;
  readonly source: FileSource;
  readonly stripped: StrippedFile;
}

/** Every value that the process and the files of the tree hold. */
export async function collectEntries(options: CollectOptions): Promise<Collected> {
  const isSensitive = (key: string) => options.sensitiveKeys.has(normalKey(key));
  const reader = createFileReader({ ...options, isSensitive });
  const wanted = filesToRead(options);
  const isSecond = ({ file, source }: FileToRead) =>
    source.kind === "terraform" && isAssignmentPath(file.path);
  const first = await readAll(
    wanted.filter((file) => !isSecond(file)),
    ({ file, source }) => reader.read(file, source),
  );
  const declared = declaredSensitive(first);
  const second = await readAll(wanted.filter(isSecond), ({ file, source }) => {
    const names = declared.get(posix.dirname(file.path)) ?? new Set();
    return reader.read(file, source, {
      isSensitive: (key) => isSensitive(key) || names.has(key),
      variant: [...names].join(" "),
    });
  });
  const inFiles = [...first, ...second];
  const entries = [
    ...readProcess(options, (key) => isSensitive(key) || isDeclared(declared, key)),
    ...inFiles.flatMap((read) => entriesOf(read, options)),
    ...(await readEnvFiles(inFiles, reader, options)),
  ];
  return { entries: sortEntries(distinct(entries)), diagnostics: reader.finish() };
}

/** In the order of their places; entries of the process stand first. */
export function sortEntries(entries: readonly ConfigEntry[]): readonly ConfigEntry[] {
  return entries.toSorted(compareEntries);
}

interface FileToRead {
  readonly file: WorkspaceFile;
  readonly source: FileSource;
}

function filesToRead({ workspace, findSource }: CollectOptions): readonly FileToRead[] {
  return workspace.files.flatMap((file) => {
    if (file.kind !== "file" && file.kind !== "link") return [];
    const source = findSource(file.path);
    if (source === undefined || (file.state === "ignored" && !isOftenIgnored(source))) return [];
    return [{ file, source }];
  });
}

async function readAll(
  files: readonly FileToRead[],
  read: (file: FileToRead) => Promise<StrippedFile>,
): Promise<readonly FileRead[]> {
  const found: FileRead[] = [];
  for (const wanted of files) {
    found.push({ path: wanted.file.path, source: wanted.source, stripped: await read(wanted) });
  }
  return found;
}

/** What people keep out of git on purpose; any other ignored file was made by a tool. */
function isOftenIgnored({ kind }: FileSource): boolean {
  return kind === "dotenv" || kind === "terraform";
}

/** By folder: variables of which a block says that they are sensitive. */
function declaredSensitive(files: readonly FileRead[]): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>();
  for (const { path, stripped } of files) {
    for (const { key, declaration } of stripped.values) {
      if (declaration?.isSensitive !== true) continue;
      const folder = posix.dirname(path);
      folders.set(folder, (folders.get(folder) ?? new Set()).add(key));
    }
  }
  return folders;
}

function isDeclared(declared: ReadonlyMap<string, ReadonlySet<string>>, variable: string): boolean {
  const name = /^TF_VAR_(.+)$/.exec(variable)?.[1];
  return name !== undefined && [...declared.values()].some((names) => names.has(name));
}

function readProcess(
  { env, environment, fingerprint }: CollectOptions,
  isSensitive: (key: string) => boolean,
): readonly ConfigEntry[] {
  return Object.entries(env).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const layer: ConfigLayer = key.startsWith("TF_VAR_") ? "terraform_environment" : "process_environment";
    const source = { kind: "environment" } as const;
    const found = { key, value, line: 1, column: 1 };
    const stripped = stripValue(found, source.kind, { fingerprint, isSensitive });
    return [toEntry(stripped, { environment, scope: ".", layer, source })];
  });
}

function entriesOf({ path, source, stripped }: FileRead, { stages }: CollectOptions): readonly ConfigEntry[] {
  const folder = source.scopeOf?.(path) ?? posix.dirname(path);
  const stage = stages.ofPath(path);
  const environment = stage ?? stages.nameOf(source.environmentOf?.(path) ?? "all");
  return stripped.values.map((value) => {
    const scope = value.part === undefined ? folder : `${path}${value.part === "" ? "" : `#${value.part}`}`;
    const layer = value.layer ?? source.layerOf(path, stage);
    return toEntry(value, { environment, scope, layer, source: placeOf(source.kind, path, value) });
  });
}

/** The variables of files that other files name, for the part that is given them. */
async function readEnvFiles(
  files: readonly FileRead[],
  reader: FileReader,
  { workspace, stages }: CollectOptions,
): Promise<readonly ConfigEntry[]> {
  const entries: ConfigEntry[] = [];
  for (const { path, source, stripped } of files) {
    const environment = stages.ofPath(path) ?? "all";
    for (const { part, path: named } of stripped.envFiles ?? []) {
      const file = workspace.get(posix.normalize(posix.join(posix.dirname(path), named)));
      if (file === undefined) continue;
      const { values } = await reader.read(file, dotenvSource);
      const scope = `${path}#${part}`;
      const place = { environment, scope, layer: "deployment_env_file" as const };
      entries.push(
        ...values.map((value) =>
          toEntry(value, { ...place, source: placeOf(source.kind, file.path, value) }),
        ),
      );
    }
  }
  return entries;
}

function placeOf(kind: ConfigSourceKind, file: string, value: StrippedValue): ConfigSource {
  const { line, column, endLine } = value;
  return { kind, file, line, column, ...(endLine === undefined ? {} : { endLine }) };
}

/** What is the same for all values of a place. */
export interface EntryPlace {
  readonly environment: EnvironmentName;
  readonly scope: string;
  readonly layer: ConfigLayer;
  readonly source: ConfigSource;
  /** 2 when left out. */
  readonly priority?: ResourcePriority;
}

/** Puts a value in its place. */
export function toEntry(stripped: Omit<StrippedValue, "line" | "column">, place: EntryPlace): ConfigEntry {
  const { key, value, secret, isPlaceholder, isExpression, isUnset, declaration } = stripped;
  return {
    key,
    ...place,
    priority: place.priority ?? 2,
    ...(value === undefined ? {} : { value }),
    isSecret: secret !== undefined,
    ...(secret === undefined ? {} : { secret }),
    ...(isPlaceholder === undefined ? {} : { isPlaceholder }),
    ...(isExpression === undefined ? {} : { isExpression }),
    ...(isUnset === undefined ? {} : { isUnset }),
    ...(declaration === undefined ? {} : { declaration }),
  };
}

/** What an anchor puts in several places is one value. */
function distinct(entries: readonly ConfigEntry[]): readonly ConfigEntry[] {
  return [
    ...new Map(
      entries.map((entry) => [JSON.stringify([entry.key, entry.scope, entry.source]), entry]),
    ).values(),
  ];
}

function compareEntries(a: ConfigEntry, b: ConfigEntry): number {
  const [fileA, fileB] = [a.source.file ?? "", b.source.file ?? ""];
  if (fileA !== fileB) return fileA < fileB ? -1 : 1;
  const byLine =
    (a.source.line ?? 0) - (b.source.line ?? 0) || (a.source.column ?? 0) - (b.source.column ?? 0);
  if (byLine !== 0) return byLine;
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  const [placeA, placeB] = [`${a.scope} ${a.environment}`, `${b.scope} ${b.environment}`];
  return placeA < placeB ? -1 : Number(placeA > placeB);
}
