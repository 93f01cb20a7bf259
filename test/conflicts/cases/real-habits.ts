import type { Case } from "./types.ts";

const MARK = ["PRIVATE", "KEY"].join(" ");
const BODY = "MIIEvq8Zr4Ty1Lm7Pw2Xc9Vb3Nd6Fg5Hj0KsMIIEvq8Zr4Ty1Lm7Pw2Xc9Vb3Nd6";
const KEY = `-----BEGIN ${MARK}-----\n${BODY}\n${BODY}\n-----END ${MARK}-----\n`;

const AGE = ["AGE-SECRET-KEY", "1QYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQS9ZJ3L4"].join("-");

const AWS = ["AK", "IA", "YJ7EUPHL3DSDH4CX"].join("");

/** Habits of well-known repositories and of the tools that they use, beside what is amiss. */
export const REAL_HABITS: readonly Case[] = [
  {
    // Each `task` is one more.
    rule: "duplicate_key",
    tree: {
      ".cirrus.yml": "task:\n  name: a\ntask:\n  name: b\n",
      "a.yml": "task:\n  name: a\ntask:\n  name: b\n",
    },
    found: ["duplicate_key a.yml:1"],
  },
  {
    rule: "secret_committed",
    tree: { "integrationtests/ssh/host_key": KEY, "contests/ssh/host_key": KEY, "settings/test.py": KEY },
    found: ["secret_committed contests/ssh/host_key:1"],
  },
  {
    // An example is called after what it shows.
    rule: "workspace_range_mismatch",
    tree: {
      "package.json": '{"workspaces":["shared","examples/*","packages/*"]}\n',
      "shared/package.json":
        '{\n  "name": "shared",\n  "dependencies": {\n    "oven": "4.3.2",\n    "shop": "4.3.2"\n  }\n}\n',
      "examples/oven/package.json": '{"name":"oven","version":"1.0.0"}\n',
      "packages/shop/package.json": '{"name":"shop","version":"1.0.0"}\n',
    },
    found: [
      "workspace_range_mismatch shared/package.json:5",
      "workspace_range_mismatch shared/package.json:4 (low)",
    ],
  },
  {
    // What is built upon says from where.
    rule: "broken_tsconfig_reference",
    tree: {
      "tsconfig.json": '{"compilerOptions":{"baseUrl":"."}}\n',
      "packages/pm/index.ts": "",
      "demos/tsconfig.json":
        '{\n  "extends": "../tsconfig.json",\n  "compilerOptions": {\n    "paths": {\n      "pm": ["./packages/pm/index.ts"],\n      "gone": ["../packages/gone/index.ts"]\n    }\n  }\n}\n',
    },
    found: ["broken_tsconfig_reference demos/tsconfig.json:6 (medium)"],
  },
  {
    // A site of another repository takes the documents in.
    rule: "broken_import",
    tree: {
      "docs/configs/index.jsx":
        'import "../../components/oven";\nimport "./gone";\nimport "../../src/gone";\nimport "../../src/a";\nimport "../../src/b";\nimport "../../src/c";\n',
      "src/a.js": 'import "../components/oven";\n',
      "src/b.js": "export {};\n",
      "src/c.js": "export {};\n",
    },
    found: [
      "broken_import docs/configs/index.jsx:2",
      "broken_import docs/configs/index.jsx:3",
      "broken_import src/a.js:1",
      "broken_import docs/configs/index.jsx:1 (low)",
    ],
  },
  {
    rule: "broken_md_link",
    tree: {
      "a.md": "# A\n\nThis README is generated alongside the generated SDK.\n\n[a](#gone)\n",
      "b.md": "# A\n\nThis README stands alongside the SDK.\n\n[a](#gone)\n",
    },
    found: ["broken_md_link b.md:5"],
  },
  {
    // A plugin writes it beside: an import leaves the ending away, who writes cannot.
    rule: "broken_import",
    tree: {
      "libs/micro.ts": 'import "./masterOven";\nimport "./goneOven";\n',
      "src/plugin.ts": 'api.write({ path: "masterOven.ts" });\nimport "./goneOven.js";\n',
    },
    found: [
      "broken_import libs/micro.ts:2",
      "broken_import src/plugin.ts:2",
      "broken_import libs/micro.ts:1 (low)",
    ],
  },
  {
    rule: "broken_package_json_reference",
    tree: {
      "starters/bun/package.json": '{"scripts":{"serve":"node server/gone.js"}}\n',
      "lib/compiled/oven/package.json": '{"types":"gone.d.ts"}\n',
      "shop/package.json": '{"scripts":{"serve":"node server/gone.js"}}\n',
    },
    found: [
      "broken_package_json_reference shop/package.json:1",
      "broken_package_json_reference starters/bun/package.json:1 (low)",
    ],
  },
  {
    rule: "secret_committed",
    tree: {
      "a.txt": `# DEMO KEY ONLY.\n${AGE}\n`,
      "b.txt": `# The key.\n${AGE}\n`,
      "examples/c.txt": `${AGE}\n`,
    },
    found: [
      "secret_committed b.txt:2",
      "secret_committed a.txt:2 (low)",
      "secret_committed examples/c.txt:1 (low)",
    ],
  },
  {
    // What a page shows of a run, and what developers start with.
    rule: "secret_committed",
    tree: {
      "README.md": `"accessKeyId": "${AWS}"\n`,
      "a.csv": `https://oven.test/?X-Amz-Credential=${AWS}%2F20240630\n`,
      "a.py": `key = "${AWS}"\n`,
      "form.tsx": `const privateKeyDataHolder =\n  "${KEY.replaceAll("\n", "\\n")}";\n`,
      "database/seeders/KeySeeder.php": `'key' => '${KEY}'\n`,
    },
    found: [
      "secret_committed a.py:1",
      "secret_committed README.md:1 (low)",
      "secret_committed database/seeders/KeySeeder.php:1 (low)",
    ],
  },
  {
    rule: "env_missing_key",
    tree: {
      ".env.example": "OVEN_URL=http://oven.test\nOVEN_NAME=a\nOVEN_SIZE=1\n",
      "main.go":
        'func main() {\n\tif len(os.Getenv("SKIP_OVEN")) > 0 {\n\t}\n\tuse(os.Getenv("OVEN_URL"))\n\tuse(os.Getenv("OVEN_NAME"))\n\tuse(os.Getenv("OVEN_SIZE"))\n\tuse(os.Getenv("OVEN_GONE"))\n}\n',
    },
    found: ["env_missing_key main.go:7 (low)"],
  },
  {
    rule: "duplicate_key",
    tree: {
      "lib/docs/env.yml": "env:\n  a: 1\nenv:\n  a: 2\n",
      "lib/env.yml": "env:\n  a: 1\nenv:\n  a: 2\n",
    },
    found: ["duplicate_key lib/env.yml:1", "duplicate_key lib/docs/env.yml:1 (low)"],
  },
  {
    rule: "version_disagreement",
    tree: { Gemfile: "ruby '2.5.1'\n", Dockerfile: "FROM ruby:3.4.2\n" },
    found: ["version_disagreement Gemfile:1"],
  },
  {
    // Pulled from whoever wrote it; made by whoever reads the page.
    rule: "broken_kustomize_reference",
    tree: {
      "README.md": "Create the `oven.env` file.\n",
      "a.yaml": "kind: A\n",
      "kustomization.yaml":
        "resources:\n  - a.yaml\n  - upstream/oven.yaml\n  - gone.yaml\nconfigMapGenerator:\n  - name: a\n    envs: [oven.env]\n",
    },
    found: ["broken_kustomize_reference kustomization.yaml:4"],
  },
  {
    rule: "broken_package_json_reference",
    tree: {
      "package.json": '{\n  "scripts": {\n    "a": "node main.js",\n    "b": "node gone.js"\n  }\n}\n',
      "src/main.ts": "",
    },
    found: ["broken_package_json_reference package.json:4"],
  },
  {
    // What the project told other scanners.
    rule: "secret_committed",
    tree: {
      ".gitleaks.toml": "[allowlist]\npaths = ['''(^|/)rules/''', '''(a+)+$''', '''(''']\n",
      ".gitleaksignore": "old.py:aws:1\n0123abcd:other.py:aws:1\n",
      ".secrets.baseline": '{"results":{"known.py":[{"line_number":2}]}}\n',
      "rules/a.go": `a = "${AWS}"\n`,
      "old.py": `a = "${AWS}"\nb = "${AWS.slice(0, -1)}Z"\n`,
      "other.py": `a = "${AWS}"\n`,
      "known.py": `a = "${AWS}"\nb = "${AWS}"\n`,
      "config/gitleaks.toml": `a = "${AWS}"\n`,
      "pgp/functional_tests_key.asc": KEY,
    },
    found: ["secret_committed known.py:1", "secret_committed old.py:2", "secret_committed other.py:1"],
  },
  {
    // An action of their own puts it there.
    rule: "broken_workflow_path",
    tree: Object.fromEntries(
      ["a", "b", "c"].map((name) => [
        `.github/workflows/${name}.yml`,
        `jobs:\n  a:\n    steps:\n      - uses: actions/checkout@v6\n      - run: ./build.sh\n      - run: ./gone-${name}.sh\n`,
      ]),
    ),
    found: [
      ...["a", "b", "c"].map((name) => `broken_workflow_path .github/workflows/${name}.yml:6`),
      ...["a", "b", "c"].map((name) => `broken_workflow_path .github/workflows/${name}.yml:5 (low)`),
    ],
  },
  {
    // The method of an object starts from where that is; what is built one folder up has its manifest there.
    rule: "broken_import",
    tree: {
      "gui/Root.ts": 'const a = require("@electron/remote").require("./bridge");\nrequire("./gone");\n',
      "cli/package.json": "{}\n",
      "cli/app/version.ts": 'require("./package.json");\nrequire("./gone.json");\n',
    },
    found: [
      "broken_import cli/app/version.ts:2",
      "broken_import gui/Root.ts:2",
      "broken_import cli/app/version.ts:1 (low)",
    ],
  },
  {
    rule: "secret_committed",
    tree: { "lib/ppkTestUtils.ts": `k = "${KEY}"\n`, "lib/LatestUtils.ts": `k = "${KEY}"\n` },
    found: ["secret_committed lib/LatestUtils.ts:1"],
  },
  {
    // For whoever copies it.
    rule: "broken_compose_path",
    tree: {
      "docker-compose.example.yml": "services:\n  a:\n    image: a\n    volumes:\n      - ./gone.sh:/a.sh\n",
      "docker-compose.yml": "services:\n  a:\n    image: a\n    volumes:\n      - ./gone.sh:/a.sh\n",
    },
    found: [
      "broken_compose_path docker-compose.yml:5",
      "broken_compose_path docker-compose.example.yml:5 (low)",
    ],
  },
  {
    // What it means is no file beside any of them.
    rule: "broken_import",
    tree: Object.fromEntries(
      ["a", "b", "c"].map((name) => [`${name}/x.js`, `require("./bridge");\nrequire("./gone-${name}");\n`]),
    ),
    found: [
      ...["a", "b", "c"].map((name) => `broken_import ${name}/x.js:2`),
      ...["a", "b", "c"].map((name) => `broken_import ${name}/x.js:1 (low)`),
    ],
  },
  {
    // Pages about documents that are generated are written by people.
    rule: "broken_md_link",
    tree: {
      "a.md":
        "# A\n\nMost of the API reference documentation is auto-generated with a tool.\n\n[a](gone.md)\n",
      "b.md": "# B\n\nDocumentation generated by a tool.\n\n[a](gone.md)\n",
      "c.md": "# C\n\nThis page is generated with a tool.\n\n[a](gone.md)\n",
    },
    found: ["broken_md_link a.md:5"],
  },
  {
    // A template gives a key one value or another.
    rule: "duplicate_key",
    tree: {
      "a.env": "A={{ .Debug }}\n{{- if .Hot}}\nB=1\n{{- else}}\nB=0\n{{- end}}\n",
      "b.env": "B=1\nB=0\n",
    },
    found: ["duplicate_key b.env:1"],
  },
];
