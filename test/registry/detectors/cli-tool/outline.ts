import { chmodSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Resource } from "../../../../src/model/resource.ts";

export function table(resources: readonly Resource[]): readonly string[] {
  return resources
    .map(({ name, version, status, metadata, source }) =>
      [name, version ?? "-", status, textOf(metadata["manager"]), source.file].join(" "),
    )
    .toSorted();
}

export function versions(resources: readonly Resource[]): Record<string, string | undefined> {
  return Object.fromEntries(resources.map(({ name, version }) => [name, version]));
}

export function makeExecutable(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (statSync(join(folder, name)).isFile()) chmodSync(join(folder, name), 0o755);
  }
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "-";
}
