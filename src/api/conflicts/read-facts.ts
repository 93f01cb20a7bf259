import { isFixture, isVendored } from "../../conflicts/paths.ts";
import { isMadeWrong } from "../../model/made-wrong.ts";
import type { DocumentNode } from "../../model/document.ts";
import { isComposePath, readCompose } from "../../workspace/documents/compose.ts";
import { isDockerfile } from "../../workspace/documents/dockerfile-path.ts";
import { repeatedKeys } from "../../workspace/documents/repeated-keys.ts";
import { isRequirementsPath } from "../../workspace/documents/requirements.ts";
import { findSilences } from "../../workspace/documents/silences.ts";
import { stringAt } from "../../workspace/parsers/navigate.ts";
import {
  dockerfilePins,
  documentPins,
  isVersionText,
  terraformPins,
  textPins,
  versionFormat,
  workflowPins,
} from "../../workspace/pins/read-pins.ts";
import { composeContexts, composeReferences } from "../../workspace/references/compose.ts";
import { dockerfileReferences } from "../../workspace/references/dockerfile.ts";
import { holdsImports, importsOn, type RelativeImport } from "../../workspace/references/imports.ts";
import { isMarkdownPath, markdownAnchors, markdownReferences } from "../../workspace/references/markdown.ts";
import {
  codeownersReferences,
  dependencyRanges,
  isCodeownersPath,
  isKustomizationPath,
  kustomizeReferences,
  requirementsReferences,
  terraformReferences,
} from "../../workspace/references/others.ts";
import { mayHoldLogin } from "../../workspace/references/resolve.ts";
import { memberPatterns, packageReferences } from "../../workspace/references/package-json.ts";
import { isTsconfigPath, tsconfigReferences } from "../../workspace/references/tsconfig.ts";
import { isWorkflowPath, workflowContexts, workflowReferences } from "../../workspace/references/workflow.ts";
import type { FoundLine } from "../../workspace/search.ts";
import type { Workspace, WorkspaceFile } from "../../workspace/types.ts";
import type { FileFacts } from "./file-facts.ts";
import { hunksIn } from "./hunks-in.ts";
import { isPlainJson, isNoDocument } from "./plain-documents.ts";
import { secretLines } from "./secret-lines.ts";

/** In bytes: longer texts are data, or made by a tool. */
export const LONGEST_TEXT = 2_097_152;

/** Longer documents are data. */
const LONGEST_DOCUMENT = 1_048_576;

/** Longer YAML in which nothing is looked for is made by a tool: to tell whether it is right would take seconds. */
const LONGEST_YAML = 262_144;

/** Made by tools, full of hashes. */
const MADE =
  /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|[\w.-]*\.lock|go\.sum)$|\.(min\.\w+|map|svg|snap)$/i;

/** What a search through the whole tree said of a file; undefined where there was none. */
export interface Hints {
  /** False where no text is that the marks of merges, secrets and silences stand in. */
  readonly mayHoldMarks: boolean;
  readonly imports: readonly FoundLine[];
}

/** Reads what rules want to know of one file; a file that no rule cares for is not opened. */
export async function readFacts(
  workspace: Workspace,
  file: WorkspaceFile,
  hints: Hints | undefined,
): Promise<FileFacts> {
  const structured = isVendored(file.path) ? {} : await readStructured(workspace, file);
  return {
    ...structured,
    ...readMarks(workspace, file, hints),
    ...compact({ imports: importsOf(workspace, file, hints) }),
  };
}

function importsOf(
  workspace: Workspace,
  { path, size }: WorkspaceFile,
  hints: Hints | undefined,
): readonly RelativeImport[] {
  const isOurs =
    !isFixture(path) && !isVendored(path) && !/(^|\/)(dist|build|public|static|wwwroot)\//.test(path);
  if (!holdsImports(path) || !isOurs || size > LONGEST_TEXT) return [];
  const lines = hints?.imports ?? linesOf(workspace, path);
  return lines.flatMap(({ text, line }) => (text.length > 2_000 ? [] : importsOn(path, text, line)));
}

function linesOf(workspace: Workspace, path: string): readonly FoundLine[] {
  const read = workspace.readText(path);
  return read.isRead ? read.text.split("\n").map((text, index) => ({ text, line: index + 1 })) : [];
}

function readMarks(
  workspace: Workspace,
  { path, size, state }: WorkspaceFile,
  hints: Hints | undefined,
): FileFacts {
  if (size > LONGEST_TEXT || hints?.mayHoldMarks === false) return {};
  const read = workspace.readText(path);
  if (!read.isRead) return {};
  const hunks = hunksIn(path, read.text);
  const secrets = state !== "tracked" || MADE.test(path) ? [] : secretLines(path, read.text);
  const silences = findSilences(read.text);
  return {
    ...(hunks.length === 0 ? {} : { hunks }),
    ...(secrets.length === 0 ? {} : { secrets }),
    ...(silences.length === 0 ? {} : { silences }),
  };
}

/** True for a file of which somebody would want to know that it is too long. */
export function isLookedInto(path: string): boolean {
  const isKnown = isMarkdownPath(path) || isDockerfile(path) || /\.(tf|tofu|json|ya?ml|toml)$/i.test(path);
  return isKnown && !MADE.test(path) && !isVendored(path) && !isFixture(path);
}

async function readStructured(workspace: Workspace, { path, size }: WorkspaceFile): Promise<FileFacts> {
  if (size > LONGEST_DOCUMENT || MADE.test(path)) return {};
  if (isMarkdownPath(path)) return readMarkdown(workspace, path);
  if (isDockerfile(path)) return readDockerfile(workspace, path);
  if (/\.(tf|tofu)$/.test(path)) return readTerraform(workspace, path);
  if (/\.(json|ya?ml|toml)$/i.test(path) || /(^|\/)(Kustomization|Pipfile)$/.test(path))
    return readDocument(workspace, path);
  const isText = isRequirementsPath(path) || isCodeownersPath(path) || isVersionText(path);
  const read = isText ? workspace.readText(path) : undefined;
  if (read?.isRead !== true) return {};
  const pins = isVersionText(path) ? textPins(path, read.text) : [];
  const references = isCodeownersPath(path)
    ? codeownersReferences(read.text)
    : isRequirementsPath(path)
      ? requirementsReferences(path, read.text)
      : [];
  return compact({ references, pins });
}

async function readMarkdown(workspace: Workspace, path: string): Promise<FileFacts> {
  const document = await workspace.parseMarkdown(path);
  const read = workspace.readText(path);
  if (document === undefined || !read.isRead) return {};
  const references = isRecord(path, read.text) ? [] : markdownReferences(path, document, read.text);
  // What it says stands in another page, and is put here when the site is built.
  if (TAKEN_FROM.test(read.text)) return compact({ references });
  return { ...compact({ references }), anchors: markdownAnchors(document, read.text) };
}

/** `ref: docs/oven.md` in what stands before the text. */
const TAKEN_FROM = /^---\r?\n(?:[^\n]*\n){0,20}?ref:[ \t]*\S+\.mdx?\s/;

/** What a tool says of what it made; that a key is generated by a server is no such word. */
const GENERATED =
  /\bthis\b[^.\n]{0,60}\b(auto-?generated|automatically generated|generated (by|from|with|using|alongside))\b|@generated|do not edit|\b(document|page|readme)\b[^.\n]{0,60}\bgenerated (by|from|with|using)\b|^\W*(\w+ ){0,2}(documents|docs?|documentation|reference)\b( (is|are|was|were))? (auto-?|automatically )?generated (by|from|with|using)\b|<!--[^>]*\bgenerated\b|^\W*((code|auto-?|automatically) ?)?generated (by|from|with|using)\b|^\W*auto-?generated\b/im;

/** Of a page that people write, the table of contents is often made by a tool. */
const OF_CONTENTS = /^.*(\btoc\b|doctoc|table of contents).*$/gim;

/** `RELEASE.md` may say what a release holds, or how one is made. */
const VERSIONS = /^#{1,4} [^\n]{0,80}?\d\.\d/gm;
const LEAST_VERSIONS = 2;

/** Of what was once, or made by a tool: what it points to has a right to be gone. */
function isRecord(path: string, text: string): boolean {
  return (
    /(^|\/)(changes?|history|release[-_ ]?notes?|releases|whats[-_]?new|news)([-_. ]?v?\d[^/]*|[-_.](old|archive|legacy|next))?\.(md|markdown)$|change[-_]?log|(^|\/)(\.changesets?|\.changes|changes\.d|news(fragments)?|release[-_ ]?notes?|\.features)\//i.test(
      path,
    ) ||
    (/(^|\/)(change|history|release|news|whats)[^/]*\.(md|markdown)$/i.test(path) &&
      (text.match(VERSIONS)?.length ?? 0) >= LEAST_VERSIONS) ||
    GENERATED.test(text.slice(0, 1_000).replaceAll(OF_CONTENTS, "")) ||
    /\bis automatically generated by the \[OpenAPI Generator\]/.test(text) ||
    /^# Protocol Documentation\n<a name="top">|^_Appears in:_\s*$/m.test(text) ||
    /^Name \| Type \| Description \| Notes$|^All URIs are relative to /m.test(text.slice(0, 2_000))
  );
}

async function readDockerfile(workspace: Workspace, path: string): Promise<FileFacts> {
  const document = await workspace.parseDockerfile(path);
  if (document === undefined) return {};
  return compact({
    references: dockerfileReferences(path, document),
    pins: isOfOneVersion(path) ? [] : dockerfilePins(document),
  });
}

async function readTerraform(workspace: Workspace, path: string): Promise<FileFacts> {
  const [root] = (await workspace.parse(path, "hcl"))?.documents ?? [];
  if (root === undefined) return {};
  return compact({ references: terraformReferences(path, root), pins: terraformPins(root) });
}

/** Fixtures are not parsed: they may be wrong on purpose. */
async function readDocument(workspace: Workspace, path: string): Promise<FileFacts> {
  const format = /\.json$/i.test(path) ? "jsonc" : /\.toml$|(^|\/)Pipfile$/i.test(path) ? "toml" : "yaml";
  if (isMadeWrong(path) || (isFixture(path) && !isNamed(path))) return {};
  if (format === "yaml" && !isNamed(path) && (workspace.get(path)?.size ?? 0) > LONGEST_YAML) return {};
  if (format === "jsonc" && !isNamed(path) && isPlainJson(workspace, path)) return {};
  if (format === "yaml" && (!isNamed(path) || isKustomizationPath(path)) && isNoDocument(workspace, path))
    return {};
  const documents = (await workspace.parse(path, format))?.documents ?? [];
  const problem = workspace.diagnostics.find(({ file, code }) => file === path && code === "PARSE_ERROR");
  const [root] = documents;
  const repeated = problem === undefined ? documents.flatMap(repeatedKeys) : [];
  return {
    ...(problem === undefined ? {} : { problem: { message: problem.message, line: problem.line ?? 1 } }),
    ...(repeated.length === 0 || isNoDocument(workspace, path) ? {} : { repeated }),
    ...(root === undefined ? {} : readRoot(path, root)),
  };
}

/** Documents in which something is looked for. */
function isNamed(path: string): boolean {
  return (
    isComposePath(path) ||
    isWorkflowPath(path) ||
    isTsconfigPath(path) ||
    isKustomizationPath(path) ||
    versionFormat(path) !== undefined
  );
}

/** `Dockerfile.node18`, `python-3.9/Dockerfile`, `20/alpine/Dockerfile`: one of several that are meant to differ. */
function isOfOneVersion(path: string): boolean {
  return /(^|[/._-])(node|python|py|go|golang|ruby|rust)[-_.]?v?\d|(^|\/)v?\d+(\.\d+)*(-\w+)?\//i.test(path);
}

function readRoot(path: string, root: DocumentNode): FileFacts {
  if (isComposePath(path)) {
    const ports = readCompose(root).services.flatMap(({ name: service, profiles, ports: published }) =>
      published.map(({ hostIp, hostPort, protocol, line }) => ({
        line,
        service,
        hostIp,
        hostPort,
        protocol,
        profiles,
      })),
    );
    return compact({
      references: composeReferences(path, root),
      contexts: composeContexts(path, root),
      ports,
    });
  }
  if (isWorkflowPath(path))
    return compact({
      references: isRun(path) ? workflowReferences(root) : [],
      contexts: workflowContexts(root),
      pins: workflowPins(root),
    });
  if (isTsconfigPath(path)) return compact({ references: tsconfigReferences(path, root) });
  if (isKustomizationPath(path)) return compact({ references: kustomizeReferences(path, root) });
  if (/(^|\/)pnpm-workspace\.yaml$/.test(path)) return compact({ members: memberPatterns(root) });
  const pins = versionFormat(path) === undefined ? [] : documentPins(path, root);
  if (!/(^|\/)package\.json$/.test(path)) return compact({ pins });
  return {
    ...compact({ references: packageReferences(path, root), members: memberPatterns(root), pins }),
    ...packageFacts(root),
  };
}

/** GitHub runs the workflows at the top alone: what lies deeper is for a repository that is yet to be made. */
function isRun(path: string): boolean {
  return path.startsWith(".github/");
}

function packageFacts(root: DocumentNode): FileFacts {
  const name = stringAt(root, "name");
  const manager = stringAt(root, "packageManager")?.replace(/@.*$/s, "");
  if (name === undefined && manager === undefined) return {};
  const version = stringAt(root, "version");
  return {
    package: {
      name: name ?? "",
      version,
      ranges: dependencyRanges(root),
      ...(manager === undefined ? {} : { manager }),
    },
  };
}

/** No system knows a longer path. */
const LONGEST_TARGET = 4_096;

/** Without what is empty: most files have little to say. What may be a piece of somebody's login is not kept. */
function compact({ references = [], ...others }: FileFacts): FileFacts {
  const facts = {
    references: references.filter(({ target }) => target.length <= LONGEST_TARGET && !mayHoldLogin(target)),
    ...others,
  };
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  );
}
