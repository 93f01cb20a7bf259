import { expect, test } from "vitest";
import { readAnswer } from "../../../../src/registry/detectors/cli-tool/asking/read-answer.ts";
import { TOOLS } from "../../../../src/registry/detectors/cli-tool/tools/index.ts";

/** What the programs themselves print. */
const ANSWERS: readonly (readonly [tool: string, output: string, version: string])[] = [
  ["gcloud", "Google Cloud SDK 460.0.0\nbq 2.0.101\ncore 2024.01.12\ngsutil 5.27", "460.0.0"],
  ["gsutil", "gsutil version: 5.27", "5.27"],
  ["bq", "This is BigQuery CLI 2.0.101", "2.0.101"],
  ["aws", "aws-cli/2.15.10 Python/3.11.6 Linux/6.1.0 exe/x86_64.debian.12", "2.15.10"],
  ["az", '{\n  "azure-cli": "2.56.0",\n  "azure-cli-core": "2.56.0"\n}', "2.56.0"],
  ["sam", "SAM CLI, version 1.108.0", "1.108.0"],
  ["fly", "fly v0.1.147 linux/amd64 Commit: 1c7b BuildDate: 2024-01-22", "0.1.147"],
  ["heroku", "heroku/8.7.1 linux-x64 node-v16.19.0", "8.7.1"],
  ["doctl", "doctl version 1.102.0-release\nGit commit hash: b8c7", "1.102.0"],
  ["docker", "Docker version 25.0.3, build 4debf41", "25.0.3"],
  ["docker-compose", "Docker Compose version v2.24.5", "2.24.5"],
  ["podman", "podman version 4.9.0", "4.9.0"],
  ["skopeo", "skopeo version 1.14.1", "1.14.1"],
  ["kubectl", "Client Version: v1.29.1\nKustomize Version: v5.0.4-0.20230601165947", "1.29.1"],
  [
    "kubectl",
    'Client Version: version.Info{Major:"1", Minor:"22", GitVersion:"v1.22.4", GitCommit:"b6"}',
    "1.22.4",
  ],
  ["helm", "v3.14.0+g3fc9f4b", "3.14.0"],
  ["kustomize", "v5.3.0", "5.3.0"],
  ["kind", "kind version 0.20.0", "0.20.0"],
  ["kind", "kind v0.20.0 go1.20.4 linux/amd64", "0.20.0"],
  ["minikube", "v1.32.0", "1.32.0"],
  ["argocd", "argocd: v2.9.5+f943664", "2.9.5"],
  ["flux", "flux version 2.2.2", "2.2.2"],
  ["skaffold", "v2.10.0", "2.10.0"],
  [
    "terraform",
    "Terraform v1.7.2\non linux_amd64\n\nYour version of Terraform is out of date! The latest\nversion is 1.9.0.",
    "1.7.2",
  ],
  ["terraform", "Terraform v1.10.0-rc1\non darwin_arm64", "1.10.0-rc1"],
  ["tofu", "OpenTofu v1.6.1\non linux_amd64", "1.6.1"],
  ["terragrunt", "terragrunt version v0.54.22", "0.54.22"],
  ["pulumi", "v3.103.1", "3.103.1"],
  ["vault", "Vault v1.15.4 (9b61934559ba31150860e618cf18e816cbddc630), built 2023-12-04T17:45:28Z", "1.15.4"],
  ["packer", "Packer v1.10.0", "1.10.0"],
  ["ansible", "ansible [core 2.16.2]\n  config file = None\n  python version = 3.11.2", "2.16.2"],
  ["ansible", "ansible 2.9.27\n  config file = None", "2.9.27"],
  ["node", "v20.11.0", "20.11.0"],
  ["deno", "deno 1.40.2 (release, x86_64-unknown-linux-gnu)\nv8 12.1.285.6\ntypescript 5.3.3", "1.40.2"],
  ["python", "Python 3.13.0rc1", "3.13.0rc1"],
  ["go", "go version go1.22.1 linux/amd64", "1.22.1"],
  ["rustc", "rustc 1.75.0 (82e1608df 2023-12-21)", "1.75.0"],
  ["cargo", "cargo 1.75.0 (1d8b05cdd 2023-11-20)", "1.75.0"],
  ["java", 'openjdk version "17.0.9" 2023-10-17\nOpenJDK Runtime Environment', "17.0.9"],
  ["java", 'java version "1.8.0_391"\nJava(TM) SE Runtime Environment', "1.8.0_391"],
  ["ruby", "ruby 3.2.2 (2023-03-30 revision e51014f9c0) [x86_64-linux]", "3.2.2"],
  ["php", "PHP 8.2.15 (cli) (built: Jan 20 2024)", "8.2.15"],
  ["perl", "\nThis is perl 5, version 36, subversion 0 (v5.36.0) built for x86_64", "5.36.0"],
  ["elixir", "Erlang/OTP 26 [erts-14.2.1]\n\nElixir 1.16.0 (compiled with Erlang/OTP 26)", "1.16.0"],
  ["swift", "Apple Swift version 5.9.2 (swiftlang-5.9.2.2.56)\nTarget: arm64-apple-macosx14.0", "5.9.2"],
  ["gcc", "gcc (Ubuntu 11.4.0-1ubuntu1~22.04) 11.4.0\nCopyright (C) 2021", "11.4.0"],
  ["gcc", "Apple clang version 15.0.0 (clang-1500.1.0.2.5)", "15.0.0"],
  ["nvcc", "Cuda compilation tools, release 12.3, V12.3.107\nBuild cuda_12.3", "12.3.107"],
  ["npm", "10.2.4", "10.2.4"],
  ["yarn", "1.22.21", "1.22.21"],
  ["pip", "pip 23.3.2 from /usr/lib/python3.11/site-packages/pip (python 3.11)", "23.3.2"],
  ["poetry", "Poetry (version 1.7.1)", "1.7.1"],
  ["uv", "uv 0.1.24 (f0a9a72 2024-03-18)", "0.1.24"],
  ["conda", "conda 23.11.0", "23.11.0"],
  ["composer", "Composer version 2.6.6 2023-12-08 18:32:26", "2.6.6"],
  [
    "mvn",
    "\u001b[1mApache Maven 3.9.6 (bc0240f3c744dd6b6ec2920b3cd08dcc295161ae)\u001b[m\nMaven home: /opt",
    "3.9.6",
  ],
  ["gradle", "\n------------------------------------------------------------\nGradle 8.5\n------", "8.5"],
  ["make", "GNU Make 4.3\nBuilt for x86_64-pc-linux-gnu", "4.3"],
  ["cmake", "cmake version 3.28.1\n\nCMake suite maintained by Kitware", "3.28.1"],
  ["just", "just 1.23.0", "1.23.0"],
  ["task", "Task version: v3.34.1 (h1:yAAxUM54zoaHv+OtDnGgkWSVeiRuaOCn1lPUXPQQA0o=)", "3.34.1"],
  ["task", "3.44.1", "3.44.1"],
  ["mise", "2024.1.24 linux-x64 (3a4a1d6 2024-01-12)", "2024.1.24"],
  ["asdf", "v0.14.0-ccdd47d", "0.14.0"],
  ["git", "git version 2.39.3 (Apple Git-145)", "2.39.3"],
  ["git", "git version 2.43.0.windows.1", "2.43.0"],
  ["gh", "gh version 2.42.1 (2024-01-16)\nhttps://github.com/cli/cli/releases/tag/v2.42.1", "2.42.1"],
  ["git-lfs", "git-lfs/3.4.1 (GitHub; linux amd64; go 1.21.5)", "3.4.1"],
  ["svn", "svn, version 1.14.2 (r1899510)", "1.14.2"],
  ["psql", "psql (PostgreSQL) 16.1 (Debian 16.1-1.pgdg120+1)", "16.1"],
  ["mysql", "mysql  Ver 8.0.35-0ubuntu0.22.04.1 for Linux on x86_64 ((Ubuntu))", "8.0.35-0ubuntu0.22.04.1"],
  ["mysql", "mysql  Ver 15.1 Distrib 10.11.4-MariaDB, for debian-linux-gnu (x86_64)", "10.11.4-MariaDB"],
  ["redis-server", "Redis server v=7.2.4 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64", "7.2.4"],
  ["sqlite3", "3.44.2 2023-11-24 11:41:44 ebead0e7230cd33bcec9f95d2183069565b9e709", "3.44.2"],
  ["ruff", "ruff 0.1.14", "0.1.14"],
  ["black", "black, 23.12.1 (compiled: yes)\nPython (CPython) 3.11.2", "23.12.1"],
  ["mypy", "mypy 1.8.0 (compiled: yes)", "1.8.0"],
  ["pytest", "pytest 7.4.4", "7.4.4"],
  ["shellcheck", "ShellCheck - shell script analysis tool\nversion: 0.9.0\nlicense: GPL", "0.9.0"],
  ["golangci-lint", "golangci-lint has version 1.55.2 built with go1.21.3 from e3c2265f", "1.55.2"],
  ["k6", "k6 v0.49.0 (commit/3c4c4d2, go1.21.6, linux/amd64)", "0.49.0"],
  ["openssl", "OpenSSL 1.1.1w  11 Sep 2023", "1.1.1w"],
  ["openssl", "LibreSSL 3.3.6", "3.3.6"],
  ["gpg", "gpg (GnuPG) 2.2.40\nlibgcrypt 1.10.1", "2.2.40"],
  ["trivy", "Version: 0.48.3", "0.48.3"],
  ["op", "2.24.0", "2.24.0"],
  ["curl", "curl 8.5.0 (x86_64-pc-linux-gnu) libcurl/8.5.0 OpenSSL/3.0.13", "8.5.0"],
  ["ssh", "OpenSSH_9.2p1 Debian-2+deb12u2, OpenSSL 3.0.11 19 Sep 2023", "9.2p1"],
  ["nginx", "nginx version: nginx/1.24.0", "1.24.0"],
  ["jq", "jq-1.7.1", "1.7.1"],
  ["yq", "yq (https://github.com/mikefarah/yq/) version v4.40.5", "4.40.5"],
  ["rg", "ripgrep 14.1.0\n\nfeatures:-simd-accel,+pcre2", "14.1.0"],
  ["fd", "fdfind 8.6.0", "8.6.0"],
  ["bat", "bat 0.24.0 (fc95468)", "0.24.0"],
  ["fzf", "0.46.1 (3c0a6304)", "0.46.1"],
  ["tmux", "tmux 3.3a", "3.3a"],
  ["ffmpeg", "ffmpeg version 6.1.1-3ubuntu5 Copyright (c) 2000-2023", "6.1.1"],
  ["code", "1.86.0\n05047486b6df5eb8d44b2ecd70ea3bdf775fd937\nx64", "1.86.0"],
  ["nvim", "NVIM v0.9.5\nBuild type: Release\nLuaJIT 2.1.1703358377", "0.9.5"],
  ["claude", "2.0.14 (Claude Code)", "2.0.14"],
  ["codex", "codex-cli 0.46.0", "0.46.0"],
  ["gemini", "0.8.2", "0.8.2"],
  ["aider", "aider 0.86.1", "0.86.1"],
  ["copilot", "0.0.339\nCommit: 8ec1b3c", "0.0.339"],
  ["goose", " 1.9.3", "1.9.3"],
  ["ollama", "ollama version is 0.12.3", "0.12.3"],
  [
    "ollama",
    "Warning: could not connect to a running Ollama instance\nWarning: client version is 0.12.3",
    "0.12.3",
  ],
];

test.each(ANSWERS)("%s: %j", (name, output, version) => {
  const tool = TOOLS.find((entry) => entry.name === name);
  expect(tool).toBeDefined();
  if (tool === undefined) return;
  const onStdout = readAnswer(tool, { ended: "exited", exitCode: 0, stdout: `${output}\n`, stderr: "" });
  const onStderr = readAnswer(tool, { ended: "exited", exitCode: 0, stdout: "", stderr: `${output}\r\n` });
  expect([onStdout, onStderr]).toEqual([
    { kind: "version", version },
    { kind: "version", version },
  ]);
});

test.each(TOOLS.filter((tool) => tool.isAmbiguous === true))(
  "$name does not take a stranger's answer for its own",
  (tool) => {
    const strangers = [
      "",
      "usage: bake [flour] [water]",
      "bake 1.2 (oven 3.4.5)",
      "Error: unknown flag --version",
    ];
    for (const stdout of strangers) {
      expect(readAnswer(tool, { ended: "exited", exitCode: 0, stdout, stderr: "" }).kind).toBe("another");
    }
  },
);

test("reads long and hostile answers in no time", () => {
  const hostile = ["v1.".repeat(50_000), "-".repeat(100_000), `${" ".repeat(90_000)}1`, "(".repeat(80_000)];
  const start = performance.now();
  for (const tool of TOOLS) {
    for (const stdout of hostile) readAnswer(tool, { ended: "exited", exitCode: 0, stdout, stderr: stdout });
  }
  expect(performance.now() - start).toBeLessThan(3_000);
});
