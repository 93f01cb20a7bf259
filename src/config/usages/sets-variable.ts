import { acceptsSource, isOfTests } from "./scan-usages.ts";

/** Documents, declarations of types, locks: none of them sets a variable for a program. */
const SETS_NOTHING =
  /\.(mdx?|markdown|rst|adoc|txt|svg|lock|html?)$|\.d\.[cm]?ts$|(^|\/)(package-lock\.json|pnpm-lock\.yaml)$/i;

/** What reads a variable, says what it may be, or lists the types of all. */
const READS = /process\.env|import\.meta\.env|Deno\.env|getenv|environ\b|LookupEnv|env::var|ENV(\[|\.fetch)/i;
const DESCRIBES =
  /^\s*\??:\s*(string|number|boolean|str|num|int|bool|url|port|host|email|json|z|zod|v|t|s|type|schema|yup|joi|env|optional|undefined|null)\b/i;

/**
 * Tells whether a line of a file gives a variable a value: for the process itself, a child, an image, a deployed service.
 * The key is a word.
 */
export function settingOf(key: string): (path: string, line: string) => boolean {
  const forms = formsOf(key);
  return (path, line) => {
    if (OF_DOTENV.test(path)) return forms.commented.test(line);
    if (SETS_NOTHING.test(path) || isOfTests(path)) return false;
    if (forms.inProcess.test(line) || forms.byName.test(line) || forms.inImage.test(line)) return true;
    const [, afterKey] = forms.entry.exec(line) ?? [];
    // `OVEN: process.env.npm_package_oven` in what tells a bundler its variables.
    if (
      afterKey !== undefined &&
      TELLS_BUNDLER.test(path) &&
      READS.test(afterKey) &&
      !forms.word.test(afterKey)
    )
      return true;
    if (READS.test(line)) return false;
    if (forms.ofShell.test(line)) return true;
    if (afterKey !== undefined) return !DESCRIBES.test(afterKey);
    return !acceptsSource(path) && forms.spaced.test(line);
  };
}

/** `# OVEN=1` in a template names a variable that need not be set. */
const OF_DOTENV = /(^|\/)\.env[^/]*$/;

const TELLS_BUNDLER = /\.config\.[cm]?[jt]s$/;

function formsOf(key: string) {
  return {
    commented: new RegExp(String.raw`^\s*#+\s*(?:export\s+)?${key}\s*=`),
    word: new RegExp(String.raw`(?<!\w)${key}(?!\w)`),
    /** `process.env.OVEN = 1`, `os.environ["OVEN"] = "1"`, `fn.addEnvironment("OVEN", x)`, `"import.meta.env.OVEN": x`. */
    inProcess: new RegExp(
      String.raw`["'\x60](?:process|import\.meta)\.env\.${key}["'\x60]\s*:|(?:process\.env\.${key}|(?:process\.env|environ|ENV)\[["'\x60]${key}["'\x60]\])\s*(?:\?\?|\|\|)?=(?!=)|(?:setenv|putenv|put_env|set_var|setdefault|addEnvironment|stubEnv)\(\s*["'\x60]${key}["'\x60]`,
      "i",
    ),
    /** `- name: OVEN`, `name = "OVEN"`, `{ name: "OVEN", value }`. */
    byName: new RegExp(String.raw`\bname["']?\s*[:=]\s*["'\x60]?${key}["'\x60]?\s*(?:[,})]|$)`, "i"),
    /** `ENV OVEN 1`, `ARG OVEN`, `docker run -e OVEN`. */
    inImage: new RegExp(String.raw`^\s*(?:ENV|ARG)\s+${key}\b|\s(?:-e|--env)[ =]${key}\b`),
    /** `OVEN=1 node x`, `"--set-env-vars", "OVEN=1"`, `export OVEN=1`. */
    ofShell: new RegExp(String.raw`(?<![\w$.{])${key}(?:[:?+]?=)(?![=>~\s])`),
    /** `OVEN: table.name`, `"OVEN": "1"`. */
    entry: new RegExp(String.raw`(?<![\w$.{-])["'\x60]?${key}["'\x60]?(\s*\??:(?![:=-]).*)$`),
    /** `OVEN = "1"` of Terraform, Make, TOML. */
    spaced: new RegExp(String.raw`(?<![\w$.{])["']?${key}["']?\s*[:?+]?=(?![=>~])`),
  };
}
