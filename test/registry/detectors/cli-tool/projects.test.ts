import { chmodSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cliToolDetector } from "../../../../src/registry/detectors/cli-tool/index.ts";
import { createMachine, says } from "./machine.ts";

import { table, versions } from "./outline.ts";

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
      git: '#!/bin/sh\ncase "$PATH" in *node_modules/.bin*|*project/bin*) exit 3 ;; esac\necho git version 2.43.0\n',
    },
  });
  const { resources } = await machine.detect();
  expect(machine.started).toEqual([join(machine.folder, "programs/git")]);
  const found = versions(resources);
  expect(found).toMatchObject({
    git: "2.43.0",
    prettier: "3.4.0",
    terraform: undefined,
    tsc: undefined,
    kubectl: undefined,
  });
});

test("asks outside the project, in a small environment that forbids the network", async () => {
  const machine = await createMachine({
    programs: {
      git: '#!/bin/sh\necho "git version 1.0.0$(pwd | /bin/sed s,^/$,.1,)$CHECKPOINT_DISABLE${BAKERY_PASSWORD:+9}"\n',
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
