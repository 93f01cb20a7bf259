import type { WorkspaceFile } from "../../workspace/types.ts";
import type { DeclaredQuestion } from "./question.ts";
import type { DetectContext, Detection } from "../types.ts";

const PATTERN_TIMEOUT_MS = 200;
const LONGEST_TEXT = 262_144;

export interface FileQuestion extends DeclaredQuestion {
  readonly glob: string;
  /** Only files whose text it matches; its first group is the version. */
  readonly pattern?: string;
}

/** Finds the files of the tree that a glob names; what the settings ignore stays out. */
export async function detectFiles(question: FileQuestion, context: DetectContext): Promise<Detection> {
  const paths = await context.platform.files.findByGlob(context.workspace.root, question.glob);
  const files = paths
    .flatMap((path) => context.workspace.get(path) ?? [])
    .filter(({ kind }) => kind === "file");
  return { resources: files.flatMap((file) => describeFile(question, file, context)) };
}

function describeFile(question: FileQuestion, file: WorkspaceFile, context: DetectContext) {
  const groups = matchText(question, file, context);
  if (groups === undefined) return [];
  return [
    {
      ...question.common,
      name: question.name ?? file.path,
      accessPattern: file.path,
      version: groups[1],
      status: "available" as const,
      file: file.path,
    },
  ];
}

function matchText(
  question: FileQuestion,
  file: WorkspaceFile,
  context: DetectContext,
): readonly (string | undefined)[] | undefined {
  if (question.pattern === undefined) return [];
  const read = context.workspace.readText(file.path);
  if (!read.isRead) return undefined;
  return context.platform.patterns.match(
    question.pattern,
    read.text.slice(0, LONGEST_TEXT),
    PATTERN_TIMEOUT_MS,
  );
}
