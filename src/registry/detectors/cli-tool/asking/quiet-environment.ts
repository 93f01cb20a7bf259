import { searchFolders } from "../../../programs.ts";
import type { DetectContext } from "../../../types.ts";
import { isOfProject } from "../place-of-program.ts";

/** Keeps programs from updating themselves, reporting home, waiting for an answer or fetching another version. */
const QUIET: Readonly<Record<string, string>> = {
  AWS_PAGER: "",
  AZURE_CORE_COLLECT_TELEMETRY: "0",
  AZURE_CORE_NO_COLOR: "1",
  CHECKPOINT_DISABLE: "1",
  CI: "1",
  CLOUDSDK_COMPONENT_MANAGER_DISABLE_UPDATE_CHECK: "1",
  CLOUDSDK_CORE_CHECK_GCE_METADATA: "false",
  CLOUDSDK_CORE_DISABLE_PROMPTS: "1",
  CLOUDSDK_CORE_DISABLE_USAGE_REPORTING: "1",
  COMPOSER_NO_INTERACTION: "1",
  COREPACK_ENABLE_DOWNLOAD_PROMPT: "0",
  COREPACK_ENABLE_NETWORK: "0",
  DENO_NO_UPDATE_CHECK: "1",
  DISABLE_AUTOUPDATER: "1",
  DOCKER_CLI_HINTS: "false",
  DOTNET_CLI_TELEMETRY_OPTOUT: "1",
  DOTNET_NOLOGO: "1",
  DOTNET_SKIP_FIRST_TIME_EXPERIENCE: "1",
  DO_NOT_TRACK: "1",
  GH_NO_UPDATE_NOTIFIER: "1",
  GIT_TERMINAL_PROMPT: "0",
  GOTOOLCHAIN: "local",
  HOMEBREW_NO_ANALYTICS: "1",
  HOMEBREW_NO_AUTO_UPDATE: "1",
  LC_ALL: "C",
  MISE_EXEC_AUTO_INSTALL: "false",
  MISE_NOT_FOUND_AUTO_INSTALL: "false",
  MISE_OFFLINE: "1",
  NO_COLOR: "1",
  NO_UPDATE_NOTIFIER: "1",
  NPM_CONFIG_UPDATE_NOTIFIER: "false",
  PIP_DISABLE_PIP_VERSION_CHECK: "1",
  POWERSHELL_TELEMETRY_OPTOUT: "1",
  POWERSHELL_UPDATECHECK: "Off",
  PULUMI_SKIP_UPDATE_CHECK: "true",
  PYTHONDONTWRITEBYTECODE: "1",
  RUSTUP_AUTO_INSTALL: "0",
  SAM_CLI_TELEMETRY: "0",
  SKAFFOLD_UPDATE_CHECK: "false",
  TFENV_AUTO_INSTALL: "false",
  VAGRANT_CHECKPOINT_DISABLE: "1",
};

/** What programs need to find their own parts. */
const PASSED = [
  "HOME",
  "USER",
  "LOGNAME",
  "TMPDIR",
  "TEMP",
  "TMP",
  "USERPROFILE",
  "APPDATA",
  "LOCALAPPDATA",
  "ProgramData",
  "ProgramFiles",
  "SystemRoot",
  "SYSTEMROOT",
  "SystemDrive",
  "PATHEXT",
  "ComSpec",
  "XDG_CONFIG_HOME",
  "XDG_CACHE_HOME",
  "XDG_DATA_HOME",
  "ASDF_DATA_DIR",
  "ASDF_DIR",
  "CARGO_HOME",
  "COREPACK_HOME",
  "DOTNET_ROOT",
  "GOROOT",
  "JAVA_HOME",
  "MISE_DATA_DIR",
  "NVM_DIR",
  "PYENV_ROOT",
  "RBENV_ROOT",
  "RUSTUP_HOME",
  "SDKMAN_DIR",
  "SNAP",
  "VOLTA_HOME",
  "LD_LIBRARY_PATH",
  "NIX_LD",
  "NIX_LD_LIBRARY_PATH",
] as const;

/** The whole environment of a program that is asked for its version. PATH has no folder of the project. */
export function quietEnvironment(context: DetectContext): Readonly<Record<string, string | undefined>> {
  const { host } = context.platform;
  const folders = searchFolders(host).filter((folder) => !isOfProject(folder, context));
  const passed = PASSED.map((name) => [name, host.env[name]] as const);
  return {
    ...Object.fromEntries(passed),
    PATH: folders.join(host.os === "windows" ? ";" : ":"),
    ...QUIET,
  };
}
