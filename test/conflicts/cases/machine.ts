import type { Case } from "./types.ts";

const LINES = Array.from({ length: 40 }, (_, line) => `line ${line} of a text that is long enough\n`);
const ADC = ".config/gcloud/application_default_credentials.json";
const GCLOUD = {
  ".config/gcloud/active_config": "default\n",
  ".config/gcloud/configurations/config_default": "[core]\nproject = bakery-oven\n",
};

/** Of rules about this machine, and about values and copies. */
export const MACHINE_CASES: readonly Case[] = [
  {
    rule: "shadowed_tool",
    tree: { "a.txt": "x\n" },
    programs: { "old/jq": "jq-1.5", "new/jq": "jq-1.7.1" },
    found: ["shadowed_tool programs/old/jq"],
  },
  {
    rule: "shadowed_tool",
    tree: { "a.txt": "x\n" },
    programs: { "new/jq": "jq-1.7.1", "old/jq": "jq-1.5" },
    found: [],
  },
  {
    rule: "installed_version_mismatch",
    tree: {
      "package.json": '{"name": "x",\n"engines": {"node": ">=99"}}\n',
      ".terraform-version": "1.2.0\n",
    },
    programs: { "p/terraform": "Terraform v1.9.5" },
    found: ["installed_version_mismatch .terraform-version", "installed_version_mismatch package.json"],
  },
  {
    rule: "installed_version_mismatch",
    tree: {
      "package.json": '{"name": "x", "engines": {"node": ">=1"}}\n',
      "sub/package.json": '{"name": "y", "engines": {"node": ">=99"}}\n',
      ".terraform-version": "1.9.1\n",
      ".tool-versions": "erlang 26.0\n",
    },
    programs: { "p/terraform": "Terraform v1.9.5" },
    found: [],
  },
  {
    rule: "project_mismatch",
    tree: { ...GCLOUD, [ADC]: '{"type": "authorized_user",\n"quota_project_id": "bakery-other"}\n' },
    found: ["project_mismatch ~/.config/gcloud/configurations/config_default:2"],
  },
  {
    rule: "project_mismatch",
    tree: { ...GCLOUD, "app.yaml": "runtime: nodejs20\napplication: bakery-shop\n" },
    found: ["project_mismatch ~/.config/gcloud/configurations/config_default:2"],
  },
  {
    rule: "project_mismatch",
    tree: {
      ...GCLOUD,
      [ADC]: '{"type": "authorized_user", "quota_project_id": "bakery-oven"}\n',
      "app.yaml": "runtime: nodejs20\napplication: bakery-oven\n",
      "app.prod.yaml": "runtime: nodejs20\napplication: bakery-prod\n",
    },
    found: [],
  },
  {
    rule: "assistant_config_mismatch",
    tree: {
      ".mcp.json": '{"mcpServers": {\n"docs": {"command": "npx", "args": ["-y", "docs-server"]}}}\n',
      ".cursor/mcp.json": '{"mcpServers": {"docs": {"url": "https://docs.test/mcp"}}}\n',
    },
    found: ["assistant_config_mismatch .mcp.json:2"],
  },
  {
    rule: "assistant_config_mismatch",
    tree: {
      ".mcp.json":
        '{"mcpServers": {"docs": {"command": "npx", "args": ["-y", "docs-server@1.2.3"]}, "a": {"url": "https://a.test/"}}}\n',
      ".cursor/mcp.json":
        '{"mcpServers": {"docs": {"command": "/usr/bin/npx", "args": ["docs-server"]}, "b": {"url": "https://b.test/"}}}\n',
      ".vscode/mcp.json": '{"servers": {"a": {"url": "https://a.test"}}}\n',
    },
    found: [],
  },
  {
    rule: "assistant_config_mismatch",
    tree: {
      ".mcp.json":
        '{"mcpServers": {"docs": {"command": "npx", "args": ["@a/docs@1.2.3"]}, "b": {"command": "npx", "args": ["b@latest"]}}}\n',
      ".cursor/mcp.json":
        '{"mcpServers": {"docs": {"command": "npx", "args": ["@a/docs@2.0.0"]}, "b": {"command": "npx", "args": ["b@1.0.0"]}}}\n',
    },
    found: ["assistant_config_mismatch .mcp.json:1"],
  },
  {
    rule: "missing_dependency",
    tree: { "compose.yaml": "services:\n  a:\n    image: x\n    depends_on: [gone]\n" },
    found: ["missing_dependency compose.yaml:2"],
  },
  {
    rule: "missing_dependency",
    tree: {
      "compose.yaml": "services:\n  a:\n    image: x\n    depends_on: [b, c]\n  b: {image: y}\n",
      "compose.override.yaml": "services:\n  c: {image: z}\n",
      "templates/compose.yaml": "services:\n  d:\n    image: x\n    depends_on: [filled-in]\n",
      ".mcp.json": '{"mcpServers": {"docs": {"command": "no-such-program"}}}\n',
    },
    found: [],
  },
  {
    rule: "tracked_but_ignored",
    tree: { ".gitignore": "*.log\n.env\n", "a.log": "x\n", ".env": "A=1\n", "b.txt": "y\n" },
    forced: ["a.log", ".env"],
    found: ["tracked_but_ignored a.log"],
  },
  {
    rule: "tracked_but_ignored",
    tree: {
      ".gitignore": "*.log\n!keep.log\nyarn.lock\nbin/\n",
      "keep.log": "x\n",
      "yarn.lock": "y\n",
      "bin/server": "z\n",
    },
    forced: ["yarn.lock", "bin/server"],
    found: [],
  },
  {
    rule: "drifted_copy",
    tree: {
      "a/tool.sh": LINES.join(""),
      "b/tool.sh": [...LINES.slice(0, 39), "another line that is long enough\n"].join(""),
    },
    found: ["drifted_copy a/tool.sh"],
  },
  {
    rule: "drifted_copy",
    tree: {
      "a/tool.sh": LINES.join(""),
      "b/tool.sh": LINES.map((line) => (line.includes("1") ? `${line.trim()} differs\n` : line)).join(""),
      "c/tool.sh": LINES.join(""),
    },
    found: [],
  },
  {
    rule: "type_disagreement",
    tree: { ".env": "APP_PORT=eight\nTIMEOUT=30\n", ".env.production": "APP_PORT=80\nTIMEOUT=soon\n" },
    found: ["type_disagreement .env:1", "type_disagreement .env.production:2"],
  },
  {
    rule: "type_disagreement",
    tree: {
      ".env": "APP_PORT=8080\nPORT=auto\nSERIAL_PORT=COM\nEXPORT=yes\nLEVEL=3\nLIMIT=5\n",
      ".env.production": "APP_PORT=${PORT}\nLEVEL=debug-2\nLIMIT=unlimited\n",
      ".env.example": "APP_PORT=number\n",
    },
    found: [],
  },
  {
    rule: "secret_in_plain_environment",
    tree: {
      "k8s/a.yaml":
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          env:\n            - name: API_TOKEN\n              value: "Qm7rT2vX9kLp4Zs8Wd3Nf6Hg"\n',
      "dev/k8s/a.yaml":
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          env:\n            - name: API_TOKEN\n              value: "Qm7rT2vX9kLp4Zs8Wd3Nf6Hg"\n',
    },
    found: [
      "secret_in_plain_environment k8s/a.yaml:11",
      "secret_in_plain_environment dev/k8s/a.yaml:11 (low)",
    ],
  },
  {
    rule: "secret_in_plain_environment",
    tree: {
      "k8s/a.yaml":
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          env:\n            - name: API_TOKEN\n              valueFrom: {secretKeyRef: {name: s, key: k}}\n            - name: GOOGLE_API_KEY\n              value: GOOGLE_API_KEY_VAL\n",
      "compose.yaml":
        "services:\n  db:\n    image: postgres\n    environment: {POSTGRES_PASSWORD: postgres}\n",
    },
    found: [],
  },
];
