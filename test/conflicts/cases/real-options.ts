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
    found: ["env_missing_key src/a.ts:4"],
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
    found: ["env_missing_key src/a.ts:4"],
  },
];
