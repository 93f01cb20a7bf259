import type { Case } from "./types.ts";

/** A job that works in `oven-client`, after an action. */
function workflowWith(action: string): string {
  return `on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: ${action}
      - run: make
        working-directory: oven-client
`;
}

/** What something else fills, shows elsewhere or leaves as it was; beside what is amiss. */
export const REAL_LEFT: readonly Case[] = [
  {
    // Of a folder that git ignores nothing is missing.
    rule: "broken_symlink",
    tree: { "packages/.gitignore": "crds/\n", "packages/oven/a.md": "x\n" },
    links: { "packages/oven/crds": "../crds", "packages/oven/rye": "../rye" },
    found: ["broken_symlink packages/oven/rye"],
  },
  {
    // A program is built into the context; a cache is found by a key that everybody may know.
    rule: "broken_dockerfile_copy",
    tree: {
      "oven/Dockerfile": "FROM scratch\nCOPY ./oven-manager a.ini gone.ini /x/\n",
      "oven/a.ini": "",
    },
    found: ["broken_dockerfile_copy oven/Dockerfile:2"],
  },
  {
    // What is shown with an old version, and an image of one.
    rule: "broken_dockerfile_copy",
    tree: {
      "docs-gen/includes/versions/v0.6.0/Dockerfile": "FROM scratch\nCOPY gone.ini /x/\n",
      "versions/3.11/Dockerfile": "FROM scratch\nCOPY gone.conf /x/\n",
    },
    found: [
      "broken_dockerfile_copy versions/3.11/Dockerfile:2",
      "broken_dockerfile_copy docs-gen/includes/versions/v0.6.0/Dockerfile:2 (low)",
    ],
  },
  {
    // Left out its folder, a page names no neighbour.
    rule: "broken_md_link",
    tree: { "docs/a/oven.md": "[a](rye.md)\n[b](b/rye.md)\n", "docs/rye.md": "", "docs/b/rye.md": "" },
    found: ["broken_md_link docs/a/oven.md:1", "broken_md_link docs/a/oven.md:2 (low)"],
  },
  {
    // Specifications are for people; what Ruby's tests are made with is not.
    rule: "broken_md_link",
    tree: { "specs/oven/heat.md": "[a](../gone.md)\n", "spec/oven/pages/heat.md": "[a](../gone.md)\n" },
    found: ["broken_md_link specs/oven/heat.md:1"],
  },
  {
    rule: "secret_in_plain_environment",
    tree: {
      ".github/workflows/release.yml":
        "on: push\nenv:\n  OVEN_CACHE_KEY: cache-oven-Zk3vQ9xT1mB7nR5wL2yH8sD4fG6jK0\n  OVEN_KEY: oven-Zk3vQ9xT1mB7nR5wL2yH8sD4fG6jK0pQ\n",
    },
    found: ["secret_in_plain_environment .github/workflows/release.yml:4 (low)"],
  },
  {
    // A site shows the README where a link of the tree stands; old versions stay as they are.
    rule: "broken_md_link",
    tree: {
      "lib/oven/README.md": "[a](../start/heat.md)\n[b](../start/gone.md)\n",
      "site/start/heat.md": "",
      "site/api/index.md": "",
      "parts/versions/v0.6.0/a.md": "[a](gone.md)\n",
    },
    links: { "site/api/oven.md": "../../lib/oven/README.md" },
    found: [
      "broken_md_link lib/oven/README.md:2",
      "broken_md_link lib/oven/README.md:1 (low)",
      "broken_md_link parts/versions/v0.6.0/a.md:1 (low)",
    ],
  },
  {
    // A template that shows one way after the other; one that says a thing twice.
    rule: "duplicate_key",
    tree: {
      "a/.env.examples": "HEAT=1\nOVEN=a\nRYE=a\n\n# With steam\nHEAT=2\nOVEN=b\nRYE=a\n",
      "b/.env.example": "HEAT=1\nOVEN=a\nHEAT=2\nOVEN=a\nRYE=1\n",
      "c/.env": "HEAT=1\nOVEN=a\nRYE=a\nHEAT=2\nOVEN=a\nRYE=a\n",
    },
    found: [
      "duplicate_key b/.env.example:1",
      "duplicate_key c/.env:1",
      "duplicate_key a/.env.examples:1 (low)",
      "duplicate_key a/.env.examples:2 (low)",
    ],
  },
  {
    // Who starts the program says it, or what runs it does; what reads it is told what to take where there is nothing.
    rule: "env_missing_key",
    tree: {
      ".env.example": "HEAT=1\nRYE=2\nOAT=3\nBARLEY=4\nSPELT=5\n",
      "src/a.ts": `use(process.env.HEAT, process.env.RYE, process.env.OAT, process.env.BARLEY, process.env.SPELT);
const list = at >= 0 ? args[at + 1] : process.env.OVEN_LIST;
const url = isLocal ? "http://a.example" : process.env.OVEN_URL;
const client = new Client({ region: process.env.AWS_REGION });
const loaves = config(process.env.OVEN_LOAVES, { live: 4, here: 1 });
`,
      "src/a.go": `package a
func a() {
  url := fs.String("oven-url", os.Getenv("OVEN_FLAG"), "where the oven is")
  if lit := strings.TrimSpace(os.Getenv("OVEN_LIT")); lit != "" { heat(lit) }
  bake("oven", os.Getenv("OVEN_NAME"))
}
`,
    },
    found: ["env_missing_key src/a.go:5 (low)", "env_missing_key src/a.ts:3 (low)"],
  },
  {
    // What a page takes in is a piece.
    rule: "parse_error",
    tree: {
      "src/docs/asciidoc/shared/a.json": '{\n  "a": 1\n}\n}\n',
      "src/settings/a.json": '{\n  "a": 1\n}\n}\n',
    },
    found: ["parse_error src/settings/a.json:4", "parse_error src/docs/asciidoc/shared/a.json:4 (low)"],
  },
  {
    // A manifest that goes into an image, alone in its folder, starts what stands there.
    rule: "broken_package_json_reference",
    tree: {
      "tools/build/oven/package.json": '{ "scripts": { "start": "node oven/src/index.js" } }',
      "tools/rye/package.json": '{ "scripts": { "start": "node src/gone.js" } }',
      "tools/rye/index.js": "",
    },
    found: [
      "broken_package_json_reference tools/rye/package.json:1",
      "broken_package_json_reference tools/build/oven/package.json:1 (low)",
    ],
  },
  {
    rule: "broken_dockerfile_copy",
    tree: { Dockerfile: "FROM scratch\nCOPY _build/oven/a.ini /x/\nCOPY _oven/a.ini /x/\n" },
    found: ["broken_dockerfile_copy Dockerfile:3"],
  },
  {
    // What an application serves, a page names by its address.
    rule: "broken_md_link",
    tree: {
      "apps/oven/lang/en/pages/heat/low.md": "[a](heat/high/a.bin)\n[b](c.bin)\n[c](d.bin)\n",
      "apps/oven/public/heat/high/a.bin": "",
      "apps/oven/public/heat/low/c.bin": "",
      "apps/oven/public/heat/mid/d.bin": "",
    },
    found: [
      "broken_md_link apps/oven/lang/en/pages/heat/low.md:3",
      "broken_md_link apps/oven/lang/en/pages/heat/low.md:1 (low)",
      "broken_md_link apps/oven/lang/en/pages/heat/low.md:2 (low)",
    ],
  },
  {
    // Nobody builds what is in the archive.
    rule: "broken_import",
    tree: { ".archive/a.ts": 'import "./gone";\n', "src/a.ts": 'import "./gone";\n' },
    found: ["broken_import src/a.ts:1", "broken_import .archive/a.ts:1 (low)"],
  },
  {
    // Started at the top, whose folder it mounts from.
    rule: "broken_compose_path",
    tree: {
      "oven/compose.yaml":
        "services:\n  a:\n    image: a\n    volumes:\n      - ./rye/a.ini:/a.ini\n      - ./gone/b.ini:/b.ini\n",
      "rye/README.md": "",
    },
    found: ["broken_compose_path oven/compose.yaml:6", "broken_compose_path oven/compose.yaml:5 (low)"],
  },
  {
    rule: "env_missing_key",
    tree: {
      ".env.example": "HEAT=1\nRYE=2\nOAT=3\nBARLEY=4\nSPELT=5\n",
      "a.py": `import environ
env = environ.Env()
use(env("HEAT"), env("RYE"), env("OAT"), env("BARLEY"), env("SPELT"))
if "OVEN_URL" in env:
    url = env("OVEN_URL")
elif "OVEN_TLS_URL" in env:
    url = env("OVEN_TLS_URL")
name = env("OVEN_NAME")
`,
      "src/a.go": `package a
func a() {
  url := utils.FirstNonEmpty(os.Getenv("OVEN_A"), os.Getenv("OVEN_B"))
  bake("oven", os.Getenv("OVEN_LOAF"))
}
`,
    },
    found: ["env_missing_key a.py:8", "env_missing_key src/a.go:4 (low)"],
  },
  {
    // Whoever starts the program may say it, and what may be lacking may.
    rule: "env_missing_key",
    tree: {
      ".env.example": "HEAT=1\nRYE=2\nOAT=3\nBARLEY=4\nSPELT=5\n",
      "a.py": `import os
use(os.getenv("HEAT"), os.getenv("RYE"), os.getenv("OAT"), os.getenv("BARLEY"), os.getenv("SPELT"))
parser.add_argument("--token", type=str, default=os.getenv("OVEN_TOKEN"))
url: str | None = os.getenv("OVEN_URL")
name: Optional[str] = os.getenv("OVEN_NAME")
loaf: str = os.getenv("OVEN_LOAF")
`,
      "src/a.ts": `yargs.option("token", { type: "string", default: process.env.OVEN_KEY });
function heat(value: string | undefined = process.env.OVEN_HEAT): void {}
function bake(value: string = process.env.OVEN_BAKE): void {}
`,
    },
    found: ["env_missing_key a.py:6 (low)", "env_missing_key src/a.ts:3 (low)"],
  },
  {
    // A generator writes its folder; one that only tells does not.
    rule: "broken_workflow_path",
    tree: {
      ".github/workflows/a.yml": workflowWith("bakery/oven-generator-action@v1"),
      ".github/workflows/b.yml": workflowWith("bakery/oven-report-action@v1"),
    },
    found: ["broken_workflow_path .github/workflows/b.yml:9"],
  },
  {
    // The key of what is kept in a bucket is a path.
    rule: "secret_in_plain_environment",
    tree: {
      "k8s/a.yml": `apiVersion: apps/v1
kind: Deployment
metadata: { name: oven }
spec:
  template:
    spec:
      containers:
        - name: oven
          image: oven:1
          env:
            - name: OVEN_S3_KEY
              value: "raw_data/oven_heat/release/v2/heat-by-day-v2.csv"
            - name: OVEN_ACCESS_KEY
              value: "${["Zk3vQ9xT1mB7nR5w", "L2yH8sD4fG6jK0pQ"].join("")}"
`,
    },
    found: ["secret_in_plain_environment k8s/a.yml:14"],
  },
  {
    rule: "broken_md_link",
    tree: { "docs/oven.md": "@anchor oven-heat\n## Heat\n\n[a](#oven-heat)\n[b](#oven-gone)\n" },
    found: ["broken_md_link docs/oven.md:5"],
  },
  {
    // An assistant finds its notes by name.
    rule: "broken_md_link",
    tree: {
      ".serena/memories/oven/heat.md": "[a](bread-index.md)\n[b](gone.md)\n",
      ".serena/memories/bread-index.md": "",
    },
    found: [
      "broken_md_link .serena/memories/oven/heat.md:2",
      "broken_md_link .serena/memories/oven/heat.md:1 (low)",
    ],
  },
];
