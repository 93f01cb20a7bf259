import { acceptsSource, isOfTests } from "./scan-usages.ts";

/** Documents, declarations of types, locks, and what dotenv itself reads: none of them sets a variable for a program. */
const SETS_NOTHING =
  /\.(mdx?|markdown|rst|adoc|txt|svg|lock|html?)$|\.d\.[cm]?ts$|(^|\/)\.env[^/]*$|(^|\/)(package-lock\.json|pnpm-lock\.yaml)$/i;

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
    if (SETS_NOTHING.test(path) || isOfTests(path)) return false;
    if (forms.inProcess.test(line) || forms.byName.test(line) || forms.inImage.test(line)) return true;
    if (READS.test(line)) return false;
    if (forms.ofShell.test(line)) return true;
    const [, afterKey] = forms.entry.exec(line) ?? [];
    if (afterKey !== undefined) return !DESCRIBES.test(afterKey);
    return !acceptsSource(path) && forms.spaced.test(line);
  };
}

function formsOf(key: string) {
  return {
    /** `process.env.OVEN = 1`, `os.environ["OVEN"] = "1"`, `fn.addEnvironment("OVEN", x)`. */
    inProcess: new RegExp(
      String.raw`(?:process\.env\.${key}|(?:process\.env|environ|ENV)\[["'\x60]${key}["'\x60]\])\s*(?:\?\?|\|\|)?=(?!=)|(?:setenv|putenv|put_env|set_var|setdefault|addEnvironment|stubEnv)\(\s*["'\x60]${key}["'\x60]`,
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
