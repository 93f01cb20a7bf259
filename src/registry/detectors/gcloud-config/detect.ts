import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { JsonObject } from "../../../model/json.ts";
import type { ResourceDraft } from "../../../model/resource.ts";
import type { Platform } from "../../../platform/types.ts";
import {
  activeConfiguration,
  configurationFile,
  gcloudFolder,
  isConfigurationName,
  readConfiguration,
  type ActiveConfiguration,
} from "../../gcloud-folder.ts";
import { joinPath } from "../../home-path.ts";
import { showPath } from "../../place.ts";
import type { DetectContext, Detection } from "../../types.ts";
import { extractConfiguration, extractOverrides } from "./extract.ts";

/** Every configuration of gcloud, the active one marked; nothing where gcloud was never used. */
export function detectConfigurations({ platform }: DetectContext): Detection {
  const folder = gcloudFolder(platform);
  const active = activeConfiguration(platform, folder);
  const names = configurationNames(platform, folder);
  const found = names.map((name) => describeConfiguration(platform, { folder, name, active }));
  const lost =
    active === undefined || names.includes(active.name)
      ? undefined
      : lostConfiguration(platform, folder, active);
  return {
    resources: [...found.map((one) => one.draft), ...(lost === undefined ? [] : [lost])],
    diagnostics: found.flatMap((one) => one.diagnostics),
  };
}

function configurationNames(platform: Platform, folder: string): readonly string[] {
  const read = platform.files.readFolder(joinPath(platform, folder, "configurations"));
  if (!read.isRead) return [];
  return read.entries
    .flatMap(({ name }) => (typeof name === "string" && name.startsWith("config_") ? [name.slice(7)] : []))
    .filter(isConfigurationName)
    .toSorted();
}

interface ConfigurationPlace {
  readonly folder: string;
  readonly name: string;
  readonly active: ActiveConfiguration | undefined;
}

interface DescribedConfiguration {
  readonly draft: ResourceDraft;
  readonly diagnostics: readonly Diagnostic[];
}

function describeConfiguration(platform: Platform, place: ConfigurationPlace): DescribedConfiguration {
  const path = configurationFile(platform, place.folder, place.name);
  const file = showPath(path, platform);
  const read = readConfiguration(platform, path);
  const isActive = place.active?.name === place.name;
  if (!read.isRead) {
    const reason = `its file cannot be read: ${read.reason.replaceAll("_", " ")}`;
    const draft = createDraft(place.name, { isActive, file, metadata: { isActive } });
    return {
      draft: { ...draft, status: "unknown", statusReason: reason },
      diagnostics: [diagnose(file, reason)],
    };
  }
  const { values, places, line } = extractConfiguration(read.root, file);
  const overrides = isActive ? extractOverrides(platform.host.env) : {};
  const decidedBy = isActive ? place.active?.decidedBy : undefined;
  const metadata = {
    ...values,
    isActive,
    decidedBy,
    overriddenBy: Object.keys(overrides).length === 0 ? undefined : overrides,
    places,
  };
  const diagnostics =
    read.brokenLine === undefined
      ? []
      : [{ ...diagnose(file, "a line of it is not a setting"), line: read.brokenLine }];
  return { draft: { ...createDraft(place.name, { isActive, file, metadata }), line }, diagnostics };
}

interface DraftFacts {
  readonly isActive: boolean;
  readonly file: string;
  readonly metadata: JsonObject;
}

function createDraft(name: string, { isActive, file, metadata }: DraftFacts): ResourceDraft {
  return {
    name: `gcloud:${name}`,
    resourceType: "gcp_service",
    environment: "machine",
    accessPattern: `gcloud --configuration=${name}`,
    description: isActive ? "The active configuration of gcloud" : "A configuration of gcloud",
    status: "available",
    priority: isActive ? 1 : 2,
    tags: ["gcp", "gcloud", "configuration"],
    metadata,
    file,
  };
}

/** The configuration that is asked for by name and has no file; by default alone, nothing is missing. */
function lostConfiguration(
  platform: Platform,
  folder: string,
  { name, decidedBy }: ActiveConfiguration,
): ResourceDraft | undefined {
  if (decidedBy === "default") return undefined;
  const file = showPath(configurationFile(platform, folder, name), platform);
  return {
    ...createDraft(name, { isActive: true, file, metadata: { isActive: true, decidedBy } }),
    status: "missing",
    statusReason: `${decidedBy} names it, and ${file} is not there`,
  };
}

function diagnose(file: string, message: string): Diagnostic {
  return {
    severity: "warning",
    code: "UNREADABLE",
    message: `gcloud configuration: ${message}`,
    source: "gcloud-config",
    file,
  };
}
