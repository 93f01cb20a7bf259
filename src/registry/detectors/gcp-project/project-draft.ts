import type { ResourceDraft } from "../../../model/resource.ts";
import { groupDrafts, metadataItems } from "../../metadata.ts";

/** Who names a project, and where. */
export interface ProjectMention {
  /** `GOOGLE_CLOUD_PROJECT`, `provider google`. */
  readonly what: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  /** True when it comes from this machine, not from the repository. */
  readonly isOfMachine?: boolean;
}

/** A project that somebody names; nothing for a text that cannot be a project's id. */
export function projectDraft(id: string | undefined, mention: ProjectMention): readonly ResourceDraft[] {
  const project = id?.trim() ?? "";
  if (!isProjectId(project)) return [];
  const { what, file, line } = mention;
  return [
    {
      name: `project:${project}`,
      resourceType: "gcp_service",
      environment: mention.isOfMachine === true ? "machine" : "all",
      accessPattern: `https://console.cloud.google.com/home/dashboard?project=${project}`,
      description: "Google Cloud project",
      status: "unknown",
      statusReason: "it is named here; Google Cloud was not asked",
      priority: 1,
      tags: ["gcp", "project"],
      metadata: { projectId: project, declaredBy: [{ what, file, line }] },
      file,
      line,
    },
  ];
}

/**
 * One resource a project, with everyone who names it; what this machine says comes first. What only this machine names
 * is a fact of the machine, all else one of the repository.
 */
export function combineProjects(drafts: readonly ResourceDraft[]): readonly ResourceDraft[] {
  return groupDrafts(drafts, ({ name }) => name).map((group) => {
    const { file, line } = group.find((draft) => draft.file !== undefined) ?? group[0];
    const declaredBy = metadataItems(group, "declaredBy");
    const environment = group.some((draft) => draft.environment === "all") ? "all" : "machine";
    return { ...group[0], environment, file, line, metadata: { ...group[0].metadata, declaredBy } };
  });
}

/** Six to thirty letters, digits and dashes; an older id may begin with its organisation's domain and a colon. */
export function isProjectId(text: string): boolean {
  return /^(?:[a-z][a-z0-9.-]*\.[a-z]{2,}:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/.test(text);
}
