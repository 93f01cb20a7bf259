import type { Resource, ResourceDraft } from "../../../model/resource.ts";
import { machineCredential } from "../../credentials/credential-draft.ts";
import { judgeCredential, type CredentialStatus } from "../../credentials/credential-status.ts";
import { absolutePath, looksLikePath, placeOf } from "../../home-path.ts";
import type { DetectContext, Detection, Verification } from "../../types.ts";
import { classifyVariable, type ClassifiedVariable } from "./classify.ts";

/** The credentials that this process was given in its environment, by name alone. */
export function detectVariables(context: DetectContext): Detection {
  const names = Object.keys(context.platform.host.env).toSorted();
  return {
    resources: names.flatMap((name) => {
      const variable = classify(name, context);
      return variable === undefined ? [] : [createDraft(variable, context)];
    }),
  };
}

/** A variable that this process does not see may well be set for another one. */
export function verifyVariable(resource: Resource, context: DetectContext): Verification {
  const variable = classify(resource.name, context);
  if (variable === undefined)
    return { status: "unknown", reason: `${resource.name} is not set for this process` };
  const { status, statusReason } = judge(variable, context);
  return { status, reason: statusReason };
}

function classify(name: string, { platform }: DetectContext): ClassifiedVariable | undefined {
  const value = platform.host.env[name];
  return value === undefined ? undefined : classifyVariable(name, value);
}

function createDraft(variable: ClassifiedVariable, context: DetectContext): ResourceDraft {
  const { name, provider, kind, isKnown } = variable;
  const path = namedFile(variable, context);
  return machineCredential({
    name,
    resourceType: kind === "token" ? "access_token" : "credential",
    provider,
    accessPattern: `env:${name}`,
    description: DESCRIPTIONS[kind],
    ...judge(variable, context),
    metadata: {
      variable: name,
      kind,
      provider: isKnown ? provider : undefined,
      isKnown,
      namedFile: path === undefined ? undefined : placeOf(path, context),
    },
  });
}

const DESCRIPTIONS: Readonly<Record<ClassifiedVariable["kind"], string>> = {
  token: "Token in an environment variable",
  key: "Key in an environment variable",
  password: "Password in an environment variable",
  url: "Address with a login in an environment variable",
  path: "Place of a credential file in an environment variable",
};

function judge(variable: ClassifiedVariable, context: DetectContext): CredentialStatus {
  const path = namedFile(variable, context);
  if (path === undefined && variable.kind === "path") {
    return { status: "degraded", statusReason: "it holds something that is not a path" };
  }
  if (path === undefined) return { status: "available" };
  if (context.platform.files.stat(path) !== undefined) return judgeCredential({ path }, context.platform);
  return { status: "missing", statusReason: `it names ${placeOf(path, context)}, which is not there` };
}

/** A value that does not read like a path may be the credential itself, put there by mistake: it is not shown. */
function namedFile({ name, kind }: ClassifiedVariable, { platform }: DetectContext): string | undefined {
  const value = platform.host.env[name]?.trim() ?? "";
  return kind === "path" && looksLikePath(value) ? absolutePath(platform, value) : undefined;
}
