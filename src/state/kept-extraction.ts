import type { Diagnostic } from "../model/diagnostic.ts";
import { RESOURCE_STATUSES } from "../model/resource-values.ts";
import type { ResourceDraft } from "../model/resource.ts";

/** What a detector took out of a file. */
export interface KeptExtraction {
  readonly resources: readonly ResourceDraft[];
  readonly diagnostics?: readonly Diagnostic[];
}

type Loose = Readonly<Record<string, unknown>>;

const STATUSES: ReadonlySet<unknown> = new Set(RESOURCE_STATUSES);
const SEVERITIES: ReadonlySet<unknown> = new Set(["info", "warning", "error"]);

/**
 * True when a value has the shape of an extraction. The cache may have come with a repository, and thousands of
 * entries are checked in each run: by hand, for Zod takes ten times as long.
 */
export function isKeptExtraction(value: unknown): value is KeptExtraction {
  if (!isObject(value) || !isListOf(value["resources"], isDraft)) return false;
  return value["diagnostics"] === undefined || isListOf(value["diagnostics"], isDiagnostic);
}

function isDraft(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { name, resourceType, accessPattern, description, status, priority, metadata } = value;
  return (
    [name, resourceType, accessPattern, description].every(isText) &&
    STATUSES.has(status) &&
    [value["environment"], value["version"], value["statusReason"], value["file"]].every(isTextOrNone) &&
    [value["dependencies"], value["tags"]].every((list) => list === undefined || isListOf(list, isText)) &&
    (priority === undefined || isWhole(priority, 0, 4)) &&
    isLineOrNone(value["line"]) &&
    (metadata === undefined || isObject(metadata))
  );
}

function isDiagnostic(value: unknown): boolean {
  if (!isObject(value)) return false;
  return (
    SEVERITIES.has(value["severity"]) &&
    [value["code"], value["message"], value["source"]].every(isText) &&
    [value["file"], value["hint"]].every(isTextOrNone) &&
    [value["line"], value["column"]].every(isLineOrNone)
  );
}

function isObject(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => isItem(item));
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function isTextOrNone(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}

function isLineOrNone(value: unknown): boolean {
  return value === undefined || isWhole(value, 1, Number.MAX_SAFE_INTEGER);
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
}
