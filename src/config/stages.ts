import type { ConfigurationSettings } from "../model/project-config.ts";
import { stageOf, stageOfPath } from "../model/stages.ts";
import { createPathMatcher } from "../workspace/path-matcher.ts";

/** How this project names its stages, and which files are for which. */
export interface Stages {
  /** `prod` → `production`; a word that is no alias is itself. */
  readonly nameOf: (word: string) => string;
  /** The stage that a file is for: what the settings say of its path, else what its path tells. */
  readonly ofPath: (path: string) => string | undefined;
}

/** Adds what `configuration.environments` of the project's settings says to the table that everyone has. */
export async function createStages(
  environments: ConfigurationSettings["environments"] = {},
): Promise<Stages> {
  const named = Object.entries(environments);
  const aliases = new Map(
    named.flatMap(([stage, { aliases: words }]) =>
      [stage, ...words].map((word) => [word.toLowerCase(), stage] as const),
    ),
  );
  const matchers = await Promise.all(
    named.map(async ([stage, { files }]) => ({ stage, matches: await createPathMatcher(files) })),
  );
  return {
    nameOf: (word) => stageOf(word, aliases) ?? word,
    ofPath: (path) => matchers.find(({ matches }) => matches(path))?.stage ?? stageOfPath(path, aliases),
  };
}
