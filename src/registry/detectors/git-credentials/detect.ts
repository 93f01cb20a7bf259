import type { ResourceDraft } from "../../../model/resource.ts";
import { machineCredential } from "../../credentials/credential-draft.ts";
import { judgeCredential } from "../../credentials/credential-status.ts";
import { readHomeText, type HomeText } from "../../home-file.ts";
import { homePath, userConfigPath } from "../../home-path.ts";
import type { DetectContext, Detection } from "../../types.ts";
import { extractStoredLogins, type StoredLogin } from "./extract.ts";

/** The hosts that git's credential store knows. */
export function detectStoredLogins(context: DetectContext): Detection {
  const { platform } = context;
  const paths = [homePath(platform, ".git-credentials"), userConfigPath(platform, "git", "credentials")];
  const files = paths.map((path) => readHomeText(context, path)).filter((read) => read !== undefined);
  return {
    resources: files.flatMap((read) =>
      extractStoredLogins(read.text ?? "").map((login) => createDraft(login, read, context)),
    ),
    diagnostics: files.flatMap(({ diagnostics }) => diagnostics),
  };
}

function createDraft(login: StoredLogin, read: HomeText, { platform }: DetectContext): ResourceDraft {
  return machineCredential({
    name: `git:${login.place}`,
    provider: "git",
    accessPattern: `${login.protocol}://${login.place}`,
    description: "Login in git's credential store",
    ...judgeCredential({ path: read.path }, platform),
    file: read.file,
    line: login.line,
    metadata: { host: login.place.split("/")[0], login: login.login, hasPassword: login.hasPassword },
  });
}
