import { posix } from "node:path";
import type { DocumentMember, DocumentNode, StructuredFormat } from "../../../model/document.ts";
import { itemsOf, membersOf, nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";
import type { SourceFile } from "../../types.ts";
import type { Ecosystem } from "./classify.ts";
import { isVersion, npmAlias, requirement, type Dependency } from "./dependency.ts";
import { readLines } from "./line-manifests.ts";

/** Reads the dependencies of a manifest of any language that is known. */
export async function readManifest(file: SourceFile): Promise<readonly Dependency[]> {
  const name = posix.basename(file.path).toLowerCase();
  const structured = STRUCTURED[name];
  if (structured === undefined) return readLines(name, file.readText() ?? "");
  const parsed = await file.parse(structured.format);
  const [root] = parsed?.documents ?? [];
  return structured.read(root);
}

/** Base names that are parsed as documents. */
export const STRUCTURED_MANIFESTS = [
  "package.json",
  "deno.json",
  "deno.jsonc",
  "composer.json",
  "pyproject.toml",
  "pipfile",
  "cargo.toml",
  "pubspec.yaml",
  "environment.yml",
  "environment.yaml",
  "libs.versions.toml",
] as const;

interface StructuredManifest {
  readonly format: StructuredFormat;
  readonly read: (root: DocumentNode | undefined) => readonly Dependency[];
}

const STRUCTURED: Readonly<Record<string, StructuredManifest | undefined>> = {
  "package.json": {
    format: "json",
    read: (root) =>
      tables("npm", root, [
        ["dependencies"],
        ["devDependencies"],
        ["peerDependencies"],
        ["optionalDependencies"],
      ]),
  },
  "deno.json": { format: "jsonc", read: readDeno },
  "deno.jsonc": { format: "jsonc", read: readDeno },
  "composer.json": {
    format: "json",
    read: (root) => tables("packagist", root, [["require"], ["require-dev"]]),
  },
  "pyproject.toml": { format: "toml", read: readPyproject },
  pipfile: { format: "toml", read: (root) => tables("pypi", root, [["packages"], ["dev-packages"]]) },
  "cargo.toml": { format: "toml", read: readCargo },
  "pubspec.yaml": {
    format: "yaml",
    read: (root) => tables("pub", root, [["dependencies"], ["dev_dependencies"]]),
  },
  "environment.yml": { format: "yaml", read: readConda },
  "environment.yaml": { format: "yaml", read: readConda },
  "libs.versions.toml": { format: "toml", read: readVersionCatalogue },
};

/** Tables of name → version, where the version may be `{version: …}`. */
function tables(
  ecosystem: Ecosystem,
  root: DocumentNode | undefined,
  paths: readonly (readonly string[])[],
): readonly Dependency[] {
  return paths.flatMap((path) =>
    membersOf(nodeAt(root, ...path)).map((member) => toDependency(ecosystem, member)),
  );
}

/** Cargo and npm let a package have another name here: `package = "…"`, `npm:…`. */
function toDependency(ecosystem: Ecosystem, { key, keyPosition, value }: DocumentMember): Dependency {
  const { line } = keyPosition;
  const written = stringAt(value) ?? stringAt(value, "version");
  const [alias] = ecosystem === "npm" ? npmAlias(written, line) : [];
  if (alias !== undefined) return alias;
  const renamed = ecosystem === "crates" ? stringAt(value, "package") : undefined;
  return { ecosystem, name: renamed ?? key, version: isVersion(written) ? written : undefined, line };
}

function readDeno(root: DocumentNode | undefined): readonly Dependency[] {
  return membersOf(nodeAt(root, "imports")).flatMap(({ value }) =>
    npmAlias(stringAt(value), value.position.line),
  );
}

function readPyproject(root: DocumentNode | undefined): readonly Dependency[] {
  const lists = [
    nodeAt(root, "project", "dependencies"),
    ...membersOf(nodeAt(root, "project", "optional-dependencies")).map(({ value }) => value),
    ...membersOf(nodeAt(root, "dependency-groups")).map(({ value }) => value),
    nodeAt(root, "tool", "uv", "dev-dependencies"),
  ];
  const groups = membersOf(nodeAt(root, "tool", "poetry", "group")).map(({ key }) => [
    "tool",
    "poetry",
    "group",
    key,
    "dependencies",
  ]);
  return [
    ...lists.flatMap((list) =>
      itemsOf(list).flatMap((item) => requirement(stringAt(item) ?? "", item.position.line)),
    ),
    ...tables("pypi", root, [
      ["tool", "poetry", "dependencies"],
      ["tool", "poetry", "dev-dependencies"],
      ...groups,
    ]),
  ];
}

function readCargo(root: DocumentNode | undefined): readonly Dependency[] {
  const kinds = ["dependencies", "dev-dependencies", "build-dependencies"];
  const targets = membersOf(nodeAt(root, "target")).flatMap(({ key }) =>
    kinds.map((kind) => ["target", key, kind]),
  );
  return tables("crates", root, [...kinds.map((kind) => [kind]), ["workspace", "dependencies"], ...targets]);
}

function readConda(root: DocumentNode | undefined): readonly Dependency[] {
  return itemsOf(nodeAt(root, "dependencies")).flatMap((item) => {
    const text = stringAt(item);
    if (text !== undefined)
      return requirement(
        text.replace(/^[^:]+::/, "").replace(/([^=<>!~])=([^=])/, "$1==$2"),
        item.position.line,
      );
    return itemsOf(nodeAt(item, "pip")).flatMap((line) =>
      requirement(stringAt(line) ?? "", line.position.line),
    );
  });
}

/** Gradle's catalogue: `"group:name:1.0"`, `{module = "group:name", version = "1.0"}`, `{group, name, version.ref}`. */
function readVersionCatalogue(root: DocumentNode | undefined): readonly Dependency[] {
  return membersOf(nodeAt(root, "libraries")).flatMap(({ value, keyPosition }) => {
    const parts = [stringAt(value, "group"), stringAt(value, "name")];
    const module = stringAt(value) ?? stringAt(value, "module") ?? parts.join(":");
    const [, name, written] = /^([\w.-]+:[\w.-]+)(?::([\w.+-]+))?$/.exec(module) ?? [];
    if (name === undefined) return [];
    const reference = stringAt(value, "version", "ref");
    const referred = reference === undefined ? undefined : stringAt(root, "versions", reference);
    const version = written ?? stringAt(value, "version") ?? referred;
    return [{ ecosystem: "maven", name, version, line: keyPosition.line }];
  });
}
