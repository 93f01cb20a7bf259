import type { ResolutionCase } from "./types.ts";

const LONG = "Knead, rest, bake.\n".repeat(20);

/** For each rule about references: the target was moved by a commit. */
const MOVED: readonly (readonly [
  rule: string,
  before: Readonly<Record<string, string>>,
  moved: readonly [string, string],
  leaves: Readonly<Record<string, string>>,
])[] = [
  [
    "broken_md_link",
    { "README.md": "[bread](./bread.md#top)\n" },
    ["bread.md", "docs/loaf.md"],
    { "README.md": "[bread](./docs/loaf.md#top)\n" },
  ],
  [
    "broken_import",
    { "src/main.js": 'import { heat } from "./oven";\n' },
    ["src/oven.js", "src/kitchen/stove.js"],
    { "src/main.js": 'import { heat } from "./kitchen/stove";\n' },
  ],
  [
    "broken_workflow_path",
    {
      ".github/workflows/bake.yml":
        "on: push\njobs:\n  bake:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: bash scripts/bake.sh --hot\n",
    },
    ["scripts/bake.sh", "ci/bake.sh"],
    {
      ".github/workflows/bake.yml":
        "on: push\njobs:\n  bake:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: bash ci/bake.sh --hot\n",
    },
  ],
  [
    "broken_compose_path",
    { "compose.yaml": "services:\n  oven:\n    image: oven\n    volumes: [./oven.conf:/etc/oven.conf]\n" },
    ["oven.conf", "settings/oven.conf"],
    {
      "compose.yaml":
        "services:\n  oven:\n    image: oven\n    volumes: [./settings/oven.conf:/etc/oven.conf]\n",
    },
  ],
  [
    "broken_compose_env_file_reference",
    { "compose.yaml": "services:\n  oven:\n    image: oven\n    env_file: ./oven.vars\n" },
    ["oven.vars", "settings/oven.vars"],
    { "compose.yaml": "services:\n  oven:\n    image: oven\n    env_file: ./settings/oven.vars\n" },
  ],
  [
    "broken_dockerfile_copy",
    { Dockerfile: "FROM scratch\nCOPY oven.conf /etc/\n" },
    ["oven.conf", "settings/oven.conf"],
    { Dockerfile: "FROM scratch\nCOPY settings/oven.conf /etc/\n" },
  ],
  [
    "broken_kustomize_reference",
    { "kustomization.yaml": "resources:\n  - oven.yaml\n" },
    ["oven.yaml", "base/oven.yaml"],
    { "kustomization.yaml": "resources:\n  - base/oven.yaml\n" },
  ],
  [
    "broken_package_json_reference",
    { "package.json": '{"name": "bakery", "scripts": {"bake": "node tasks/bake.mjs"}}\n' },
    ["tasks/bake.mjs", "jobs/bake.mjs"],
    { "package.json": '{"name": "bakery", "scripts": {"bake": "node jobs/bake.mjs"}}\n' },
  ],
  [
    "broken_tsconfig_reference",
    { "tsconfig.json": '{"extends": "./tsconfig.shared.json"}\n' },
    ["tsconfig.shared.json", "settings/tsconfig.shared.json"],
    { "tsconfig.json": '{"extends": "./settings/tsconfig.shared.json"}\n' },
  ],
  [
    "codeowners_path_missing",
    { CODEOWNERS: "/src/oven.js @bakers\n" },
    ["src/oven.js", "lib/oven.js"],
    { CODEOWNERS: "/lib/oven.js @bakers\n" },
  ],
  [
    "requirements_include_missing",
    { "requirements.txt": "-r base.txt\nflask\n" },
    ["base.txt", "requirements/base.txt"],
    { "requirements.txt": "-r requirements/base.txt\nflask\n" },
  ],
];

const REFERRED: Readonly<Record<string, string>> = {
  ".json": "{}\n",
  ".yaml": "kind: Oven\n",
  ".txt": "httpx\n",
  ".vars": "OVENS=4\n",
};

/** References whose target went elsewhere. */
export const REFERENCE_CASES: readonly ResolutionCase[] = [
  ...MOVED.map(([rule, before, [from, to], leaves]): ResolutionCase => {
    const ending = /\.\w+$/.exec(from)?.[0] ?? "";
    const content =
      REFERRED[ending] ?? (ending === ".md" ? `# Top\n\n${LONG}` : `// ${LONG.replaceAll("\n", " ")}\n`);
    return {
      rule,
      strategy: "rename",
      says: `git says that ${from} went to ${to}`,
      commits: [
        { ...before, [from]: content },
        { [from]: null, [to]: content },
      ],
      leaves,
    };
  }),
  {
    rule: "broken_md_link",
    strategy: "rename",
    says: "the one file of that name is the one that is meant",
    commits: [{ "README.md": "See [bread][b].\n\n[b]: bread.md\n", "docs/bread.md": "# Bread\n" }],
    leaves: { "README.md": "See [bread][b].\n\n[b]: docs/bread.md\n" },
  },
  {
    rule: "broken_md_link",
    strategy: "rename",
    says: "of two files of that name nobody knows which",
    commits: [{ "README.md": "[bread](bread.md)\n", "a/bread.md": "# A\n", "b/bread.md": "# B\n" }],
    refused: "2 files are called bread.md",
  },
  {
    rule: "broken_import",
    strategy: "rename",
    says: "a name alone proves nothing in code",
    commits: [{ "src/main.js": 'import "./oven.js";\n', "lib/oven.js": "export {};\n" }],
    refused: "git knows of no move",
  },
];
