import { posix } from "node:path";
import type { DocumentNode } from "../../../model/document.ts";
import type { ResourceDraft } from "../../../model/resource.ts";
import { itemsOf, membersOf, nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";
import type { Detection, SourceFile } from "../../types.ts";
import { projectDraft } from "./project-draft.ts";
import { extractTerraformProjects } from "./terraform-projects.ts";

/** A manifest whose name says nothing is parsed only where it is one of Cloud Run's. */
const RUN_MANIFEST = /(serving\.knative\.dev|run\.googleapis\.com)\//;

/** Projects that a file of the repository names by their id, written out. */
export async function extractProjects(file: SourceFile): Promise<Detection> {
  const name = posix.basename(file.path).toLowerCase();
  if (/\.(tf|tf\.json|tfvars)$/.test(name)) return { resources: await extractTerraformProjects(file) };
  if (name === ".firebaserc") return fromFirebase(file);
  const reader = READERS.find(({ pattern }) => pattern.test(name));
  if (reader === undefined && !RUN_MANIFEST.test(file.readText() ?? "")) return { resources: [] };
  const parsed = await file.parse("yaml");
  const read = reader?.read ?? fromCloudRun;
  return { resources: (parsed?.documents ?? []).flatMap((root) => read(root, file.path)) };
}

type Reader = (root: DocumentNode, file: string) => readonly ResourceDraft[];

const READERS: readonly { readonly pattern: RegExp; readonly read: Reader }[] = [
  { pattern: /^app([.-][\w-]+)*\.ya?ml$/, read: fromAppEngine },
  { pattern: /^cloudbuild[\w.-]*\.ya?ml$/, read: fromCloudBuild },
  { pattern: /^skaffold[\w.-]*\.ya?ml$/, read: fromSkaffold },
];

async function fromFirebase(file: SourceFile): Promise<Detection> {
  const parsed = await file.parse("jsonc");
  const projects = membersOf(nodeAt(parsed?.documents[0], "projects"));
  const resources = projects.flatMap(({ key, value, keyPosition }) =>
    projectDraft(stringAt(value), { what: `Firebase alias ${key}`, file: file.path, line: keyPosition.line }),
  );
  return { resources };
}

function fromAppEngine(root: DocumentNode, file: string): readonly ResourceDraft[] {
  return named(nodeAt(root, "application"), "App Engine application", file);
}

function fromCloudBuild(root: DocumentNode, file: string): readonly ResourceDraft[] {
  return membersOf(nodeAt(root, "substitutions"))
    .filter(({ key }) => /(^|_)PROJECT(_ID)?$/.test(key))
    .flatMap(({ key, value }) => named(value, `substitution ${key}`, file));
}

/** Skaffold builds and deploys in a project, each of its profiles perhaps in another one. */
function fromSkaffold(root: DocumentNode, file: string): readonly ResourceDraft[] {
  if (stringAt(root, "apiVersion")?.startsWith("skaffold/") !== true) return [];
  return [root, ...itemsOf(nodeAt(root, "profiles"))].flatMap((part) => [
    ...named(nodeAt(part, "build", "googleCloudBuild", "projectId"), "Skaffold's Cloud Build", file),
    ...named(nodeAt(part, "deploy", "cloudrun", "projectid"), "Skaffold's Cloud Run", file),
  ]);
}

/** Its service account belongs to a project; its namespace is one where the manifest came from Cloud Run itself. */
function fromCloudRun(root: DocumentNode, file: string): readonly ResourceDraft[] {
  if (!RUN_MANIFEST.test(stringAt(root, "apiVersion") ?? "")) return [];
  const metadata = nodeAt(root, "metadata");
  const isManaged = [
    ...membersOf(nodeAt(metadata, "annotations")),
    ...membersOf(nodeAt(metadata, "labels")),
  ].some(({ key }) => /^(run|client\.knative|cloud)\.(googleapis\.com|knative\.dev)\//.test(key));
  const namespace = nodeAt(metadata, "namespace");
  const isDefault = stringAt(namespace) === "default";
  const template = nodeAt(root, "spec", "template", "spec");
  const account = nodeAt(template, "serviceAccountName");
  const project = /@([a-z0-9-]+)\.iam\.gserviceaccount\.com$/.exec(stringAt(account) ?? "")?.[1];
  const what = "service account of a Cloud Run manifest";
  return [
    ...(isManaged && !isDefault ? named(namespace, "namespace of a Cloud Run manifest", file) : []),
    ...projectDraft(project, { what, file, line: account?.position.line }),
  ];
}

function named(node: DocumentNode | undefined, what: string, file: string): readonly ResourceDraft[] {
  return projectDraft(stringAt(node), { what, file, line: node?.position.line });
}
