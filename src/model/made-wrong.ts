/** Folders of what tests are made with. */
const FIXTURES =
  /(^|\/)(\.?(test[-_]?)?fixtures?|__fixtures__|__test[-_]?(support|data|fixtures?|files)__|_?testdata\d*|testfiles|test[-_](data|cases?|samples?)|(example|sample)[-_]data|snapshots?|__snapshots__|goldens?([-_]\w+)?)\//i;

/** Names that say that something is amiss: `invalid-config/`, `has-error/`, `oven.bad.json`. */
const AMISS =
  /(^|[/_-])(invalid|broken|malform(at)?ed|missing|bad|wrong|has[-_]errors?|[\w-]*(not[-_]exists?|non[-_]?existent))([-_][\w-]*)?\/|\.(broken|invalid|malform(at)?ed|bad)\.\w+$/i;

/** The same of a document of data: `BadOven.json`, `invalid_oven.yaml`. */
const NAMED_AMISS =
  /(^|\/)((Invalid|Broken|Malform(at)?ed|Bad)(?=[A-Z_-])|(invalid|malform(at)?ed)(?=[A-Z_.-]))[^/]*\.(json|ya?ml|toml)$/;

/** True for files that are wrong so that something else can be tested with them. */
export function isMadeWrong(path: string): boolean {
  return FIXTURES.test(path) || AMISS.test(path) || NAMED_AMISS.test(path);
}
