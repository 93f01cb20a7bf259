import type { Case } from "./types.ts";

const KEY_NAME = ["PRIVATE", "KEY"].join(" ");
const KEY = `-----BEGIN ${KEY_NAME}-----\n${["q8FvZ2mTn4Kd7Ws", "Yb1Rc6Xj9Lh3Pg5Ue0Bn4Zt6Yr1Pu5Ho0Jf"].join("")}\n`;
const GOOGLE = ["AIza", "SyD3kq9Vw7Lm2Xc8Bn4Zt6Yr1Pu5Ho0JfGs"].join("");

/** What is one of several, offered, shown or to be filled in; beside what is amiss. */
export const REAL_OPTIONS: readonly Case[] = [
  {
    // What is offered where nobody says otherwise, and what a bundler writes in the place of a variable.
    rule: "env_missing_key",
    tree: {
      ".env.example": "HEAT=1\nRYE=2\nOAT=3\nBARLEY=4\nSPELT=5\n",
      "vite.config.ts": `export default { define: { "import.meta.env.OVEN_TEXT": JSON.stringify(text) } };\n`,
      "src/a.ts": `use(process.env.HEAT, process.env.RYE, process.env.OAT, process.env.BARLEY, process.env.SPELT);
ask({ name: "token", default: process.env.OVEN_TOKEN });
use(process.env.PUBLIC_URL, import.meta.env.OVEN_TEXT);
use({ token: process.env.OVEN_GONE });
`,
    },
    found: ["env_missing_key src/a.ts:4 (low)"],
  },
  {
    // A word in brackets stands for a part of a name; a name in brackets is one.
    rule: "broken_md_link",
    tree: {
      "docs/guide.md":
        "[a](./[oven]-api.md)\n[b](%appdata%/oven/a.json)\n[c](../src/[id].ts)\n[d](./gone-api.md)\n[e](there.md)\n",
      "docs/there.md": "",
      "src/a.ts": "",
    },
    found: [
      "broken_md_link docs/guide.md:3",
      "broken_md_link docs/guide.md:4",
      "broken_md_link docs/guide.md:1 (low)",
    ],
  },
  {
    // A template of a manifest has one name or another.
    rule: "duplicate_key",
    tree: {
      "packages/template/package-template.json": '{\n  "name": "a",\n  "name": "b"\n}\n',
      "packages/oven/settings.json": '{\n  "name": "a",\n  "name": "b"\n}\n',
    },
    found: [
      "duplicate_key packages/oven/settings.json:2",
      "duplicate_key packages/template/package-template.json:2 (low)",
    ],
  },
  {
    // Keys for one's own machine, of what is copied, and of applications; beside those of a server.
    rule: "secret_committed",
    tree: {
      "perf/dev-jwt.pem": KEY,
      "conf/oven.yml.example": KEY,
      "conf/oven.pem": KEY,
      "app/oven.ts": `export const services = { googleAppId: "1:2:android:3", googleApiKey: "${GOOGLE}" };\n`,
      "app/rye.ts": `export const services = { rye: "1:2", apiKey: "${GOOGLE}" };\n`,
      "site/data/snippets.ts": `export const text = "token: ${["ghp", "_Zk3vQ9xT1mB7nR5wL2yH8sD4fG6jK0pQ1aBc"].join("")}";\n`,
    },
    found: [
      "secret_committed app/rye.ts:1",
      "secret_committed conf/oven.pem:1",
      "secret_committed app/oven.ts:1 (low)",
      "secret_committed conf/oven.yml.example:1 (low)",
      "secret_committed perf/dev-jwt.pem:1 (low)",
      "secret_committed site/data/snippets.ts:1 (low)",
    ],
  },
  {
    // Each run of tests has its own.
    rule: "env_value_conflict",
    tree: {
      ".env.ci": "OVEN_URL=http://a.example\n",
      ".env.test": "OVEN_URL=http://b.example\n",
      "web/.env.test": "OVEN_URL=http://b.example\n",
      "web/config/test.env": "OVEN_URL=http://c.example\n",
    },
    found: ["env_value_conflict web/.env.test:1"],
  },
  {
    // A page with its front matter is one, whatever it is called.
    rule: "parse_error",
    tree: {
      "notes/heat.yaml": "---\nname: heat\n---\n\n# Heat\n\n## Ovens\n\nAn oven: is: hot\n- a\n",
      "notes/rye.yaml": "---\nname: rye\n---\n# Heat\nan: oven: is: hot\n- a\n",
    },
    found: ["parse_error notes/rye.yaml:5"],
  },
  {
    // What whoever fills in a letter puts in, and what a script writes to be taken along.
    rule: "broken_md_link",
    tree: {
      "docs/a.md": "[a](((ovenUrl)))\n[b](ovens.txt)\n[c](gone.txt)\n",
      "scripts/generate-ovens.mjs": 'await writeFile("site/ovens.txt", text);\n',
    },
    found: ["broken_md_link docs/a.md:3", "broken_md_link docs/a.md:2 (low)"],
  },
  {
    rule: "env_missing_key",
    tree: {
      ".env.example": "HEAT=1\nRYE=2\nOAT=3\nBARLEY=4\nSPELT=5\n",
      "src/a.ts": `use(process.env.HEAT, process.env.RYE, process.env.OAT, process.env.BARLEY, process.env.SPELT);
const wait = parseMinutes(process.env.OVEN_WAIT, DEFAULT_WAIT);
const size = readNumber(process.env.OVEN_SIZE, settings.defaultSize);
const name = readText(process.env.OVEN_NAME, logger);
`,
    },
    found: ["env_missing_key src/a.ts:4 (low)"],
  },
  {
    // The code says that it is set, or stops, or puts it into a text; of others nobody can tell.
    rule: "env_missing_key",
    tree: {
      ".env.example": "HEAT=1\nRYE=2\nOAT=3\nBARLEY=4\nSPELT=5\nA=1\nB=1\nC=1\nD=1\n",
      "src/a.ts": `use(process.env.HEAT, process.env.RYE, process.env.OAT, process.env.BARLEY, process.env.SPELT);
const url = \`https://oven.example/\${process.env.OVEN_PATH}\`;
const key = process.env.OVEN_KEY!;
const name = process.env.OVEN_NAME;
if (!name) throw new Error("no name");
use(process.env.OVEN_REST);
`,
      "b.py":
        "import os\nkey = os.environ['OVEN_COLOUR']\nuse(os.getenv('A'), os.getenv('B'), os.getenv('C'), os.getenv('D'))\n",
    },
    found: [
      "env_missing_key b.py:2",
      "env_missing_key src/a.ts:2",
      "env_missing_key src/a.ts:3",
      "env_missing_key src/a.ts:4",
      "env_missing_key src/a.ts:6 (low)",
    ],
  },
  {
    // Types that a build writes, and what it is made of.
    rule: "broken_package_json_reference",
    tree: {
      "package.json":
        '{"scripts":{"build":"oven"},"exports":{\n"./a":"./npm/a.d.ts",\n"./b":"./npm/b.css",\n"./c":"./src/c.d.ts"}}\n',
      "npm/there.md": "",
      "src/there.md": "",
    },
    found: [
      "broken_package_json_reference package.json:3",
      "broken_package_json_reference package.json:4",
      "broken_package_json_reference package.json:2 (low)",
    ],
  },
  {
    // A route of an application is no heading.
    rule: "broken_md_link",
    tree: { "public/help.md": "[a](#/ovens/heat)\n[b](#gone)\n" },
    found: ["broken_md_link public/help.md:2"],
  },
  {
    // One heading that is not there is one cause.
    rule: "broken_md_link",
    tree: { "docs/api.md": "[a](#Oven)\n\n[a](#Oven)\n\n[a](#Oven)\n\n[a](#Oven)\n\n[b](#Rye)\n" },
    found: [
      "broken_md_link docs/api.md:1",
      "broken_md_link docs/api.md:3",
      "broken_md_link docs/api.md:5",
      "broken_md_link docs/api.md:9",
      "broken_md_link docs/api.md:7 (low)",
    ],
  },
  {
    // What a page shows of a program.
    rule: "broken_import",
    tree: {
      "docs/page/ovens/code/heat.ts": 'import "../oven.config";\n',
      "docs/page/ovens/heat.ts": 'import "../oven.config";\n',
    },
    found: ["broken_import docs/page/ovens/heat.ts:1", "broken_import docs/page/ovens/code/heat.ts:1 (low)"],
  },
  {
    rule: "secret_committed",
    tree: {
      "src/oven/tests.rs": `const KEY: &str = "${KEY.replaceAll("\n", String.raw`\n`)}";\n`,
      "ios/GoogleService-Info-oven.plist": `<key>API_KEY</key>\n<string>${GOOGLE}</string>\n`,
    },
    found: ["secret_committed ios/GoogleService-Info-oven.plist:2 (low)"],
  },
  {
    // What is put together first.
    rule: "broken_kustomize_reference",
    tree: {
      "deploy/kustomization.yaml": "resources:\n  - ./bundled/oven.yaml\n  - ./gone/oven.yaml\n",
    },
    found: ["broken_kustomize_reference deploy/kustomization.yaml:3"],
  },
  {
    // Pictures of Middleman's, and a name to be filled in.
    rule: "broken_md_link",
    tree: {
      "source/manual/oven.html.md":
        "![a](images/oven.png)\n![b](images/gone.png)\n![c](images/your-oven-name.png)\n[d](ovens.csv)\n",
      "source/manual/ovens.csv.erb": "",
      "source/images/oven.png": "",
      "source/manual/images/there.png": "",
    },
    found: [
      "broken_md_link source/manual/oven.html.md:2",
      "broken_md_link source/manual/oven.html.md:1 (low)",
      "broken_md_link source/manual/oven.html.md:3 (low)",
    ],
  },
  {
    // A template for another way of running things, and a contract.
    rule: "env_missing_key",
    tree: {
      "a/.example.edge.env": "OVEN_EDGE=1\n",
      "a/.env.example": "OVEN_HEAT=1\nOVEN_RYE=1\n",
      "a/.env": "OVEN_HEAT=1\n",
    },
    found: ["env_missing_key a/.env.example:2"],
  },
];
