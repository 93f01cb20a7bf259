import { utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createMachine, says } from "./cli-tool/machine.ts";
import { makeExecutable, table, versions } from "./cli-tool/outline.ts";

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
  expect(machine.started).toHaveLength(3);
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
