import { posix } from "node:path";

interface Files {
  readonly has: (path: string) => boolean;
}

const TEMPLATE_NAMES = /\.(tpl|tmpl|tftpl|j2|jinja2?|erb|ejs|hbs|mustache|gotmpl)(\.|$)/i;
const TEMPLATE_PATHS = /\{\{|\$\{|(^|\/)cookiecutter/;

/** Files whose own tool knows expressions: with them or without, they have to be right. */
const WITH_EXPRESSIONS =
  /(^|\/)(\.github\/(workflows|actions)\/.*|(docker-)?compose[\w.-]*|azure-pipelines[\w.-]*|cloudbuild|skaffold)\.ya?ml$/i;

/** Of Jinja, Liquid and Mustache, which those tools do not know. */
const STATEMENT =
  /\{%[-+]? *(raw|if|for|set|block|include|macro|endif|endraw|endfor)\b[^%\n]*%\}|\{\{ *[#^/] *[\w.]+ *\}\}/;

/**
 * True for a text that is only valid once some tool filled it in: Helm charts, Jinja, cookiecutter, `dotnet new`,
 * Terraform's `templatefile`. That such a text does not parse is no fault.
 */
export function isTemplate(path: string, text: string, files: Files): boolean {
  if (TEMPLATE_NAMES.test(posix.basename(path)) || TEMPLATE_PATHS.test(path)) return true;
  if (text.includes("{{{{")) return true;
  if (WITH_EXPRESSIONS.test(path)) return STATEMENT.test(text);
  if (BRACKETS.some(([open, close]) => holdsPair(text, open, close))) return true;
  if (
    /=[ \t]*\{\w+\},?[ \t]*$|%\{ *(if|for)\b|\$\{[^{]|<%[=#-]?\s|@@\w+@@|(?<![\w.])@[A-Z][A-Z0-9_]+@(?![\w.])|\{[A-Z][A-Z0-9_]+\}[^\s,}\]"'`]|%%[A-Z]\w*%%|[=:][ \t]*<[A-Z][A-Z_ -]+>[ \t]*$|\[[A-Z][A-Z0-9_ ]+\][-\w/.]|[-\w/.]\[[A-Z][A-Z0-9_ ]+\](?=[\s"'/]|$)|^(\.{4,}|[ \t]+(\.\.\.|…))[ \t]*$/m.test(
      text,
    )
  )
    return true;
  if (path.endsWith(".json") && FILLED_JSON.test(text)) return true;
  // Of ytt; a piece of YAML that something is put in front of; `image: {user}/oven`.
  if (
    /\.ya?ml$/i.test(path) &&
    (/^[ \t]*(#@[ \t/]|[\w-][\w -]{0,80}:[ \t]{1,8}\{\w{1,60}\}[\w./:-])/m.test(text) || isPiece(text))
  )
    return true;
  // Pieces that a page shows, between marks that the format does not know.
  if (/^\/\/ \[START \w+\]/m.test(text)) return true;
  // Templates of `dotnet new`.
  if (/^[ \t]*(?:(?:\/\/|#|<!--|\/\*)[ \t]*)?#(if|endif)\b/m.test(text)) return true;
  return isInChart(path, files);
}

/** `"id": $ARGS.named.ID`, for jq; `"name": OVEN_NAME` and a line of `OVENS`, for whoever puts them there. */
const FILLED_JSON =
  /[:[,]\s*(\$[A-Za-z_]|[A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Z0-9]\s*[,\]}])|^[ \t]*(?!(?:TRUE|FALSE|NULL)\b)[A-Z][A-Z0-9_]{3,},?[ \t]*$/m;

/** What templates put expressions in. */
const BRACKETS = [
  ["{{", "}}"],
  ["{%", "%}"],
  ["{$", "$}"],
  ["[[.", "]]"],
] as const;

function holdsPair(text: string, open: string, close: string): boolean {
  const at = text.indexOf(open);
  return at !== -1 && text.includes(close, at + open.length);
}

/** Begins far further to the right than it ends: a little is a slip. */
function isPiece(text: string): boolean {
  const [first = ""] = /^[ \t]*[^\s#].*$/m.exec(text) ?? [];
  return /^ {4,}\S/.test(first) && /^[\w"-]/m.test(text);
}

function isInChart(path: string, files: Files): boolean {
  const at = path.lastIndexOf("templates/");
  return at !== -1 && files.has(`${path.slice(0, at)}Chart.yaml`);
}
