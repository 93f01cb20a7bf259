import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Programs that stand in a folder of the system: `name | parameters | version | what the real program answers`.
 * `\n` is a line's end; `!` before the answer sends it to standard error; version `-`: it cannot be told, or the
 * program would do more than answer and must not be started.
 */
const TOOLS = String.raw`
aws | --version | 2.19.1 | aws-cli/2.19.1 Python/3.12.6 Linux/6.8.0-48-generic exe/x86_64.ubuntu.24
sam | --version | 1.127.0 | SAM CLI, version 1.127.0
az | version | 2.66.0 | {\n  "azure-cli": "2.66.0",\n  "azure-cli-core": "2.66.0",\n  "extensions": {}\n}
azd | version | 1.10.3 | azd version 1.10.3 (commit 0595f33fe948ee6df3da492567e3e7943cb9a733)
doctl | version | 1.117.0 | doctl version 1.117.0-release\nGit commit hash: f6cb4ba5
hcloud | version | 1.48.0 | hcloud v1.48.0
cloud-sql-proxy | --version | 2.13.0 | cloud-sql-proxy version 2.13.0+linux.amd64
fly | version | 0.3.29 | fly v0.3.29 linux/amd64 Commit: 5e1a2c1 BuildDate: 2024-10-31T14:30:31Z
heroku | --version | 9.4.0 | heroku/9.4.0 linux-x64 node-v20.17.0
cloudflared | --version | 2024.10.1 | cloudflared version 2024.10.1 (built 2024-10-23-1112 UTC)
firebase | --version | 13.23.1 | 13.23.1
supabase | --version | 1.207.9 | 1.207.9
stripe | --version | 1.21.11 | stripe version 1.21.11
docker | --version | 27.3.1 | Docker version 27.3.1, build ce12230
docker-compose | --version | 2.29.7 | Docker Compose version v2.29.7
podman | --version | 5.2.5 | podman version 5.2.5
buildah | --version | 1.37.5 | buildah version 1.37.5 (image-spec 1.1.0, runtime-spec 1.2.0)
skopeo | --version | 1.16.1 | skopeo version 1.16.1
nerdctl | --version | 2.0.0 | nerdctl version 2.0.0
hadolint | --version | 2.12.0 | Haskell Dockerfile Linter 2.12.0
crane | version | 0.20.2 | 0.20.2
dive | --version | 0.12.0 | dive 0.12.0
helm | version --short | 3.16.2 | v3.16.2+g13654a5
kustomize | version | 5.5.0 | v5.5.0
k9s | version --short | 0.32.5 | Version              v0.32.5\nCommit               1440643e8d2a1ca8f5c8ba3d3ad2d4c1dc7c5ae9
kind | --version | 0.24.0 | kind version 0.24.0
minikube | version --short | 1.34.0 | v1.34.0
k3d | version | 5.7.4 | k3d version v5.7.4\nk3s version v1.30.4-k3s1 (default)
kubectx | - | - | -
stern | --version | 1.31.0 | version: 1.31.0\ncommit: 8dfe0a1\nbuilt at: 2024-09-13T23:40:07Z
skaffold | version | 2.13.2 | v2.13.2
argocd | version --client --short | 2.12.6 | argocd: v2.12.6+4dab5bd
flux | --version | 2.4.0 | flux version 2.4.0
istioctl | version --remote=false | 1.23.3 | client version: 1.23.3
kubeseal | --version | 0.27.2 | kubeseal version: 0.27.2
tofu | version | 1.8.5 | OpenTofu v1.8.5\non linux_amd64
terragrunt | --version | 0.68.7 | terragrunt version v0.68.7
tflint | --version | 0.53.0 | TFLint version 0.53.0\n+ ruleset.terraform (0.9.1-bundled)
terraform-docs | --version | 0.19.0 | terraform-docs version v0.19.0 af31cc6 linux/amd64
pulumi | version | 3.138.0 | v3.138.0
packer | version | 1.11.2 | Packer v1.11.2
vault | version | 1.18.1 | Vault v1.18.1 (f479e5c85462477c9334564bc8f69531cdb03b65), built 2024-10-29T14:21:31Z
consul | version | 1.20.1 | Consul v1.20.1\nRevision 920cc7c6\nBuild Date 2024-10-29T19:04:05Z
nomad | version | 1.9.2 | Nomad v1.9.2\nBuildDate 2024-11-08T14:54:49Z
ansible | --version | 2.17.6 | ansible [core 2.17.6]\n  config file = None\n  python version = 3.12.7
dagger | version | 0.13.7 | dagger v0.13.7 (registry.dagger.io/engine:v0.13.7) linux/amd64
deno | --version | 2.0.6 | deno 2.0.6 (stable, release, x86_64-unknown-linux-gnu)\nv8 12.9.202.13-rusty\ntypescript 5.6.2
go | version | 1.23.3 | go version go1.23.3 linux/amd64
javac | -version | 21.0.5 | javac 21.0.5
kotlinc | -version | 2.0.21 | !info: kotlinc-jvm 2.0.21 (JRE 21.0.5+11)
php | --version | 8.3.13 | PHP 8.3.13 (cli) (built: Oct 22 2024 18:39:14) (NTS)
perl | --version | 5.38.2 | This is perl 5, version 38, subversion 2 (v5.38.2) built for x86_64-linux-gnu-thread-multi
lua | -v | 5.4.7 | Lua 5.4.7  Copyright (C) 1994-2024 Lua.org, PUC-Rio
julia | --version | 1.11.1 | julia version 1.11.1
zig | version | 0.13.0 | 0.13.0
dotnet | --version | 8.0.403 | 8.0.403
tsc | --version | 5.6.3 | Version 5.6.3
gcc | --version | 13.2.0 | gcc (Ubuntu 13.2.0-23ubuntu4) 13.2.0\nCopyright (C) 2023 Free Software Foundation, Inc.
clang | --version | 18.1.3 | Ubuntu clang version 18.1.3 (1ubuntu1)\nTarget: x86_64-pc-linux-gnu
nvcc | --version | 12.6.77 | nvcc: NVIDIA (R) Cuda compiler driver\nCuda compilation tools, release 12.6, V12.6.77
elixir | --version | 1.17.3 | Erlang/OTP 27 [erts-15.1.2] [source] [64-bit]\n\nElixir 1.17.3 (compiled with Erlang/OTP 27)
erl | - | - | -
dart | --version | 3.5.4 | Dart SDK version: 3.5.4 (stable) (Wed Oct 16 16:18:51 2024 +0000) on "linux_x64"
ghc | --version | 9.6.6 | The Glorious Glasgow Haskell Compilation System, version 9.6.6
pnpm | --version | 9.12.3 | 9.12.3
bun | --version | 1.1.34 | 1.1.34
uv | --version | 0.5.1 | uv 0.5.1 (f399a5271 2024-11-08)
poetry | --version | 1.8.4 | Poetry (version 1.8.4)
pdm | --version | 2.20.1 | PDM, version 2.20.1
pipenv | --version | 2024.4.0 | pipenv, version 2024.4.0
conda | --version | 24.9.2 | conda 24.9.2
bundle | --version | 2.5.22 | Bundler version 2.5.22
composer | --version | 2.8.2 | Composer version 2.8.2 2024-10-29 16:12:11\nPHP version 8.3.13 (/usr/bin/php8.3)
make | --version | 4.3 | GNU Make 4.3\nBuilt for x86_64-pc-linux-gnu
cmake | --version | 3.30.5 | cmake version 3.30.5\n\nCMake suite maintained and supported by Kitware (kitware.com/cmake).
bazel | - | - | -
mvn | --version | 3.9.9 | Apache Maven 3.9.9 (8e8579a9e76f7d015ee5ec7bfcdc97d260186937)\nMaven home: /opt/maven
just | --version | 1.36.0 | just 1.36.0
protoc | --version | 28.3 | libprotoc 28.3
gh | --version | 2.61.0 | gh version 2.61.0 (2024-11-06)\nhttps://github.com/cli/cli/releases/tag/v2.61.0
glab | --version | 1.48.0 | glab 1.48.0 (2f83e9ea)
git-lfs | --version | 3.5.1 | git-lfs/3.5.1 (GitHub; linux amd64; go 1.22.2)
hg | --version | 6.8.2 | Mercurial Distributed SCM (version 6.8.2)\n(see https://mercurial-scm.org for more information)
psql | --version | 16.4 | psql (PostgreSQL) 16.4 (Ubuntu 16.4-0ubuntu0.24.04.2)
mysql | --version | 8.4.3 | mysql  Ver 8.4.3 for Linux on x86_64 (MySQL Community Server - GPL)
sqlite3 | --version | 3.46.1 | 3.46.1 2024-08-13 09:16:08 c9c2ab54ba1f5f46360f1b4f35d849cd3f080e6fc2b6c60e91b16c63f69a1e33 (64-bit)
duckdb | --version | 1.1.3 | v1.1.3 19864453f7
redis-cli | --version | 7.4.1 | redis-cli 7.4.1
redis-server | --version | 7.4.1 | Redis server v=7.4.1 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=8a1d2f3c
mongosh | --version | 2.3.3 | 2.3.3
clickhouse | --version | 24.10.1.2812 | ClickHouse local version 24.10.1.2812 (official build).
sqlcmd | - | - | -
prettier | --version | 3.3.3 | 3.3.3
mypy | --version | 1.13.0 | mypy 1.13.0 (compiled: yes)
pytest | --version | 8.3.3 | pytest 8.3.3
shellcheck | --version | 0.10.0 | ShellCheck - shell script analysis tool\nversion: 0.10.0\nlicense: GNU General Public License, version 3
golangci-lint | --version | 1.61.0 | golangci-lint has version 1.61.0 built with go1.23.1 from a1d6c56 on 2024-09-09T19:03:03Z
pre-commit | --version | 4.0.1 | pre-commit 4.0.1
rubocop | --version | 1.68.0 | 1.68.0
actionlint | --version | 1.7.4 | 1.7.4\ninstalled by downloading from release page\nbuilt with go1.23.3 compiler for linux/amd64
openssl | version | 3.0.13 | OpenSSL 3.0.13 30 Jan 2024 (Library: OpenSSL 3.0.13 30 Jan 2024)
gpg | --version | 2.4.4 | gpg (GnuPG) 2.4.4\nlibgcrypt 1.10.3
sops | --version --disable-version-check | 3.9.1 | sops 3.9.1
trivy | --version | 0.57.0 | Version: 0.57.0
cosign | version | 2.4.1 | GitVersion:    v2.4.1\nGitCommit:     9a4cfe1aae777984c07ce373d97a65428bbff734\nGoVersion:     go1.22.7
op | --version | 2.30.3 | 2.30.3
curl | --version | 8.5.0 | curl 8.5.0 (x86_64-pc-linux-gnu) libcurl/8.5.0 OpenSSL/3.0.13 zlib/1.3
nginx | -v | 1.27.2 | !nginx version: nginx/1.27.2
ssh | -V | 9.6p1 | !OpenSSH_9.6p1 Ubuntu-3ubuntu13.5, OpenSSL 3.0.13 30 Jan 2024
yq | --version | 4.44.3 | yq (https://github.com/mikefarah/yq/) version v4.44.3
ffmpeg | -version | 6.1.1 | ffmpeg version 6.1.1-3ubuntu5 Copyright (c) 2000-2023 the FFmpeg developers
vim | --version | 9.1 | VIM - Vi IMproved 9.1 (2024 Jan 02, compiled Oct 17 2024 13:26:43)
codex | --version | 0.42.0 | codex-cli 0.42.0
gemini | --version | 0.6.1 | 0.6.1
aider | --version | 0.62.1 | aider 0.62.1
ollama | --version | 0.4.1 | ollama version is 0.4.1
`;

/** Other programs that have the name of a tool: none of them may be reported. */
const STRANGERS = ["vale", "task", "hub", "buf"];

interface PlainTool {
  readonly name: string;
  readonly parameters: string;
  readonly version: string;
  readonly answer: string;
}

const ROWS: readonly PlainTool[] = TOOLS.trim()
  .split("\n")
  .map((row) => {
    const [name = "", parameters = "", version = "", ...answer] = row.split(" | ");
    return { name, parameters, version, answer: answer.join(" | ") };
  });

/** Writes the programs into the folder `system`. */
export function plantPlainTools(system: string): void {
  mkdirSync(system, { recursive: true });
  for (const { name, parameters, answer } of ROWS)
    writeProgram(join(system, name), answering(parameters, answer));
  for (const name of STRANGERS)
    writeProgram(join(system, name), "#!/bin/sh\necho the valley of the bakers\n");
  writeProgram(join(system, "pylint"), "#!/nowhere/python3\n");
}

/** What of them should be reported, as rows of the table of things. */
export function plainToolRows(): string {
  const rows = ROWS.map(
    ({ name, version }) => `cli_tool | ${name} | available | ${version} | {system}/${name}`,
  );
  return [...rows, "cli_tool | pylint | degraded | - | {system}/pylint"].join("\n");
}

/** A program that says one thing to the one question that the real one understands, and fails at any other. */
export function answering(parameters: string, answer: string): string {
  if (answer === "-") return "#!/bin/sh\necho it was started >&2\nsleep 5\nexit 9\n";
  const lines = answer.replace(/^!/, "").split(String.raw`\n`);
  const texts = lines.map((line) => `'${line.replaceAll("'", String.raw`'\''`)}'`).join(" ");
  const channel = answer.startsWith("!") ? " >&2" : "";
  return `#!/bin/sh\n[ "$*" = "${parameters}" ] || exit 64\nprintf '%s\\n' ${texts}${channel}\n`;
}

export function writeProgram(path: string, script: string): void {
  writeFileSync(path, script);
  chmodSync(path, 0o755);
}
