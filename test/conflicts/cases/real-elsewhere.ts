import type { Case } from "./types.ts";

const MARK = ["PRIVATE", "KEY"].join(" ");
const BODY = "MIIEvq8Zr4Ty1Lm7Pw2Xc9Vb3Nd6Fg5Hj0KsMIIEvq8Zr4Ty1Lm7Pw2Xc9Vb3Nd6";
const KEY = `-----BEGIN ${MARK}-----\n${BODY}\n${BODY}\n-----END ${MARK}-----\n`;
const OF_AMAZON = ["AK", "IAQK3VT9PLW2XZR7YB"].join("").replace("9", "7");
const OF_SLACK = ["xox", "p-8421-9305-7716-4ddbc191d40ee098cbaae6f3523ada2d"].join("");
const OF_MAPS = ["AIza", "SyD3kQ9vT2pLw7XzR5yB8nHd4sFmA1bC6dE"].join("");

const WANTS_OLD = '{"name": "shop",\n "dependencies": {"oven": "^1.0.0"}}\n';
const OVEN = '{"name": "oven", "version": "2.0.0"}\n';

/** What is right in another tree, comes from another registry, or is filled in by whoever copies it. */
export const REAL_ELSEWHERE: readonly Case[] = [
  {
    // Told to, and since its ninth version by itself, pnpm takes a published package for what is not `workspace:`.
    rule: "workspace_range_mismatch",
    tree: {
      "old/package.json": '{"packageManager": "pnpm@8.15.0"}\n',
      "old/pnpm-workspace.yaml": "packages: [packages/*]\n",
      "old/packages/oven/package.json": OVEN,
      "old/packages/shop/package.json": WANTS_OLD,
      "new/package.json": '{"packageManager": "pnpm@9.1.0"}\n',
      "new/pnpm-workspace.yaml": "packages: [packages/*]\n",
      "new/packages/oven/package.json": OVEN,
      "new/packages/shop/package.json": WANTS_OLD,
      "told/package.json": '{"packageManager": "pnpm@9.1.0"}\n',
      "told/pnpm-workspace.yaml": "linkWorkspacePackages: deep\npackages: [packages/*]\n",
      "told/packages/oven/package.json": OVEN,
      "told/packages/shop/package.json": WANTS_OLD,
      "off/package.json": "{}\n",
      "off/.npmrc": "link-workspace-packages = false\n",
      "off/pnpm-workspace.yaml": "packages: [packages/*]\n",
      "off/packages/oven/package.json": OVEN,
      "off/packages/shop/package.json": WANTS_OLD,
    },
    found: [
      "workspace_range_mismatch old/packages/shop/package.json:2",
      "workspace_range_mismatch told/packages/shop/package.json:2",
      "workspace_range_mismatch new/packages/shop/package.json:2 (low)",
      "workspace_range_mismatch off/packages/shop/package.json:2 (low)",
    ],
  },
  {
    // An action of somebody else brings a folder.
    rule: "broken_workflow_path",
    tree: {
      ".github/workflows/a.yml": withAction("bakery/clean-npm-project@v1"),
      ".github/workflows/b.yml": withAction("bakery/changelog@v1"),
    },
    found: ["broken_workflow_path .github/workflows/b.yml:9"],
  },
  {
    // Filled in by what copies it.
    rule: "broken_tsconfig_reference",
    tree: {
      "resources/tsconfig.spec.json":
        '{"extends": "./tsconfig.json",\n "files": ["${ basePath }/test.ts"]}\n',
      "own/tsconfig.spec.json": '{"extends": "./tsconfig.json",\n "include": ["${configDir}/test.ts"]}\n',
    },
    found: ["broken_tsconfig_reference own/tsconfig.spec.json:1"],
  },
  {
    rule: "broken_md_link",
    tree: { "README.md": "[a](oven.test/....)\n[b](shop.test)\n[c](docs/...)\n[d](.../gone.md)\n" },
    found: ["broken_md_link README.md:2", "broken_md_link README.md:4"],
  },
  {
    // Not one of its mounts is there: it is to be started in a checkout of another project.
    rule: "broken_compose_path",
    tree: {
      "a/compose.yaml": composeWith(["./a/a.yml", "./a/b.yml", "./b/a.ini", "./c.conf"]),
      "b/compose.yaml": composeWith(["./a/a.yml", "./a/b.yml", "./b/a.ini", "./there.conf"]),
      "b/there.conf": "",
    },
    found: [
      ...[5, 6, 7].map((line) => `broken_compose_path b/compose.yaml:${String(line)}`),
      ...[5, 6, 7, 8].map((line) => `broken_compose_path a/compose.yaml:${String(line)} (low)`),
    ],
  },
  {
    // What a compiler writes under the name that is imported.
    rule: "broken_import",
    tree: {
      "proto/package.json": '{"scripts": {"build": "pbjs src/*.proto -o dist/oven-protos.js"}}\n',
      "proto/src/index.js": 'exports.a = require("./oven-protos");\nexports.b = require("./gone-protos");\n',
    },
    found: ["broken_import proto/src/index.js:2", "broken_import proto/src/index.js:1 (low)"],
  },
  {
    // Of another page the top is shown at least; a site may not take what is marked up for a part of a heading.
    rule: "broken_md_link",
    tree: {
      "a.md":
        "# A\n\n[a](#gone)\n\n[b](b.md#gone)\n\n[c](b.md#oven)\n\n[d](#cold)\n\n## Cold <small>(since 2)</small>\n",
      "b.md": "## Oven <span>([hot](#hot))</span>\n\n## Hot\n",
    },
    found: ["broken_md_link a.md:3", "broken_md_link a.md:5 (low)"],
  },
  {
    // The number of a file is no part of its address.
    rule: "broken_md_link",
    tree: {
      "guides/09_ovens/07_hot.md": "[a](cold-ovens/)\n[b](gone-ovens/)\n",
      "guides/09_ovens/01_cold-ovens.md": "",
      "other/a.md": "[a](cold-ovens)\n",
    },
    found: [
      "broken_md_link guides/09_ovens/07_hot.md:2",
      "broken_md_link other/a.md:1",
      "broken_md_link guides/09_ovens/07_hot.md:1 (low)",
    ],
  },
  {
    rule: "broken_md_link",
    tree: {
      "shop/external/oven/README.md": "[a](gone.md)\n",
      "shop/external/README.md": "[a](gone.md)\n",
    },
    found: [
      "broken_md_link shop/external/README.md:1",
      "broken_md_link shop/external/oven/README.md:1 (low)",
    ],
  },
  {
    // A generator imports what it was told to leave out, too.
    rule: "broken_import",
    tree: {
      "src/oven.pb.ts": '/*\n* This file is a generated file\n*/\nimport * as a from "./google/any.pb";\n',
      "src/oven.ts": '/* The oven. */\nimport * as a from "./gone";\n',
    },
    found: ["broken_import src/oven.ts:2", "broken_import src/oven.pb.ts:4 (low)"],
  },
  {
    // Whoever keeps the script that makes a key beside it makes another where it counts.
    rule: "secret_committed",
    tree: {
      "redis/oven.key": KEY,
      "redis/make.sh": "openssl genrsa -out oven.key 2048\n",
      "mail/oven.key": KEY,
      "mail/README": "These keys are for trials. Do not use them in production.\n",
      "config/dev.exs": `config jwt: """\n${KEY}"""\n`,
      "config/prod.exs": `config jwt: """\n${KEY}"""\n`,
      "shop/oven.key": KEY,
      "shop/start.sh": "redis-server --tls-key-file oven.key\n",
      // A browser asks for it: every visitor has the key.
      "a.js": `$.getJSON("https://maps.googleapis.com/maps/api/geocode/json?key=${OF_MAPS}", show);\n`,
      "b.js": `fetchOnServer("https://maps.googleapis.com/maps/api/geocode/json?key=${OF_MAPS}");\n`,
      "a.yaml": `- value: "${OF_MAPS}" # Supplied just for evaluation.\n`,
      "b.yaml": `- value: "${OF_MAPS}" # For the oven.\n`,
    },
    found: [
      "secret_committed b.js:1",
      "secret_committed b.yaml:1",
      "secret_committed config/prod.exs:2",
      "secret_committed shop/oven.key:1",
      "secret_committed a.js:1 (low)",
      "secret_committed a.yaml:1 (low)",
      "secret_committed config/dev.exs:2 (low)",
      "secret_committed mail/oven.key:1 (low)",
      "secret_committed redis/oven.key:1 (low)",
    ],
  },
  {
    // Standards give their variables defaults.
    rule: "env_missing_key",
    tree: {
      ".env.example": "A=1\nB=1\nC=1\nD=1\n",
      "src/a.ts":
        "use(process.env.A, process.env.B, process.env.C, process.env.D);\nuse(process.env.OTEL_EXPORTER_OTLP_COMPRESSION);\nuse(process.env.OVEN_COMPRESSION);\n",
    },
    found: ["env_missing_key src/a.ts:3"],
  },
  {
    // Compose knows no sections of Mustache.
    rule: "parse_error",
    tree: {
      "a/docker-compose.yml": "services: {{#oven}}\n  oven:\n    image: oven{{/oven}}\n  [\n",
      "b/docker-compose.yml": "services:\n  oven:\n    image: oven\n  [\n",
    },
    found: ["parse_error b/docker-compose.yml:4"],
  },
  {
    // What a report has no address for; what a site has beside the page that is its first.
    rule: "broken_md_link",
    tree: {
      "docs/src/index.md": "[a](api/)\n[b](null)\n[c](gone.md)\n",
      "notes/index.md": "[a](api/)\n[b](undefined)\n",
    },
    found: [
      "broken_md_link docs/src/index.md:3",
      "broken_md_link notes/index.md:1",
      "broken_md_link docs/src/index.md:1 (low)",
    ],
  },
  {
    // What a token looks like, and the name of a key that something was signed with.
    rule: "secret_committed",
    tree: {
      "a.py": `# Our token looks like: ${OF_SLACK}\n`,
      "b.py": `# It always starts with xoxp, e.g.:\n#   ${OF_SLACK}\n`,
      "c.py": `# You get an address that looks a little like this:\n#   https://oven.test/a?key=${OF_SLACK}\n`,
      "d.py": `# Our token: ${OF_SLACK}\n`,
      "a.go": `// Credential=${OF_AMAZON}/20261127/us-east-1/s3/aws4_request\n`,
      "b.go": `const id = "${OF_AMAZON}"\n`,
    },
    found: [
      "secret_committed b.go:1",
      "secret_committed d.py:1",
      "secret_committed a.go:1 (low)",
      "secret_committed c.py:2 (low)",
    ],
  },
  {
    // Each file shows the provider in another way.
    rule: "tf_variable_twice",
    tree: {
      "examples/provider/provider.tf": 'variable "oven" {}\n',
      "examples/provider/provider-cloud.tf": 'variable "oven" {}\n',
      "examples/shop/a.tf": 'variable "oven" {}\n',
      "examples/shop/b.tf": 'variable "oven" {}\n',
    },
    found: [
      "tf_variable_twice examples/shop/a.tf:1",
      "tf_variable_twice examples/provider/provider-cloud.tf:1 (low)",
    ],
  },
];

function withAction(uses: string): string {
  return [
    "on: push",
    "jobs:",
    "  a:",
    "    runs-on: ubuntu-latest",
    "    steps:",
    "      - uses: actions/checkout@v4",
    `      - uses: ${uses}`,
    "      - run: npm publish",
    "        working-directory: cleaned-project/",
    "",
  ].join("\n");
}

function composeWith(sources: readonly string[]): string {
  const mounts = sources.map((source, at) => `      - ${source}:/etc/oven/${String(at)}.conf`);
  return ["services:", "  oven:", "    image: oven", "    volumes:", ...mounts, ""].join("\n");
}
