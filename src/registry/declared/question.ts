import type { ResourceDraft } from "../../model/resource.ts";

/** How the settings file stands. */
export interface DeclaredDetectorsOptions {
  /** The settings file, relative to the root. */
  readonly configFile: string;
  /** True when this user recorded the file's present content: programs may then be given any argument. */
  readonly isTrusted: boolean;
}

/** What every kind of question needs of its entry. */
export interface DeclaredQuestion extends DeclaredDetectorsOptions {
  readonly id: string;
  readonly common: Pick<ResourceDraft, "resourceType" | "description" | "environment" | "priority" | "tags">;
  /** Undefined: the kind of question has a name of its own. */
  readonly name: string | undefined;
}
