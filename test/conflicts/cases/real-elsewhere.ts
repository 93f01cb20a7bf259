import type { Case } from "./types.ts";

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
    // A generator imports what it was told to leave out, too.
    rule: "broken_import",
    tree: {
      "src/oven.pb.ts": '/*\n* This file is a generated file\n*/\nimport * as a from "./google/any.pb";\n',
      "src/oven.ts": '/* The oven. */\nimport * as a from "./gone";\n',
      "src/lang.js": '/* This file has been compiled from lang.php */\nrequire("../moment");\n',
      // Whoever runs it has that.
      "src/a.ts": 'import a from "./secrets.json";\n',
      "src/b.ts": 'import b from "./ovens.json";\n',
    },
    found: [
      "broken_import src/b.ts:1",
      "broken_import src/oven.ts:2",
      "broken_import src/a.ts:1 (low)",
      "broken_import src/lang.js:2 (low)",
      "broken_import src/oven.pb.ts:4 (low)",
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
    found: ["env_missing_key src/a.ts:3 (low)"],
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
  {
    // Pieces of programs, to show a language.
    rule: "broken_import",
    tree: {
      "samples/TypeScript/oven.ts": 'import { a } from "./gone";\n',
      "samples/shop/package.json": "{}\n",
      "samples/shop/src/oven.ts": 'import { a } from "./gone";\n',
    },
    found: ["broken_import samples/shop/src/oven.ts:1", "broken_import samples/TypeScript/oven.ts:1 (low)"],
  },
  {
    // Behind a link that leads to a folder of the tree.
    rule: "broken_terraform_module",
    tree: {
      "test/modules/oven/main.tf": 'variable "a" {}\n',
      "app/main.tf":
        'module "a" {\n  source = "./modules/oven"\n}\nmodule "b" {\n  source = "./modules/gone"\n}\n',
    },
    links: { "app/modules": "../test/modules" },
    found: ["broken_terraform_module app/main.tf:5"],
  },
  {
    rule: "broken_import",
    tree: {
      "mix.js": 'require("./a/a.mix");\nrequire("./b/b.mix");\nrequire("./c/c.mix");\nrequire("./here");\n',
      "here.js": 'require("./x/a.mix");\nrequire("./y/b.mix");\nrequire("./mix");\n',
      "a/a.txt": "",
      "b/b.txt": "",
      "c/c.txt": "",
      "x/a.txt": "",
      "y/b.txt": "",
    },
    found: [
      ...[1, 2].map((line) => `broken_import here.js:${String(line)}`),
      ...[1, 2, 3].map((line) => `broken_import mix.js:${String(line)} (low)`),
    ],
  },
  {
    // Maven writes its wrapper.
    rule: "broken_workflow_path",
    tree: {
      ".github/workflows/a.yml": withStep(
        "mvn -B org.apache.maven.plugins:maven-wrapper-plugin:3.3.4:wrapper",
        "./mvnw verify",
      ),
      ".github/workflows/b.yml": withStep("mvn -B verify", "./mvnw verify"),
    },
    found: ["broken_workflow_path .github/workflows/b.yml:8"],
  },
  {
    // Copied to a host by Ansible.
    rule: "broken_compose_path",
    tree: {
      "ansible/templates/docker-compose.yml": composeWith(["./oven.conf"]),
      "deploy/templates/docker-compose.yml": composeWith(["./oven.conf"]),
    },
    found: [
      "broken_compose_path deploy/templates/docker-compose.yml:5",
      "broken_compose_path ansible/templates/docker-compose.yml:5 (low)",
    ],
  },
  {
    // controller-gen writes it.
    rule: "broken_kustomize_reference",
    tree: {
      "config/webhook/kustomization.yaml": "resources:\n- manifests.yaml\n- gone.yaml\n",
      "config/oven/kustomization.yaml": "resources:\n- manifests.yaml\n",
      "config/manifests/kustomization.yaml": "resources:\n- bases/oven.clusterserviceversion.yaml\n",
    },
    found: [
      "broken_kustomize_reference config/oven/kustomization.yaml:2",
      "broken_kustomize_reference config/webhook/kustomization.yaml:3",
      "broken_kustomize_reference config/manifests/kustomization.yaml:2 (low)",
      "broken_kustomize_reference config/webhook/kustomization.yaml:2 (low)",
    ],
  },
  {
    // Asked for before it is read; and brought by Godeps.
    rule: "env_missing_key",
    tree: {
      ".env.example": "A=1\nB=1\nC=1\nD=1\n",
      "oven.py": 'import os\nuse(os.environ["A"], os.environ["B"], os.environ["C"], os.environ["D"])\n',
      "a.py": 'import os\nif "OVEN_RELEASE" in os.environ:\n    use(os.environ["OVEN_RELEASE"])\n',
      "b.py": 'import os\nif "OVEN_LIT" in os.environ:\n    use(os.environ["OVEN_HEAT"])\n',
      "Godeps/_workspace/src/c.py": 'import os\nuse(os.environ["OVEN_COLD"])\n',
    },
    found: ["env_missing_key b.py:3"],
  },
  {
    // Built from the folder that the tree stands in.
    rule: "broken_dockerfile_copy",
    tree: {
      "tests/orm/Dockerfile":
        "FROM node:22\nCOPY oven/go/ /go/\nCOPY oven/gone/ /gone/\nCOPY go/go /go2/\nCOPY oven/go/a.go /go/\nCOPY go/a.go /go3/\n",
      "go/a.go": "",
    },
    found: [
      "broken_dockerfile_copy tests/orm/Dockerfile:3",
      "broken_dockerfile_copy tests/orm/Dockerfile:4",
      "broken_dockerfile_copy tests/orm/Dockerfile:2 (low)",
      "broken_dockerfile_copy tests/orm/Dockerfile:5 (low)",
    ],
  },
];

function withStep(before: string, after: string): string {
  return withSteps([`run: ${before}`, `run: ${after}`]);
}

function withAction(uses: string): string {
  return withSteps([`uses: ${uses}`, "run: npm publish\n        working-directory: cleaned-project/"]);
}

function withSteps(steps: readonly string[]): string {
  const all = ["uses: actions/checkout@v4", ...steps].map((step) => `      - ${step}`);
  return ["on: push", "jobs:", "  a:", "    runs-on: ubuntu-latest", "    steps:", ...all, ""].join("\n");
}

function composeWith(sources: readonly string[]): string {
  const mounts = sources.map((source, at) => `      - ${source}:/etc/oven/${String(at)}.conf`);
  return ["services:", "  oven:", "    image: oven", "    volumes:", ...mounts, ""].join("\n");
}
