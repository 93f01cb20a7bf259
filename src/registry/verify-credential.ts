import type { Resource, ResourceDraft } from "../model/resource.ts";
import { absolutePath, joinPath } from "./home-path.ts";
import { expandPath } from "./place.ts";
import type { DetectContext, Detection, Verification } from "./types.ts";

const PROBE_BYTES = 2_097_152;

type Detect = (context: DetectContext) => Promise<Detection> | Detection;

/** One second look for all resources of a detector in one run of `verify`. */
const looks = new WeakMap<DetectContext, Map<Detect, Promise<Detection>>>();

/** The question of a detector of files outside the tree: is the file still there, and the entry in it? */
export function verifyByLookingAgain(detect: Detect) {
  return async (resource: Resource, context: DetectContext): Promise<Verification> => {
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

/** Why the file that a resource was seen in cannot be read now; undefined when it can. */
export function unreadableFile(resource: Resource, context: DetectContext): Verification | undefined {
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
