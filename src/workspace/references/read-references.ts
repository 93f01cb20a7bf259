import { isComposePath } from "../documents/compose.ts";
import { isDockerfile } from "../documents/dockerfile-path.ts";
import { isRequirementsPath } from "../documents/requirements.ts";
import type { DocumentNode, StructuredFormat } from "../../model/document.ts";
import { composeReferences } from "./compose.ts";
import { dockerfileReferences } from "./dockerfile.ts";
import { holdsImports, importReference, importsOn } from "./imports.ts";
import { isMarkdownPath, markdownReferences } from "./markdown.ts";
import {
  codeownersReferences,
  isCodeownersPath,
  isKustomizationPath,
  kustomizeReferences,
  requirementsReferences,
  terraformReferences,
} from "./others.ts";
import { packageReferences } from "./package-json.ts";
import { isTsconfigPath, tsconfigReferences } from "./tsconfig.ts";
import type { FileReference } from "./types.ts";
import { isWorkflowPath, workflowReferences } from "./workflow.ts";

/** Every place where a text of this path names another file of the tree; none of a path that no reader knows. */
export async function readReferences(path: string, text: string): Promise<readonly FileReference[]> {
  if (isMarkdownPath(path)) {
    const { parseMarkdown } = await import("../parsers/markdown.ts");
    return markdownReferences(path, parseMarkdown(text), text);
  }
  if (isDockerfile(path)) {
    const { parseDockerfile } = await import("../parsers/dockerfile.ts");
    return dockerfileReferences(path, parseDockerfile(text));
  }
  if (isRequirementsPath(path)) return requirementsReferences(path, text);
  if (isCodeownersPath(path)) return codeownersReferences(text);
  if (holdsImports(path)) {
    const imports = text.split("\n").flatMap((line, index) => importsOn(path, line, index + 1));
    return imports.map((one) => importReference(path, one));
  }
  const reader = readerOf(path);
  if (reader === undefined) return [];
  const { parseStructured } = await import("../parsers/index.ts");
  const [root] = (await parseStructured(reader.format, text)).documents;
  return root === undefined ? [] : reader.read(root);
}

interface StructuredReader {
  readonly format: StructuredFormat;
  readonly read: (root: DocumentNode) => readonly FileReference[];
}

function readerOf(path: string): StructuredReader | undefined {
  if (/\.(tf|tofu)$/.test(path)) return { format: "hcl", read: (root) => terraformReferences(path, root) };
  if (isComposePath(path)) return { format: "yaml", read: (root) => composeReferences(path, root) };
  if (isWorkflowPath(path)) return { format: "yaml", read: workflowReferences };
  if (isKustomizationPath(path)) return { format: "yaml", read: (root) => kustomizeReferences(path, root) };
  if (isTsconfigPath(path)) return { format: "jsonc", read: (root) => tsconfigReferences(path, root) };
  if (/(^|\/)package\.json$/.test(path))
    return { format: "jsonc", read: (root) => packageReferences(path, root) };
  return undefined;
}
