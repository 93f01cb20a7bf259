/** Folders of what others wrote or tools made. */
const VENDORED =
  /(^|\/)(node_modules|bower_components|dbt_packages|Godeps\/_workspace|wwwroot\/(lib|libs|scripts)|public\/libs?|_?vendor(ed|[-_]\w+)?|compiled|externals|third_party|third-party|3rdparty|thirdparty|(libs?|deps|externals?|ext|contrib)\/[\w.+-]+[-_]v?\d+(\.\d+)+|venv|\.venv|site-packages|__pycache__|\.terraform|\.yarn|\.nuxt|\.svelte-kit)\//;

/** Below the top: what stands there alone is the project itself, however it came. */
const RELEASED = /\/[a-z][\w.+]*(-[a-z][\w.+]*)*-v?\d+\.\d+\.\d+\//;

/** Folders and files in which things are wrong on purpose, or the same on purpose. */
const FIXTURES =
  /(^|\/)(tests?(\.d)?|t|_?testdata\d*|test-data|__tests__|(\w+[-_])?fixtures?|__fixtures__|playgrounds?|__mocks__|mocks?|specs?|suites|e2e|snapshots?|__snapshots__|goldens?([-_]\w+)?)\/|[._-](test|tests|spec|stories)\.[\w+]+$|\.(input|output|expected)\.\w+$|(^|\/)(test_[^/]*|conftest)\.py$|(^|\/)syntax_test_[^/]*$|(^|\/)tests?\.rs$|(^|\/)tests?[-_]?(utils?|helpers?|support|common)\.\w+$|(^|\/)mocks?\.\w+$|(^|\/)test(ing)?[-_]?(certs?|keys?|pki|tls|ssl|cases?|suites?|files?|resources?|assets?|fixtures?)\/|_test\.(go|py|rb|exs?)(\.\w+)?$/i;

/** Source sets of Gradle and Xcode, projects of .NET, packages of Go: `integrationTest`, `Shop.UnitTests`, `httptest`. */
const TEST_FOLDERS =
  /(^|\/)([\w.-]*[a-z0-9.](Tests?|TestFixtures)|testFixtures|[\w.-]*[_-]tests?|tests?[_-][\w.-]*|test(utils?|helpers?|support|kit)|integration\/(resources|fixtures|assets)|(?!\w*(la|con|at|grea|fas|pro|py|vi|back|doc|unit)tests?\/)\w+tests?)\//;

/** True for what somebody else wrote, or released under its version. */
export function isVendored(path: string): boolean {
  return VENDORED.test(path) || RELEASED.test(path);
}

/** True for what a test needs as it is. */
export function isFixture(path: string): boolean {
  return FIXTURES.test(path) || TEST_FOLDERS.test(path);
}

/** True two folders or more below one of tests: `tests/shop/bad/Dockerfile` is what a program is tried on. */
export function isDeepInTests(path: string): boolean {
  return isFixture(`${path.split("/").slice(0, -3).join("/")}/`);
}

/** True for what a generator of projects copies and fills in. */
export function isTemplatePath(path: string): boolean {
  return /\{\{|(^|\/)(templates?|starters?|cookiecutter[^/]*|skeletons?|_?scaffold(s|ing)?|boilerplates?|stubs|schematics|archetypes|archetype-resources|autogen)\/|(^|[/_.-])template\.\w+$/i.test(
    path,
  );
}

/**
 * True below `node-templates/` or `template-vue3/`, where a generator most likely takes from, and in what a page hands to
 * an editor to try.
 */
export function isInTemplateFolder(path: string): boolean {
  return /[-_.]templates?\/|(^|\/)templates?[-_][\w.-]+\/|(^|\/)(stackblitz|codesandbox|sandpack|sandbox-code)\//i.test(
    path,
  );
}

/** The folder of a path; `.` for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? "." : path.slice(0, slash);
}

/** The last name of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Groups of at least two that share a key, in the order in which their keys first come. */
export function groupsBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}
