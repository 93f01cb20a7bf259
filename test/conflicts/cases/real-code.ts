import type { Case } from "./types.ts";

const MARK = ["PRIVATE", "KEY"].join(" ");
const BODY = "MIIEvq8Zr4Ty1Lm7Pw2Xc9Vb3Nd6Fg5Hj0KsMIIEvq8Zr4Ty1Lm7Pw2Xc9Vb3Nd6";
const KEY = `-----BEGIN ${MARK}-----\n${BODY}\n${BODY}\n-----END ${MARK}-----\n`;

const slack = (...parts: readonly string[]) => ["xo", "xb-", parts.join("-")].join("");

const hunk = (ours: string, theirs: string) =>
  `${"<".repeat(7)} ${ours}\na = 1\n${"=".repeat(7)}\na = 2\n${">".repeat(7)} ${theirs}\n`;

const NAMES = ["a", "b", "c", "d", "e", "f", "g", "h"];

const exporting = (names: readonly string[]) =>
  JSON.stringify({ exports: Object.fromEntries(names.map((name) => [`./${name}`, `./${name}.cjs`])) });

const compose = (ports: Readonly<Record<string, number>>) =>
  `services:\n${Object.entries(ports)
    .map(([name, port]) => `  ${name}:\n    image: ${name}\n    ports:\n      - "${port}:80"\n`)
    .join("")}`;

/** What code of well-known repositories says beside itself: in remarks, in tests, to compilers; beside what is amiss. */
export const REAL_CODE: readonly Case[] = [
  {
    // A key that tests alone name is theirs.
    rule: "secret_committed",
    tree: {
      "cmd/oven.key": KEY,
      "cmd/oven_test.go": 'read("oven.key")\n',
      "cmd/shop.key": KEY,
      "cmd/shop_test.go": 'read("shop.key")\n',
      "cmd/main.go": 'read("shop.key")\nread("other-oven.key")\n',
      "lib/unnamed.key": KEY,
      "README.md": "Made with `oven.key`.\n",
      "lib/stub/key.pem": KEY,
      "dev/tls/key.pem": KEY,
      "demo-certs/key.pem": KEY,
      "src/s3_test_cert_internal.h": KEY,
    },
    found: [
      "secret_committed cmd/shop.key:1",
      "secret_committed lib/unnamed.key:1",
      "secret_committed cmd/oven.key:1 (low)",
      "secret_committed demo-certs/key.pem:1 (low)",
      "secret_committed dev/tls/key.pem:1 (low)",
    ],
  },
  {
    rule: "secret_committed",
    tree: {
      "a.py": `# It contains NO actual tokens.\nANSWER = {\n    "token": "${slack("27653672481", "29874698323", "pdFZKVeTuE8sk7oOcBrzbqgz")}",\n}\n`,
      "b.py": `TOKEN = "${slack("17653672481", "19874698323", "pdFZKVeTuE8sk7oOcBrzbqgy")}"\n`,
      "d.py": `KEY = "${["sk", "randomAPIkeyasdsa32ekasd32e"].join("-")}"\n`,
      "e.ts": `// It's ok to save this in git: the application is installed.\n// See https://oven.test.\nconst SECRET = "${slack("27653672481", "29874698323", "pdFZKVeTuE8sk7oOcBrzbqgz")}";\n`,
      "f.ts": `// This is a PUBLIC available key and not a Secret.\nconst KEY =\n  "${slack("27653672481", "29874698323", "pdFZKVeTuE8sk7oOcBrzbqgz")}";\n`,
      "g.ts": `// gitleaks:allow\nconst A = "${slack("27653672481", "29874698323", "pdFZKVeTuE8sk7oOcBrzbqgz")}";\n`,
      "h.py": `# The service is publicly available.\nTOKEN = "${slack("27653672481", "29874698323", "pdFZKVeTuE8sk7oOcBrzbqgz")}"\n`,
      "c.py": `# The actual token.\nTOKEN = "${slack("27653672481", "29874698323", "pdFZKVeTuE8sk7oOcBrzbqgz")}"\n`,
    },
    found: [
      "secret_committed c.py:2",
      "secret_committed h.py:2",
      "secret_committed a.py:3 (low)",
      "secret_committed e.ts:3 (low)",
      "secret_committed f.ts:3 (low)",
    ],
  },
  {
    // Cargo sets its own when it compiles.
    rule: "env_missing_key",
    tree: {
      ".env.example": "OVEN_URL=http://oven.test\nOVEN_NAME=a\nOVEN_SIZE=1\n",
      "src/main.rs":
        'fn main() {\n    env!("CARGO_PKG_VERSION");\n    env!("OUT_DIR");\n    std::env::var("OVEN_URL").unwrap();\n    std::env::var("OVEN_NAME").unwrap();\n    std::env::var("OVEN_SIZE").unwrap();\n    std::env::var("OVEN_GONE").unwrap();\n}\n',
    },
    found: ["env_missing_key src/main.rs:7"],
  },
  {
    // What a pattern holds hides where the remark begins.
    rule: "broken_import",
    tree: {
      "webpack.config.js":
        'const a = [/\\/oven/, // e.g. `import("./oven?inline")`\n];\nconst url = "http://a.test"; // see import("./remark")\nimport("./gone");\n',
    },
    found: ["broken_import webpack.config.js:4"],
  },
  {
    rule: "broken_tsconfig_reference",
    tree: {
      "tsconfig.json":
        '{\n  "compilerOptions": {\n    "paths": {\n      "oven": ["./fixes/oven.js"],\n      "gone": ["./fixes/gone.js"]\n    }\n  }\n}\n',
      "fixes/oven.ts": "export {};\n",
    },
    found: ["broken_tsconfig_reference tsconfig.json:5 (medium)"],
  },
  {
    // On a page each file is an example of its own.
    rule: "tf_variable_twice",
    tree: {
      "website/docs/state/a.tf": 'variable "phrase" {}\n',
      "website/docs/state/b.tf": 'variable "phrase" {}\n',
      "infra/a.tf": 'variable "phrase" {}\n',
      "infra/b.tf": 'variable "phrase" {}\n',
    },
    found: ["tf_variable_twice infra/a.tf:1", "tf_variable_twice website/docs/state/a.tf:1 (low)"],
  },
  {
    // What a page tells its readers to make.
    rule: "broken_compose_path",
    tree: {
      "README.md":
        'Create a `rules.yml` file:\n\n```bash\necho "global:\n  a: 1" > metrics.yml\n```\n\nSee gone.yml.\n',
      "compose.yaml":
        "services:\n  a:\n    image: a\n    volumes:\n      - ./metrics.yml:/a.yml\n      - ./rules.yml:/b.yml\n      - ./gone.yml:/c.yml\n",
    },
    found: ["broken_compose_path compose.yaml:7"],
  },
  {
    // GitBook puts `id-` before a digit; what a program is tried on is no page for people.
    rule: "broken_md_link",
    tree: {
      "docs/a.md":
        "# A\n\n[a](b.md#id-4.2.-bake-it) [b](b.md#id-4.3.-gone)\n\n[c](b.md#less-than-oven-greater-than)\n",
      "docs/b.md": "# B\n\n## 4.2. Bake it\n\n## `<oven>`\n",
      "testing/shop/oven/a.md": "# A\n\n[a](gone.md)\n",
      "testing/README.md": "# A\n\n[a](gone.md)\n",
    },
    found: [
      "broken_md_link testing/README.md:3",
      "broken_md_link docs/a.md:3 (low)",
      "broken_md_link testing/shop/oven/a.md:3 (low)",
    ],
  },
  {
    // Has yet to be filled in; is shown on a page, piece by piece.
    rule: "parse_error",
    tree: {
      "a.yaml": "image: [YOUR REGISTRY]/oven:latest\nname: oven\n",
      "b.yaml": "// [START oven_mail]\nservices:\n- mail\n// [END oven_mail]\n",
      "a/terraform.tfvars": "project = {project_id}\nname = {name}\n",
      "b/terraform.tfvars": "project = {\nname = oven\n",
      "job/templates/a.toml": "oven:1:2\\n",
      "labs/a.yaml": "image: 'oven # TODO\\nname: oven\\n",
      "c.yaml": "image: [A, B]/oven:latest\nname: oven\n",
    },
    found: [
      "parse_error b/terraform.tfvars:3",
      "parse_error c.yaml:1",
      "parse_error job/templates/a.toml:1 (low)",
      "parse_error labs/a.yaml:1 (low)",
    ],
  },
  {
    // What a program is tried on.
    rule: "broken_dockerfile_copy",
    tree: {
      "tests/shop/large/Dockerfile": "FROM oven\nCOPY gone.py /app/\n",
      "tests/shop/Dockerfile": "FROM oven\nCOPY gone.py /app/\n",
    },
    found: [
      "broken_dockerfile_copy tests/shop/Dockerfile:2",
      "broken_dockerfile_copy tests/shop/large/Dockerfile:2 (low)",
    ],
  },
  {
    // Leeway puts it there.
    rule: "broken_dockerfile_copy",
    tree: {
      "oven/BUILD.yaml":
        "packages:\n  - name: docker\n    type: docker\n    config:\n      dockerfile: Dockerfile\n",
      "oven/Dockerfile": "FROM oven\nCOPY shop-oven--app/oven /app/\n",
      "shop/BUILD.yaml": "packages:\n  - name: app\n    type: go\n",
      "shop/Dockerfile": "FROM oven\nCOPY shop-oven--app/oven /app/\n",
    },
    found: ["broken_dockerfile_copy shop/Dockerfile:2"],
  },
  {
    rule: "broken_import",
    tree: {
      "js/bundle.js": '/******/ (function(modules) { // webpackBootstrap\n  require("./gone");\n',
      "js/a.js": 'require("./gone");\n',
    },
    found: ["broken_import js/a.js:1"],
  },
  {
    // Assistants ask for edits in the form of a merge.
    rule: "merge_marker",
    tree: {
      "prompts.py": `ASK = """\n${hunk("SEARCH", "REPLACE")}"""\n`,
      "b.py": hunk("HEAD", "REPLACE"),
    },
    found: ["merge_marker b.py:1"],
  },
  {
    rule: "broken_dockerfile_copy",
    tree: {
      "oven/README.md":
        "```sh\ngit clone https://oven.test/shop-torch\n```\n\nCopy your keys to `oven_creds.txt`.\n\nSee gone-torch.\n",
      "oven/docker/run.sh": "ls\n",
      "shop/run.sh": "ls\n",
      "oven/docker/Dockerfile":
        "FROM oven\nCOPY run.sh /\nCOPY shop-torch/ /a/\nCOPY oven_creds.txt /b/\nCOPY gone-torch/ /c/\n",
      "shop/Dockerfile": "FROM oven\nCOPY run.sh /\nCOPY oven_creds.txt /b/\n",
    },
    found: ["broken_dockerfile_copy oven/docker/Dockerfile:5", "broken_dockerfile_copy shop/Dockerfile:3"],
  },
  {
    // Of databases to choose from each is started alone.
    rule: "compose_port_collision",
    tree: {
      "compose.yaml": compose({ a: 3306, b: 3306, c: 5432, d: 5432 }),
      "shop/compose.yaml": compose({ a: 3306, b: 3306, c: 5432 }),
    },
    found: [
      "compose_port_collision shop/compose.yaml:5",
      "compose_port_collision compose.yaml:5 (low)",
      "compose_port_collision compose.yaml:13 (low)",
    ],
  },
  {
    rule: "broken_compose_env_file_reference",
    tree: {
      "compose.yaml": "services:\n  a:\n    image: a\n    env_file: [.env, .db.env, gone.env, .env.gone]\n",
    },
    found: [
      "broken_compose_env_file_reference compose.yaml:4",
      "broken_compose_env_file_reference compose.yaml:4",
      "broken_compose_env_file_reference compose.yaml:4 (low)",
      "broken_compose_env_file_reference compose.yaml:4 (low)",
    ],
  },
  {
    // Made by tools that do not say so.
    rule: "broken_md_link",
    tree: {
      "a.md": '# Protocol Documentation\n<a name="top"></a>\n\n[a](#google-protobuf-Any)\n',
      "b.md": "# API\n\n_Appears in:_\n- [a](#gone)\n",
      "c.md": "# Protocol\n\n[a](#google-protobuf-Any)\n",
    },
    found: ["broken_md_link c.md:3"],
  },
  {
    rule: "broken_package_json_reference",
    tree: {
      "package.json":
        '{\n  "name": "a",\n  "scripts": {\n    "a": "curl -O https://oven.test/install.sh && ./install.sh",\n    "b": "./gone.sh && curl http://oven.test"\n  }\n}\n',
    },
    found: ["broken_package_json_reference package.json:5"],
  },
  {
    // A build packs it; a site knows what the second name stands for.
    rule: "broken_md_link",
    tree: {
      "scripts/site.sh": "zip -r bundle.zip site\n",
      "a.md": "# A\n\n[a](bundle.zip)\n\n[b](gone.zip)\n",
      "b.md": "# B\n\n## [`Oven`][bakery.Oven] is hot\n\n[a](#oven-is-hot)\n\n[b](#oven-is-cold)\n",
    },
    found: ["broken_md_link a.md:5", "broken_md_link b.md:7", "broken_md_link a.md:3 (low)"],
  },
  {
    // It is put together elsewhere.
    rule: "broken_package_json_reference",
    tree: {
      "package.json": exporting(NAMES),
      "src/a.ts": "",
      "shop/package.json": exporting(NAMES),
      ...Object.fromEntries(NAMES.slice(0, -1).map((name) => [`shop/${name}.cjs`, ""])),
    },
    found: [
      "broken_package_json_reference shop/package.json:1",
      ...NAMES.slice(1).map(() => "broken_package_json_reference package.json:1 (low)"),
    ],
  },
  {
    // A text of Rust goes on over lines, with quotes in it.
    rule: "merge_marker",
    tree: {
      "tests/merge.rs": `fn a() {\n    let c = '"';\n    is(r#"\n"\n"\n${hunk("ours", "theirs")}"#);\n    is("\n\n\n${hunk("ours", "theirs")}");\n}\n${hunk("HEAD", "main")}`,
    },
    found: ["merge_marker tests/merge.rs:22"],
  },
  {
    rule: "broken_workflow_path",
    tree: {
      ".github/workflows/a.yml":
        "jobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n      - run: ./node_modules/.bin/create-oven myoven\n      - run: ls\n        working-directory: ./myoven\n      - run: ls\n        working-directory: ./gone\n",
    },
    found: ["broken_workflow_path .github/workflows/a.yml:9"],
  },
];
