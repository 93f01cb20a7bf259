import type { Diagnostic } from "../model/diagnostic.ts";
import type { ParsedDocument, ParseProblem, StructuredFormat } from "../model/document.ts";
import type { FileStat, Platform, ReadText } from "../platform/types.ts";
import type { DockerfileDocument } from "./parsers/dockerfile.ts";
import { describeProblems } from "./parse-diagnostics.ts";
import type { MarkdownDocument } from "./parsers/markdown.ts";
import { isTemplate } from "./templates.ts";
import type { WorkspaceFile } from "./types.ts";

const MAX_BYTES = 2_097_152;
const BINARY_PROBE = 8_000;

export interface ReaderOptions {
  readonly platform: Platform;
  readonly root: string;
  /** The files of the listing by their path. */
  readonly byPath: () => ReadonlyMap<string, WorkspaceFile>;
  readonly rawPaths: ReadonlyMap<string, Buffer>;
  /** What the listing already said. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Opens each file at most once and parses it at most once, when it is first asked for. */
export interface Reader {
  readonly diagnostics: () => readonly Diagnostic[];
  readonly stat: (path: string) => FileStat | undefined;
  readonly readText: (path: string) => ReadText;
  readonly parse: (path: string, format: StructuredFormat) => Promise<ParsedDocument | undefined>;
  readonly parseDockerfile: (path: string) => Promise<DockerfileDocument | undefined>;
  readonly parseMarkdown: (path: string) => Promise<MarkdownDocument | undefined>;
}

/** Makes the reader of a workspace. */
export function createReader(options: ReaderOptions): Reader {
  const diagnostics: Diagnostic[] = [...options.diagnostics];
  const texts = new Map<string, ReadText>();
  const readText = (path: string) =>
    remember(texts, path, () => {
      const read = readOnce(options, path);
      if (!read.isRead) diagnostics.push(...describeFailure(path, read.reason));
      return read;
    });
  const parsing = <T extends { readonly problems: readonly ParseProblem[] }>(
    parse: (text: string) => Promise<T>,
  ) => {
    const parsed = new Map<string, Promise<T | undefined>>();
    return (path: string) =>
      remember(parsed, path, async () => {
        const read = readText(path);
        if (!read.isRead) return undefined;
        const document = await parse(read.text);
        if (!isTemplate(path, read.text, options.byPath()))
          diagnostics.push(...describeProblems(document.problems, { file: path, source: "workspace" }));
        return document;
      });
  };
  const structured = new Map<StructuredFormat, (path: string) => Promise<ParsedDocument | undefined>>();
  return {
    diagnostics: () => diagnostics,
    stat: (path) => options.platform.files.lstat(absolutePath(options, path)),
    readText,
    parse: (path, format) =>
      remember(structured, format, () =>
        parsing(async (text) => (await import("./parsers/index.ts")).parseStructured(format, text)),
      )(path),
    parseDockerfile: parsing(async (text) => (await import("./parsers/dockerfile.ts")).parseDockerfile(text)),
    parseMarkdown: parsing(async (text) => (await import("./parsers/markdown.ts")).parseMarkdown(text)),
  };
}

function remember<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = make();
  known.set(key, value);
  return value;
}

function absolutePath({ root, rawPaths }: ReaderOptions, path: string): string | Buffer {
  const raw = rawPaths.get(path);
  return raw === undefined ? `${root}/${path}` : Buffer.concat([Buffer.from(`${root}/`, "utf8"), raw]);
}

function readOnce(options: ReaderOptions, path: string): ReadText {
  const file = options.byPath().get(path);
  if (file === undefined) return { isRead: false, reason: "missing" };
  if (file.kind === "other" || file.kind === "submodule") return { isRead: false, reason: "not_a_file" };
  if (!isInside(options, file)) return { isRead: false, reason: "outside_root" };
  const read = options.platform.files.readText(absolutePath(options, path), { maxBytes: MAX_BYTES });
  if (!read.isRead) return read;
  return read.text.slice(0, BINARY_PROBE).includes("\0") ? { isRead: false, reason: "unreadable" } : read;
}

/** A link may lead out of the root; what lies there is not ours to read. No folder of a listing is a link. */
function isInside({ platform, root }: ReaderOptions, file: WorkspaceFile): boolean {
  if (file.kind !== "link") return true;
  const realPath = platform.files.realPath(`${root}/${file.path}`);
  return realPath === undefined || root === "/" || realPath.startsWith(`${root}/`);
}

function describeFailure(path: string, reason: string): readonly Diagnostic[] {
  const base = { severity: "info", source: "workspace", file: path } as const;
  if (reason === "too_large") {
    const hint = "Leave it out with `ignore` in orchestra.config.*.";
    return [
      { ...base, code: "FILE_TOO_LARGE", message: `larger than ${MAX_BYTES} bytes; it was not read`, hint },
    ];
  }
  if (reason !== "denied") return [];
  const message = "permission denied; it was not read";
  return [{ ...base, severity: "warning", code: "FILE_UNREADABLE", message, hint: "Check its permissions." }];
}
