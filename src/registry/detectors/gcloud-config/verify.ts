import type { Resource } from "../../../model/resource.ts";
import { activeConfiguration, configurationFile, gcloudFolder } from "../../gcloud-folder.ts";
import type { DetectContext, Verification } from "../../types.ts";

/** A configuration is there as long as its file is; what it names is not asked of the cloud. */
export function verifyConfiguration(resource: Resource, { platform }: DetectContext): Verification {
  const folder = gcloudFolder(platform);
  const name = resource.name.replace(/^gcloud:/, "");
  const path = configurationFile(platform, folder, name);
  if (platform.files.stat(path) !== undefined) {
    const read = platform.files.readText(path, { maxBytes: 262_144 });
    return read.isRead
      ? { status: "available" }
      : { status: "unknown", reason: `its file cannot be read: ${read.reason.replaceAll("_", " ")}` };
  }
  const isActive = activeConfiguration(platform, folder)?.name === name;
  return {
    status: "missing",
    reason: isActive ? "it is the active one and has no file" : "its file is gone",
  };
}
