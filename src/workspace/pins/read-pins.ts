import { posix } from "node:path";
import type { DocumentNode } from "../../model/document.ts";
import { literalAt, readTerraformBlocks } from "../documents/terraform.ts";
import type { DockerfileDocument } from "../parsers/dockerfile.ts";
import { itemsOf, membersOf, nodeAt, stringAt } from "../parsers/navigate.ts";
import { toRange } from "./ranges.ts";
import type { VersionPin } from "./types.ts";

interface Written {
  readonly tool: string;
  readonly version: string | undefined;
  readonly what: string;
  readonly line: number;
}

function pin(role: VersionPin["role"], { tool, version, what, line }: Written): readonly VersionPin[] {
  const range = version === undefined ? undefined : toRange(tool, version);
  return version === undefined || range === undefined || range === "*"
    ? []
    : [{ tool, version: version.trim(), range, role, what, line }];
}

function pinAt(
  role: VersionPin["role"],
  node: DocumentNode | undefined,
  [tool, what]: readonly [string, string],
): readonly VersionPin[] {
  return node === undefined
    ? []
    : pin(role, { tool, version: stringAt(node), what, line: node.position.line });
}

/** Files that hold one version and nothing else. */
const SINGLE: Readonly<Record<string, string | undefined>> = {
  ".nvmrc": "node",
  ".node-version": "node",
  ".python-version": "python",
  ".ruby-version": "ruby",
  ".go-version": "go",
  ".terraform-version": "terraform",
  "rust-toolchain": "rust",
};

/** Names of version managers for tools that are called otherwise here. */
const ALIASES: Readonly<Record<string, string | undefined>> = { nodejs: "node", golang: "go" };

/** True for a text file that holds versions, line by line. */
export function isVersionText(path: string): boolean {
  const name = posix.basename(path);
  return Object.hasOwn(SINGLE, name) || /^(\.tool-versions|runtime\.txt|go\.mod|Gemfile)$/.test(name);
}

/** Versions in files that are read line by line. */
export function textPins(path: string, text: string): readonly VersionPin[] {
  const name = posix.basename(path);
  const tool = SINGLE[name];
  const lines = text.split(/\r?\n/).map((line, index) => ({
    words: line
      .replace(/(#|\/\/).*$/, "")
      .trim()
      .split(/\s+/),
    line: index + 1,
  }));
  const filled = lines.filter(({ words: [first = ""] }) => first !== "");
  if (tool !== undefined) {
    const [only] = filled;
    return filled.length !== 1 || only === undefined
      ? []
      : pin("version_file", { tool, version: only.words[0], what: name, line: only.line });
  }
  return filled.flatMap(({ words: [first = "", second], line }) => {
    if (name === ".tool-versions")
      return pin("version_file", {
        tool: ALIASES[first] ?? first,
        version: second?.replaceAll(/["',]/g, "") ?? "",
        what: name,
        line,
      });
    if (name === "runtime.txt" && first.startsWith("python-"))
      return pin("version_file", { tool: "python", version: first, what: name, line });
    if (name === "go.mod" && first === "go")
      return pin("range", { tool: "go", version: `>=${second ?? ""}`, what: "go", line });
    if (name === "go.mod" && first === "toolchain" && /^go\d/.test(second ?? ""))
      return pin("range", { tool: "go", version: `>=${second?.slice(2) ?? ""}`, what: "toolchain", line });
    if (name === "Gemfile" && first === "ruby" && /^["']/.test(second ?? ""))
      return pin("version_file", { tool: "ruby", version: second, what: name, line });
    return [];
  });
}

/** True for a document that may hold versions. */
export function versionFormat(path: string): "json" | "toml" | undefined {
  const name = posix.basename(path);
  if (name === "package.json") return "json";
  return /^(\.?mise\.toml|pyproject\.toml|Pipfile|Cargo\.toml|rust-toolchain\.toml)$/.test(name)
    ? "toml"
    : undefined;
}

/** Versions in package.json, pyproject.toml and their like. */
export function documentPins(path: string, root: DocumentNode): readonly VersionPin[] {
  const name = posix.basename(path);
  if (name === "package.json") return packagePins(root);
  if (/^\.?mise\.toml$/.test(name)) {
    return membersOf(nodeAt(root, "tools")).flatMap(({ key, value }) =>
      pinAt("version_file", value.kind === "object" ? nodeAt(value, "version") : value, [
        ALIASES[key] ?? key,
        name,
      ]),
    );
  }
  if (name === "Pipfile") {
    const node =
      nodeAt(root, "requires", "python_full_version") ?? nodeAt(root, "requires", "python_version");
    return pinAt("version_file", node, ["python", name]);
  }
  if (name === "rust-toolchain.toml")
    return pinAt("version_file", nodeAt(root, "toolchain", "channel"), ["rust", name]);
  if (name === "Cargo.toml") {
    const node =
      nodeAt(root, "package", "rust-version") ?? nodeAt(root, "workspace", "package", "rust-version");
    const version = stringAt(node);
    return node === undefined || version === undefined
      ? []
      : pin("range", {
          tool: "rust",
          version: `>=${version}`,
          what: "rust-version",
          line: node.position.line,
        });
  }
  return [
    ...pinAt("range", nodeAt(root, "project", "requires-python"), ["python", "requires-python"]),
    ...pinAt("range", nodeAt(root, "tool", "poetry", "dependencies", "python"), [
      "python",
      "tool.poetry.dependencies.python",
    ]),
  ];
}

function packagePins(root: DocumentNode): readonly VersionPin[] {
  const manager = nodeAt(root, "packageManager");
  const [tool = "", version] = (stringAt(manager) ?? "").split("@");
  return [
    ...["node", "pnpm", "yarn", "npm"].flatMap((one) =>
      pinAt("range", nodeAt(root, "engines", one), [one, `engines.${one}`]),
    ),
    ...["node", "pnpm", "yarn", "npm"].flatMap((one) =>
      pinAt("version_file", nodeAt(root, "volta", one), [one, `volta.${one}`]),
    ),
    ...(manager === undefined
      ? []
      : pin("version_file", {
          tool,
          version: version?.replace(/\+.*$/s, ""),
          what: "packageManager",
          line: manager.position.line,
        })),
  ];
}

/** `required_version` of a Terraform file. */
export function terraformPins(root: DocumentNode): readonly VersionPin[] {
  return readTerraformBlocks(root)
    .filter(({ type }) => type === "terraform")
    .flatMap(({ body, line }) =>
      pin("range", {
        tool: "terraform",
        version: literalAt(body, "required_version"),
        what: "required_version",
        line: nodeAt(body, "required_version")?.position.line ?? line,
      }),
    );
}

const IMAGES: Readonly<Record<string, string | undefined>> = {
  node: "node",
  python: "python",
  golang: "go",
  rust: "rust",
  ruby: "ruby",
};

/** Official images of languages that a Dockerfile builds on; `ARG` defaults are put in. */
export function dockerfilePins({ instructions }: DockerfileDocument): readonly VersionPin[] {
  const defaults = new Map<string, string>();
  return instructions.flatMap(({ keyword, parameters, position }) => {
    if (keyword === "ARG") {
      for (const { value } of parameters) {
        const [name = "", ...rest] = value.split("=");
        if (rest.length > 0) defaults.set(name, rest.join("=").replaceAll(/^["']|["']$/g, ""));
      }
    }
    if (keyword !== "FROM") return [];
    const image = withDefaults(parameters[0]?.value ?? "", defaults);
    const match = /^(?:docker\.io\/)?(?:library\/)?(\w+):v?(\d+(?:\.\d+){0,2})(?![\d.])/.exec(image);
    const tool = IMAGES[match?.[1] ?? ""];
    return tool === undefined
      ? []
      : pin("image", { tool, version: match?.[2], what: "FROM", line: position.line });
  });
}

/** `${NAME}`, `${NAME:-value}` and `$NAME`; what has no default stays as it is. */
function withDefaults(text: string, defaults: ReadonlyMap<string, string>): string {
  return text.replaceAll(
    /\$(?:\{(\w+)(?::-([^}]*))?\}|(\w+))/g,
    (...match: readonly (string | undefined)[]) => {
      const [whole = "", braced, fallback, bare] = match;
      return defaults.get(braced ?? bare ?? "") ?? fallback ?? whole;
    },
  );
}

const SETUPS: readonly (readonly [pattern: RegExp, tool: string, input: string])[] = [
  [/^actions\/setup-node@/, "node", "node-version"],
  [/^actions\/setup-python@/, "python", "python-version"],
  [/^actions\/setup-go@/, "go", "go-version"],
  [/^hashicorp\/setup-terraform@/, "terraform", "terraform_version"],
  [/^ruby\/setup-ruby@/, "ruby", "ruby-version"],
  [/^pnpm\/action-setup@/, "pnpm", "version"],
];

/** Versions that the steps of a workflow set up; those of a matrix are left out. */
export function workflowPins(root: DocumentNode): readonly VersionPin[] {
  return membersOf(nodeAt(root, "jobs")).flatMap(({ value: job }) => jobPins(job));
}

/** A tool that a job sets up once more is for one step of it, such as a test of an old version. */
function jobPins(job: DocumentNode): readonly VersionPin[] {
  const done = new Set<string>();
  return itemsOf(nodeAt(job, "steps")).flatMap((step) => {
    const uses = stringAt(step, "uses") ?? "";
    if (/^\.\/.*(setup|set-up|install|prepare|bootstrap)/.test(uses))
      for (const [, tool] of SETUPS) done.add(tool);
    return SETUPS.filter(([pattern]) => pattern.test(uses)).flatMap(([, tool, input]) => {
      if (done.has(tool)) return [];
      done.add(tool);
      const node = nodeAt(step, "with", input);
      const what = uses.replace(/^[^/]*\/|@.*$/gs, "");
      return (stringAt(node) ?? "").trim().includes("\n") ? [] : pinAt("job", node, [tool, what]);
    });
  });
}
