import { OrchestraError } from "../model/errors.ts";
import type { EnvironmentName } from "../model/resource-values.ts";

/** Where the program runs, and what said so. */
export interface EnvironmentDetection {
  readonly environment: EnvironmentName;
  /** One sentence naming the option or variable that decided, never its value beyond the name it chose. */
  readonly evidence: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

interface Signal {
  readonly environment: EnvironmentName;
  readonly variable: string;
  /** True where any text counts, even `false`: the variable holds a name, not a switch. */
  readonly holdsName?: boolean;
}

/**
 * In the order of the guide: the first that is set decides. Cloud Run services set K_SERVICE, jobs CLOUD_RUN_JOB;
 * workstations are told by any of several variables, none of which Google documents for this use.
 */
const SIGNALS: readonly Signal[] = [
  { environment: "codespaces", variable: "CODESPACES" },
  { environment: "gcp_cloud_run", variable: "K_SERVICE", holdsName: true },
  { environment: "gcp_cloud_run", variable: "CLOUD_RUN_JOB", holdsName: true },
  { environment: "gcp_workstation", variable: "GOOGLE_CLOUD_WORKSTATIONS" },
  { environment: "gcp_workstation", variable: "CLOUD_WORKSTATIONS_AGENT", holdsName: true },
  { environment: "gcp_workstation", variable: "CLOUD_WORKSTATIONS_AGENT_VERSION", holdsName: true },
  { environment: "gcp_workstation", variable: "CLOUD_WORKSTATIONS_CONFIG", holdsName: true },
  { environment: "gcp_workstation", variable: "CLOUD_WORKSTATIONS_CLUSTER_ID", holdsName: true },
  { environment: "ci_cd", variable: "CI" },
  { environment: "ci_cd", variable: "GITHUB_ACTIONS" },
  { environment: "ci_cd", variable: "GITLAB_CI" },
  { environment: "ci_cd", variable: "CIRCLECI" },
  { environment: "ci_cd", variable: "BUILDKITE" },
  { environment: "ci_cd", variable: "TF_BUILD" },
  { environment: "ci_cd", variable: "JENKINS_URL", holdsName: true },
  { environment: "ci_cd", variable: "TEAMCITY_VERSION", holdsName: true },
  { environment: "ci_cd", variable: "BITBUCKET_BUILD_NUMBER", holdsName: true },
];

const FALSE_LIKE = new Set(["", "0", "false", "no", "off", "n", "f"]);

/**
 * Says where the program runs: `--environment`, then ORCHESTRA_ENVIRONMENT, then what the platforms set, else `local`.
 * Throws `USAGE` for a name that could not stand in an id.
 */
export function detectEnvironment(variables: Variables, chosen?: string): EnvironmentDetection {
  if (chosen !== undefined) return named(chosen, "--environment");
  const override = variables["ORCHESTRA_ENVIRONMENT"];
  if (override !== undefined && override !== "") return named(override, "ORCHESTRA_ENVIRONMENT");
  const signal = SIGNALS.find((candidate) => isSet(variables[candidate.variable], candidate));
  if (signal === undefined)
    return { environment: "local", evidence: "no variable of another environment is set" };
  return { environment: signal.environment, evidence: `${signal.variable} is set` };
}

function named(name: string, origin: string): EnvironmentDetection {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(name)) {
    return { environment: name, evidence: `${origin} names it` };
  }
  throw new OrchestraError("USAGE", `${origin} names no environment: ${JSON.stringify(name.slice(0, 80))}`, {
    hint: "Use letters, digits, dot, dash and underscore: local, ci_cd, staging.",
  });
}

function isSet(value: string | undefined, signal: Signal): boolean {
  if (value === undefined || value.trim() === "") return false;
  return signal.holdsName === true || !FALSE_LIKE.has(value.trim().toLowerCase());
}
