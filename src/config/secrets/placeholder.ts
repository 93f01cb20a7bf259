const WORDS =
  /^(change[-_ ]?(me|it|this)?!*|replace[-_ ]?(me|this)?.*|x{3,}|\*{3,}|\.{3}|…|-+|to-?do|tbd|n\/?a|none|null|undefined|dummy|placeholder|redacted|(your|my|insert|enter|add|put)[-_ ].*|.*[-_ ](here|goes[-_ ]here)|fill[-_ ]?(me|this)?[-_ ]?in|sk-(\.{3}|x+|…)|example)$/i;

/** True for a text that only stands where a value should: `changeme`, `xxx`, `<your-key>`, nothing at all. */
export function isPlaceholderText(text: string): boolean {
  const bare = text.trim();
  return (
    bare === "" ||
    WORDS.test(bare) ||
    /^<[^<>]*>$/.test(bare) ||
    /^\[[A-Za-z _-]+\]$/.test(bare) ||
    /^__\w+__$/.test(bare)
  );
}

const RECIPE =
  /^(?=.{0,60}(random|alpha-?numeric))([a-z]{1,20}[-_ ]){1,8}(string|key|value|password|secret|token|text|salt)$/i;

/** True for a text that says what to put in, `long-and-random-string`; somebody may have it for a password all the same. */
export function isRecipe(text: string): boolean {
  return RECIPE.test(text.trim());
}

/** True for a text that names a value without holding it: `$X`, `${X:-x}`, `$(command)`, `{{ .Values.x }}`, `%X%`. */
export function isExpressionText(text: string): boolean {
  const bare = text.trim();
  return /^(\$\w+|\$\{[^{}:?+-]*\}|\$\{\w+:?[?+][^{}]*\}|\$\{\{[^{}]*\}\}|\$\([^()]*\)|\{\{[^{}]*\}\}|%\w+%|<%.*%>)$/.test(
    bare,
  );
}

/** True for a text in which something is to be put in, whole or in part. */
export function holdsInterpolation(text: string): boolean {
  return /(^|[^\\$])\$(\w|\{|\()|\{\{/.test(text);
}

/**
 * What everybody has: keys of Azure's emulators, of Supabase's own start on one's machine, of Stripe's, Slack's and GitHub's
 * documents, the first key of every machine that Vagrant makes, and the passwords that the pages of the images of
 * databases start with.
 */
const OF_EVERYBODY = new RegExp(
  [
    "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6",
    String.raw`C2y6yDjf5/R\+ob0N8A7Cgv30VRDJIWEHLM\+4QDU5DE2n`,
    "N7UND0UgjKTVK-Uodkm0Hg_xSvEMPvz",
    "test_4eC39HqLyjWDarjtT1zdp7dc",
    "test_BQokikJOvBiI2HlWgH4olfQ2",
    "test_tGN0bIwXnHdwOa85VABjPdSn8nWY7G7I",
    "^xox[bp]-17653672481-19874698323-",
    "^MIIEogIBAAKCAQEA6NF8iallvQVp22WDkTkyrtvp9eWW6A8YVr[+]kz4TjGYe7gHzI",
    "^ghp_16C7e42F292c69",
    "^my-?secret-?(password|pw)$",
  ].join("|"),
);

/** True for a text that holds a key which everybody has. */
export function isOfEverybody(text: string): boolean {
  return OF_EVERYBODY.test(text);
}
