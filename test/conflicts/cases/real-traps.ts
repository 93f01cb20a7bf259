import type { Case } from "./types.ts";

const HUNK = ["<", "=", ">"].map((sign) => `${sign.repeat(7)}${sign === "=" ? "" : " x"}\nbread\n`).join("");

/** Look-alikes that well-known repositories hold, each beside a fault that has to be found all the same. */
export const REAL_TRAPS: readonly Case[] = [
  {
    // Bare words and what no word begins with stand for something else.
    rule: "parse_error",
    tree: {
      "pages/404.json": "404 json",
      "trigger.yaml": "a: @OVEN_NAME@\n",
      "other.yaml": "a: @oven\n",
      "package.json": '{"name": oven}\n',
      "settings.json": '{"name" "oven"}\n',
    },
    found: [
      "parse_error package.json:1",
      "parse_error settings.json:1",
      "parse_error other.yaml:1 (low)",
      "parse_error pages/404.json:1 (low)",
    ],
  },
  {
    rule: "merge_marker",
    tree: {
      "test/cases/build-merge-conflict/lock.json": "<<<<<<< a\n1\n=======\n2\n>>>>>>> b\n",
      "test/cases/build/lock.json": "<<<<<<< a\n1\n=======\n2\n>>>>>>> b\n",
    },
    found: ["merge_marker test/cases/build/lock.json:1"],
  },
  {
    rule: "broken_import",
    tree: { "src/a.ts": 'import("./ovens/ry" + name);\nimport("./ovens/gone");\n', "src/ovens/b.ts": "" },
    found: ["broken_import src/a.ts:2"],
  },
  {
    rule: "duplicate_key",
    tree: {
      "api/lib.yml": "#@ def a(): \nx: 1\n#@ end\n#@ def b():\nx: 2\n#@ end\n",
      "api/plain.yml": "x: 1\n#! why\nx: 2\n",
    },
    found: ["duplicate_key api/plain.yml:1"],
  },
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
      "apps/oven/Dockerfile": "FROM scratch\nCOPY ./meta/a /app\n",
      "apps/oven/package.json":
        '{"scripts":{"image":"pack-context -- apps/oven/Dockerfile | docker buildx build --load - -t oven"}}\n',
      "apps/rye/Dockerfile": "FROM scratch\nCOPY ./meta/a /app\n",
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
    rule: "broken_kustomize_reference",
    tree: {
      "k8s/kustomization.yaml": "resources:\n  - made.yaml\n  - gone.yaml\n",
      "hack/make.sh": "kubectl get all -o yaml > k8s/made.yaml\n",
    },
    found: ["broken_kustomize_reference k8s/kustomization.yaml:3"],
  },
  {
    // What an image, a script or the code of the infrastructure sets is defined.
    rule: "env_missing_key",
    tree: {
      ".env.example": "A=\nB=\nC=\nD=\nE=\nF=\nG=\n",
      "a.js": `${["A", "B", "C", "D", "E", "F", "G"].map((key) => `use(process.env.${key});\n`).join("")}use(process.env.IN_IMAGE);\nuse(process.env.IN_STACK);\nuse(process.env.TYPED);\nuse(process.env.GONE);\n`,
      "env.ts": "interface Env {\n  TYPED: string;\n}\n",
      Dockerfile: "FROM node:20\nENV IN_IMAGE 1\n",
      "infra/stack.ts": "new Fn({ environment: { IN_STACK: table.name } });\n",
    },
    found: ["env_missing_key a.js:10 (low)", "env_missing_key a.js:11 (low)"],
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
    rule: "env_value_conflict",
    tree: {
      ".env.testing": "OVEN_HEAT=1\n",
      ".env.dusk.ci": "OVEN_HEAT=2\n",
      "config/test.env": "OVEN_HEAT=3\n",
      "a/.e2e.env": "OVEN_HEAT=1\n",
      "a/.e2e.ci.env": "OVEN_HEAT=2\n",
    },
    found: ["env_value_conflict .env.testing:1"],
  },
  {
    rule: "parse_error",
    tree: {
      "a/settings.json": '{\n  //#if (HasOven)\n  "a": 1\n  },\n  //#else\n  }\n  //#endif\n}\n',
      "b/data.json": "{rating: 5}\n{rating: 4}\n",
      "c/data.json": "{rating: 5\n{rating: 4}\n",
    },
    found: ["parse_error c/data.json:1 (low)"],
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
    // The script, or the workflow, says what the context is.
    rule: "broken_dockerfile_copy",
    tree: {
      "hack/a/Dockerfile": "FROM scratch\nCOPY v1/a.proto gone.proto /x/\n",
      "hack/b/Dockerfile": "FROM scratch\nCOPY b.conf /x/\n",
      "hack/c/Dockerfile": "FROM scratch\nCOPY c.conf /x/\n",
      "hack/make.sh":
        'docker build -t a -f hack/a/Dockerfile --target x "proto" && echo gone\ndocker build -f c/Dockerfile $ROOT/other\n',
      ".github/workflows/a.yml":
        "jobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v6\n        with:\n          context: ./settings\n          file: hack/b/Dockerfile\n",
      "proto/v1/a.proto": "a\n",
      "settings/b.conf": "b\n",
      "other/c.conf": "c\n",
    },
    found: ["broken_dockerfile_copy hack/a/Dockerfile:2", "broken_dockerfile_copy hack/c/Dockerfile:2"],
  },
  {
    rule: "broken_dockerfile_copy",
    tree: { Dockerfile: "FROM scratch\nCOPY .cache-of-oven /x\nCOPY gone.toml /x\n" },
    found: ["broken_dockerfile_copy Dockerfile:3"],
  },
  {
    rule: "broken_terraform_module",
    tree: { "templates/main.tf": 'module "a" {\n  source = "./gone"\n}\n' },
    found: ["broken_terraform_module templates/main.tf:2"],
  },
  {
    rule: "broken_kustomize_reference",
    tree: { "templates/kustomization.yaml": "resources:\n  - gone.yaml\n" },
    found: ["broken_kustomize_reference templates/kustomization.yaml:2 (low)"],
  },
  {
    rule: "broken_compose_env_file_reference",
    tree: { "templates/compose.yaml": "services:\n  a:\n    env_file: gone.conf\n" },
    found: ["broken_compose_env_file_reference templates/compose.yaml:3"],
  },
];
