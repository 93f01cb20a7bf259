import { join } from "node:path";
import type { z } from "zod";

import { OrchestraError } from "../model/errors.ts";
import type { ProjectConfig } from "../model/project-config.ts";
import type { Platform } from "../platform/types.ts";
import { parseStructured } from "../workspace/parsers/index.ts";
import { nodeAt, toPlain } from "../workspace/parsers/navigate.ts";
import type { DocumentNode, ParsedDocument, StructuredFormat } from "../model/document.ts";

/** The names of the project's own settings, in the order in which they are looked for. */
const PROJECT_CONFIG_NAMES = [
  "orchestra.config.ts",
  "orchestra.config.js",
  "orchestra.config.json",
  "orchestra.config.yaml",
  "orchestra.config.toml",
] as const;

const FORMATS: Readonly<Record<string, StructuredFormat | undefined>> = {
  json: "jsonc",
  yaml: "yaml",
  toml: "toml",
};

const MAX_BYTES = 1_048_576;

/** The settings file that stands at the root. */
export interface ProjectConfigFile {
  /** Its name, which is its path relative to the root. */
  readonly name: string;
  readonly absolutePath: string;
  readonly text: string;
  /** Undefined for code, which only runs when this user trusts it. */
  readonly format: StructuredFormat | undefined;
}

/** Finds the settings file; two of them, or one that cannot be read, are `CONFIG_INVALID`. */
export function findProjectConfig(platform: Platform, root: string): ProjectConfigFile | undefined {
  const names = PROJECT_CONFIG_NAMES.filter((name) => platform.files.stat(join(root, name)) !== undefined);
  const [name, second] = names;
  if (name === undefined) return undefined;
  if (second !== undefined) {
    throw new OrchestraError(
      "CONFIG_INVALID",
      `two settings files stand at the root: ${name} and ${second}`,
      {
        file: second,
        hint: "Keep one of them.",
      },
    );
  }
  const absolutePath = join(root, name);
  const read = platform.files.readText(absolutePath, { maxBytes: MAX_BYTES });
  if (!read.isRead) {
    throw new OrchestraError(
      "CONFIG_INVALID",
      `${name} cannot be read: ${read.reason.replaceAll("_", " ")}`,
      {
        file: name,
        hint: "Check its permissions, or remove it.",
      },
    );
  }
  return { name, absolutePath, text: read.text, format: FORMATS[name.slice(name.lastIndexOf(".") + 1)] };
}

/** Parses and validates a data file; every fault is `CONFIG_INVALID` with file and line. */
export async function readDataConfig(
  file: ProjectConfigFile,
  format: StructuredFormat,
): Promise<ProjectConfig> {
  const parsed = await parseStructured(format, file.text);
  const [problem] = parsed.problems;
  if (problem !== undefined) throw invalid(file, problem.message, problem.line);
  const document = onlyDocument(file, parsed);
  return validateConfig(file, document === undefined ? {} : toPlain(document), document);
}

/** Checks what a file or a code config gave against the schema. */
export async function validateConfig(
  file: ProjectConfigFile,
  value: unknown,
  document?: DocumentNode,
): Promise<ProjectConfig> {
  const { projectConfigSchema } = await import("../model/project-config.ts");
  const checked = projectConfigSchema.safeParse(value ?? {});
  if (checked.success) return checked.data;
  const issue = clearestIssue(checked.error.issues, []);
  const place = issue.path.length === 0 ? "the settings" : issue.path.join(".");
  throw invalid(file, `${place}: ${issue.message}`, lineOf(document, issue.path));
}

function onlyDocument(file: ProjectConfigFile, parsed: ParsedDocument): DocumentNode | undefined {
  const [first, second] = parsed.documents;
  if (second !== undefined) throw invalid(file, "holds several documents", second.position.line);
  return first?.kind === "scalar" && first.value === null ? undefined : first;
}

interface ConfigIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Of a union the alternative that came nearest: the one with the fewest faults, told apart by its deepest one. */
function clearestIssue(issues: readonly z.core.$ZodIssue[], base: readonly PropertyKey[]): ConfigIssue {
  const [issue] = issues;
  if (issue === undefined) return { path: base, message: "is not valid" };
  const path = [...base, ...issue.path];
  if (issue.code !== "invalid_union") return { path, message: issue.message };
  const nearest = issue.errors.toSorted((a, b) => distance(a) - distance(b))[0];
  return nearest === undefined ? { path, message: issue.message } : clearestIssue(nearest, path);
}

function distance(issues: readonly z.core.$ZodIssue[]): number {
  const missing = issues.filter(
    (issue) => issue.code === "unrecognized_keys" || issue.path.length === 1,
  ).length;
  return issues.length + missing * 10;
}

function lineOf(document: DocumentNode | undefined, path: readonly PropertyKey[]): number {
  const steps = path.map((step) => (typeof step === "number" ? step : String(step)));
  for (let length = steps.length; length >= 0; length -= 1) {
    const node = nodeAt(document, ...steps.slice(0, length));
    if (node !== undefined) return node.position.line;
  }
  return 1;
}

function invalid(file: ProjectConfigFile, message: string, line: number): OrchestraError {
  return new OrchestraError("CONFIG_INVALID", `${file.name}:${line}: ${message}`, {
    file: file.name,
    line,
    hint: "docs/configuration.md describes every setting.",
  });
}
