import type { Case } from "./types.ts";

/** Packages of JavaScript as well-known repositories have them, each beside a fault that has to be found all the same. */
export const REAL_PACKAGES: readonly Case[] = [
  {
    rule: "broken_import",
    tree: {
      "build/main.rs": 'const SHIM: &str = include_str!("./js/shim.js");\n',
      "build_tool/js/shim.js": 'export * from "./index.js";\n',
      "build_tool/js/other.js": 'export * from "./index.js";\n',
      "editor/mode.js":
        'ace.define("ace/mode/oven", ["require", "exports"], function (require) {\n  require("./text");\n});\n',
      "lib/oven-1.2.0/a.js": 'import "./gone.js";\n',
    },
    found: ["broken_import build_tool/js/other.js:1 (low)"],
  },
  {
    rule: "broken_package_json_reference",
    tree: {
      "cli/package.json":
        '{\n  "files": ["oclif.manifest.json", "npm-shrinkwrap.json",\n    "gone.html"],\n  "scripts": {"prepack": "oclif manifest"}\n}\n',
    },
    found: ["broken_package_json_reference cli/package.json:3"],
  },
  {
    // What a script fetches is there when the program is built.
    rule: "broken_import",
    tree: {
      "core/scripts/download-catalog.js": 'write("src/catalog.json", text);\nread("package.json");\n',
      "core/src/schemas.ts": 'import "./catalog.json";\nimport "../package.json";\nimport "./gone.json";\n',
    },
    found: ["broken_import core/src/schemas.ts:2", "broken_import core/src/schemas.ts:3"],
  },
  {
    // What is taken in as a text, and what a compiler of another language writes.
    rule: "broken_import",
    tree: {
      "box/template.ts": 'const a = require("!raw-loader?esModule=false!./inside/client.js");\n',
      "box/other.ts": 'import text from "./inside/index.ts?raw";\n',
      "box/inside/client.js": 'import "./shim";\n',
      "box/inside/index.ts": 'import "./shim";\n',
      "box/index.ts": 'import "./gone";\nimport "./inside/index";\n',
      "web/run.ts":
        'import "./wasm_exec";\nimport oven from "./oven.wasm";\nimport "./gone";\nimport "./a";\nimport "./b";\nimport "./c";\n',
      "web/a.ts": "export {};\n",
      "web/b.ts": "export {};\n",
      "web/c.ts": "export {};\n",
    },
    found: [
      "broken_import box/index.ts:1",
      "broken_import web/run.ts:3",
      "broken_import web/run.ts:1 (low)",
      "broken_import web/run.ts:2 (low)",
    ],
  },
  {
    // Declarations are all there is of a module of types.
    rule: "broken_import",
    tree: {
      "src/types.d.ts": "export type Oven = string;\n",
      "src/kinds.d.mts": "export type Kind = string;\n",
      "src/made.ts": "export const a = 1;\n",
      "src/a.ts":
        'import type { Oven } from "./types.ts";\nimport type { Kind } from "./kinds.mts";\nimport { gone } from "./gone.ts";\nimport type * as made from "./made.d.ts";\n',
    },
    found: ["broken_import src/a.ts:3"],
  },
  {
    // What is compiled runs a folder deeper than it stands.
    rule: "broken_import",
    tree: {
      "oven/package.json": "{}",
      "oven/src/a.ts": 'const { version } = require("../../package.json");\n',
      "oven/src/lib/a.ts": 'import pkg from "../package.json";\n',
      "other/src/a.ts": 'const { version } = require("../../package.json");\n',
    },
    found: ["broken_import other/src/a.ts:1"],
  },
  {
    // A test's project is copied from one to the next.
    rule: "broken_tsconfig_reference",
    tree: {
      "test/oven/tsconfig.json": '{"compilerOptions":{"paths":{"oven":["./gone.ts"]}}}\n',
      "tsconfig.json": '{"compilerOptions":{"paths":{"oven":["./gone.ts"]}}}\n',
      "tests/a/tsconfig.json": '{"extends":"../gone.json"}\n',
    },
    found: [
      "broken_tsconfig_reference tests/a/tsconfig.json:1",
      "broken_tsconfig_reference tsconfig.json:1 (medium)",
      "broken_tsconfig_reference test/oven/tsconfig.json:1 (low)",
    ],
  },
  {
    rule: "broken_import",
    tree: {
      "ext/tsconfig.json": '{"compilerOptions":{"rootDirs":["src","../src"]}}\n',
      "ext/src/core/a.ts": 'import { b } from "../b";\nimport { c } from "../gone";\n',
      "src/b.ts": "export const b = 1;\n",
      "other/src/core/a.ts": 'import { b } from "../b";\n',
    },
    found: ["broken_import ext/src/core/a.ts:2", "broken_import other/src/core/a.ts:1"],
  },
  {
    rule: "broken_package_json_reference",
    tree: {
      "a/package.json":
        '{"main":"./node/index.js",\n"module":"./src/gone.js",\n"bin":"./bin/gone.cjs",\n"scripts":{"build":"make"}}\n',
      "a/src/a.ts": "1\n",
      "b/package.json": '{"main":"./node/index.js"}\n',
      "tests/oven/package.json": '{"scripts":{"up":"node gone.js"}}\n',
    },
    found: [
      "broken_package_json_reference a/package.json:2",
      "broken_package_json_reference a/package.json:3",
      "broken_package_json_reference b/package.json:1",
      "broken_package_json_reference tests/oven/package.json:1 (low)",
    ],
  },
  {
    rule: "broken_package_json_reference",
    tree: {
      "a/package.json": '{"main":"importBread.js"}\n',
      "a/importBread.ts": "1\n",
      "b/package.json": '{"main":"importBread.js"}\n',
    },
    found: ["broken_package_json_reference b/package.json:1"],
  },
  {
    rule: "workspace_range_mismatch",
    tree: {
      "package.json": '{"workspaces":["packages/*"]}\n',
      "packages/dayjs/package.json": '{"name":"dayjs","version":"0.0.0"}\n',
      "packages/oven/package.json": '{"name":"oven","version":"1.0.0"}\n',
      "packages/app/package.json":
        '{"name":"app","version":"1.0.0","dependencies":{"dayjs":"^1.11.0","oven":"^2.0.0"}}\n',
    },
    found: [
      "workspace_range_mismatch packages/app/package.json:1",
      "workspace_range_mismatch packages/app/package.json:1 (low)",
    ],
  },
  {
    rule: "broken_import",
    tree: {
      "wasm/Cargo.toml": "[package]\n",
      "gen/node-templates/a.ts": 'import { b } from "../utilities";\n',
      "gen/a.ts": 'import { b } from "../utilities";\nimport init from "../wasm/pkg-deno/oven.js";\n',
    },
    found: ["broken_import gen/a.ts:1", "broken_import gen/node-templates/a.ts:1 (low)"],
  },
  {
    rule: "broken_package_json_reference",
    tree: {
      "templates/package.json": '{"files":["logo.svg"]}\n',
      "a/package.json": '{"files":["logo.svg"]}\n',
    },
    found: [
      "broken_package_json_reference a/package.json:1",
      "broken_package_json_reference templates/package.json:1 (low)",
    ],
  },
  {
    rule: "broken_tsconfig_reference",
    tree: {
      ".gitignore": "now.tsx\n",
      "tsconfig.json":
        '{"compilerOptions":{"paths":{"@now":["src/now"],"@a/*":["gone/*"],\n"@b":["gone/b.ts"]}},\n"references":[{"path":"./gone"}]}\n',
    },
    found: [
      "broken_tsconfig_reference tsconfig.json:3",
      "broken_tsconfig_reference tsconfig.json:2 (medium)",
      "broken_tsconfig_reference tsconfig.json:1 (low)",
    ],
  },
  {
    rule: "broken_package_json_reference",
    tree: {
      "a/package.json": '{"scripts":{"up":"node server.js"},"dependencies":{"next":"16.0.0"}}\n',
      "b/package.json": '{"scripts":{"up":"node server.js"}}\n',
    },
    found: ["broken_package_json_reference b/package.json:1"],
  },
  {
    rule: "broken_import",
    tree: {
      ".gitignore": "src/**/*.prebuilt.ts\n",
      "src/a.ts": 'import x from "./oven.prebuilt.js";\nimport y from "./gone.js";\n',
      "src/rye.input.ts": 'import z from "./none.js";\n',
    },
    found: ["broken_import src/a.ts:2"],
  },
  {
    rule: "broken_import",
    tree: { "pkg/a.py": "from .packages.six.moves import queue\nfrom .gone import x\n" },
    found: ["broken_import pkg/a.py:2"],
  },
  {
    rule: "broken_import",
    tree: {
      "web/oven.tsx":
        'import type { Oven } from "./types.tsx";\nimport { rye } from "./rye.ts";\nimport "./gone.ts";\n',
      "web/types.ts": "export {};\n",
      "web/rye.tsx": "export {};\n",
      "server/main.js": 'import "./routes/all.js";\n',
      "server/other.js": 'import "./routes/all.js";\n',
      "bin/build.sh": "tsc\ncp server/main.js build/server/main.js\nnode server/other.js\n",
    },
    found: ["broken_import web/oven.tsx:3", "broken_import server/other.js:1 (low)"],
  },
  {
    rule: "broken_package_json_reference",
    tree: { "templates/app/package.json": '{"name": "x", "main": "gone.js"}\n' },
    found: ["broken_package_json_reference templates/app/package.json:1 (low)"],
  },
  {
    rule: "lockfile_mix",
    tree: {
      "__tests__/data/poetry.lock": "",
      "__tests__/data/Pipfile.lock": "{}\n",
      "tests/cli/api/all/poetry.lock": "",
      "tests/cli/api/all/Pipfile.lock": "{}\n",
      "shop/poetry.lock": "",
      "shop/Pipfile.lock": "{}\n",
    },
    found: [
      "lockfile_mix shop/Pipfile.lock",
      "lockfile_mix __tests__/data/Pipfile.lock (low)",
      "lockfile_mix tests/cli/api/all/Pipfile.lock (low)",
    ],
  },
];
