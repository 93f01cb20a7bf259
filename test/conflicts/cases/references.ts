import { REAL_DOCUMENTS } from "./real-documents.ts";
import { REAL_PACKAGES } from "./real-packages.ts";
import { REAL_TRAPS } from "./real-traps.ts";
import type { Case } from "./types.ts";

/** Of rules about what one file says of another. */
export const REFERENCE_CASES: readonly Case[] = [
  ...REAL_DOCUMENTS,
  ...REAL_PACKAGES,
  ...REAL_TRAPS,
  {
    rule: "requirements_include_missing",
    tree: {
      "s/requirements.txt": "-r ../none.txt\n-r base.txt\n-c https://x.test/c.txt\nhttpx==1\n",
      "s/base.txt": "a\n",
    },
    found: ["requirements_include_missing s/requirements.txt:1"],
  },
  {
    rule: "requirements_include_missing",
    tree: {
      "a/requirements.txt": "-r ../b/requirements.txt\n",
      "b/requirements.txt": "x\n",
      "requirements/dev.txt": "-r base.in\n",
      "requirements/base.in": "x\n",
    },
    found: [],
  },
  {
    rule: "broken_md_link",
    tree: {
      "a.md": "# One\n\ntext [x](./gone.md)\nmore ![i](img/gone.png)\n",
      "b.md": "[y](a.md#one) [z](a.md#two) [w](#nowhere)\n",
      "c.md": "[root](/docs/gone.md)\n",
      "docs/d.md": "---\ntitle: x\n---\n\n| a |\n|---|\n| [x](gone%20file.md) |\n",
    },
    found: [
      "broken_md_link a.md:3",
      "broken_md_link a.md:4",
      "broken_md_link b.md:1",
      "broken_md_link c.md:1",
      "broken_md_link docs/d.md:7",
      "broken_md_link b.md:1 (low)",
    ],
  },
  {
    rule: "broken_md_link",
    tree: {
      "a.md":
        '# Same\n\n# Same\n\n<a name="Anchor"></a>\n\n[x](<b c.md>) [y](b%20c.md#x-y) `[no](no.md)` [s](https://a.test/n.md) [m](mailto:a@b.c) [d](docs/) [d](#same-1) [a](#anchor) [o](../out.md) [t]({{ x }}/a.md)\n\n```md\n[no](no.md)\n```\n\n<!-- [no](no.md) -->\n',
      "b c.md": "## `x` Y\n",
      "docs/x.txt": "x\n",
      ".gitignore": "made.md\nout/\n",
      "ignored.md": "[x](made.md) [y](out/y.md) [z](build/z.html)\n",
      "CHANGELOG.md": "[old](gone.md)\n",
      "generated.md": "<!-- This file is auto-generated. -->\n[old](gone.md)\n",
      "site/mkdocs.yml": "site_name: x\n",
      "site/docs/a.md": "[page](../page/) [other](other.html) [h](#made-by-the-site)\n",
      "test/fixtures/a.md": "[x](gone.md)\n",
      "guide/a.md":
        "[page](b) [page](c.d#part) [fill in](ENGLISH_VERSION_URL) [fill in](%%REPO%%/issues) [route](/guide/none/)\n",
      "guide/b.mdx": "x\n",
      "guide/c.d.md": "x\n",
      "product/website/siteConfig.js": "x\n",
      "product/docs/route.md": "[page](./made-elsewhere)\n",
      "handbook/de/docs/a.md": "[only in English](../docs/b.md)\n",
      "handbook/en/docs/b.md": "x\n",
    },
    found: [],
  },
  {
    rule: "broken_compose_env_file_reference",
    tree: {
      "compose.yaml":
        "services:\n  a:\n    env_file: ./a.conf\n  b:\n    env_file:\n      - b.conf\n      - path: c.conf\n        required: true\n",
    },
    found: [
      "broken_compose_env_file_reference compose.yaml:3",
      "broken_compose_env_file_reference compose.yaml:6",
      "broken_compose_env_file_reference compose.yaml:7",
    ],
  },
  {
    rule: "broken_compose_env_file_reference",
    tree: {
      ".gitignore": ".env\n",
      "compose.yaml":
        "services:\n  a:\n    env_file: [.env, made.env, '${X}.env', there.env]\n  b:\n    env_file:\n      - path: c.conf\n        required: false\n",
      "made.env.example": "A=\n",
      "there.env": "A=1\n",
    },
    found: [],
  },
  {
    rule: "broken_compose_path",
    tree: {
      "compose.yaml":
        "services:\n  a: {build: ./none}\n  b:\n    build:\n      context: app\n      dockerfile: Gone\n    extends: {file: base.yaml, service: x}\n    volumes: ['./conf/a.conf:/etc/a.conf']\nconfigs:\n  c: {file: ./c.txt}\n",
      "app/Dockerfile": "FROM scratch\n",
    },
    found: [
      "broken_compose_path compose.yaml:2",
      "broken_compose_path compose.yaml:6",
      "broken_compose_path compose.yaml:7",
      "broken_compose_path compose.yaml:8 (low)",
      "broken_compose_path compose.yaml:10 (low)",
    ],
  },
  {
    rule: "broken_compose_path",
    tree: {
      "compose.yaml":
        "services:\n  a: {build: app, volumes: ['./data:/data', 'named:/x', '/etc/a.conf:/etc/a.conf', '~/b.conf:/b.conf']}\n  b: {build: 'https://github.com/x/y.git'}\n  c: {build: {context: '${DIR:-app}', dockerfile: Dockerfile}}\n",
      "app/Dockerfile": "FROM scratch\n",
      "deploy/compose.yaml": "services:\n  a: {build: ./app}\n",
    },
    found: [],
  },
  {
    rule: "broken_dockerfile_copy",
    tree: {
      "a/Dockerfile": 'FROM scratch\nCOPY a.txt conf/gone.ini /x/\nADD ["none.txt", "/y"]\n',
      "a/a.txt": "x\n",
    },
    found: ["broken_dockerfile_copy a/Dockerfile:2", "broken_dockerfile_copy a/Dockerfile:3"],
  },
  {
    rule: "broken_dockerfile_copy",
    tree: {
      ".gitignore": "secret.txt\n",
      Makefile: "app:\n\tgo build -o server\n",
      "go.sum": "x\n",
      "svc/b.txt": "x\n",
      "ctx/only.txt": "x\n",
      "compose.yaml": "services:\n  a: {build: {context: ctx, dockerfile: ../svc/Dockerfile}}\n",
      "svc/Dockerfile":
        "ARG V=1\nFROM scratch AS build\nCOPY go.sum b.txt only.txt ./\nCOPY --from=build /out /out\nCOPY go.su[m] *.none ./\nCOPY dist/a.js secret.txt ./\nADD app.tar built/app.jar ./\nCOPY server ./\nCOPY a-${V}.txt ./\nADD https://a.test/x.tgz /x\nCOPY <<EOF /b\nCOPY none.txt /\nEOF\n",
    },
    found: [],
  },
  {
    rule: "broken_workflow_path",
    tree: {
      ".github/workflows/a.yml":
        "on: push\njobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n      - uses: ./.github/actions/gone\n      - run: bash ci/gone.sh --x\n      - run: make\n        working-directory: gone\n      - uses: actions/setup-node@v4\n        with:\n          node-version-file: .gone-version\n  b:\n    uses: ./.github/workflows/gone.yml\n",
    },
    found: ["6", "7", "9", "12 (low)", "14 (low)"].map(
      (line) => `broken_workflow_path .github/workflows/a.yml:${line}`,
    ),
  },
  {
    rule: "broken_workflow_path",
    tree: {
      "sub/run.sh": "x\n",
      ".github/actions/x/action.yml": "name: x\nruns: {using: composite, steps: []}\n",
      ".github/workflows/a.yml":
        "on: push\njobs:\n  a:\n    defaults: {run: {working-directory: sub}}\n    steps:\n      - uses: actions/checkout@v4\n      - uses: actions/checkout@v4\n        with: {repository: a/b, path: other}\n      - uses: ./other/action\n      - uses: ./.github/actions/x\n      - run: ls\n        working-directory: other/deep\n      - run: ./run.sh && bash run.sh\n      - run: mkdir -p made/x && echo 1 > made.sh\n      - run: bash ../made.sh\n        working-directory: made/x\n      - run: cd x && ./gone.sh\n      - run: bash ${{ env.X }}/gone.sh\n        working-directory: .\n      - uses: actions/download-artifact@v4\n        with: {path: art}\n      - run: ls\n        working-directory: art/x\n  b:\n    steps:\n      - uses: actions/checkout@v4\n        with: {path: src}\n      - run: ls\n        working-directory: src/sub\n  c:\n    steps:\n      - uses: actions/checkout@v4\n        with: {repository: other/one}\n      - run: bash gone.sh\n  d:\n    steps:\n      - uses: actions/checkout@v4\n      - uses: actions/checkout@v4\n        with: {ref: v1, path: release}\n      - run: node scripts/gone.js\n        working-directory: ./release\n",
    },
    found: [],
  },
  {
    rule: "broken_package_json_reference",
    tree: {
      "package.json":
        '{\n"name": "x",\n"main": "gone.js",\n"bin": {"x": "./bin/gone.cjs"},\n"files": ["assets/gone.json"],\n"scripts": {"a": "node --check tools/gone.mjs"},\n"exports": {".": {"import": "./gone.mjs"}},\n"workspaces": ["gone"]\n}\n',
    },
    found: ["3", "4", "5", "6 (low)", "7 (low)", "8 (low)"].map(
      (line) => `broken_package_json_reference package.json:${line}`,
    ),
  },
  {
    rule: "broken_package_json_reference",
    tree: {
      ".gitignore": "dist\n",
      "package.json": JSON.stringify({
        name: "x",
        main: "index",
        types: "dist/index.d.ts",
        exports: { ".": "./dist/x.js", "./*": "./src/*.js", "./lib": "./lib/made.js" },
        bin: "cli.js",
        files: ["dist", "lib", "!x.json", "*.md", "LICENSE.md"],
        scripts: {
          build: "tsc",
          a: "node -e 1",
          b: "cd x && node gone.js",
          c: "node --import tsx ./run.ts",
          d: "pnpm --filter x exec node gone.js",
          e: "node dist/x.js",
          f: "node $X.js",
          g: "tsx watch run.ts",
        },
      }),
      "index.js": "1\n",
      "cli.js": "2\n",
      "run.ts": "3\n",
    },
    found: [],
  },
  {
    rule: "broken_tsconfig_reference",
    tree: {
      "tsconfig.json":
        '{\n  // c\n  "extends": "./gone.json",\n  "references": [{ "path": "./none" }],\n  "files": ["gone.ts"],\n  "compilerOptions": { "paths": { "@/*": ["./none/*"] }, },\n}\n',
    },
    found: ["3", "4", "5", "6 (low)"].map((line) => `broken_tsconfig_reference tsconfig.json:${line}`),
  },
  {
    rule: "broken_tsconfig_reference",
    tree: {
      "tsconfig.base.json": "{}\n",
      "p/tsconfig.json": "{ }\n",
      "src/a.ts": "1\n",
      "tsconfig.json":
        '{ /* c */ "extends": ["./tsconfig.base", "@tsconfig/node20", "./.svelte-kit/tsconfig.json"], "references": [{ "path": "p" }, { "path": "./p/tsconfig.json" }], "files": ["src/a.ts"], "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["src/*"], "a": ["src/a"], "*": ["./*"], "g": ["./gone", "./src/a.ts"] } }, }\n',
    },
    found: [],
  },
  {
    rule: "broken_import",
    tree: {
      "a.ts": 'import x from "./gone";\nexport { y } from "./b.js";\nconst z = require("../gone.json");\n',
      "src/b.ts": 'import("./gone.js");\n',
      "pkg/__init__.py": "from .gone import x\nfrom .mod import y\n",
      "pkg/mod.py": "x = 1\n",
      "b.ts": "1\n",
    },
    found: ["broken_import a.ts:1", "broken_import pkg/__init__.py:1", "broken_import src/b.ts:1"],
  },
  {
    rule: "broken_import",
    tree: {
      ".gitignore": "client/\n",
      "a.ts":
        'import x from "./b";\nimport y from "./dir";\nimport z from "./c.js";\nimport w from "./x.svg?raw";\nimport q from "./generated/api";\nimport p from "./client/p";\n// import n from "./none";\nconst t = `import m from "./none"`;\n/*\nimport k from "./none";\n*/\nimport "./style.css";\ntry { require("./optional"); } catch {}\n',
      "b.tsx": "1\n",
      "dir/index.ts": "2\n",
      "c.ts": "3\n",
      "x.svg": "<svg/>\n",
      "style.css": "a{}\n",
      "test/a.test.ts": 'import "./none";\n',
      "pkg/a.py":
        "try:\n    from .fast import x\nexcept ImportError:\n    x = 1\nfrom . import anything\nfrom ._version import v\n",
    },
    found: [],
  },
  {
    rule: "broken_terraform_module",
    tree: {
      "a/main.tf": 'module "x" {\n  source = "../gone"\n}\nmodule "y" {\n  source = "../empty"\n}\n',
      "empty/x.txt": "x\n",
    },
    found: ["broken_terraform_module a/main.tf:2", "broken_terraform_module a/main.tf:5"],
  },
  {
    rule: "broken_terraform_module",
    tree: {
      "a/main.tf":
        'module "x" {\n  source = "../b"\n}\nmodule "y" {\n  source = "terraform-google-modules/network/google"\n}\n',
      "b/main.tf": "locals {}\n",
      "tests/fixtures/main.tf": 'module "x" {\n  source = "./none"\n}\n',
    },
    found: [],
  },
  {
    rule: "broken_kustomize_reference",
    tree: {
      "k/kustomization.yaml": "resources:\n  - gone.yaml\n  - there.yaml\npatches:\n  - path: none.yaml\n",
      "k/there.yaml": "a: 1\n",
    },
    found: [
      "broken_kustomize_reference k/kustomization.yaml:2",
      "broken_kustomize_reference k/kustomization.yaml:5",
    ],
  },
  {
    rule: "broken_kustomize_reference",
    tree: {
      "k/kustomization.yaml":
        "resources:\n  - ../base\n  - github.com/a/b//c?ref=v1\n  - https://a.test/x.yaml\nconfigMapGenerator:\n  - name: x\n    files: [key=a.txt]\nsecretGenerator:\n  - name: s\n    envs: [secret.env]\n",
      "k/a.txt": "x\n",
      "base/kustomization.yaml": "resources: []\n",
    },
    found: [],
  },
  {
    rule: "codeowners_path_missing",
    tree: { ".github/CODEOWNERS": "# c\n* @a\n/src/ @b\n/gone/dir/ @c\n", "src/a.ts": "1\n" },
    found: ["codeowners_path_missing .github/CODEOWNERS:4"],
  },
  {
    rule: "codeowners_path_missing",
    tree: {
      CODEOWNERS: "*.js @a\n/src/**/x @b\n/src/a.ts @c\ndocs/ @d\n[Section][2] @e\n",
      "src/a.ts": "1\n",
    },
    found: [],
  },
];
