import type { Resource, ResourceDraft } from "../../model/resource.ts";
import { absolutePath, joinPath } from "../home-path.ts";
import { expandPath } from "../place.ts";
import type { DetectContext, Detection, FileDetection, SourceFile, Verification } from "../types.ts";

const PROBE_BYTES = 2_097_152;

type Verify = (resource: Resource, context: DetectContext) => Promise<Verification>;

type Detect = (context: DetectContext) => Promise<Detection> | Detection;

/** One second look for all resources of a detector in one run of `verify`. */
const looks = new WeakMap<DetectContext, Map<Detect, Promise<Detection>>>();

/** The question of a detector of files outside the tree: is the file still there, and the entry in it? */
export function verifyByLookingAgain(detect: Detect): Verify {
  return async (resource, context) => {
    const { resources } = await lookOnce(detect, context);
    const again = resources.find((draft) => isSame(draft, resource));
    if (again !== undefined) return { status: again.status, reason: again.statusReason };
    return (
      unreadableFile(resource, context) ?? {
        status: "missing",
        reason: `${placeName(resource)} no longer has it`,
      }
    );
  };
}

/** The question of a detector of files in the tree: its one file is read again; `verifyOther` is asked for the rest. */
export function verifyInTree(files: FileDetection, verifyOther?: Verify): Verify {
  return async (resource, context) => {
    if (resource.environment !== "all" && verifyOther !== undefined) return verifyOther(resource, context);
    const unread = unreadableFile(resource, context);
    if (unread !== undefined) return unread;
    const drafts = await extractAgain(files, resource.source.file ?? "", context);
    const again = drafts.find((draft) => isSame(draft, resource));
    if (again === undefined) return { status: "missing", reason: `${placeName(resource)} no longer has it` };
    return { status: again.status, reason: again.statusReason };
  };
}

async function extractAgain(
  files: FileDetection,
  path: string,
  context: DetectContext,
): Promise<readonly ResourceDraft[]> {
  const { workspace } = context;
  const file = workspace.get(path);
  if (file === undefined) return [];
  const source: SourceFile = {
    path,
    readText: () => {
      const read = workspace.readText(path);
      return read.isRead ? read.text : undefined;
    },
    parse: (format) => workspace.parse(path, format),
    parseDockerfile: () => workspace.parseDockerfile(path),
    parseMarkdown: () => workspace.parseMarkdown(path),
  };
  const { resources } = await files.extract(source);
  return resources.map((draft) => files.refine?.(draft, file, context) ?? draft);
}

/** Why the file that a resource was seen in cannot be read now; undefined when it can. */
function unreadableFile(resource: Resource, context: DetectContext): Verification | undefined {
  const { file } = resource.source;
  if (file === undefined) return { status: "unknown", reason: "no file is known to look into" };
  const read = context.platform.files.readBytes(absoluteSource(file, context), { maxBytes: PROBE_BYTES });
  if (read.isRead) return undefined;
  if (read.reason === "missing") return { status: "missing", reason: `${file} is gone` };
  if (read.reason === "denied")
    return { status: "unauthorized", reason: `${file} may not be read by this user` };
  return { status: "unknown", reason: `${file} cannot be read` };
}

function lookOnce(detect: Detect, context: DetectContext): Promise<Detection> {
  const ofContext = looks.get(context) ?? new Map<Detect, Promise<Detection>>();
  looks.set(context, ofContext);
  const before = ofContext.get(detect);
  if (before !== undefined) return before;
  const look = Promise.resolve(detect(context));
  ofContext.set(detect, look);
  return look;
}

/** A resource whose name another one had as well was told apart by its place: `name (place)`. */
function isSame(draft: ResourceDraft, resource: Resource): boolean {
  if (draft.resourceType !== resource.resourceType || draft.file !== resource.source.file) return false;
  if (draft.name === resource.name) return true;
  const isRenamed = resource.name.startsWith(`${draft.name} (`);
  return (
    isRenamed && (draft.line === resource.source.line || !resource.name.includes(":", draft.name.length))
  );
}

function absoluteSource(file: string, { platform, workspace }: DetectContext): string {
  if (file.startsWith("~")) return expandPath(file, platform);
  return absolutePath(platform, file, joinPath(platform, workspace.root));
}

function placeName(resource: Resource): string {
  return resource.source.file ?? "its place";
}
