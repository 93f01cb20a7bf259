import { numbered } from "../../numbered.ts";
import { isFixture, isVendored } from "../../paths.ts";
import { folderOfFinding } from "../../causes.ts";
import type { ConflictRule } from "../../rule.ts";

/** Secrets that stand in files which git keeps. */
export const secretCommitted: ConflictRule = {
  rule: "secret_committed",
  conflictType: "file_conflict",
  severity: "critical",
  title: "A secret in a tracked file",
  reads: ["facts"],
  strategies: ["manual", "keep_all"],
  evidence: { kind: "whose form the secret has; never the value" },
  causeOf: (finding) => JSON.stringify([folderOfFinding(finding), finding.evidence]),
  find: ({ committedSecrets }) =>
    numbered(
      committedSecrets.filter(
        ({ file, kind }) =>
          !isVendored(file) && !isFixture(file) && !isKnownKey(file, kind) && !ALLOWED.test(file),
      ),
      ({ file, kind }) => JSON.stringify([file, kind]),
    ).flatMap(({ item: { file, line, kind, isForVisitors, isForTests }, number }) =>
      number > MOST_TOLD + 1
        ? []
        : [
            {
              about: [file, kind, String(number)],
              message:
                number > MOST_TOLD
                  ? `${file} holds more than ${MOST_TOLD} secrets of the form ${kind}`
                  : `${file} holds a secret of the form ${kind}`,
              hint: "Revoke it where it was issued, then take it out: git keeps what was committed.",
              places: [{ file, line, key: kind }],
              evidence: { kind },
              ...(isForVisitors || isForTests === true || isForShow(file, kind)
                ? { severity: "low" as const }
                : {}),
            },
          ],
    ),
};

/** What scanners for secrets are told to let pass. */
const ALLOWED =
  /(^|\/)(\.gitallowed|\.gitleaksignore|\.?gitleaks\.toml|\.secrets\.baseline|\.trufflehog[\w.-]*)$/;

/** Of one form in one file: whoever keeps more there has to look at all of it. */
const MOST_TOLD = 10;

/** A key that says itself that it guards nothing, or that shows a reader what a key looks like. */
function isKnownKey(file: string, kind: string): boolean {
  if (kind !== "private_key") return false;
  return (
    /[a-z]Test(s|Utils?|Helpers?|Data|Case|Support|Fixtures?)?\.\w+$/.test(file) ||
    /localhost|insecure|(^|[/._-])tests?[-_]?data[/._-]|127\.0\.0\.1|snake-?oil|self-?signed|dummy|(^|[^a-z])fake([^a-z]|$)|place_?holder|(^|[/_-])((stub|mock)s?[-_./]|tests?[-_]?(key|cert|rsa|pem|id)s?(?![a-z])|(key|cert)[-_]?tests?$|test\w*\.(key|pem)$|tests?\.(py|rb|exs|php)$)|\.(mdx?|markdown|rst|adoc)$/i.test(
      file,
    )
  );
}

/** Firebase's settings of an application, which everybody who installs it has, and pages, which everybody reads. */
const OF_APPS =
  /\.html?$|(^|\/)(GoogleService-Info[\w.-]*\.plist|google-services\.json|firebase_options\.dart)$/;

const PAGE = /\.(mdx?|markdown|rst|adoc)$/i;

/** Manuals show what is to be put in; a README may tell of somebody's own. */
const MANUAL =
  /(^|\/)(docs?|documentation|website|content|site|manual|guides?)\/(.*\/)?(?!readme\b)[^/]+\.(mdx?|markdown|rst|adoc)$/i;

/** Pieces of text for readers. */
const SHOWN = /(^|\/)snippets?\.\w+$/;

/** What a runner of tests is told. */
const OF_RUNNER =
  /(^|\/)(vitest|jest|karma|playwright|cypress|wdio)([._-][\w-]+)*[._-](config|setup|env)\.\w+$/;

/** Servers of examples, and those of one's own machine, need a key, and everybody has that one. */
function isForShow(file: string, kind: string): boolean {
  if (kind === "gcp_api_key") return OF_APPS.test(file) || PAGE.test(file);
  if (MANUAL.test(file) || OF_RUNNER.test(file) || SHOWN.test(file)) return true;
  // It holds for an hour.
  if (kind === "google_access_token") return true;
  // Outputs that a page shows: the id alone opens nothing.
  if (kind === "aws_access_key_id") return PAGE.test(file);
  return (
    /^(private|age)_key$/.test(kind) &&
    /(^|[/_-])([\w-]+\.(example|sample)|samples?(-\w+)?|([\w-]+-)?snippets?|examples?|demos?([-_]\w+)?|tutorials?|quick-?starts?|courses?|lessons?|chapters?|labs?|workshops?|\.?ci([-_][\w-]+)?|\.buildkite|\.circleci|\.github|integration|[a-z]*testing|\.?dev(elopment)?([-_]\w+)?|hack|molecule|packer|vagrant([-_]\w+)?|fuzz(ing|ers?|_\w+)?|seeds?|seeders?|factories|bench(mark)?s?)\/|_bench(mark)?s?\.\w+$|\.(example|sample)$|(^|[/._-])for[-_]tests?([-_]only)?[-_./]|(^|\/)(config|environments|settings)\/(dev|development|local)\.\w+$|(^|[/._-])(dev[-_.][\w.-]*|local|(bench(mark)?|example|sample)[\w.-]*)\.(key|pem|p8)$/i.test(
      file,
    )
  );
}
