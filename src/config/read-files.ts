import type { Diagnostic } from "../model/diagnostic.ts";
import type { Workspace, WorkspaceFile } from "../workspace/types.ts";
import type { FileSource } from "./sources/types.ts";
import { stripValue, type StrippedFile, type StripOptions } from "./strip.ts";

/** What was taken out of files before, by path and version; a secret never stands in it. */
export interface StrippedFileCache {
  readonly get: (path: string, version: string) => KeptFile | undefined;
  readonly set: (path: string, version: string, kept: KeptFile) => void;
}

/** Of a file that was read before. */
export interface KeptFile extends StrippedFile {
  /** What the reader said of it. */
  readonly diagnostics?: readonly Diagnostic[];
}

export interface FileReaderOptions extends StripOptions {
  readonly workspace: Workspace;
  readonly cache: StrippedFileCache;
}

export interface FileReader {
  /** Takes the values out of a file; one that did not change is not opened again. `variant` names what else decides. */
  readonly read: (
    file: WorkspaceFile,
    source: FileSource,
    strip?: Pick<StripOptions, "isSensitive"> & { readonly variant: string },
  ) => Promise<StrippedFile>;
  /** Of all files that were read, and keeps those of this run for the next one. */
  readonly finish: () => readonly Diagnostic[];
}

/** Makes the reader of one run. */
export function createFileReader(options: FileReaderOptions): FileReader {
  const { workspace, cache } = options;
  const diagnostics: Diagnostic[] = [];
  const fresh: { readonly path: string; readonly version: string; readonly stripped: StrippedFile }[] = [];
  return {
    read: async (file, source, strip) => {
      const { path } = file;
      const version = `${file.contentId} ${source.kind} ${strip?.variant ?? ""}`;
      const kept = cache.get(path, version);
      if (kept !== undefined) {
        diagnostics.push(...(kept.diagnostics ?? []));
        return kept;
      }
      const { values, envFiles = [] } = await source.extract({
        path,
        parse: (format) => workspace.parse(path, format),
      });
      const stripping = strip === undefined ? options : { ...options, isSensitive: strip.isSensitive };
      const stripped = {
        values: values.map((found) => stripValue(found, source.kind, stripping)),
        ...(envFiles.length === 0 ? {} : { envFiles }),
      };
      fresh.push({ path, version, stripped });
      return stripped;
    },
    finish: () => {
      const said = groupByFile(workspace.diagnostics);
      for (const { path, version, stripped } of fresh) {
        const found = said.get(path) ?? [];
        cache.set(path, version, found.length === 0 ? stripped : { ...stripped, diagnostics: found });
      }
      return [...workspace.diagnostics, ...diagnostics];
    },
  };
}

function groupByFile(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const file = diagnostic.file ?? "";
    groups.set(file, [...(groups.get(file) ?? []), diagnostic]);
  }
  return groups;
}
