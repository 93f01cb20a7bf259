import { chmodSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cliToolDetector } from "../../../src/registry/detectors/cli-tool/index.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { createMachine, says } from "./cli-tool/machine.ts";

const FIXTURE_PATH = [
  "home/.nvm/versions/node/v20.11.0/bin",
  "home/.pyenv/shims",
  "home/.asdf/shims",
  "home/.volta/bin",
  "home/.cargo/bin",
  "home/.local/share/mise/shims",
  "home/google-cloud-sdk/bin",
];

test("reads versions from the files of every manager and starts nothing", async () => {
  const machine = await createMachine({ fixture: "cli-tool", path: FIXTURE_PATH });
  for (const folder of FIXTURE_PATH) makeExecutable(join(machine.folder, folder));
  for (const folder of ["home/.pyenv/versions/3.12.1/bin", "home/.asdf/installs/helm/3.13.3/bin"]) {
    makeExecutable(join(machine.folder, folder));
  }
  makeExecutable(join(machine.folder, "home/.local/share/mise/installs/go/1.22.1/bin"));
  const { resources } = await machine.detect();
  expect(table(resources)).toEqual([
    "ansible 2.16.2 available pyenv ~/.pyenv/shims/ansible",
    "gcloud 460.0.0 available gcloud ~/google-cloud-sdk/bin/gcloud",
    "go 1.22.1 available mise ~/.local/share/mise/shims/go",
    "gsutil 5.27 available gcloud ~/google-cloud-sdk/bin/gsutil",
    "helm 3.13.3 available asdf ~/.asdf/shims/helm",
    "node 20.11.0 available nvm ~/.nvm/versions/node/v20.11.0/bin/node",
    "pnpm 9.1.4 available volta ~/.volta/bin/pnpm",
    "python 3.12.1 available pyenv ~/.pyenv/shims/python",
    "rg 14.1.0 available cargo ~/.cargo/bin/rg",
    "ruff - degraded pyenv ~/.pyenv/shims/ruff",
  ]);
  expect(machine.started).toEqual([]);
});

test("says everything of a tool that is asked", async () => {
  const machine = await createMachine({ programs: { git: says("git version 2.43.0 (Bakery Git-7)") } });
  const { resources } = await machine.detect();
  const path = join(machine.folder, "programs/git");
  expect(resources).toEqual([
    expect.objectContaining({
      id: "git:cli_tool:local",
      name: "git",
      resourceType: "cli_tool",
      environment: "local",
      accessPattern: path,
      description: "Git",
      version: "2.43.0",
      status: "available",
      priority: 1,
      tags: ["cli", "tool", "version-control"],
      source: { detector: "cli-tool", file: path },
    }),
  ]);
  expect(resources[0]?.metadata).toEqual({
    category: "version-control",
    manager: "system",
    realPath: path,
    aliases: [],
    shadows: [],
  });
});

test("starts nothing on the second run, until a program changes", async () => {
  const machine = await createMachine({
    programs: {
      git: says("git version 2.43.0"),
      terraform: says("Terraform v1.7.0"),
      jq: "#!/bin/sh\nexit 3\n",
      docker: "#!/bin/sh\nexit 127\n",
      task: says("buy flour"),
    },
  });
  const first = await machine.detect();
  expect(machine.started).toHaveLength(5);
  const second = await machine.detect();
  expect(machine.started).toHaveLength(5);
  expect(table(second.resources)).toEqual(table(first.resources));
  writeFileSync(join(machine.folder, "programs/git"), says("git version 2.44.0"));
  utimesSync(join(machine.folder, "programs/git"), 1, 1);
  expect((await machine.detect()).resources.find(({ name }) => name === "git")?.version).toBe("2.44.0");
  expect(machine.started).toHaveLength(6);
});

test("names the other copies, but not the same file twice", async () => {
  const machine = await createMachine({
    path: ["home/oven/bin", "links", "programs"],
    programs: { kubectl: says("Client Version: v1.27.0"), curl: says("curl 8.5.0 (bakery)") },
    scripts: { "home/oven/bin/kubectl": says("Client Version: v1.29.1") },
    links: { "links/kubectl": "home/oven/bin/kubectl", "links/curl": "programs/curl" },
  });
  const { resources } = await machine.detect();
  const shadows = Object.fromEntries(resources.map(({ name, metadata }) => [name, metadata["shadows"]]));
  expect(table(resources)).toEqual([
    expect.stringMatching(/^curl 8\.5\.0 available system .*\/links\/curl$/),
    "kubectl 1.29.1 available user ~/oven/bin/kubectl",
  ]);
  expect(shadows).toEqual({
    curl: [],
    kubectl: [{ path: join(machine.folder, "programs/kubectl"), version: "1.27.0", manager: "system" }],
  });
});

test("takes python and python3 of one version for one thing, of two versions for two", async () => {
  const one = await createMachine({
    programs: { python: says("Python 3.12.1"), python3: says("Python 3.12.1") },
  });
  const [python, ...none] = (await one.detect()).resources;
  expect(none).toEqual([]);
  expect(python?.metadata["shadows"]).toEqual([]);
  expect(python?.metadata["aliases"]).toEqual([
    { command: "python3", path: join(one.folder, "programs/python3") },
  ]);
  const two = await createMachine({
    programs: { python: says("Python 2.7.18"), python3: says("Python 3.12.1") },
  });
  expect(versions((await two.detect()).resources)).toEqual({ python: "2.7.18", python3: "3.12.1" });
  const only = await createMachine({ programs: { python3: says("Python 3.12.1") } });
  const [alone] = (await only.detect()).resources;
  expect([alone?.name, alone?.accessPattern]).toEqual(["python", join(only.folder, "programs/python3")]);
});

test("waits for no program longer than its time, and asks a late one again", async () => {
  const machine = await createMachine({
    programs: { terraform: "#!/bin/sh\n/bin/sleep 30\n", git: says("git version 2.43.0") },
  });
  const start = performance.now();
  const { resources } = await machine.detect();
  expect(performance.now() - start).toBeLessThan(6_000);
  const late = resources.find(({ name }) => name === "terraform");
  expect([late?.status, late?.version, late?.metadata["versionUnknown"]]).toEqual([
    "available",
    undefined,
    "it did not answer in time",
  ]);
  expect(versions(resources)["git"]).toBe("2.43.0");
  await machine.detect();
  expect(machine.started.filter((path) => path.endsWith("terraform"))).toHaveLength(2);
});

test("tells what cannot run from what says no version", async () => {
  const machine = await createMachine({
    programs: {
      docker: "#!/bin/sh\nexit 127\n",
      helm: "#!/nowhere/interpreter\n",
      jq: "#!/bin/sh\nexit 2\n",
      curl: "#!/bin/sh\n",
      wget: "\u007fELF not a program \u0000\u0001\u0002",
    },
  });
  const { resources } = await machine.detect();
  expect(table(resources).map((row) => row.split(" ").slice(0, 3).join(" "))).toEqual([
    "curl - available",
    "docker - degraded",
    "helm - degraded",
    "jq - available",
    "wget - degraded",
  ]);
  for (const { status, statusReason, metadata } of resources) {
    expect(status === "degraded" ? statusReason : metadata["versionUnknown"]).toEqual(expect.any(String));
  }
});

test("does not take another program of the same name for the tool", async () => {
  const machine = await createMachine({
    programs: {
      op: says("oven pilot, second edition"),
      task: says("2.6.2"),
      act: "#!/bin/sh\nexit 0\n",
      goose: says("goose version:v3.18.0"),
      k6: "#!/bin/sh\n/bin/sleep 30\n",
      go: says("go: the ancient board game"),
      fd: says("fd 9.0.0"),
    },
    path: ["links", "programs"],
    links: { "links/terraform": "gone" },
  });
  expect(versions((await machine.detect()).resources)).toEqual({ fd: "9.0.0" });
});

test("runs nothing that the repository brings along", async () => {
  const machine = await createMachine({
    path: ["project/node_modules/.bin", "project/bin", "programs"],
    scripts: {
      "project/bin/terraform": says("Terraform v9.9.9"),
      "project/node_modules/prettier/bin/prettier.cjs": says("never asked"),
      "project/node_modules/typescript/bin/tsc": says("never asked"),
      "project/node_modules/.bin/esbuild": says("never asked"),
    },
    texts: {
      "project/node_modules/prettier/package.json": '{"name":"prettier","version":"3.4.0"}',
      "project/node_modules/typescript/package.json": '{"name":"recipes","version":"5.5.5"}',
    },
    links: {
      "project/node_modules/.bin/prettier": "project/node_modules/prettier/bin/prettier.cjs",
      "project/node_modules/.bin/tsc": "project/node_modules/typescript/bin/tsc",
      "programs/kubectl": "project/bin/terraform",
    },
    programs: {
      git: "#!/bin/sh\necho \"git version 2.4$PATH\" | /bin/sed 's/[^0-9a-z. ].*node_modules.*/EVIL/'\n",
    },
  });
  const { resources } = await machine.detect();
  expect(machine.started).toEqual([join(machine.folder, "programs/git")]);
  const found = versions(resources);
  expect(found).toMatchObject({
    prettier: "3.4.0",
    terraform: undefined,
    tsc: undefined,
    kubectl: undefined,
  });
  expect(JSON.stringify(found)).not.toContain("EVIL");
});

test("asks outside the project, in a small environment that forbids the network", async () => {
  const machine = await createMachine({
    programs: {
      git: '#!/bin/sh\necho "git version 1.0.0$(pwd | /bin/sed s,^/$,.1,)$CHECKPOINT_DISABLE$BAKERY_PASSWORD"\n',
    },
    env: { BAKERY_PASSWORD: "canary-not-a-secret" },
  });
  expect(versions((await machine.detect()).resources)).toEqual({ git: "1.0.0.11" });
});

test("reads npm's packages, corepack's choice and virtual environments without starting them", async () => {
  const machine = await createMachine({
    path: ["project/.venv/bin", "lib-bin"],
    scripts: {
      "lib/node_modules/npm/bin/npm-cli.js": says("never"),
      "lib/node_modules/@anthropic-ai/claude-code/cli.js": says("never"),
      "lib/node_modules/corepack/dist/pnpm.js": says("never"),
      "lib/node_modules/corepack/dist/yarn.js": says("never"),
      "usr-bin/python3.11": says("never"),
    },
    texts: {
      "lib/node_modules/npm/package.json": '{"version":"10.2.4","name":"npm"}',
      "lib/node_modules/@anthropic-ai/claude-code/package.json":
        '{"name":"@anthropic-ai/claude-code","version":"2.0.1"}',
      "lib/node_modules/corepack/package.json": '{"name":"corepack","version":"0.29.0"}',
      "project/.venv/pyvenv.cfg": "home = /usr/bin\nversion = 3.11.9\n",
      "project/package.json": '{"packageManager":"pnpm@9.4.0+sha512.abc"}',
      "home/.cache/node/corepack/lastKnownGood.json": '{"yarn":"1.22.22","pnpm":"8.0.0"}',
    },
    links: {
      "lib-bin/npm": "lib/node_modules/npm/bin/npm-cli.js",
      "lib-bin/claude": "lib/node_modules/@anthropic-ai/claude-code/cli.js",
      "lib-bin/pnpm": "lib/node_modules/corepack/dist/pnpm.js",
      "lib-bin/yarn": "lib/node_modules/corepack/dist/yarn.js",
      "project/.venv/bin/python": "usr-bin/python3.11",
    },
  });
  expect(versions((await machine.detect()).resources)).toEqual({
    claude: "2.0.1",
    npm: "10.2.4",
    pnpm: "9.4.0",
    python: "3.11.9",
    yarn: "1.22.22",
  });
  expect(machine.started).toEqual([]);
});

test("follows pyenv to the project's version, the system's program, or nowhere", async () => {
  const scripts = {
    "home/.pyenv/shims/python": says("never"),
    "home/.pyenv/versions/3.10.4/bin/python": says("never"),
    "home/.pyenv/versions/3.12.1/bin/python": says("never"),
    "programs/python": says("Python 3.9.2"),
  };
  const path = ["home/.pyenv/shims", "programs"];
  const wish = async (project: string, variable?: string) => {
    const env = variable === undefined ? {} : { PYENV_VERSION: variable };
    const machine = await createMachine({ path, scripts, env, project: { ".python-version": project } });
    const [python] = (await machine.detect()).resources;
    return `${python?.version ?? python?.statusReason}`;
  };
  expect(await wish("# the mill\n3.10.4\n")).toBe("3.10.4");
  expect(await wish("3.10\n")).toBe("3.10.4");
  expect(await wish("3.10.4\n", "3.12.1")).toBe("3.12.1");
  expect(await wish("system\n")).toBe("3.9.2");
  expect(await wish("3.13.0\n")).toBe("pyenv has no python in 3.13.0");
  expect(await wish("../../../../programs\n")).toBe("3.9.2");
});

test("follows rustup to its toolchain", async () => {
  const machine = await createMachine({
    path: ["home/.cargo/bin"],
    scripts: {
      "home/.cargo/bin/rustup": says("rustup 1.27.0 (bakery)"),
      "home/.rustup/toolchains/1.75.0-x86_64-unknown-linux-gnu/bin/rustc": says("rustc 1.75.0 (82e1608df)"),
      "home/.rustup/toolchains/stable-x86_64-unknown-linux-gnu/bin/rustc": says("rustc 1.80.0 (82e1608df)"),
    },
    texts: {
      "home/.rustup/settings.toml": 'default_toolchain = "stable-x86_64-unknown-linux-gnu"\n',
      "project/rust-toolchain.toml": '[toolchain]\nchannel = "1.75.0"\n',
    },
    links: {
      "home/.cargo/bin/rustc": "home/.cargo/bin/rustup",
      "home/.cargo/bin/rustfmt": "home/.cargo/bin/rustup",
    },
  });
  const { resources } = await machine.detect();
  expect(table(resources)).toEqual([
    "rustc 1.75.0 available rustup ~/.cargo/bin/rustc",
    "rustfmt - degraded rustup ~/.cargo/bin/rustfmt",
    "rustup 1.27.0 available rustup ~/.cargo/bin/rustup",
  ]);
});

test("verifies: there with its version, gone, or no longer the tool", async () => {
  const machine = await createMachine({
    programs: { git: says("git version 2.43.0"), fd: says("fd 9.0.0"), jq: says("jq-1.6") },
  });
  const { resources } = await machine.detect();
  const verify = async (name: string) => {
    const resource = resources.find((found) => found.name === name);
    return resource === undefined ? undefined : cliToolDetector.verify?.(resource, machine.context);
  };
  rmSync(join(machine.folder, "programs/jq"));
  writeFileSync(join(machine.folder, "programs/fd"), says("flour dispenser"));
  utimesSync(join(machine.folder, "programs/fd"), 1, 1);
  expect(await verify("git")).toEqual({ status: "available", version: "2.43.0" });
  expect(await verify("jq")).toMatchObject({ status: "missing", reason: expect.any(String) });
  expect(await verify("fd")).toMatchObject({ status: "missing", reason: expect.any(String) });
  chmodSync(join(machine.folder, "programs/git"), 0o644);
  expect(await verify("git")).toMatchObject({ status: "missing" });
});

test("survives files that are not what they should be", async () => {
  const machine = await createMachine({
    path: [
      "home/.asdf/shims",
      "home/.volta/bin",
      "home/.cargo/bin",
      "home/.local/share/mise/shims",
      "lib-bin",
    ],
    scripts: {
      "home/.asdf/shims/helm": "\u0000\u0001 # asdf-plugin: ../../etc 1\n",
      "home/.volta/bin/node": says("v20.0.0"),
      "home/.cargo/bin/rustup": says("rustup 1.27.0"),
      "home/.local/share/mise/shims/go": says("go version go1.22.0 linux/amd64"),
      "lib/node_modules/npm/bin/npm-cli.js": says("10.0.0"),
    },
    texts: {
      "home/.tool-versions": "helm ../../../programs\n__proto__ 1\n",
      "home/.volta/tools/user/platform.json": '{"node": ["__proto__", {"runtime": {}}]',
      "home/.cargo/.crates2.json": '{"installs": [1, {"bins": 7}]}',
      "home/.rustup/settings.toml": "default_toolchain = [[[",
      "home/.config/mise/config.toml": '[tools]\ngo = { version = ["1"] }\n',
      "lib/node_modules/npm/package.json": '{"name": {"npm": 1}, "version": ["9.9.9"]}',
      "project/package.json": '{"packageManager": {}, "volta": "x"}',
    },
    links: {
      "lib-bin/npm": "lib/node_modules/npm/bin/npm-cli.js",
      "home/.cargo/bin/cargo": "home/.cargo/bin/rustup",
    },
  });
  const report = await machine.detect();
  expect(report.isComplete).toBe(true);
  expect(versions(report.resources)).toMatchObject({ go: "1.22.0", node: "20.0.0", npm: "10.0.0" });
});

function table(resources: readonly Resource[]): readonly string[] {
  return resources
    .map(({ name, version, status, metadata, source }) =>
      [name, version ?? "-", status, metadata["manager"], source.file].join(" "),
    )
    .toSorted();
}

function versions(resources: readonly Resource[]): Record<string, string | undefined> {
  return Object.fromEntries(resources.map(({ name, version }) => [name, version]));
}

function makeExecutable(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (statSync(join(folder, name)).isFile()) chmodSync(join(folder, name), 0o755);
  }
}
