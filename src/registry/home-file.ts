import type { Diagnostic } from "../model/diagnostic.ts";
import type { DocumentNode } from "../model/document.ts";
import type { ReadFailureReason } from "../platform/types.ts";
import type { StructuredFormat } from "../model/document.ts";
import { describeProblems } from "../workspace/parse-diagnostics.ts";
import { parseStructured } from "../workspace/parsers/index.ts";
import { placeOf } from "./home-path.ts";
import type { DetectContext } from "./types.ts";

const MAX_BYTES = 2_097_152;

/** A file outside the tree that is there. */
interface HomeFile {
  /** Absolute. */
  readonly path: string;
  /** As it is shown: `~/.aws/config`. */
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface HomeText extends HomeFile {
  /** Undefined when it may not or cannot be read; the diagnostics say why. */
  readonly text: string | undefined;
}

export interface HomeDocument extends HomeFile {
  /** Undefined when there was nothing to parse. */
  readonly root: DocumentNode | undefined;
}

/** Reads a file outside the tree; undefined when there is none (or no regular one, such as `/dev/null`). */
export function readHomeText(context: DetectContext, path: string): HomeText | undefined {
  const read = context.platform.files.readText(path, { maxBytes: MAX_BYTES });
  const file = placeOf(path, context);
  if (read.isRead) return { path, file, text: read.text, diagnostics: [] };
  const message = describeReadFailure(read.reason);
  if (message === undefined) return undefined;
  return { path, file, text: undefined, diagnostics: [homeDiagnostic(file, message)] };
}

/** Reads and parses a file outside the tree; undefined when there is none. A broken one gives what could be parsed. */
export async function readHomeDocument(
  context: DetectContext,
  path: string,
  format: StructuredFormat,
): Promise<HomeDocument | undefined> {
  const read = readHomeText(context, path);
  if (read === undefined) return undefined;
  const { text, ...file } = read;
  if (text === undefined || text.trim() === "") return { ...file, root: undefined };
  const parsed = await parseStructured(format, text);
  const problems = describeProblems(parsed.problems, { file: file.file, source: "home-file" });
  return { ...file, root: parsed.documents[0], diagnostics: [...file.diagnostics, ...problems] };
}

/** What a person needs to know of a file that could not be read; nothing when there is no such file. */
export function describeReadFailure(reason: ReadFailureReason): string | undefined {
  if (reason === "missing" || reason === "not_a_file") return undefined;
  if (reason === "denied") return "permission denied; it was not read";
  if (reason === "too_large") return `larger than ${MAX_BYTES} bytes; it was not read`;
  return "it could not be read";
}

function homeDiagnostic(file: string, message: string): Diagnostic {
  return {
    severity: "warning",
    code: "FILE_UNREADABLE",
    message,
    source: "home-file",
    file,
    hint: "Check its permissions.",
  };
}
