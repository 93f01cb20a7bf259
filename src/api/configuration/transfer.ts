import { isAbsolute, resolve } from "node:path";
import { effectiveEntries } from "../../config/effective.ts";
import { readValues } from "../../config/formats/read.ts";
import {
  EXPORT_FORMATS,
  type ExportFormat,
  type LeftOut,
  type WrittenValue,
} from "../../config/formats/types.ts";
import { writeFormat } from "../../config/formats/write.ts";
import { hasSecretName } from "../../config/secrets/classify.ts";
import type { ConfigEntry } from "../../model/config-entry.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { JsonValue } from "../../model/json.ts";
import type { Session } from "../session.ts";
import type { ConfigExport, ConfigImport, ExportOptions, SetOptions } from "../types.ts";
import type { ReadConfiguration } from "./read.ts";
import { setValues } from "./set.ts";

const MAX_IMPORT_BYTES = 4_194_304;

/** Writes what holds to a file, for its owner alone, or gives its text. */
export async function exportValues(
  session: Session,
  read: ReadConfiguration,
  { path, ...options }: ExportOptions & { readonly path?: string | undefined },
): Promise<ConfigExport> {
  const format = formatOf(options.format, path);
  const file = path === undefined ? undefined : targetOf(session, path, options.overwrite === true);
  const entries = effectiveEntries(read.entries, {
    environment: read.stages.nameOf(options.environment ?? session.environment.environment),
    scope: options.scope ?? ".",
    prefix: options.prefix,
  });
  const leftOut: LeftOut[] = [];
  const values: WrittenValue[] = [];
  for (const entry of entries) {
    if (isCode(entry)) leftOut.push({ key: entry.key, reason: "only Terraform can tell its value" });
    else values.push({ key: entry.key, value: await valueToWrite(entry, read, options) });
  }
  const written = await writeFormat(format, values);
  if (file !== undefined) session.platform.files.writeAtomic(file, written.text, { mode: 0o600 });
  const lost = new Set(written.leftOut.map(({ key }) => key));
  const kept = values.filter(({ key }) => !lost.has(key));
  return {
    format,
    text: written.text,
    keys: kept.map(({ key }) => key),
    hidden: kept.filter(({ value }) => value === undefined).map(({ key }) => key),
    leftOut: [...leftOut, ...written.leftOut],
  };
}

/** Sets everything that a file holds, all or nothing. */
export async function importValues(
  session: Session,
  path: string,
  options: SetOptions,
): Promise<ConfigImport> {
  const { files } = session.platform;
  const read = files.readText(absoluteOf(session, path), { maxBytes: MAX_IMPORT_BYTES });
  if (!read.isRead) {
    throw new OrchestraError("USAGE", `${path} cannot be read: ${read.reason.replaceAll("_", " ")}`, {
      file: path,
      hint: "Name a .env file, JSON, YAML, TOML, INI or tfvars.",
    });
  }
  const found = await readValues(path, read.text);
  const isKept = ({ key, value, isExpression }: (typeof found)[number]) =>
    value !== undefined && value !== null && !(value === "" && hasSecretName(key)) && isExpression !== true;
  const values = found
    .filter(isKept)
    .flatMap(({ key, value }) => (value === undefined ? [] : [{ key, value }]));
  await setValues(session, values, options);
  return {
    imported: [...new Set(values.map(({ key }) => key))],
    skipped: found.filter((value) => !isKept(value)).map(({ key }) => key),
  };
}

/** A reference of a `.env` file is text like any other; one of Terraform's is code. */
function isCode({ isExpression, source }: ConfigEntry): boolean {
  return isExpression === true && source.kind === "terraform";
}

async function valueToWrite(
  entry: ConfigEntry,
  read: ReadConfiguration,
  { reveal }: ExportOptions,
): Promise<JsonValue | undefined> {
  if (!entry.isSecret) return entry.value;
  if (reveal !== true) return undefined;
  const [original] = read.entries.filter(
    ({ source, layer, scope }) => source === entry.source && layer === entry.layer && scope === entry.scope,
  );
  return read.valueOf(original ?? entry);
}

function formatOf(format: string | undefined, path: string | undefined): ExportFormat {
  const wanted = format ?? formatOfName(path ?? "");
  const known = EXPORT_FORMATS.find((name) => name === wanted);
  if (known !== undefined) return known;
  throw new OrchestraError("USAGE", `no format is called ${JSON.stringify(wanted)}`, {
    hint: `There are: ${EXPORT_FORMATS.join(", ")}.`,
  });
}

function formatOfName(path: string): ExportFormat {
  if (/\.ya?ml$/i.test(path)) return "yaml";
  if (/\.tfvars$/i.test(path)) return "tfvars";
  return /(^|[/\\])\.env[^/\\]*$|\.env$/i.test(path) ? "env" : "json";
}

function targetOf(session: Session, path: string, overwrite: boolean): string {
  const absolute = absoluteOf(session, path);
  const present = session.platform.files.lstat(absolute);
  if (present === undefined || (overwrite && present.kind === "file")) return absolute;
  if (present.kind !== "file") {
    throw new OrchestraError("OUTPUT_UNWRITABLE", `${path} is no file but a ${present.kind}`, {
      hint: "Name a file that does not exist yet.",
    });
  }
  throw new OrchestraError("EXPORT_EXISTS", `${path} is already there; nothing was written`, {
    file: path,
    hint: "Name another file, or replace it with --force.",
  });
}

function absoluteOf({ platform }: Session, path: string): string {
  return isAbsolute(path) ? path : resolve(platform.host.workingFolder, path);
}
