import type { JsonObject } from "../../src/model/json.ts";
import type { DetectorReport } from "../../src/registry/run-detector.ts";

/** Each resource on a line: type, name, version, status and place. */
export function linesOf(report: DetectorReport): readonly string[] {
  return report.resources
    .map(({ resourceType, name, version, status, source }) => {
      const place =
        source.file === undefined
          ? ""
          : ` ${source.file}${source.line === undefined ? "" : `:${source.line}`}`;
      return `${resourceType} ${name} ${version ?? "-"} ${status}${place}`;
    })
    .toSorted();
}

/** The metadata of the resource of a name; throws when there is none. */
export function metadataOf(report: DetectorReport, name: string): JsonObject {
  const resource = report.resources.find((candidate) => candidate.name === name);
  if (resource === undefined) throw new Error(`no resource is named ${name}`);
  return resource.metadata;
}
