import { isAbsolute, resolve } from "node:path";
import { OrchestraError } from "../model/errors.ts";
import type { Resource } from "../model/resource.ts";
import { readResources, updateRegistered } from "../state/resource-documents.ts";
import { resourceFromInput } from "./resource-input.ts";
import type { Session } from "./session.ts";

const MAX_FILE_BYTES = 1_048_576;

/** Keeps resources, all or none; one of the same id is replaced. */
export async function registerAll(
  session: Session,
  inputs: readonly unknown[],
): Promise<readonly Resource[]> {
  const now = session.platform.clock.now();
  const resources = inputs.map((input) => resourceFromInput(input, now));
  const ids = new Set(resources.map((resource) => resource.id));
  await updateRegistered(session.state, (known) => [
    ...known.filter((resource) => !ids.has(resource.id)),
    ...resources,
  ]);
  return resources;
}

/** The inputs that a JSON file holds: one object, or a list of them. Throws `USAGE` with file and line. */
export async function readInputs(session: Session, path: string): Promise<readonly unknown[]> {
  const { parseJson } = await import("../workspace/parsers/json.ts");
  const { toPlain } = await import("../workspace/parsers/navigate.ts");
  const absolute = isAbsolute(path) ? path : resolve(session.platform.host.workingFolder, path);
  const read = session.platform.files.readText(absolute, { maxBytes: MAX_FILE_BYTES });
  if (!read.isRead) throw unusable(path, `it cannot be read: ${read.reason.replaceAll("_", " ")}`);
  const parsed = parseJson(read.text);
  const [problem] = parsed.problems;
  if (problem !== undefined) throw unusable(`${path}:${problem.line}`, problem.message);
  const [document] = parsed.documents;
  if (document === undefined || document.kind === "scalar") throw unusable(path, "it holds no resource");
  return document.kind === "list" ? document.items.map(toPlain) : [toPlain(document)];
}

/** Forgets a registered resource. Throws `RESOURCE_NOT_REMOVABLE` for one that a detector reported. */
export async function unregister(session: Session, id: string): Promise<boolean> {
  const known = readResources(session.state);
  if (known.registered.some((resource) => resource.id === id)) {
    await updateRegistered(session.state, (resources) => resources.filter((resource) => resource.id !== id));
    return true;
  }
  if (!known.discovered.some((resource) => resource.id === id)) return false;
  throw new OrchestraError("RESOURCE_NOT_REMOVABLE", `${JSON.stringify(id)} was discovered, not registered`, {
    hint: "It goes when its detector no longer finds it; `ignore` in orchestra.config.* leaves paths out.",
  });
}

function unusable(place: string, message: string): OrchestraError {
  return new OrchestraError("USAGE", `${place}: ${message}`, {
    hint: "The file holds JSON: {name, resourceType, environment, accessPattern, …} or a list of such objects.",
  });
}
