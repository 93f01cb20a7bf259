import { OrchestraError } from "../model/errors.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { ProjectConfig } from "../model/project-config.ts";
import type { Platform } from "../platform/types.ts";
import { findProjectConfig, readDataConfig, validateConfig, type ProjectConfigFile } from "./project-file.ts";

/** The settings of a project, and how they came to hold. */
export interface LoadedConfig {
  readonly config: ProjectConfig;
  /** Undefined where the project has no settings file. */
  readonly file: ProjectConfigFile | undefined;
  /** True when this user recorded this very content with `orchestra trust`. */
  readonly isTrusted: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Tells whether this user trusts a file with this content. */
export type TrustCheck = (absolutePath: string, text: string) => boolean;

const NO_SETTINGS: ProjectConfig = {
  resourceTypes: [],
  detectors: [],
  ignore: [],
  resolution: [],
  changeKinds: [],
};

/**
 * Loads `orchestra.config.*` from the root. Data files always load; code runs only when it is trusted, and otherwise
 * costs a diagnostic. Throws `CONFIG_INVALID` with file and line for a broken file.
 */
export async function loadProjectConfig(
  platform: Platform,
  root: string,
  isTrusted: TrustCheck,
): Promise<LoadedConfig> {
  const file = findProjectConfig(platform, root);
  if (file === undefined) return { config: NO_SETTINGS, file, isTrusted: false, diagnostics: [] };
  const trusted = isTrusted(file.absolutePath, file.text);
  if (file.format !== undefined) {
    const config = await readDataConfig(file, file.format);
    return { config, file, isTrusted: trusted, diagnostics: [] };
  }
  if (!trusted) return { config: NO_SETTINGS, file, isTrusted: false, diagnostics: [untrusted(file)] };
  return { config: await runCodeConfig(file), file, isTrusted: true, diagnostics: [] };
}

async function runCodeConfig(file: ProjectConfigFile): Promise<ProjectConfig> {
  const { createJiti } = await import("jiti");
  const jiti = createJiti(file.absolutePath, { fsCache: false, moduleCache: false });
  let exported: unknown;
  try {
    exported = await jiti.import(file.absolutePath, { default: true });
  } catch (error) {
    const line = lineOfFailure(error, file.name);
    throw new OrchestraError("CONFIG_INVALID", `${file.name}:${line}: it failed while it was loaded`, {
      file: file.name,
      line,
      cause: error,
      hint: "Run it alone, or see the cause with --debug.",
    });
  }
  return validateConfig(file, exported);
}

/** The place that a syntax error or a stack names; 1 when neither does. */
function lineOfFailure(error: unknown, name: string): number {
  const text = error instanceof Error ? `${error.message}\n${error.stack ?? ""}` : "";
  const place = new RegExp(`${name.replaceAll(".", "\\.")}:(\\d+)`).exec(text) ?? /\((\d+):\d+\)/.exec(text);
  return Number(place?.[1] ?? 1);
}

function untrusted(file: ProjectConfigFile): Diagnostic {
  return {
    severity: "warning",
    code: "CONFIG_UNTRUSTED",
    message: `${file.name} is code and was not run: this user has not trusted its present content`,
    source: "config",
    file: file.name,
    hint: "Read it, then run `orchestra trust`.",
  };
}
