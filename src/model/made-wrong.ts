/** Folders of what tests are made with. */
const FIXTURES =
  /(^|\/)(\.?(test[-_]?)?fixtures?|__fixtures__|_?testdata\d*|test[-_](data|cases?)|snapshots?|__snapshots__|goldens?([-_]\w+)?)\//i;

/** Names that say that something is amiss: `invalid-config`, `missing-file`, `has-error`. */
const AMISS =
  /(^|[/_-])(invalid|broken|malformed|missing|bad|wrong|has[-_]errors?)([-_][\w-]*)?\/|\.(broken|invalid|malformed|bad)\.\w+$/i;

/** True for files that are wrong so that something else can be tested with them. */
export function isMadeWrong(path: string): boolean {
  return FIXTURES.test(path) || AMISS.test(path);
}
