import type { KeptFile } from "./read-files.ts";

type Loose = Readonly<Record<string, unknown>>;

/** True when a value has the shape of what is kept of a file: checked by hand, for there are thousands of them. */
export function isKeptFile(value: unknown): value is KeptFile {
  if (!isObject(value) || !isListOf(value["values"], isStripped)) return false;
  const { envFiles, diagnostics } = value;
  return (
    (envFiles === undefined || isListOf(envFiles, isEnvFile)) &&
    (diagnostics === undefined || isListOf(diagnostics, isDiagnostic))
  );
}

function isStripped(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { key, secret, line, column, endLine, part, layer } = value;
  return (
    typeof key === "string" &&
    [line, column].every((place) => typeof place === "number") &&
    (endLine === undefined || typeof endLine === "number") &&
    [part, layer].every(isTextOrNone) &&
    (secret === undefined || isSecretFacts(secret))
  );
}

function isSecretFacts(value: unknown): boolean {
  if (!isObject(value)) return false;
  return (
    typeof value["fingerprint"] === "string" &&
    typeof value["kind"] === "string" &&
    typeof value["length"] === "number"
  );
}

function isEnvFile(value: unknown): boolean {
  return isObject(value) && typeof value["part"] === "string" && typeof value["path"] === "string";
}

function isDiagnostic(value: unknown): boolean {
  if (!isObject(value)) return false;
  return ["severity", "code", "message", "source"].every((member) => typeof value[member] === "string");
}

function isObject(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => isItem(item));
}

function isTextOrNone(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}
