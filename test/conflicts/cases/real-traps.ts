import type { Case } from "./types.ts";

const HUNK = ["<", "=", ">"].map((sign) => `${sign.repeat(7)}${sign === "=" ? "" : " x"}\nbread\n`).join("");

const MARK = ["PRIVATE", "KEY"].join(" ");
const BODY = "MIIEvq8Zr4Ty1Lm7Pw2Xc9Vb3Nd6Fg5Hj0KsMIIEvq8Zr4Ty1Lm7Pw2Xc9Vb3Nd6";
const KEY = `-----BEGIN ${MARK}-----\n${BODY}\n${BODY}\n-----END ${MARK}-----`;

const MAPS_KEY = ["AI", "za", "Sy4bK9_mQ2xW7-eR5tY8uI1oP3aS6dF0gH-"].join("");

/** Look-alikes that well-known repositories hold, each beside a fault that has to be found all the same. */
export const REAL_TRAPS: readonly Case[] = [
  {
    rule: "merge_marker",
    tree: {
      "scripts/git-helpers.tests.ps1": `Describe "conflicted files" {\n  $text = @'\n${HUNK}'@\n}\n`,
      "scripts/oven.tests.ps1": `Describe "oven" {\n${HUNK}}\n`,
      "tests/merge.md": `# Merge\n\nbread\n${HUNK}`,
    },
    found: ["merge_marker scripts/oven.tests.ps1:2", "merge_marker tests/merge.md:4"],
  },
  {
    rule: "merge_marker",
    tree: {
      "test/menu.test.ts": `const menu = \`\nbread\nrye\nspelt\noats\n${HUNK}\`;\n`,
      "test/short.test.ts": `const text = \`\nbread\n${HUNK}\`;\n`,
      "test/markers.test.ts": `const text = \`\nbread\nrye\nspelt\noats\n${HUNK}\`;\n`,
      "test/told.test.ts": `test("finds a conflict", () => \`\nbread\nrye\nspelt\noats\n${HUNK}\`);\n`,
    },
    found: ["merge_marker test/menu.test.ts:6"],
  },
  {
    rule: "secret_committed",
    tree: {
      ".env.production": `VITE_APP_FIREBASE_CONFIG='{"apiKey":"${MAPS_KEY}","authDomain":"oven.test"}'\n`,
      "web/a.js": `export const mapsKey = "${MAPS_KEY}";\n`,
      "web/b.js": `firebase.initializeApp({\n  apiKey: "${MAPS_KEY}",\n  authDomain: "oven.test",\n});\n`,
      "web/mock.js": `export const mapsKey = "${MAPS_KEY}";\n`,
      "web/map.html": `<script src="https://maps.googleapis.com/maps/api/js?key=${MAPS_KEY}&x=1"></script>\n`,
      "conf/ssl_PLACE_HOLDER.key": KEY,
      "ci/server.key": KEY,
      "ssh/testkey.pem": KEY,
      "ssh/row.tsx": `const PRIVATE_KEY_PLACEHOLDER = \`\n${KEY}\`;\n`,
      "ssh/other.tsx": `const PRIVATE_KEY = \`\n${KEY}\`;\n`,
      "ssh/stub_server.go": `const key = \`${KEY}\`\n`,
    },
    found: [
      "secret_committed ssh/other.tsx:2",
      "secret_committed web/a.js:1",
      "secret_committed .env.production:1 (low)",
      "secret_committed ci/server.key:1 (low)",
      "secret_committed web/b.js:2 (low)",
      "secret_committed web/map.html:1 (low)",
    ],
  },
  {
    rule: "broken_symlink",
    tree: { "app/a.md": "x\n", "app/usr/bin/a": "x\n" },
    links: {
      "app/source": "../.ours/app",
      "app/rye": "../.theirs/app",
      "app/usr/bin/bake": "oven",
    },
    submodules: [".ours"],
    found: ["broken_symlink app/rye", "broken_symlink app/usr/bin/bake (low)"],
  },
  {
    rule: "broken_dockerfile_copy",
    tree: {
      "apps/oven/Dockerfile": "FROM scratch\nCOPY ./meta /app\n",
      "apps/oven/package.json":
        '{"scripts":{"image":"pack-context -- apps/oven/Dockerfile | docker buildx build --load - -t oven"}}\n',
      "apps/rye/Dockerfile": "FROM scratch\nCOPY ./meta /app\n",
      "apps/oats/Dockerfile": "FROM scratch\nCOPY apps/oats/oven.conf apps/oats/gone.conf /app/\n",
      "apps/oats/oven.conf.example": "a\n",
      "msa/Dockerfile": "FROM scratch\nCOPY ${pkg.name}.conf start.sh /tmp/\n",
    },
    found: ["broken_dockerfile_copy apps/oats/Dockerfile:2", "broken_dockerfile_copy apps/rye/Dockerfile:2"],
  },
  {
    rule: "broken_symlink",
    tree: { "a.md": "x\n", "b/f.md": "y\n" },
    links: { "b/c.md": "../none/x.md", "b/d.md": "../a.md", "b/e.md": "/nowhere" },
    found: ["broken_symlink b/c.md"],
  },
  {
    rule: "broken_symlink",
    tree: { ".gitignore": "made/\n", "b/a.md": "x\n" },
    links: { "b/c.md": "../made/x.md", "b/d": "../.venv/lib/tool", "b/e": "../node_modules" },
    found: [],
  },
  {
    rule: "broken_symlink",
    tree: { "skills/a.md": "x\n" },
    links: { "skills/bread": "../.venv/lib/python3/site-packages/bread", "skills/rye": "../rye" },
    found: ["broken_symlink skills/rye"],
  },
  {
    rule: "broken_compose_path",
    tree: {
      "compose.yaml":
        "services:\n  oven:\n    volumes:\n      - ./conf.d:/etc/oven/conf.d\n      - ./.cache:/x/.cache\n      - ./oven.conf:/etc/oven.conf\n",
    },
    found: ["broken_compose_path compose.yaml:6"],
  },
  {
    rule: "broken_dockerfile_copy",
    tree: {
      "a/Dockerfile": "FROM scratch\nADD bakery.tar /app\nCOPY gone.ini /app\n",
      "b/Dockerfile": "FROM scratch\nCOPY lib/oven.rye.jar /app\n",
      "b/lib/oven.jar": "x\n",
    },
    found: ["broken_dockerfile_copy a/Dockerfile:3", "broken_dockerfile_copy b/Dockerfile:2"],
  },
  {
    rule: "broken_workflow_path",
    tree: {
      ".github/workflows/a.yml":
        "on: push\njobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n      - run: curl -L https://a.test/oven-1.2.tar.gz | tar xz\n      - run: make\n        working-directory: oven-1.2\n  b:\n    steps:\n      - uses: actions/checkout@v4\n      - run: make\n        working-directory: gone\n",
      "starter/.github/workflows/b.yml":
        "on: push\njobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n      - run: make\n        working-directory: apps/oven\n",
    },
    found: ["broken_workflow_path .github/workflows/a.yml:13"],
  },
  {
    rule: "parse_error",
    tree: {
      "policies/a.yaml": 'a:\n  b: "loaves of\n  rye\'s\n  kind"\n  c: 1\nd:\n  e: "one\n  two"\n  f: 2\n',
      "policies/b.yaml": 'a:\n  b: "never\n  c: 1\n',
      "starter/.github/workflows/a.yml": "{{{{raw}}}}\nname: x\n{{{{/raw}}}}\n",
    },
    found: ["parse_error policies/b.yaml:4"],
  },
  {
    rule: "duplicate_key",
    tree: {
      "tools.env": 'BIN=${BIN:=$(go env BIN)}\nif [ -z "$BIN" ]; then\n\tBIN="$(go env PATH)/bin"\nfi\n',
      "oven.env": "HEAT=1\nHEAT=2\n",
    },
    found: ["duplicate_key oven.env:1"],
  },
  {
    rule: "version_disagreement",
    tree: {
      "package.json": '{"name": "x", "engines": {"node": ">=20"}}\n',
      "starter/package.json": '{"name": "y"}\n',
      "starter/.github/workflows/a.yml":
        "on: push\njobs:\n  a:\n    steps:\n      - uses: actions/setup-node@v4\n        with: {node-version: 18}\n",
    },
    found: [],
  },
  {
    rule: "workspace_range_mismatch",
    tree: {
      "package.json": '{"name": "root", "workspaces": ["packages/*"]}\n',
      "pnpm-workspace.yaml": "packages:\n  - packages/*\n  - '!packages/old'\n",
      "packages/a/package.json": '{"name": "a", "version": "2.0.0"}\n',
      "www/package.json": '{"name": "www", "workspaces": ["apps/*"]}\n',
      "www/apps/b/package.json": '{"name": "b", "dependencies": {"a": "^1.0.0"}}\n',
    },
    found: [],
  },
  {
    rule: "missing_dependency",
    tree: {
      "compose.yaml":
        "services:\n  oven:\n    image: oven\n    depends_on: ['${STORE:-flour}', '${NONE}']\n  flour: {image: flour}\n",
      "{{ bakery.slug }}/compose.yaml": "services:\n  oven:\n    image: oven\n    depends_on: [gone]\n",
    },
    found: [],
  },
  {
    rule: "broken_compose_env_file_reference",
    tree: {
      "compose.yaml": "services:\n  oven:\n    image: oven\n    env_file: [stack.env, gone.conf]\n",
    },
    found: ["broken_compose_env_file_reference compose.yaml:4"],
  },
  {
    rule: "secret_committed",
    tree: {
      "form.vue": `<input placeholder="${["sk", "live", "abc123xyz789"].join("_")}">\n`,
      "oven.js": `const key = "${["sk", "live", "4eC39HqLyjWDarjtT1zdp7dc"].join("_")}";\n`,
    },
    found: ["secret_committed oven.js:1"],
  },
  {
    rule: "broken_kustomize_reference",
    tree: {
      "k8s/kustomization.yaml": "resources:\n  - made.yaml\n  - gone.yaml\n",
      "hack/make.sh": "kubectl get all -o yaml > k8s/made.yaml\n",
    },
    found: ["broken_kustomize_reference k8s/kustomization.yaml:3"],
  },
  {
    rule: "env_missing_key",
    tree: {
      ".env": "OVEN=1\n",
      ".env.one-oven-example": "HEAT=2\n",
      ".env.example": "OVEN=1\nBREAD=2\n",
    },
    found: ["env_missing_key .env.example:2"],
  },
  {
    rule: "secret_committed",
    tree: {
      "tox.ini": `store = AccountName=devstoreaccount1;AccountKey=${["Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1", "OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="].join("")}\n`,
      "oven.ini": `store = AccountKey=${["rTy8vdM02xNOcqFlqUwJPLlm", "EtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq"].join("")}\n`,
    },
    found: ["secret_committed oven.ini:1"],
  },
  {
    rule: "secret_committed",
    tree: {
      "dist/modes.js": `words="erilog-${["sk", "prompt-state-selector-no2"].join("-")}|x"\n`,
      "dist/wasm.js": `atob("AGFzbQ${["EA", "AABAAAABAQAAAEAAACDAQ9QAAhQEAAAEAAACEAQAAiAEAAAEAAAB"].join("")}ZZ")\n`,
      "a/text-fixtures/key.pem": `${KEY}\n`,
      "ask.js": `key="${["sk", "q8Zr4Ty1Lm7Pw2Xc9Vb3Nd6"].join("-")}"\n`,
      "pay.js": `key="${["EA", "AAlq8Zr4Ty1Lm7Pw2Xc9Vb3Nd6Fg5Hj0KsQ8Zr4Ty1Lm7Pw2Xc9VbQ"].join("")}"\n`,
      "keys.rs": `const TEST_FAKE_KEY_0: &str = "${KEY}";\nconst LATEST_KEY: &str = "${KEY}";\n`,
      "words.env": `KEY="-----BEGIN ${MARK}-----\\\\nLongStringOfAlphanumericCharactersWillBeHere=\\\\n-----END"\n`,
      "sa.json": `{"project_id": "my-test", "private_key": "${KEY.replaceAll("\n", "\\n")}"}\n`,
    },
    found: [
      "secret_committed ask.js:1",
      "secret_committed keys.rs:5",
      "secret_committed pay.js:1",
      "secret_committed sa.json:1",
    ],
  },
  {
    rule: "broken_md_link",
    tree: {
      "oven/Cargo.toml": '[package]\nname = "oven"\n',
      "oven/src/docs/heat.md": "[a](struct.Oven.html) [b](gone.md)\n",
      "pages/oven.html": "<p>x</p>\n",
      "pages/notes.md": "[c](gone.html)\n",
    },
    found: ["broken_md_link oven/src/docs/heat.md:1", "broken_md_link pages/notes.md:1"],
  },
  {
    rule: "secret_in_plain_environment",
    tree: {
      ".github/workflows/a.yml": `env:\n  RECAPTCHA_SITE_KEY: "6Lc-V8McZuRwTqAJ7s6LGNe7MBZnRiwbsbiWts87aj"\n  OVEN_SOURCE_KEY: "6Lc-V8McZuRwTqAJ7s6LGNe7MBZnRiwbsbiWts87aj"\njobs: {}\n`,
    },
    found: ["secret_in_plain_environment .github/workflows/a.yml:3"],
  },
  {
    rule: "env_value_conflict",
    tree: {
      ".env.testing": "OVEN_HEAT=1\n",
      ".env.dusk.ci": "OVEN_HEAT=2\n",
      ".env.ci": "OVEN_HEAT=3\n",
    },
    found: ["env_value_conflict .env.ci:1"],
  },
  {
    rule: "parse_error",
    tree: {
      "a/settings.json": '{\n  //#if (HasOven)\n  "a": 1\n  },\n  //#else\n  }\n  //#endif\n}\n',
      "b/data.json": "{rating: 5}\n{rating: 4}\n",
      "c/data.json": "{rating: 5\n{rating: 4}\n",
    },
    found: ["parse_error c/data.json:1"],
  },
  {
    rule: "broken_dockerfile_copy",
    tree: {
      "host/oven.Dockerfile": "FROM scratch\nCOPY gone.toml /app/\n",
      "host/rye.Dockerfile": "FROM scratch\nCOPY gone.toml here.toml /app/\n",
      "host/here.toml": "a = 1\n",
      "test-cases/Dockerfile": "FROM scratch\nCOPY gone.toml /app/\n",
    },
    found: ["broken_dockerfile_copy host/rye.Dockerfile:2"],
  },
  {
    rule: "secret_committed",
    tree: {
      "form.tsx": `placeholder: "${["glpat", "f79cfa9a03c97f6ffab3"].join("-")}",\n`,
      "call.ts": `token: "${["glpat", "f79cfa9a03c97f6ffab3"].join("-")}",\n`,
    },
    found: ["secret_committed call.ts:1"],
  },
  {
    rule: "broken_dockerfile_copy",
    tree: { Dockerfile: "FROM scratch\nCOPY .cache-of-oven /x\nCOPY gone.toml /x\n" },
    found: ["broken_dockerfile_copy Dockerfile:3"],
  },
  {
    rule: "secret_committed",
    tree: {
      "many.ts": Array.from(
        { length: 15 },
        (_, at) => `t("${["glpat", `f79cfa9a03c97f6ff${String(at).padStart(3, "0")}`].join("-")}");\n`,
      ).join(""),
      "read.md": `token: "${["xoxb", "token-from-slack"].join("-")}"\n`,
    },
    found: Array.from({ length: 11 }, (_, at) => `secret_committed many.ts:${at + 1}`),
  },
];
