import { posix } from "node:path";
import type { DocumentNode } from "../../../model/document.ts";
import { literalAt, readTerraformBlocks, terraformFormat } from "../../../workspace/documents/terraform.ts";
import { membersOf, nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";
import type { Detection, SourceFile } from "../../types.ts";
import { projectDraft } from "./project-draft.ts";

const GOOGLE_PROVIDERS = new Set(["google", "google-beta"]);

/** Projects that a file of the repository names by their id, written out. */
export async function extractProjects(file: SourceFile): Promise<Detection> {
  const name = posix.basename(file.path).toLowerCase();
  if (name.endsWith(".tf") || name.endsWith(".tf.json")) return fromTerraform(file);
  if (name === ".firebaserc") return fromFirebase(file);
  const parsed = await file.parse("yaml");
  const resources = (parsed?.documents ?? []).flatMap((root) =>
    name.startsWith("cloudbuild.") ? fromCloudBuild(root, file.path) : fromAppEngine(root, file.path),
  );
  return { resources };
}

async function fromTerraform(file: SourceFile): Promise<Detection> {
  if (!/\bprovider\b/.test(file.readText() ?? "")) return { resources: [] };
  const parsed = await file.parse(terraformFormat(file.path));
  const providers = readTerraformBlocks(parsed?.documents[0]).filter(
    ({ type, labels }) => type === "provider" && GOOGLE_PROVIDERS.has(labels[0] ?? ""),
  );
  const resources = providers.flatMap(({ body, labels }) =>
    projectDraft(literalAt(body, "project"), {
      what: `provider ${labels[0] ?? ""}`,
      file: file.path,
      line: nodeAt(body, "project")?.position.line,
    }),
  );
  return { resources };
}

async function fromFirebase(file: SourceFile): Promise<Detection> {
  const parsed = await file.parse("jsonc");
  const projects = membersOf(nodeAt(parsed?.documents[0], "projects"));
  const resources = projects.flatMap(({ key, value, keyPosition }) =>
    projectDraft(stringAt(value), { what: `Firebase alias ${key}`, file: file.path, line: keyPosition.line }),
  );
  return { resources };
}

function fromAppEngine(root: DocumentNode, file: string) {
  const node = nodeAt(root, "application");
  return projectDraft(stringAt(node), { what: "App Engine application", file, line: node?.position.line });
}

function fromCloudBuild(root: DocumentNode, file: string) {
  return membersOf(nodeAt(root, "substitutions"))
    .filter(({ key }) => /PROJECT(_ID)?$/.test(key))
    .flatMap(({ key, value }) =>
      projectDraft(stringAt(value), { what: `substitution ${key}`, file, line: value.position.line }),
    );
}
