import type { Case } from "./types.ts";

const job = (made: string, then: string) =>
  `    steps:\n      - uses: actions/checkout@v4\n      - run: ${made}\n      - run: ${then.startsWith("bash") ? then : `make\n        working-directory: ${then}`}\n`;

/** What tools make before it is used, beside what nobody makes. */
export const MADE: readonly Case[] = [
  {
    rule: "broken_workflow_path",
    tree: {
      ".gitignore": "# Of builds\n \ndist/\n/tools/*/\n",
      ".github/workflows/a.yml":
        "jobs:\n  a:\n    steps:\n      - uses: actions/checkout@v6\n      - run: pnpm publish\n        working-directory: dist\n      - run: ls\n        working-directory: gone\n      - run: node tools/gone.mjs\n",
    },
    found: [
      "broken_workflow_path .github/workflows/a.yml:8",
      "broken_workflow_path .github/workflows/a.yml:9",
    ],
  },
  {
    // Git answers for all but what it refuses; and where a link leads nowhere here, it is the link that is amiss.
    rule: "broken_import",
    tree: {
      ".gitignore": "made/\n",
      "app/a.ts":
        'import "./made/oven";\nimport "./elsewhere/oven";\nimport "./shared/gone";\nimport "./gone";\n',
      "shared/b.ts": "",
    },
    links: { "app/elsewhere": "/no/such/folder", "app/shared": "../shared" },
    found: ["broken_import app/a.ts:3", "broken_import app/a.ts:4"],
  },
  {
    // Git's own rules say of a path from the top that it is made.
    rule: "broken_dockerfile_copy",
    tree: {
      ".gitignore": "app/version_frozen.py\n",
      "app/main.py": "",
      "container/Dockerfile": "FROM python:3.14\nCOPY ./app/version_frozen.py ./app/gone.py /app/\n",
    },
    found: ["broken_dockerfile_copy container/Dockerfile:2"],
  },
  {
    rule: "broken_dockerfile_copy",
    tree: {
      Dockerfile: "FROM node:24\nCOPY ui/ /ui/\nCOPY db/ /db/\n",
      ".github/workflows/a.yml":
        "jobs:\n  a:\n    steps:\n      - run: |\n          mkdir -p ui\n          ls db\n          docker build .\n",
    },
    found: ["broken_dockerfile_copy Dockerfile:3"],
  },
  {
    rule: "broken_dockerfile_copy",
    tree: {
      "parser/testfiles/mail/Dockerfile": "FROM node:24\nCOPY gone.sh /\n",
      "parser/mail/Dockerfile": "FROM node:24\nCOPY gone.sh a.sh /\n",
      "parser/mail/a.sh": "",
      "docker-example/Dockerfile": "FROM node:24\nCOPY settings.py /\n",
    },
    found: [
      "broken_dockerfile_copy parser/mail/Dockerfile:2",
      "broken_dockerfile_copy docker-example/Dockerfile:2 (low)",
    ],
  },
  {
    rule: "broken_workflow_path",
    tree: {
      ".github/workflows/a.yml": `on: push\njobs:\n${[
        job("gh repo clone a/oven", "oven"),
        job("django-admin startproject rye", "rye"),
        job("cmake -S . -B oats", "oats"),
        job("python -m venv flour", "flour"),
        job("npx create-react-app salt", "salt"),
        // What is only started is not made.
        job("bash scripts/install.sh", "bash scripts/install.sh"),
        job("echo bread", "bread"),
        // Started where it is there.
        job("if [ -f ci/a.sh ]; then ci/a.sh; fi", "bash ci/b.sh"),
      ]
        .map((steps, at) => `  j${at}:\n${steps}`)
        .join("")}`,
    },
    found: [
      "broken_workflow_path .github/workflows/a.yml:36",
      "broken_workflow_path .github/workflows/a.yml:37",
      "broken_workflow_path .github/workflows/a.yml:43",
      "broken_workflow_path .github/workflows/a.yml:48 (low)",
    ],
  },
  {
    // Folders into which builds write, whoever builds; a program that a package brings.
    rule: "broken_package_json_reference",
    tree: {
      "a/package.json": '{"main":"lib/index.js","types":"types/index.d.ts"}\n',
      "a/src/index.ts": "export const a = 1;\n",
      "b/package.json": '{"main":"lib/gone.js"}\n',
      "b/lib/index.js": "module.exports = 1;\n",
      "c/package.json": '{"main":"expo-router/entry","dependencies":{"expo-router":"1"}}\n',
      "d/package.json": '{"main":"expo-router/entry"}\n',
    },
    found: [
      "broken_package_json_reference b/package.json:1",
      "broken_package_json_reference d/package.json:1",
    ],
  },
  {
    rule: "broken_tsconfig_reference",
    tree: { "tsconfig.json": '{"files":["next-env.d.ts","gone.d.ts"]}\n' },
    found: ["broken_tsconfig_reference tsconfig.json:1"],
  },
  {
    rule: "broken_dockerfile_copy",
    tree: {
      Dockerfile: "FROM scratch\nCOPY cmd/oven/oven /\nCOPY cmd/oven/rye /\n",
      "cmd/oven/main.go": "package main\n",
    },
    found: ["broken_dockerfile_copy Dockerfile:3"],
  },
  {
    // A bundler chooses one for each platform.
    rule: "broken_import",
    tree: {
      "a.ts": 'import "./oven";\nimport "./rye";\nimport "./oats";\n',
      "oven.macos.tsx": "export {};\n",
      "rye.test.ts": "export {};\n",
      "oats.module.css": "",
    },
    found: ["broken_import a.ts:2", "broken_import a.ts:3"],
  },
  {
    // Nothing of it is started; in the host's network nothing is published.
    rule: "compose_port_collision",
    tree: {
      "compose.yaml":
        'services:\n  a: {image: x, ports: ["80:1", "81:1", "82:1"]}\n  b: {image: x, ports: ["80:2"], deploy: {replicas: 0}}\n  c: {image: x, ports: ["81:2"], network_mode: host}\n  d: {image: x, ports: ["82:2"]}\n',
    },
    found: ["compose_port_collision compose.yaml:2"],
  },
  {
    // Mounted by itself, beside what it imports.
    rule: "broken_import",
    tree: {
      "compose.yaml":
        "services:\n  a:\n    image: oven\n    volumes:\n      - type: bind\n        source: ./wise/heat.js\n        target: /opt/oven/heat.js\n",
      "wise/heat.js": 'const a = require("./oven.js");\n',
      "wise/main.js": 'require("./heat.js");\nrequire("./cold.js");\n',
      "wise/cold.js": 'require("./main.js");\nrequire("./gone.js");\n',
    },
    found: ["broken_import wise/cold.js:2"],
  },
  {
    // Put together for a release; a piece that is shown.
    rule: "broken_import",
    tree: {
      "docs/releases/oven-1.11.0.js": 'require("./core");\n',
      "docs/releases/oven.js": 'require("./gone");\n',
      "code-samples/oven/12/app.js": 'require("./heat");\n',
    },
    found: [
      "broken_import docs/releases/oven.js:1",
      "broken_import code-samples/oven/12/app.js:1 (low)",
      "broken_import docs/releases/oven-1.11.0.js:1 (low)",
    ],
  },
  {
    // A remark, and no script.
    rule: "broken_package_json_reference",
    tree: { "package.json": '{"scripts": {\n"// a": "node gone.js",\n"b": "node lost.js"}}\n' },
    found: ["broken_package_json_reference package.json:3"],
  },
];
