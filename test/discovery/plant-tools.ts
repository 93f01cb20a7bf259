import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What each tool answers when it is asked for its version, as the real one does. */
const ANSWERS: Readonly<Record<string, string>> = {
  ansible: "ansible [core 2.17.5]",
  aws: "aws-cli/2.17.5 Python/3.11.8 Linux/6.1",
  az: '{"azure-cli": "2.65.0"}',
  bun: "1.1.33",
  cargo: "cargo 1.82.0 (8f40fc59f 2024-08-21)",
  claude: "2.0.14 (Claude Code)",
  codex: "codex-cli 0.46.0",
  curl: "curl 8.10.1 (x86_64-pc-linux-gnu)",
  deno: "deno 2.0.3 (stable, release)",
  docker: "Docker version 27.3.1, build ce12230",
  dotnet: "8.0.403",
  gcloud: "Google Cloud SDK 500.0.1",
  gemini: "0.9.0",
  gh: "gh version 2.60.1 (2024-10-25)",
  go: "go version go1.23.2 linux/amd64",
  helm: "v3.16.2+g13654a5",
  java: "openjdk 21.0.5 2024-10-15",
  jq: "jq-1.7.1",
  kubectl: "Client Version: v1.31.2",
  kustomize: "v5.5.0",
  make: "GNU Make 4.4.1",
  mongosh: "2.3.2",
  mysql: "mysql  Ver 8.4.3 for Linux on x86_64",
  npm: "10.9.0",
  ollama: "ollama version is 0.4.1",
  php: "PHP 8.3.12 (cli) (built: Sep 27 2024)",
  pip: "24.2",
  pnpm: "9.12.2",
  podman: "podman version 5.2.3",
  poetry: "Poetry (version 1.8.4)",
  psql: "psql (PostgreSQL) 16.4",
  pulumi: "v3.137.0",
  python3: "Python 3.12.7",
  "redis-cli": "redis-cli 7.4.1",
  ruby: "ruby 3.3.5 (2024-09-03 revision ef084cc8f4) [x86_64-linux]",
  ruff: "ruff 0.7.1",
  rustc: "rustc 1.82.0 (f6e511eec 2024-10-15)",
  shellcheck: "ShellCheck - shell script analysis tool\nversion: 0.10.0",
  sqlite3: "3.46.1 2024-08-13",
  terraform: "Terraform v1.9.8",
  tofu: "OpenTofu v1.8.4",
  uv: "uv 0.4.27",
  yarn: "1.22.22",
};

/** Where Node stands, as nvm lays it. */
const NVM_NODE = ".nvm/versions/node/v20.18.0/bin/node";

/** Writes tools into two folders and the home, links the real git, and gives the PATH that names them. */
export function plantTools(folder: string, home: string, git: string): string {
  const [first, second] = [join(folder, "bin"), join(folder, "old-bin")];
  for (const [name, answer] of Object.entries(ANSWERS)) writeTool(join(first, name), answer);
  writeTool(join(second, "terraform"), "Terraform v1.5.0");
  writeTool(join(home, NVM_NODE), "v20.18.0");
  symlinkSync(git, join(first, "git"));
  return [first, second, dirname(join(home, NVM_NODE))].join(":");
}

function writeTool(path: string, answer: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\necho '${answer}'\n`);
  chmodSync(path, 0o755);
}
