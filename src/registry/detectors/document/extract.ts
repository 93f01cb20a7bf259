import { posix } from "node:path";
import type { ResourcePriority } from "../../../model/resource-values.ts";
import type { Detection, SourceFile } from "../../types.ts";

interface DocumentKind {
  readonly kind: string;
  readonly title: string;
  readonly pattern: RegExp;
  /** Of one at the root; those in packages are less important. */
  readonly priority: ResourcePriority;
}

/** In order: the first that matches the lower-case path says what a document is. */
const KINDS: readonly DocumentKind[] = [
  {
    kind: "agents",
    title: "Instructions for coding assistants",
    pattern: /(^|\/)agents(\.local)?\.md$/,
    priority: 0,
  },
  {
    kind: "claude",
    title: "Instructions for Claude Code",
    pattern: /(^|\/)claude(\.local)?\.md$/,
    priority: 0,
  },
  { kind: "gemini", title: "Instructions for Gemini CLI", pattern: /(^|\/)gemini\.md$/, priority: 0 },
  { kind: "qwen", title: "Instructions for Qwen Code", pattern: /(^|\/)qwen\.md$/, priority: 0 },
  {
    kind: "copilot",
    title: "Instructions for Copilot",
    pattern: /(^|\/)\.github\/(copilot-instructions|instructions\/[^/]+\.instructions)\.md$/,
    priority: 0,
  },
  { kind: "cursor", title: "Rules for Cursor", pattern: /(^|\/)\.cursor\/rules\/.+\.mdc?$/, priority: 0 },
  { kind: "windsurf", title: "Rules for Windsurf", pattern: /(^|\/)\.windsurf\/rules\/.+\.md$/, priority: 0 },
  {
    kind: "assistant_rules",
    title: "Rules for an assistant",
    pattern:
      /(^|\/)(\.aiassistant\/rules\/.+|\.junie\/guidelines|\.clinerules\/.+|\.kiro\/steering\/.+|\.claude\/(skills|commands|agents)\/.+|\.github\/prompts\/.+\.prompt)\.md$/,
    priority: 1,
  },
  { kind: "llms", title: "Summary for language models", pattern: /(^|\/)llms(-full)?\.txt$/, priority: 1 },
  {
    kind: "adr",
    title: "Architecture decision",
    pattern:
      /(^|\/)(adrs?|decisions|architecture-decisions|architecture\/decisions)\/(.*\/)?[^/]+\.(md|adoc|rst)$/,
    priority: 2,
  },
  {
    kind: "runbook",
    title: "Runbook",
    pattern:
      /(^|\/)(runbooks?|playbooks?|postmortems?)\/(.*\/)?[^/]+\.(md|adoc|rst)$|(^|\/)([^/]*run-?book[^/]*|on-?call|incident-response|disaster-recovery)\.(md|adoc|rst)$/,
    priority: 1,
  },
  {
    kind: "readme",
    title: "Readme",
    pattern: /(^|\/)readme(\.[a-z-]+)?(\.(md|markdown|rst|txt|adoc))?$/,
    priority: 1,
  },
  {
    kind: "contributing",
    title: "How to contribute",
    pattern: /(^|\/)contributing(\.(md|rst|txt|adoc))?$/,
    priority: 1,
  },
  { kind: "security", title: "Security policy", pattern: /(^|\/)security(\.(md|rst|txt))?$/, priority: 2 },
  {
    kind: "architecture",
    title: "Architecture",
    pattern: /(^|\/)(architecture|design)\.(md|rst|adoc)$/,
    priority: 1,
  },
  {
    kind: "development",
    title: "Development guide",
    pattern:
      /(^|\/)(development|developing|developers?|hacking|maintainers?|maintaining|onboarding)\.(md|rst|adoc)$/,
    priority: 1,
  },
  {
    kind: "operations",
    title: "Operations guide",
    pattern:
      /(^|\/)(deployment|deploying|operations|troubleshooting|installation|install|testing|migration|upgrading)\.(md|rst|adoc)$/,
    priority: 2,
  },
  {
    kind: "changelog",
    title: "Changelog",
    pattern: /(^|\/)(changelog|changes|history|news|releases?)(\.(md|rst|txt))?$/,
    priority: 3,
  },
  {
    kind: "license",
    title: "License",
    pattern: /(^|\/)(licen[cs]e|copying|notice)([.-][a-z0-9-]+)?(\.(md|txt))?$/,
    priority: 3,
  },
  { kind: "conduct", title: "Code of conduct", pattern: /(^|\/)code_of_conduct\.md$/, priority: 3 },
  {
    kind: "governance",
    title: "Governance",
    pattern: /(^|\/)(governance|support|roadmap|authors|codeowners)\.md$/,
    priority: 3,
  },
];

const HEADING_BYTES = 4_096;

/** True for a path that is worth telling an assistant about; those in test fixtures belong to nobody. */
export function isKnownDocument(path: string): boolean {
  const lower = path.toLowerCase();
  return (
    !/(^|\/)(fixtures?|__fixtures__|testdata|node_modules|vendor)\//.test(lower) &&
    kindOf(lower) !== undefined
  );
}

/** Says what a document is and what its first heading says. */
export function extractDocument(file: Pick<SourceFile, "path" | "readText">): Detection {
  const kind = kindOf(file.path.toLowerCase());
  if (kind === undefined) return { resources: [] };
  const isAtRoot = posix.dirname(file.path) === "." || /^(\.github|docs)\/[^/]+$/.test(file.path);
  return {
    resources: [
      {
        name: file.path,
        resourceType: "document",
        accessPattern: file.path,
        description: kind.title,
        status: "available",
        priority: isAtRoot ? kind.priority : 3,
        tags: [kind.kind],
        metadata: { kind: kind.kind, title: firstHeading(file.readText() ?? "") },
        file: file.path,
      },
    ],
  };
}

function kindOf(lowerPath: string): DocumentKind | undefined {
  return KINDS.find(({ pattern }) => pattern.test(lowerPath));
}

/** `# Title`, or a line underlined with `=`; undefined where the text begins otherwise. */
function firstHeading(text: string): string | undefined {
  const start = text.slice(0, HEADING_BYTES);
  const match = /^#\s+(.+?)\s*#*\s*$/m.exec(start) ?? /^(\S.*)\r?\n=+\s*$/m.exec(start);
  return (
    match?.[1]
      ?.replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replaceAll(/<[^>]+>/g, "")
      .trim()
      .slice(0, 120) || undefined
  );
}
