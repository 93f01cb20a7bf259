import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
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
  return { config: await runCodeConfig(platform, file), file, isTrusted: true, diagnostics: [] };
}

async function runCodeConfig(platform: Platform, file: ProjectConfigFile): Promise<ProjectConfig> {
  let exported: unknown;
  try {
    exported = await (isNativeModule(platform, file.absolutePath)
      ? importNatively(platform, file)
      : importByJiti(file.absolutePath));
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

/** Node keeps a module by its address for as long as the process lives: another content gets another address. */
async function importNatively(
  platform: Platform,
  { absolutePath, text }: ProjectConfigFile,
): Promise<unknown> {
  const address = `${pathToFileURL(absolutePath).href}?content=${platform.hash.sha256(text)}`;
  const module: unknown = await import(address);
  return typeof module === "object" && module !== null && "default" in module ? module.default : module;
}

async function importByJiti(absolutePath: string): Promise<unknown> {
  const { createJiti } = await import("jiti");
  const jiti = createJiti(absolutePath, { fsCache: false, moduleCache: false });
  return jiti.import(absolutePath, { default: true });
}

/** What Node itself takes for an ES module; jiti hands those on to Node, which then never reads them again. */
function isNativeModule(platform: Platform, path: string): boolean {
  if (!path.endsWith(".js")) return false;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const manifest = platform.files.readText(join(folder, "package.json"), { maxBytes: LARGEST_MANIFEST });
    if (manifest.isRead) return /"type"\s*:\s*"module"/.test(manifest.text);
    if (dirname(folder) === folder) return false;
  }
}

const LARGEST_MANIFEST = 1_048_576;

/** The place that a syntax error or a stack names; 1 when neither does. */
function lineOfFailure(error: unknown, name: string): number {
  const text = error instanceof Error ? `${error.message}\n${error.stack ?? ""}` : "";
  const place =
    new RegExp(`${name.replaceAll(".", "\\.")}(?:\\?content=\\w+)?:(\\d+)`).exec(text) ??
    /\((\d+):\d+\)/.exec(text);
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
