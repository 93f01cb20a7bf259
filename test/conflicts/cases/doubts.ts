import type { Case } from "./types.ts";

const links = (names: readonly string[]) => names.map((name) => `[x](./${name})\n`).join("");

/** What may well be there for whoever reads it, beside what is missing for everybody. */
export const DOUBTS: readonly Case[] = [
  {
    // Pieces of documents that a script copies into other folders.
    rule: "broken_md_link",
    tree: {
      "pieces/a.md": links(["oven.ts", "rye.ts", "bake.ts", "flour.ts", "a.md"]),
      "pieces/b.md": links(["oven.ts", "rye.ts", "bake.ts", "flour.ts", "b.md"]),
      "docs/a.md": links(["oven.ts", "rye.ts", "bake.ts", "a.md", "b.md", "c.md", "d.md"]),
      "docs/b.md": links([
        "oven.ts",
        "rye.ts",
        "bake.ts",
        "flour.ts",
        "salt.ts",
        "a.md",
        "b.md",
        "c.md",
        "d.md",
      ]),
      "docs/c.md": links(["a.md", "b.md", "c.md", "d.md"]),
      "docs/d.md": links(["a.md", "b.md", "c.md", "d.md"]),
      "docs/f.md": links(["a.md", "b.md", "c.md", "d.md"]),
      "docs/README.md": "[oven](c) [gone](e-f) \n",
    },
    found: [
      "broken_md_link docs/README.md:1",
      ...[1, 2, 3].map((line) => `broken_md_link docs/a.md:${line}`),
      ...[1, 2, 3, 4, 5].map((line) => `broken_md_link docs/b.md:${line}`),
      "broken_md_link docs/README.md:1 (low)",
      ...[1, 2, 3, 4].map((line) => `broken_md_link pieces/a.md:${line} (low)`),
      ...[1, 2, 3, 4].map((line) => `broken_md_link pieces/b.md:${line} (low)`),
    ],
  },
  {
    rule: "broken_import",
    tree: {
      "app/good.ts": Array.from({ length: 20 }, () => 'import "./main.js";\n').join(""),
      "app/server.js": 'import "./handler.js";\nimport "./oven";\n',
      "app/used.js": 'import "./handler.js";\n',
      "app/main.js": 'import "./used.js";\nimport "./view.esm.mjs";\n',
      "cli/run.ts": 'const built = await import("../server/index.js");\nimport "../server/rye";\n',
      "tool/adapter.js": 'require("../packages/oven");\n',
      "tool/Dockerfile": "FROM node:24\nCOPY tool/adapter.js ./\n",
      "tool/compose.yaml":
        "services:\n  a:\n    build:\n      context: ..\n      dockerfile: tool/Dockerfile\n",
      "settings/config.py": "from .common import *\n",
      "docker/settings.py": "from .common import *\n",
      "docker/other.py": "from .common import *\n",
      "docker/Dockerfile": "FROM python:3.14\nRUN cp docker/settings.py /app/settings.py\n",
      "proto/server.py": "from .pb import oven\nfrom .gone import x\n",
    },
    found: [
      "broken_import app/server.js:2",
      "broken_import app/used.js:1",
      "broken_import cli/run.ts:2",
      "broken_import docker/other.py:1",
      "broken_import proto/server.py:2",
      "broken_import settings/config.py:1",
      "broken_import app/server.js:1 (low)",
      "broken_import cli/run.ts:1 (low)",
    ],
  },
  {
    rule: "broken_md_link",
    tree: {
      "a.md": [
        "## Oven [hot-oven]",
        "",
        '<h2 align="center">Special <em>Thanks</em></h2>',
        "",
        "[a](#hot-oven) [b](#special-thanks) [c](#start-of-content) [d](#gone)",
        "",
        "[e](#made-later) <!-- markdownlint-disable-line MD051 -->",
        "",
        "<!-- markdown-link-check-disable-next-line -->",
        "[f](gone.md)",
        "",
        "<!-- markdown-link-check-disable -->",
        "[g](gone.md)",
        "<!-- markdown-link-check-enable -->",
        "",
        "[h](gone.md)",
      ].join("\n"),
    },
    found: ["broken_md_link a.md:5", "broken_md_link a.md:16"],
  },
  {
    rule: "broken_terraform_module",
    tree: {
      "mixins/provider.tf": 'module "a" {\n  source = "../gone"\n}\n',
      "main.tf": 'module "a" {\n  source = "./gone"\n}\n',
    },
    found: ["broken_terraform_module main.tf:2", "broken_terraform_module mixins/provider.tf:2 (low)"],
  },
  {
    rule: "parse_error",
    tree: {
      "lib/BadOven.json": "{\n",
      "lib/invalid-oven.json": "{\n",
      "lib/example_data/oven.json": "{\n",
      "lib/__test-support__/oven.json": "{\n",
      "lib/badge.json": "{\n",
      "client.json": '{\n  "id": $ARGS.named.ID\n}\n',
      "key.json": "// Put the key here\n",
      "service.yaml": "spec:\n  # filled in\n  clusterIP: {PREFIX}.16\n",
      "end.yaml": "      - A=1\n    volumes: []\nother: 1\n",
      "app.yaml": "image: gcr.io/[PROJECT]/oven\nvalue: [PROJECT]-media\n",
      "part.yaml": "....\nspec:\n\tx\n",
      "doc.json": "{$ doc.data | json $}\n",
      "stub/key.broken.json": "{\n",
      "bad/a.json": "{\n",
      "slip.yaml": "  a: 1\nb: 2\n",
      "slip.toml": "    a = \nb = 2\n",
      "doc/Dockerfile": "FROM node:20\n...\nRUN x\n",
      "real.json": "{\n",
      "real.yaml": 'a: "1\n',
    },
    found: [
      "parse_error lib/badge.json:2",
      "parse_error real.json:2",
      "parse_error real.yaml:2",
      "parse_error slip.toml:1",
      "parse_error slip.yaml:2",
    ],
  },
  {
    // So called, and something else: most of what has their ending there cannot be read.
    rule: "parse_error",
    tree: Object.fromEntries([
      ...Array.from({ length: 8 }, (_, at) => [`samples/${at}/main.tf`, "```hcl\n"]),
      ["samples/real.tf", "locals {}\n"],
      ["other/main.tf", "```hcl\n"],
    ]),
    found: [
      "parse_error other/main.tf:1",
      ...Array.from({ length: 8 }, (_, at) => `parse_error samples/${at}/main.tf:1 (low)`),
    ],
  },
  {
    // Three folders take from one that is not there: something unpacks it.
    rule: "broken_kustomize_reference",
    tree: Object.fromEntries([
      ...["a", "b", "c"].map((name) => [
        `${name}/kustomization.yaml`,
        "resources:\n  - ../bundle/all.yaml\n",
      ]),
      ["d/kustomization.yaml", "resources:\n  - ../gone/all.yaml\n"],
    ]),
    found: [
      "broken_kustomize_reference d/kustomization.yaml:2",
      ...["a", "b", "c"].map((name) => `broken_kustomize_reference ${name}/kustomization.yaml:2 (low)`),
    ],
  },
  {
    rule: "broken_package_json_reference",
    tree: {
      "lib/package.json":
        '{"name": "a",\n "exports": {"./x.css": "./made.css"},\n "scripts": {"a": "node gone.js"}}\n',
      "lib/BUILD.bazel": "\n",
      "app/package.json":
        '{"name": "b",\n "exports": {"./x.css": "./made.css", "./y": "./meta.json"},\n "scripts": {"a": "node kit/main.js", "b": "node kit/gone.js"}}\n',
      "app/kit/main.ts": "1\n",
      "bin/publish.cjs": 'write("meta.json");\n',
    },
    found: [
      "broken_package_json_reference app/package.json:2",
      "broken_package_json_reference app/package.json:3",
      "broken_package_json_reference lib/package.json:3",
    ],
  },
  {
    rule: "broken_workflow_path",
    tree: {
      "src/ping.js": "",
      ".github/workflows/a.yml":
        "jobs:\n  a:\n    steps:\n      - uses: actions/checkout@v6\n      - run: node src/ping https://a.b\n      - run: node src/gone https://a.b\n",
    },
    found: ["broken_workflow_path .github/workflows/a.yml:6"],
  },
  {
    rule: "broken_workflow_path",
    tree: {
      ".github/workflows/a.yml":
        "jobs:\n  a:\n    steps:\n      - uses: actions/checkout@v6\n      - run: mkdir -p dist/oven\n      - run: ls\n        working-directory: dist\n      - run: ls\n        working-directory: gone\n",
    },
    found: ["broken_workflow_path .github/workflows/a.yml:9"],
  },
  {
    rule: "broken_md_link",
    tree: {
      "docs/a.en.md": "[x](b.md) [y](c.md)\n",
      "docs/b.en.md": "x\n",
      "a.md": "[x](TBD) [y](##)\n",
    },
    found: ["broken_md_link docs/a.en.md:1"],
  },
  {
    rule: "tfvars_undeclared",
    tree: {
      "examples/provider.tf": 'provider "a" {}\n',
      "examples/all.auto.tfvars": 'region = "x"\n',
      "main.tf": 'variable "a" {}\n',
      "terraform.tfvars": 'b = "x"\n',
    },
    found: ["tfvars_undeclared terraform.tfvars:1", "tfvars_undeclared examples/all.auto.tfvars:1 (low)"],
  },
  {
    rule: "version_disagreement",
    tree: {
      "package.json":
        '{"name": "x", "workspaces": ["packages/*"],\n "engines": {"node": ">=22", "pnpm": "9.13.0"}}\n',
      "examples/a/package.json": '{"name": "a",\n "packageManager": "pnpm@10.1.0"}\n',
      "examples/a/.nvmrc": "12\n",
      "packages/b/package.json": '{"name": "b"}\n',
      "packages/b/.nvmrc": "20\n",
      "tools/.nvmrc": "18\n",
    },
    found: ["version_disagreement packages/b/.nvmrc:1", "version_disagreement tools/.nvmrc:1"],
  },
  {
    rule: "compose_port_collision",
    tree: {
      "compose.yaml":
        'services:\n  a:\n    ports: ["0:80", "8080:80"]\n  b:\n    ports: ["0:81"]\n  c:\n    ports: ["8080:81"]\n',
    },
    found: ["compose_port_collision compose.yaml:3"],
  },
  {
    // Of three, the others are told against the first; a suite of tests starts one after the other.
    rule: "compose_port_collision",
    tree: {
      "compose.yaml":
        'services:\n  a:\n    ports: ["1:80"]\n  b:\n    ports: ["1:81"]\n  c:\n    ports: ["1:82"]\n',
      "test/compose.yaml": 'services:\n  a:\n    ports: ["1:80"]\n  b:\n    ports: ["1:81"]\n',
    },
    found: [
      "compose_port_collision compose.yaml:3",
      "compose_port_collision compose.yaml:3",
      "compose_port_collision test/compose.yaml:3 (low)",
    ],
  },
  {
    rule: "missing_dependency",
    tree: {
      "a/compose.yaml":
        "include:\n  - ./databases.yaml\nservices:\n  a:\n    image: x\n    depends_on: [b]\n",
      "a/databases.yaml": "services:\n  b:\n    image: y\n",
      "c/compose.yaml": "services:\n  c:\n    image: x\n    depends_on: [gone]\n",
    },
    found: ["missing_dependency c/compose.yaml:2"],
  },
  {
    rule: "secret_committed",
    tree: {
      "a.rs": `"AccountName=x;AccountKey=${Buffer.from("0123456789abcdef".repeat(2)).toString("base64")};"\n`,
      "b.rs": `"AccountName=x;AccountKey=${["q8F", "vZ2mTn4Kd7Ws", "Yb1Rc6Xj9Lh3", "Pg5Ue0=="].join("")};"\n`,
      "c.go": `"-----BEGIN ENCRYPTED ${["PRIVATE", "KEY"].join(" ")}-----\\nMIIFDjBABgkqhkiG9w0BBQ0wMzAbBgkqhkiG9w0BBQwwDg..."\n`,
      ".gitallowed": `${["AIza", "SyD3kq9Vw7Lm2Xc8Bn4Zt6Yr1Pu5Ho0JfGs"].join("")}\n`,
      "web/index.html": `({key: "${["AIza", "SyD3kq9Vw7Lm2Xc8Bn4Zt6Yr1Pu5Ho0JfGs"].join("")}"})\n`,
      "certs/oven.local.key": `-----BEGIN ${["PRIVATE", "KEY"].join(" ")}-----\n${["q8FvZ2mTn4Kd7Ws", "Yb1Rc6Xj9Lh3Pg5Ue0Bn4Zt6Yr1Pu5Ho0Jf"].join("")}\n`,
      "sample.yml": `-----BEGIN ${["PRIVATE", "KEY"].join(" ")}-----\nABCDEFGHIJKLMNOPQRSTUVWXYZ/0123456789+abcdefghijklmnopqrstuvwxyz\n`,
      "_testdata/a.rs": `"AccountKey=${["q8F", "vZ2mTn4Kd7Ws", "Yb1Rc6Xj9Lh3", "Pg5Ue0=="].join("")};"\n`,
      "ios/GoogleService-Info.plist": `<key>API_KEY</key>\n<string>${["AIza", "SyD3kq9Vw7Lm2Xc8Bn4Zt6Yr1Pu5Ho0JfGs"].join("")}</string>\n`,
    },
    found: [
      "secret_committed b.rs:1",
      "secret_committed certs/oven.local.key:1 (low)",
      "secret_committed ios/GoogleService-Info.plist:2 (low)",
      "secret_committed web/index.html:1 (low)",
    ],
  },
];
