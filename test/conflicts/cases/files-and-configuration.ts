import { REAL_SECRETS } from "./real-secrets.ts";
import type { Case } from "./types.ts";

const [OURS, BASE, THEIRS, FORMER] = ["<", "=", ">", "|"].map((mark) => mark.repeat(7));
const HUNK = `${OURS} HEAD\na\n${BASE}\nb\n${THEIRS} topic\n`;
const TOKEN = ["gh", "p_", "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hJ6"].join("");
const KEY_ID = ["AK", "IA", "Q3T7XN5ZKLM2PR4S"].join("");
const MAPS_KEY = ["AI", "za", "Sy4bK9_mQ2xW7-eR5tY8uI1oP3aS6dF0gH-"].join("");
const BODY = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7".repeat(3);
const DASHES = "-".repeat(5);

/** Of rules about files, configuration, resources and dependencies. */
export const FILE_AND_CONFIGURATION_CASES: readonly Case[] = [
  ...REAL_SECRETS,
  {
    rule: "duplicate_file",
    tree: { "a.txt": "same\n", "b/c.txt": "same\n", "d.txt": "other\n" },
    found: ["duplicate_file a.txt"],
  },
  {
    rule: "duplicate_file",
    tree: {
      "a/__init__.py": "",
      "b/__init__.py": "",
      LICENSE: "x\n",
      "p/LICENSE": "x\n",
      "vendor/a.js": "v\n",
      "b.js": "v\n",
    },
    found: [],
  },
  {
    rule: "duplicate_file",
    tree: {
      "a.bin": `version https://git-lfs.github.com/spec/v1\noid sha256:${"0a".repeat(32)}\nsize 5\n`,
      "b.bin": `version https://git-lfs.github.com/spec/v1\noid sha256:${"0a".repeat(32)}\nsize 5\n`,
    },
    found: [],
  },
  {
    rule: "merge_marker",
    tree: { "a.py": `x = 1\n${HUNK}`, "b.md": HUNK },
    found: ["merge_marker a.py:2", "merge_marker b.md:1"],
  },
  {
    rule: "merge_marker",
    tree: { "a.js": `${OURS} HEAD\r\na\r\n${FORMER} base\r\nc\r\n${BASE}\r\nb\r\n${THEIRS} t\r\n` },
    found: ["merge_marker a.js:1"],
  },
  {
    rule: "merge_marker",
    tree: {
      "docs/how.md": `    ${OURS} HEAD\n    ${BASE}\n    ${THEIRS} t\n\n\`\`\`\n${HUNK}\`\`\`\n`,
      "a.rst": `Title\n${BASE}\n\nOther\n${BASE}\n`,
      "half.txt": `${OURS} HEAD\nx\n`,
      "test/a.test.ts": `const text = \`\n${HUNK}\`;\n`,
      "fixtures/a.txt": HUNK,
    },
    found: [],
  },
  {
    rule: "case_collision",
    tree: { "a/Read.md": "1\n", "a/read.md": "2\n" },
    found: ["case_collision a/Read.md"],
  },
  {
    rule: "case_collision",
    tree: { "Docs/a.md": "1\n", "docs/b.md": "2\n", "docs/a.md": "3\n" },
    found: ["case_collision Docs"],
  },
  { rule: "case_collision", tree: { "a/x.md": "1\n", "b/X.md": "2\n" }, found: [] },
  {
    rule: "reserved_name",
    tree: { "src/aux.c": "1\n", "ok/auxiliary.c": "2\n", "a/trailing.": "3\n" },
    found: ["reserved_name a/trailing.", "reserved_name src/aux.c"],
  },
  {
    rule: "secret_committed",
    tree: {
      "run.sh": `export GITHUB_TOKEN=${TOKEN}\n`,
      "aws.py": `KEY = "${KEY_ID}"\n`,
      "maps.js": `export const mapsKey = '${MAPS_KEY}';\n`,
      "sa.json": `{"type": "service_account", "private_key": "${DASHES}BEGIN PRIVATE KEY${DASHES}\\n${BODY}\\n"}\n`,
    },
    found: [
      "secret_committed aws.py:1",
      "secret_committed maps.js:1",
      "secret_committed run.sh:1",
      "secret_committed sa.json:1",
    ],
  },
  {
    rule: "secret_committed",
    tree: {
      "docs/a.md": `AWS_ACCESS_KEY_ID=${["AK", "IA", "IOSFODNN7", "EXAMPLE"].join("")}\n`,
      "a.sh": `# GITHUB_TOKEN=${["gh", "p_"].join("")}${"x".repeat(36)}\nexport A="\${GITHUB_TOKEN:?}"\n`,
      "parse.go": `if strings.HasPrefix(s, "${DASHES}BEGIN PRIVATE KEY${DASHES}") {}\n`,
      "a_test.go": `const token = "${TOKEN}"\n`,
      "package-lock.json": `{"x": "${TOKEN}"}\n`,
      "src/testFixtures/Keys.kt": `val token = "${TOKEN}"\n`,
      "oventest/a.go": `const token = "${TOKEN}"\n`,
      "certs/localhost.key": `${DASHES}BEGIN PRIVATE KEY${DASHES}\n${BODY}\n`,
      "README.md": `${DASHES}BEGIN PRIVATE KEY${DASHES}\n${BODY}\n...\n${BODY}\n${DASHES}END PRIVATE KEY${DASHES}\n`,
    },
    found: [],
  },
  {
    rule: "parse_error",
    tree: {
      "config/a.json": '{"a": 1,\n "b" 2}\n',
      "config/stream.json": '{\n  "a": 1\n}\n{\n  "b" 2\n}\n',
    },
    found: ["parse_error config/a.json:2", "parse_error config/stream.json:4"],
  },
  {
    rule: "parse_error",
    tree: {
      "chart/Chart.yaml": "name: x\n",
      "chart/templates/config.yaml": "{{ if }}\na: {{ b }\n",
      "base/.github/workflows/a.yml": "a:\n  b: {% raw %}${{ vars.X }}{% endraw %}\n",
      "config/b.yaml": "a: {{ x }}\n",
      "config/quoted.yaml": "a:\n  b: \"one\n  two\"\n  c: 'x\n\n  it''s' # why\nd: 1\n",
      "src/testFixtures/e.json": '{"a" 1}\n',
      "config/c.yaml": "a:\n  - name: x\n    args: [\n      1\n    ]\n    c: 2\nd: {\n e: 1\n}\n",
      "config/lines.json": '{"a": 1}\n{"b": 2}\n',
      "config/stream.json": '{\n  "a": 1\n}\n\n{\n  "b": [\n  ]\n}\n',
      "syntaxes/Dockerfile.tmLanguage": "<plist>\n",
      "config/left-out.yaml": "spec:\n  a: 1\n  ...\n  b: 2\n",
      "config/example.tf": 'provider "oven" {\n  token = <YOUR_TOKEN>\n}\n',
      "config/filled.tfvars": "packages = %%PACKAGES%%\n",
      "config/malformated.json": '{"a" 1}\n',
      "config/process.json": "{\n  apps: [{ name: 'oven' }]\n}\n",
      "config/filled.json": '{"name": OVEN_NAME,\n "heat": 1}\n',
      "config/commented.json": '{\n  // why\n  "a": 1,\n}\n',
    },
    found: [],
  },
  {
    rule: "env_value_conflict",
    tree: { "s/.env.production": "PORT=1\n", "s/config/prod.env": 'export PORT="2" # x\n' },
    found: ["env_value_conflict s/.env.production:1"],
  },
  {
    rule: "env_value_conflict",
    tree: {
      "a/.env.development": "PORT=1\n",
      "a/.env.production": "PORT=2\n",
      "b/.env": "X=1\n",
      "c/.env": "X=2\n",
      "d/.env.example": "Y=changeme\n",
      "d/.env": "Y=real\n",
      "e/.env.staging": "Z=seven\n",
      "e/config/staging.env": 'export Z="seven" # same\n',
      "f/.env": "L=1\n",
      "f/.env.local": "L=2\n",
      "hack/test.env": "J=1\n",
      "hack/test_asymmetric.env": "J=2\n",
    },
    found: [],
  },
  {
    rule: "env_missing_key",
    tree: { "s/.env.example": "A=\nB=\n", "s/.env": "A=1\n" },
    found: ["env_missing_key s/.env.example:2"],
  },
  {
    rule: "env_missing_key",
    tree: { "s/.env.example": "A=\nB=\n", "s/src/a.js": "process.env.A; process.env.B;\nprocess.env.NEW;\n" },
    found: ["env_missing_key s/src/a.js:2 (low)"],
  },
  {
    rule: "env_missing_key",
    tree: {
      "s/.env.example": "A=\n",
      "s/a.js": "process.env.A; process.env.X || 1; process.env.NODE_ENV; process.env.HOME;\n",
      "t/.env.example": "ONLY=\n",
      "t/a.js": "process.env.P; process.env.Q; process.env.R;\n",
      "u/a.js": "process.env.ANY\n",
    },
    found: [],
  },
  {
    rule: "duplicate_key",
    tree: { ".env": "A=1\nB=2\nA=3\n", "b/.env": "C=1\nC=1\n" },
    found: ["duplicate_key .env:1"],
  },
  {
    rule: "compose_port_collision",
    tree: {
      "compose.yaml":
        'services:\n  a:\n    ports: ["8080:80"]\n  b:\n    ports:\n      - "127.0.0.1:8079-8081:1-3"\n',
      "b/compose.yaml":
        "services:\n  a:\n    ports: [{target: 1, published: 9000}]\n  b:\n    ports: ['9000:1']\n",
    },
    found: ["compose_port_collision b/compose.yaml:3", "compose_port_collision compose.yaml:3"],
  },
  {
    rule: "compose_port_collision",
    tree: {
      "compose.yaml":
        'services:\n  a: {ports: ["53:53/tcp"]}\n  b: {ports: ["53:53/udp"]}\n  c: {ports: ["127.0.0.1:1:1"]}\n  d: {ports: ["127.0.0.2:1:1"]}\n  e: {profiles: [x], ports: ["2:2"]}\n  f: {profiles: [y], ports: ["2:2"]}\n',
      "other/compose.yaml": 'services:\n  a: {ports: ["53:53/tcp"]}\n',
    },
    found: [],
  },
  {
    rule: "lockfile_mix",
    tree: {
      "a/yarn.lock": "x\n",
      "a/package-lock.json": "{}\n",
      "b/yarn.lock": "y\n",
      "c/package-lock.json": "{ }\n",
    },
    found: ["lockfile_mix a/package-lock.json"],
  },
  {
    rule: "lockfile_mix",
    tree: {
      "a/yarn.lock": "x\n",
      "b/package-lock.json": "{}\n",
      "test/fixtures/c/yarn.lock": "y\n",
      "test/fixtures/c/package-lock.json": "{ }\n",
    },
    found: [],
  },
  {
    rule: "lockfile_mix",
    tree: {
      "a/package.json": '{"packageManager":"pnpm@9.0.0"}\n',
      "a/package-lock.json": "{}\n",
      "b/package.json": '{"packageManager":"npm@10.0.0"}\n',
      "b/package-lock.json": "{ }\n",
      "c/package.json": '{"packageManager":"yarn@4.0.0"}\n',
      "d/poetry.lock": "a\n",
      "d/uv.lock": "b\n",
      "e/uv.lock": "c\n",
      "e/package-lock.json": "{  }\n",
    },
    found: ["lockfile_mix a/package-lock.json", "lockfile_mix d/poetry.lock"],
  },
  {
    rule: "duplicate_key",
    tree: {
      "package.json":
        '{"//": "a", "//": "b",\n "scripts": {"x": "1", "y": "2",\n "x": "3"},\n "same": [1], "same": [1]}\n',
      "a.json": '[{"a:\\"b": 1, "c": {}},\n {"c": 1,\n "c": {"d": 1}}]\n',
      "plain.json": '{"a": "b:c", "d": ["e:f"]}\n',
      "a.yaml": "a: &x\n  b: 1\n<<: *x\nb: 2\nc: 1\nc: 2\n---\nc: 3\n",
      "chart.yaml": "{{ if .A }}\na: 1\n{{ else }}\na: 2\n{{ end }}\n",
      "fixtures/a.json": '{"a": 1, "a": 2}\n',
      "test/a.json": '{"a": 1, "a": 2}\n',
    },
    found: ["duplicate_key a.json:2", "duplicate_key a.yaml:5", "duplicate_key package.json:2"],
  },
  {
    rule: "lockfile_mix",
    tree: { "tests/e2e/pnpm-lock.yaml": "lockfileVersion: '9.0'\n", "tests/e2e/package-lock.json": "{}\n" },
    found: ["lockfile_mix tests/e2e/package-lock.json"],
  },
  {
    rule: "reserved_name",
    tree: { "con/text.md": "x\n", "lpt.md": "y\n" },
    found: ["reserved_name con/text.md"],
  },
  { rule: "reserved_name", tree: { "console.md": "x\n", "lpt.md": "y\n", ".a": "z\n" }, found: [] },
  { rule: "duplicate_key", tree: { ".env": "A=1\nB=2\nA=1\n", "b.env": "A=1\n#A=2\n" }, found: [] },
  {
    rule: "tfvars_undeclared",
    tree: {
      "i/v.tf": 'variable "count_of" { type = number }\nvariable "tags" {\n  type = map(string)\n}\n',
      "i/prod.auto.tfvars": 'count_of = "3"\ntags = { a = 1 }\n',
      "i/example.tfvars": 'count_of = "<YOUR_COUNT>"\n',
      "data/a.tfvars": "anything = 1\n",
    },
    found: [],
  },
];
