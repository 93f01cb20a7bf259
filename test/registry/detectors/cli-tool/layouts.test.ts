import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { managerOf } from "../../../../src/registry/detectors/cli-tool/managers/name-manager.ts";
import { parseToolVersions } from "../../../../src/registry/detectors/cli-tool/managers/plugin-versions.ts";
import { matchToolchain } from "../../../../src/registry/detectors/cli-tool/managers/rustup.ts";
import {
  compareVersions,
  isVersionName,
  matchVersion,
} from "../../../../src/registry/detectors/cli-tool/managers/shim-target.ts";
import { isStoreAlias } from "../../../../src/registry/detectors/cli-tool/stand-ins.ts";
import type { Tool } from "../../../../src/registry/detectors/cli-tool/tool.ts";
import { commandsOf, TOOLS } from "../../../../src/registry/detectors/cli-tool/tools/index.ts";
import { layoutVersion } from "../../../../src/registry/detectors/cli-tool/versions/layout.ts";
import { packageFolder } from "../../../../src/registry/detectors/cli-tool/versions/node-package.ts";
import { distributionVersion } from "../../../../src/registry/detectors/cli-tool/versions/python-package.ts";

const HOME = "/home/baker";

test.each([
  [`${HOME}/.nvm/versions/node/v20.11.0/bin/node`, "nvm"],
  [`${HOME}/.nvm/versions/node/v20.11.0/bin/npm`, "nvm"],
  ["/run/user/1000/fnm_multishells/7_1/bin/node", "fnm"],
  [`${HOME}/.volta/bin/node`, "volta"],
  [`${HOME}/.local/share/mise/shims/go`, "mise"],
  [`${HOME}/.local/share/mise/installs/node/20.11.0/bin/node`, "mise"],
  [`${HOME}/.asdf/shims/helm`, "asdf"],
  [`${HOME}/.pyenv/shims/python`, "pyenv"],
  [`${HOME}/.pyenv/bin/pyenv`, "pyenv"],
  [`${HOME}/.rbenv/shims/ruby`, "rbenv"],
  [`${HOME}/.tfenv/bin/terraform`, "tfenv"],
  [`${HOME}/.sdkman/candidates/java/current/bin/java`, "sdkman"],
  ["/opt/homebrew/bin/gh", "homebrew"],
  ["/home/linuxbrew/.linuxbrew/bin/gh", "homebrew"],
  ["/snap/bin/kubectl", "snap"],
  [`${HOME}/.nix-profile/bin/jq`, "nix"],
  [`${HOME}/miniconda3/bin/conda`, "conda"],
  [`${HOME}/.cargo/bin/rg`, "cargo"],
  [`${HOME}/go/bin/gopls`, "go"],
  ["/usr/local/go/bin/go", "system"],
  [`${HOME}/google-cloud-sdk/bin/kubectl`, "gcloud"],
  [`${HOME}/bin/kubectl`, "user"],
  ["/usr/bin/git", "system"],
  ["/tmp/bakery/bin/git", "system"],
  ["C:\\Users\\baker\\scoop\\shims\\gh.exe", "scoop"],
  ["C:\\Program Files\\Git\\cmd\\git.exe", "system"],
])("%s is of %s", (path, manager) => {
  expect(managerOf({ path, realPath: path }, HOME)).toBe(manager);
});

test.each([
  ["/usr/local/bin/gh", "/usr/local/Cellar/gh/2.42.1/bin/gh", "homebrew"],
  ["/usr/bin/npm", "/usr/lib/node_modules/npm/bin/npm-cli.js", "system"],
  ["/usr/bin/prettier", "/usr/lib/node_modules/prettier/bin/prettier.cjs", "npm"],
  ["/usr/bin/pnpm", "/usr/lib/node_modules/corepack/dist/pnpm.js", "corepack"],
  [`${HOME}/.local/bin/ruff`, `${HOME}/.local/share/uv/tools/ruff/bin/ruff`, "uv"],
  [`${HOME}/.local/bin/black`, `${HOME}/.local/share/pipx/venvs/black/bin/black`, "pipx"],
  [`${HOME}/.cargo/bin/rustc`, `${HOME}/.cargo/bin/rustup`, "rustup"],
  ["/usr/bin/gcloud", "/usr/lib/google-cloud-sdk/bin/gcloud", "system"],
])("%s → %s is of %s", (path, realPath, manager) => {
  expect(managerOf({ path, realPath }, HOME)).toBe(manager);
});

test.each([
  ["node", "/opt/homebrew/Cellar/node@20/20.11.0_1/bin/node", "20.11.0"],
  ["kubectl", "/usr/local/Cellar/kubernetes-cli/1.29.1/bin/kubectl", "1.29.1"],
  ["python", "/opt/homebrew/Cellar/python@3.12/3.12.1/Frameworks/x/bin/python3.12", "3.12.1"],
  ["pip", "/opt/homebrew/Cellar/python@3.12/3.12.1/bin/pip3", undefined],
  ["terraform", "/usr/local/Cellar/tfenv/3.0.0/bin/terraform", undefined],
  ["gcloud", "/opt/homebrew/Caskroom/google-cloud-sdk/latest/google-cloud-sdk/bin/gcloud", undefined],
  ["jq", "/nix/store/0123456789abcdfghijklmnpqrsvwxyz-jq-1.7.1-bin/bin/jq", "1.7.1"],
  ["java", `${HOME}/.sdkman/candidates/java/17.0.9-tem/bin/java`, "17.0.9"],
  ["node", `${HOME}/.local/share/mise/installs/node/20.11.0/bin/node`, "20.11.0"],
  ["npm", `${HOME}/.local/share/mise/installs/node/20.11.0/bin/npm`, undefined],
  ["go", `${HOME}/.asdf/installs/golang/1.22.1/go/bin/go`, "1.22.1"],
  ["node", `${HOME}/.local/share/fnm/node-versions/v20.11.0/installation/bin/node`, "20.11.0"],
  ["npm", `${HOME}/.nvm/versions/node/v20.11.0/bin/npm`, undefined],
  ["aws", "/usr/local/aws-cli/v2/2.15.10/dist/aws", "2.15.10"],
  ["claude", `${HOME}/.local/share/claude/versions/2.0.14`, "2.0.14"],
  ["gh", "C:\\Users\\baker\\scoop\\apps\\gh\\2.42.1\\bin\\gh.exe", "2.42.1"],
  ["git", "/usr/bin/git", undefined],
])("%s at %s is %s", (name, realPath, version) => {
  expect(layoutVersion(toolOf(name), realPath)).toBe(version);
});

describe("names of packages", () => {
  test("the innermost package of npm that a file is in", () => {
    expect(packageFolder("/a/node_modules/npm/node_modules/@oven/mill/bin/m.js")).toBe(
      "/a/node_modules/npm/node_modules/@oven/mill",
    );
    expect(packageFolder("/a/node_modules/.bin/prettier")).toBeUndefined();
    expect(packageFolder("C:\\n\\node_modules\\npm\\bin\\npm.cmd")).toBe("C:\\n\\node_modules\\npm");
  });

  test("a distribution's folder", () => {
    expect(distributionVersion("awscli-1.32.0.dist-info", ["awscli"])).toBe("1.32.0");
    expect(distributionVersion("Pre-Commit-3.6.0.dist-info", ["pre_commit"])).toBe("3.6.0");
    expect(distributionVersion("black-23.1.0-py3.11.egg-info", ["black"])).toBe("23.1.0");
    expect(distributionVersion("awscli_local-0.2.dist-info", ["awscli"])).toBeUndefined();
    expect(distributionVersion("awscli", ["awscli"])).toBeUndefined();
  });

  test("a toolchain of rustup", () => {
    const installed = ["nightly-2024-01-01-x86_64-unknown-linux-gnu", "stable-x86_64-unknown-linux-gnu"];
    expect(matchToolchain("stable", installed)).toBe("stable-x86_64-unknown-linux-gnu");
    expect(matchToolchain("nightly", installed)).toBeUndefined();
    expect(matchToolchain("nightly-2024-01-01", installed)).toBe(installed[0]);
  });

  test("the lines of .tool-versions", () => {
    const chosen = parseToolVersions(
      "# ovens\nnodejs 20.11.0 18.0.0 # old\n\nhelm\npython   3.12.1\r\n__proto__ 1\n",
    );
    expect([...chosen]).toEqual([
      ["nodejs", ["20.11.0", "18.0.0"]],
      ["python", ["3.12.1"]],
      ["__proto__", ["1"]],
    ]);
  });

  test("an alias of the Windows store", () => {
    expect(isStoreAlias("C:\\Users\\baker\\AppData\\Local\\Microsoft\\WindowsApps\\python.exe")).toBe(true);
    expect(isStoreAlias("C:\\Python312\\python.exe")).toBe(false);
  });
});

describe("versions", () => {
  const version = fc
    .array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 4 })
    .map((numbers) => numbers.join("."));

  test("an order: a version equals itself and its mirror image turns around", () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(compareVersions(a, a)).toBe(0);
        expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a))).toBe(0);
      }),
    );
    expect(["3.9.18", "3.10.1", "3.10"].toSorted(compareVersions)).toEqual(["3.9.18", "3.10", "3.10.1"]);
  });

  test("a wish comes to itself or to the highest below it", () => {
    expect(matchVersion("3.1", ["3.10.4", "3.1.2", "3.1.10"])).toBe("3.1.10");
    expect(matchVersion("3.10.4", ["3.10.4", "3.10.4.1"])).toBe("3.10.4");
    expect(matchVersion("4", ["3.10.4", "40.1"])).toBeUndefined();
    fc.assert(
      fc.property(version, fc.array(version), (wish, installed) => {
        const found = matchVersion(wish, installed);
        expect(found === undefined || found === wish || found.startsWith(`${wish}.`)).toBe(true);
      }),
    );
  });

  test("a name from a file never leads out of its folder", () => {
    for (const name of ["../x", "..", "a/b", "a\\b", "", "a..b", "~", "-rf", "$(x)", "a b"]) {
      expect(isVersionName(name), name).toBe(false);
    }
    for (const name of ["3.12.1", "v20", "pypy3.10-7.3.14", "temurin-17.0.9+9"])
      expect(isVersionName(name)).toBe(true);
  });
});

describe("the table", () => {
  test("has more than 200 tools, each name and each command once", () => {
    expect(TOOLS.length).toBeGreaterThan(200);
    const commands = TOOLS.flatMap(commandsOf);
    expect(new Set(TOOLS.map(({ name }) => name)).size).toBe(TOOLS.length);
    expect(new Set(commands).size).toBe(commands.length);
  });

  test.each(TOOLS)("$name can be told from others, and is asked without keeping state", (tool) => {
    expect(commandsOf(tool)[0]).toBe(tool.name);
    expect(tool.pattern?.flags ?? "").toMatch(/^m?$/);
    const isProvable = [tool.pattern, tool.npm, tool.python, tool.places, tool.pathPattern];
    if (tool.isAmbiguous === true) {
      const byLayout = tool.packages?.length !== 0;
      expect(byLayout || isProvable.some((way) => way !== undefined)).toBe(true);
    }
  });
});

function toolOf(name: string): Tool {
  const tool = TOOLS.find((entry) => entry.name === name);
  if (tool === undefined) throw new Error(`no tool ${name}`);
  return tool;
}
