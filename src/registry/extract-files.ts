import type { Diagnostic } from "../model/diagnostic.ts";
import type { ResourceDraft } from "../model/resource.ts";
import type { Workspace, WorkspaceFile } from "../workspace/types.ts";
import type {
  DetectContext,
  Detection,
  Detector,
  ExtractionCache,
  FileDetection,
  SourceFile,
} from "./types.ts";

/** Work on files is put down this often, so that sockets and programs that are being asked get their turn. */
const LONGEST_STRETCH_MS = 8;

/** The reader's own diagnostics of a file are kept beside the detectors' extractions under this name. */
const READER = "reader";

export interface ExtractionRun {
  readonly detector: Detector;
  readonly files: readonly WorkspaceFile[];
  readonly context: DetectContext;
  readonly extractions?: ExtractionCache | undefined;
}

/** Takes the facts out of each file that a detector wants; a file that did not change is not opened again. */
export async function extractFiles(run: ExtractionRun): Promise<Detection> {
  const files = run.detector.files;
  if (files === undefined) return { resources: [] };
  const resources: ResourceDraft[] = [];
  const diagnostics: Diagnostic[] = [];
  const { clock } = run.context.platform;
  let stretchBegan = clock.elapsed();
  for (const file of run.files) {
    const known = run.extractions?.get(run.detector.id, file);
    const detection =
      known === undefined ? await extractOne(run, files, file) : withReaderDiagnostics(known, run, file);
    for (const draft of detection.resources) {
      resources.push(files.refine?.(draft, file, run.context) ?? draft);
    }
    diagnostics.push(...(detection.diagnostics ?? []));
    if (clock.elapsed() - stretchBegan < LONGEST_STRETCH_MS) continue;
    await clock.sleep(0);
    stretchBegan = clock.elapsed();
  }
  return { resources, diagnostics };
}

async function extractOne(run: ExtractionRun, files: FileDetection, file: WorkspaceFile): Promise<Detection> {
  const { detector, extractions } = run;
  const source = createSourceFile(run.context.workspace, file.path);
  const detection = await files.extract(source);
  if (!source.hasBeenRead()) return detection;
  extractions?.set(detector.id, file, detection);
  keepReaderDiagnostics(run, file);
  return detection;
}

/** What the reader said of a file the last time it was read belongs to this run as well. */
function withReaderDiagnostics(known: Detection, run: ExtractionRun, file: WorkspaceFile): Detection {
  const read = run.extractions?.get(READER, file)?.diagnostics;
  if (read === undefined || read.length === 0) return known;
  return { ...known, diagnostics: [...(known.diagnostics ?? []), ...read] };
}

function keepReaderDiagnostics(run: ExtractionRun, file: WorkspaceFile): void {
  const diagnostics = run.context.workspace.diagnostics.filter((diagnostic) => diagnostic.file === file.path);
  if (diagnostics.length === 0) return;
  run.extractions?.set(READER, file, { resources: [], diagnostics });
}

interface WatchedSourceFile extends SourceFile {
  readonly hasBeenRead: () => boolean;
}

function createSourceFile(workspace: Workspace, path: string): WatchedSourceFile {
  let wasRead = false;
  const mark = <T>(value: T): T => {
    wasRead = true;
    return value;
  };
  return {
    path,
    readText: () => {
      const read = mark(workspace.readText(path));
      return read.isRead ? read.text : undefined;
    },
    parse: (format) => mark(workspace.parse(path, format)),
    parseDockerfile: () => mark(workspace.parseDockerfile(path)),
    parseMarkdown: () => mark(workspace.parseMarkdown(path)),
    hasBeenRead: () => wasRead,
  };
}
