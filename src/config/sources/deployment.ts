import { stringAt } from "../../workspace/parsers/navigate.ts";
import type { DocumentNode } from "../../model/document.ts";
import type { EnvFileReference, FileSource, FoundValue } from "./types.ts";

type Deployment = Pick<FileSource, "kind" | "accepts" | "scopeOf"> & {
  /** Takes the variables out of one document. */
  readonly read: (root: DocumentNode) => readonly FoundValue[];
  /** Files of variables that a document names. */
  readonly readEnvFiles?: (root: DocumentNode) => readonly EnvFileReference[];
};

/** Makes the source of a format in which one platform is told what to give its programs. */
export function deploymentSource({ read, readEnvFiles, ...described }: Deployment): FileSource {
  return {
    ...described,
    layerOf: () => "deployment",
    extract: async (file) => {
      const parsed = await file.parse(file.path.toLowerCase().endsWith(".json") ? "jsonc" : "yaml");
      const documents = parsed?.documents ?? [];
      const envFiles = documents.flatMap((root) => readEnvFiles?.(root) ?? []);
      return { values: documents.flatMap(read), envFiles };
    },
  };
}

/** What one part of a file alone is given. */
export function given(part: string, values: readonly FoundValue[]): readonly FoundValue[] {
  return values.map((value) => ({ ...value, part }));
}

/** True for a document that names its own kind, as Kubernetes' and its relatives' do. */
export function hasText(root: DocumentNode, key: string): boolean {
  return stringAt(root, key) !== undefined;
}
