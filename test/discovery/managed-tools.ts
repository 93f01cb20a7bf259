import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeTree, type Tree } from "../support/folders.ts";
import { answering, writeProgram } from "./plain-tools.ts";

/** Folders of PATH in their order; `system` holds the programs that nobody manages. */
export function searchPath(home: string, system: string, brew: string): string {
  const ofHome = [
    ".pyenv/shims",
    ".pyenv/bin",
    ".nvm/versions/node/v22.11.0/bin",
    ".volta/bin",
    ".local/share/mise/shims",
    ".asdf/shims",
    ".cargo/bin",
    ".sdkman/candidates/java/current/bin",
    ".sdkman/candidates/gradle/current/bin",
    "google-cloud-sdk/bin",
    "go/bin",
    ".local/bin",
  ];
  return [...ofHome.map((folder) => join(home, folder)), join(brew, "bin"), system].join(":");
}

/** Files that tell versions and choices. */
const FILES: Tree = {
  ".pyenv/version": "3.12.7\n",
  ".pyenv/versions/3.12.7/lib/python3.12/site-packages/pip-24.2.dist-info/METADATA": "Name: pip\n",
  ".nvm/versions/node/v22.11.0/lib/node_modules/npm/package.json": '{"name": "npm", "version": "10.9.0"}',
  ".nvm/versions/node/v22.11.0/lib/node_modules/corepack/package.json":
    '{"name": "corepack", "version": "0.29.4"}',
  ".nvm/versions/node/v22.11.0/lib/node_modules/@anthropic-ai/claude-code/package.json":
    '{"name": "@anthropic-ai/claude-code", "version": "2.0.14"}',
  ".nvm/versions/node/v22.11.0/lib/node_modules/eslint/package.json":
    '{"name": "eslint", "version": "9.14.0"}',
  ".volta/tools/user/platform.json": '{"node": {"runtime": "20.18.0", "npm": null}, "yarn": "1.22.22"}',
  ".config/mise/config.toml": '[tools]\nterraform = "1.9"\n',
  ".rustup/settings.toml": 'version = "12"\ndefault_toolchain = "stable-x86_64-unknown-linux-gnu"\n',
  ".cargo/.crates2.json": JSON.stringify({
    installs: { "ripgrep 14.1.1 (registry+https://github.com/rust-lang/crates.io-index)": { bins: ["rg"] } },
  }),
  ".sdkman/candidates/java/21.0.5-tem/release": 'IMPLEMENTOR="Eclipse Adoptium"\nJAVA_VERSION="21.0.5"\n',
  "google-cloud-sdk/VERSION": "502.0.0\n",
  "google-cloud-sdk/platform/gsutil/VERSION": "5.31\n",
  "google-cloud-sdk/platform/bq/VERSION": "2.1.9\n",
  ".local/share/pipx/venvs/black/lib/python3.12/site-packages/black-24.10.0.dist-info/METADATA": "x",
  ".local/share/uv/tools/ruff/lib/python3.12/site-packages/ruff-0.7.3.dist-info/METADATA": "x",
  ".asdf/installs/ruby/3.3.5/.keep": "",
};

/** Programs: `path | parameters | answer`; `-` must not be started, for files tell what there is to tell. */
const PROGRAMS = String.raw`
.pyenv/shims/python | - | -
.pyenv/shims/python3 | - | -
.pyenv/shims/pip | - | -
.pyenv/bin/pyenv | --version | pyenv 2.4.17
.pyenv/versions/3.12.7/bin/python | --version | Python 3.12.7
.pyenv/versions/3.12.7/bin/python3 | --version | Python 3.12.7
.pyenv/versions/3.12.7/bin/pip | --version | pip 24.2 from /x (python 3.12)
.nvm/versions/node/v22.11.0/bin/node | - | -
.nvm/versions/node/v22.11.0/lib/node_modules/npm/bin/npm-cli.js | - | -
.nvm/versions/node/v22.11.0/lib/node_modules/npm/bin/npx-cli.js | - | -
.nvm/versions/node/v22.11.0/lib/node_modules/corepack/dist/corepack.js | - | -
.nvm/versions/node/v22.11.0/lib/node_modules/@anthropic-ai/claude-code/cli.js | - | -
.nvm/versions/node/v22.11.0/lib/node_modules/eslint/bin/eslint.js | - | -
.volta/bin/volta | --version | 2.0.1
.volta/bin/volta-shim | - | -
.local/share/mise/installs/terraform/1.9.8/bin/terraform | version | Terraform v1.9.8
.asdf/installs/ruby/3.3.5/bin/ruby | --version | ruby 3.3.5 (2024-09-03 revision ef084cc8f4) [x86_64-linux]
.asdf/installs/ruby/3.3.5/bin/gem | --version | 3.5.16
.cargo/bin/rustup | --version | rustup 1.27.1 (54dd3d00f 2024-04-24)
.cargo/bin/rg | - | -
.rustup/toolchains/stable-x86_64-unknown-linux-gnu/bin/rustc | --version | rustc 1.82.0 (f6e511eec 2024-10-15)
.rustup/toolchains/stable-x86_64-unknown-linux-gnu/bin/cargo | --version | cargo 1.82.0 (8f40fc59f 2024-08-21)
.sdkman/candidates/java/21.0.5-tem/bin/java | - | -
.sdkman/candidates/gradle/8.10.2/bin/gradle | - | -
google-cloud-sdk/bin/gcloud | - | -
google-cloud-sdk/bin/gsutil | - | -
google-cloud-sdk/bin/bq | - | -
go/bin/staticcheck | --version | staticcheck 2024.1.1 (0.5.1)
.local/bin/mise | --version | 2024.11.7 linux-x64 (2024-11-12)
.local/bin/kubectl | version --client | Client Version: v1.31.2\nKustomize Version: v5.4.2
.local/share/pipx/venvs/black/bin/black | - | -
.local/share/uv/tools/ruff/bin/ruff | - | -
`;

/** Link → what it leads to, seen from its folder. */
const LINKS: Tree = {
  ".nvm/versions/node/v22.11.0/bin/npm": "../lib/node_modules/npm/bin/npm-cli.js",
  ".nvm/versions/node/v22.11.0/bin/npx": "../lib/node_modules/npm/bin/npx-cli.js",
  ".nvm/versions/node/v22.11.0/bin/corepack": "../lib/node_modules/corepack/dist/corepack.js",
  ".nvm/versions/node/v22.11.0/bin/claude": "../lib/node_modules/@anthropic-ai/claude-code/cli.js",
  ".nvm/versions/node/v22.11.0/bin/eslint": "../lib/node_modules/eslint/bin/eslint.js",
  ".volta/bin/node": "volta-shim",
  ".volta/bin/yarn": "volta-shim",
  ".local/share/mise/shims/terraform": "../../../bin/mise",
  ".cargo/bin/rustc": "rustup",
  ".cargo/bin/cargo": "rustup",
  ".sdkman/candidates/java/current": "21.0.5-tem",
  ".sdkman/candidates/gradle/current": "8.10.2",
  ".local/bin/black": "../share/pipx/venvs/black/bin/black",
  ".local/bin/ruff": "../share/uv/tools/ruff/bin/ruff",
};

/** Stand-ins of asdf name their plugin. */
const ASDF_SHIM = '#!/usr/bin/env bash\n# asdf-plugin: ruby 3.3.5\nexec asdf exec "$0" "$@"\n';

/** Writes the layouts of the version managers, the Google Cloud SDK and Homebrew. */
export function plantManagedTools(home: string, system: string, brew: string): void {
  writeTree(home, FILES);
  for (const row of PROGRAMS.trim().split("\n")) {
    const [path = "", parameters = "", answer = ""] = row.split(" | ");
    plantProgram(join(home, path), answering(parameters, answer));
  }
  for (const name of ["ruby", "gem"]) plantProgram(join(home, ".asdf/shims", name), ASDF_SHIM);
  for (const [link, target] of Object.entries(LINKS)) plantLink(join(home, link), target);
  plantProgram(join(brew, "Cellar/jq/1.7.1/bin/jq"), answering("-", "-"));
  plantLink(join(brew, "bin/jq"), "../Cellar/jq/1.7.1/bin/jq");
  plantProgram(join(system, "kubectl"), answering("version --client", "Client Version: v1.28.0"));
  plantProgram(join(system, "black"), answering("--version", "black, 23.1.0 (compiled: yes)"));
}

function plantProgram(path: string, script: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeProgram(path, script);
}

function plantLink(path: string, target: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}

export const MANAGED_TOOLS = `
cli_tool | git | available | {gitVersion} | {system}/git
cli_tool | python | available | 3.12.7 | ~/.pyenv/shims/python
cli_tool | pip | available | 24.2 | ~/.pyenv/shims/pip
cli_tool | pyenv | available | 2.4.17 | ~/.pyenv/bin/pyenv
cli_tool | node | available | 22.11.0 | ~/.nvm/versions/node/v22.11.0/bin/node
cli_tool | npm | available | 10.9.0 | ~/.nvm/versions/node/v22.11.0/bin/npm
cli_tool | npx | available | 10.9.0 | ~/.nvm/versions/node/v22.11.0/bin/npx
cli_tool | corepack | available | 0.29.4 | ~/.nvm/versions/node/v22.11.0/bin/corepack
cli_tool | claude | available | 2.0.14 | ~/.nvm/versions/node/v22.11.0/bin/claude
cli_tool | eslint | available | 9.14.0 | ~/.nvm/versions/node/v22.11.0/bin/eslint
cli_tool | volta | available | 2.0.1 | ~/.volta/bin/volta
cli_tool | yarn | available | 1.22.22 | ~/.volta/bin/yarn
cli_tool | mise | available | 2024.11.7 | ~/.local/bin/mise
cli_tool | terraform | available | 1.9.8 | ~/.local/share/mise/shims/terraform
cli_tool | ruby | available | 3.3.5 | ~/.asdf/shims/ruby
cli_tool | gem | available | 3.5.16 | ~/.asdf/shims/gem
cli_tool | rustup | available | 1.27.1 | ~/.cargo/bin/rustup
cli_tool | rustc | available | 1.82.0 | ~/.cargo/bin/rustc
cli_tool | cargo | available | 1.82.0 | ~/.cargo/bin/cargo
cli_tool | rg | available | 14.1.1 | ~/.cargo/bin/rg
cli_tool | java | available | 21.0.5 | ~/.sdkman/candidates/java/current/bin/java
cli_tool | gradle | available | 8.10.2 | ~/.sdkman/candidates/gradle/current/bin/gradle
cli_tool | gcloud | available | 502.0.0 | ~/google-cloud-sdk/bin/gcloud
cli_tool | gsutil | available | 5.31 | ~/google-cloud-sdk/bin/gsutil
cli_tool | bq | available | 2.1.9 | ~/google-cloud-sdk/bin/bq
cli_tool | staticcheck | available | 0.5.1 | ~/go/bin/staticcheck
cli_tool | kubectl | available | 1.31.2 | ~/.local/bin/kubectl
cli_tool | black | available | 24.10.0 | ~/.local/bin/black
cli_tool | ruff | available | 0.7.3 | ~/.local/bin/ruff
cli_tool | jq | available | 1.7.1 | {brew}/bin/jq
`;

/** Which manager provides a tool; for the rest of them the path tells `system` or `user`. */
export const MANAGERS: Readonly<Record<string, string>> = {
  python: "pyenv",
  node: "nvm",
  claude: "nvm",
  yarn: "volta",
  terraform: "mise",
  ruby: "asdf",
  rustc: "rustup",
  rg: "cargo",
  java: "sdkman",
  gcloud: "gcloud",
  staticcheck: "go",
  black: "pipx",
  ruff: "uv",
  jq: "homebrew",
  kubectl: "user",
  helm: "system",
};

/** Later copies on PATH: tool → path, version and manager of each. */
export const SHADOWS: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  kubectl: [{ path: "{system}/kubectl", version: "1.28.0", manager: "system" }],
  black: [{ path: "{system}/black", version: "23.1.0", manager: "system" }],
  node: [{ path: "{home}/.volta/bin/node", version: "20.18.0", manager: "volta" }],
  helm: [],
};
