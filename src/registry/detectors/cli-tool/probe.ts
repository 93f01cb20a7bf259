import type { Platform } from "../../../platform/types.ts";
import type { DetectContext } from "../../types.ts";
import type { Tool } from "./definition.ts";

const TIMEOUT_MS = 2_000;
const MAX_BYTES = 65_536;

/** Keeps programs from updating themselves, reporting home, waiting for an answer or fetching another version. */
const QUIET_VARIABLES = {
  AWS_PAGER: "",
  AZURE_CORE_COLLECT_TELEMETRY: "0",
  CHECKPOINT_DISABLE: "1",
  CI: "1",
  CLOUDSDK_CORE_CHECK_GCE_METADATA: "false",
  CLOUDSDK_CORE_DISABLE_PROMPTS: "1",
  COMPOSER_NO_INTERACTION: "1",
  COREPACK_ENABLE_DOWNLOAD_PROMPT: "0",
  COREPACK_ENABLE_NETWORK: "0",
  DISABLE_AUTOUPDATER: "1",
  DOCKER_CLI_HINTS: "false",
  DOTNET_CLI_TELEMETRY_OPTOUT: "1",
  DOTNET_NOLOGO: "1",
  GH_NO_UPDATE_NOTIFIER: "1",
  GOTOOLCHAIN: "local",
  HOMEBREW_NO_AUTO_UPDATE: "1",
  MISE_OFFLINE: "1",
  NO_COLOR: "1",
  NO_UPDATE_NOTIFIER: "1",
  NPM_CONFIG_UPDATE_NOTIFIER: "false",
  PIP_DISABLE_PIP_VERSION_CHECK: "1",
  PULUMI_SKIP_UPDATE_CHECK: "true",
  RUSTUP_AUTO_INSTALL: "0",
  SKAFFOLD_UPDATE_CHECK: "false",
  VAGRANT_CHECKPOINT_DISABLE: "1",
} as const;

const PASSED_VARIABLES = [
  "PATH",
  "HOME",
  "USER",
  "LANG",
  "TMPDIR",
  "TEMP",
  "SystemRoot",
  "USERPROFILE",
  "PATHEXT",
  "JAVA_HOME",
  "PYENV_ROOT",
  "RUSTUP_HOME",
  "CARGO_HOME",
  "VOLTA_HOME",
  "GOROOT",
];

/** What a program said of itself. */
export type ProbeAnswer =
  | { readonly outcome: "version"; readonly version: string }
  /** It ran, and named no version. */
  | { readonly outcome: "silent" }
  /** It answers as another program that has the same name. */
  | { readonly outcome: "another" }
  | { readonly outcome: "late" }
  /** It cannot run at all. */
  | { readonly outcome: "broken"; readonly reason: string };

/** Asks a program for its version, outside the project, so that nothing of the project steers or is run by it. */
export async function probe(tool: Tool, path: string, context: DetectContext): Promise<ProbeAnswer> {
  let last: ProbeAnswer = { outcome: "silent" };
  for (const parameters of tool.probes) {
    last = await ask(tool, { path, parameters }, context);
    if (last.outcome !== "silent") return last;
  }
  return last;
}

interface Question {
  readonly path: string;
  readonly parameters: readonly string[];
}

async function ask(tool: Tool, { path, parameters }: Question, context: DetectContext): Promise<ProbeAnswer> {
  const result = await context.platform.processes.run(path, parameters, {
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_BYTES,
    cwd: context.platform.host.os === "windows" ? context.platform.host.homeFolder : "/",
    env: environmentOf(context.platform),
    signal: context.signal,
  });
  if (result.ended !== "exited") return failed(result.ended);
  if (result.exitCode === 127 || result.exitCode === 126) {
    return {
      outcome: "broken",
      reason: `it ends with exit code ${result.exitCode} when it is asked for its version`,
    };
  }
  return readAnswer(tool, `${result.stdout}\n${result.stderr}`, result.exitCode);
}

function failed(ended: "timed_out" | "killed" | "not_found" | "denied"): ProbeAnswer {
  if (ended === "timed_out" || ended === "killed") return { outcome: "late" };
  const why = ended === "not_found" ? "its interpreter or file is missing" : "not a program of this system";
  return { outcome: "broken", reason: `it cannot be started: ${why}` };
}

/** Finds the version in what a program printed. */
export function readAnswer(
  tool: Pick<Tool, "answer" | "isAmbiguous">,
  output: string,
  exitCode: number,
): ProbeAnswer {
  const text = output.replaceAll(/\u001b\[[0-9;]*m/g, "").trim();
  if (tool.answer !== undefined) {
    const groups = new RegExp(tool.answer.source, "m").exec(text)?.slice(1);
    const version = groups?.find((group) => group !== undefined);
    if (version !== undefined) return { outcome: "version", version: trimVersion(version) };
    if (tool.isAmbiguous === true && text !== "") return { outcome: "another" };
  }
  const version = /(?<![\w.])v?(\d+\.\d+(?:\.\d+)*(?:[-+.~]?[0-9A-Za-z]+)*)/.exec(text)?.[1];
  if (version === undefined || (exitCode !== 0 && !/version/i.test(text))) return { outcome: "silent" };
  return { outcome: "version", version: trimVersion(version) };
}

function trimVersion(version: string): string {
  return version.replace(/^v(?=\d)/, "").replace(/[,;:.)]+$/, "");
}

function environmentOf(platform: Platform): Record<string, string | undefined> {
  const passed = PASSED_VARIABLES.map((name) => [name, platform.host.env[name]] as const);
  return { ...Object.fromEntries(passed), LC_ALL: "C", ...QUIET_VARIABLES };
}
