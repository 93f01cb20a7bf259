import { isOfEverybody } from "./placeholder.ts";
import { isVaried, SHAPES } from "./shapes.ts";

/** A secret in a longer text. */
interface SecretInText {
  readonly kind: string;
  /** The secret itself, of a key the beginning of it: to tell two apart, and for nothing else. */
  readonly text: string;
  /** In UTF-16 units. */
  readonly offset: number;
  /** True for a key that every visitor is handed, that moves no money, or that its name or a remark calls no real one. */
  readonly isForVisitors: boolean;
}

/** Forms that also stand in texts which are no secrets: hashes, tokens of examples, what anyone may know. */
const NOT_IN_TEXTS = new Set([
  "json_web_token",
  "mailgun_key",
  "mailchimp_key",
  "twilio_key",
  "alibaba_key_id",
  "resend_key",
]);

/** In every text that `secretsInText` finds something in, as a POSIX extended regular expression. */
export const SECRET_MARKER = [
  "(AKIA|ASIA)[A-Z2-7]{16}|AIza[A-Za-z0-9_-]{35}|PRIVATE KEY|AGE-SECRET-KEY-1|GOCSPX-|ya29[.]",
  "gh[pousr]_[A-Za-z0-9]{30}|github_pat_|gl(pat|ptt|dt|rt|cbt|ft|soat|imt|agent|oas)-|xox[abeoprs]-|xapp-",
  "[sr]k_(live|test)_|whsec_|sk-[A-Za-z0-9_-]{10}|SG[.][A-Za-z0-9_-]{16}|npm_[A-Za-z0-9]{30}|pypi-|rubygems_",
  "dckr_|hf_[A-Za-z0-9]{30}|dapi[0-9a-f]{32}|do[opr]_v1_|shp(at|ca|pa|ss)_|lin_(api|oauth)_|hv[sbr][.]|[.]atlasv1[.]",
  "NR(AK|II|JS)-|gls?[ac]_|dp[.](pt|st|ct|sa|scim|audit)[.]|PMAK-|sq0|EAAA|:AA|AccountKey=|SharedAccessKey=|sb(p|_secret)_",
  "sntry[su]_|gsk_|pplx-|r8_|[0-9]Q~|ATATT3|HRKU-|fo1_|fm[12][ar]?_|figd_|ntn_|pat[A-Za-z0-9]{14}[.]|nfp_|pul-[0-9a-f]{40}",
  "pscale_|xai-|nvapi-|pcsk_|lsv2_|tskey-|CFPAT-|sk[.]eyJ|sl[.]|tfp_|pn[ub]_|sgp_|xkeysib-|rdme_|hooks[.]slack|webhook",
  "hooks[.]zapier",
].join("|");

/** Secrets that stand in a text, by their form: placeholders and the examples of documentation are none. */
export function secretsInText(text: string): readonly SecretInText[] {
  const isOfScanner = looksForSecrets(text);
  return SHAPES.filter(
    ({ kind, marks }) => !NOT_IN_TEXTS.has(kind) && marks.some((mark) => text.includes(mark)),
  ).flatMap(({ kind, pattern }) =>
    [...text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))].flatMap((match) => {
      const isReal =
        isVaried(match[0]) &&
        !isExample(match[0]) &&
        !isExampleInBase64(match[0]) &&
        !NOT_OF_PROVIDER.test(match[0]) &&
        !isShown(text, match.index) &&
        !isInPackedText(text, match.index) &&
        !isCutOff(text, match.index + match[0].length);
      const holds =
        kind !== "private_key" ||
        (hasKeyBody(text, match.index + match[0].length, match[0]) && !isNamedForTests(text, match.index));
      if (!isReal || !holds) return [];
      const isForVisitors =
        isOfScanner ||
        (kind === "gcp_api_key" && isOfWebApp(text, match.index)) ||
        OF_TEST_MODE.test(match[0]) ||
        (kind === "aws_access_key_id" && isOfScope(text, match.index + match[0].length)) ||
        isNamedForTests(text, match.index) ||
        isInDocumentation(text, match.index) ||
        (kind === "private_key" && (isFenced(text, match.index) || isKeyForTrials(text, match.index))) ||
        isSaidToBeNone(text, match.index);
      const own = kind === "private_key" ? text.slice(match.index, match.index + LONGEST_REMARK) : match[0];
      return [{ kind: kindInText(kind, text), text: own, offset: match.index, isForVisitors }];
    }),
  );
}

/** `ghp_[a-zA-Z0-9]{36}`: how a token begins, and then what may follow. */
const FORM_OF_TOKEN =
  /\b(gh[pousr]_|npm_|AKIA|AIza|glpat-|sk_live_|pypi-|hf_|dckr_pat_|xox[a-z]-)(?=\[|\\[wdb])/g;

/** Who looks for the secrets of two providers has some to try that on. */
function looksForSecrets(text: string): boolean {
  return new Set(text.match(FORM_OF_TOKEN)).size > 1;
}

/** Slack's addresses name a team and a channel before the secret, and Stripe's keys are of letters and digits alone. */
const NOT_OF_PROVIDER =
  /^hooks\.slack\.com\/services\/(?!T\w{6,}\/B\w{6,}\/\w{16,})|^[sr]k_(live|test)_[A-Za-z0-9]*_/;

/** Stripe's keys of the mode for tests. */
const OF_TEST_MODE = /^[sr]k_test_/;

/** The id that the documents of Amazon show, and digits or letters in their order. */
export function isExample(match: string): boolean {
  // `glpat-token_of_the_oven`, `sk-oven-step-9-of-the-day`: words and numbers alone.
  if (isOfEverybody(match) || /^[a-z]+([._-]([a-z]+|\d{1,3}))+$/.test(match)) return true;
  return /example|0123456|1234567|^xox[a-z]-1234-1234-|abcdefg|abcd?(1234?|[-_]?xyz)|1234?abcd?|a1b2c3|1a2b3c|(?<same>.)\k<same>{5}|x{4}|your|dummy|fake|random|api[-_]?key|quickstart|placeholder|redacted/i.test(
    match,
  );
}

/** `AccountKey=MDEyMzQ1…`: what is no key is packed like one. Nothing random is made of the signs of keyboards alone. */
function isExampleInBase64(match: string): boolean {
  const [, packed = ""] = /(?:Key=|^whsec_)([A-Za-z0-9+/=]{20,})$/.exec(match) ?? [];
  if (packed === "") return false;
  const text = Buffer.from(packed, "base64").toString("latin1");
  return isExample(text) || /^[\t\n\r -~]+$/.test(text);
}

/** A form or a schema shows what is to be put in: `placeholder="sk-…"`, `examples=["sk-…"]`. */
function isShown(text: string, offset: number): boolean {
  const start = text.lastIndexOf("\n", offset) + 1;
  const line = text.slice(start, offset);
  const above = text.slice(Math.max(0, start - LONGEST_LEAD), start);
  if (/\bexamples?:[ \t]*\n([^\n]*\n)?$|\b(e\.g\.|for example|looks? like):?[ \t]*\n$/i.test(above))
    return true;
  return /[?&]X-Amz-Credential=$|\bplaceholder\b|\be\.g\.|\blooks? like:?[ \t"'`]*$|\bfor example,?[\s"'`]*$|@example\b|\bexamples?["']?\s*[=:]\s*[[({"'\s]*$/i.test(
    line.slice(-LONGEST_LEAD),
  );
}

/** `AKIA…/20261127/eu-west-1/s3/aws4_request`: what a signature was made with, of which this is the name alone. */
function isOfScope(text: string, end: number): boolean {
  return /^(\/|%2F)\d{8}(\/|%2F)/i.test(text.slice(end, end + 14));
}

/** The line before is packed to its end, and goes on. */
function isInPackedText(text: string, offset: number): boolean {
  return /[A-Za-z0-9+/]{60}\\?\r?\n$/.test(text.slice(Math.max(0, offset - LONGEST_LEAD), offset));
}

/** "It contains NO actual tokens", in the lines above or behind it on its line. */
function isSaidToBeNone(text: string, offset: number): boolean {
  const [rest = ""] = text.slice(offset, offset + LONGEST_REMARK).split("\n", 1);
  return NOT_REAL.test(linesAbove(text, offset)) || NOT_REAL.test(rest);
}

/** "Do not use in production", above a key or at the top of its text; a provider's token is as good there as anywhere. */
function isKeyForTrials(text: string, offset: number): boolean {
  const top = text.slice(0, Math.min(offset, LONGEST_REMARK));
  return NOT_FOR_PRODUCTION.test(linesAbove(text, offset)) || NOT_FOR_PRODUCTION.test(top);
}

/** "Do not use in production", anywhere in a text. */
export function isNotForProduction(text: string): boolean {
  return NOT_FOR_PRODUCTION.test(text);
}

function linesAbove(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset) + 1;
  return text.slice(Math.max(0, start - LONGEST_REMARK), start);
}

/** In a block of code of a page, or of a comment that is one. */
function isFenced(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - LONGEST_REMARK), offset);
  const fences = [...before.matchAll(/^[ \t]*(?:[#*]+[ \t]*|\/\/[ \t]*)?```(\w*)[ \t]*$/gm)];
  return (fences.at(-1)?.[1] ?? "") !== "";
}

/** In what a program says of itself: a block that begins with two stars, a line that begins with three slashes. */
function isInDocumentation(text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf("\n", offset) + 1, offset);
  if (/^[ \t]*\/\/[/!]/.test(line.slice(0, LONGEST_LEAD))) return true;
  const before = text.slice(Math.max(0, offset - LONGEST_DOCUMENTATION), offset);
  return /^[ \t]*\*/.test(line) && before.lastIndexOf("/**") > before.lastIndexOf("*/");
}

const LONGEST_DOCUMENTATION = 4_000;

/** `TEST_FAKE_KEY: &str = "-----BEGIN …`, `dummyKey: …`: the name that the key is given says it. */
function isNamedForTests(text: string, offset: number): boolean {
  const lead = text.slice(Math.max(0, offset - LONGEST_LEAD), offset).replace(/[\s"'`]+$/, "");
  const line = lead.slice(lead.lastIndexOf("\n") + 1);
  const [, name = ""] = /([\w$-]+)["'\]]*\s*(?::[^=:"'`]{1,30})?[=:]\s*[^\w\s]*$/.exec(line) ?? [];
  const words = name
    .replaceAll(/([a-z])(?=[A-Z])/g, "$1_")
    .toLowerCase()
    .split(/[^a-z]+/);
  return words.some((word) => /^(test|tests|fake|dummy|mock|placeholder|holder|example|sample)$/.test(word));
}

const LONGEST_LEAD = 120;
const LONGEST_REMARK = 300;

const NOT_REAL =
  /\b(demo|sample|dummy|test) (\w+ )?(keys?|tokens?|secrets?|credentials?) only\b|\bthrow-?away (\w+ )?(keys?|tokens?|secrets?|credentials?)\b|\bnot an? ([a-z]+ )?secret\b|\b(supplied|provided|given|here) (just|only|purely) for (evaluation|demonstration|testing|trials?)\b|\blooks? (a (little|bit) |something )?like this:|\bmeant to be public\b|\bpublic(ly)? available (\w+ )?(keys?|tokens?|secrets?|credentials?)\b|\b(ok(ay)?|safe|fine|harmless) to (save|commit|check|keep|store|publish|expose|share|be (saved|committed|checked in|kept|stored|published|exposed|shared))\b|\bonly (ever )?(used )?(in|for|by) (the |our )?((unit|integration|e2e|end-to-end|local|automated) )?tests?(ing)?\b|\b(no|not( an?| the)?|without( an?)?) (actual|real|valid|working) (tokens?|keys?|secrets?|credentials?|passwords?)\b/i;

const NOT_FOR_PRODUCTION =
  /\b((do|must|should) not (be )?|don't |never )used? (this |it |them |these |any of these )?(\w+ )?(in|for) prod(uction)?\b|\bnot (\w+ )?for (use in )?production( use)?\b/i;

/** `ya29.a0AW4X...`: somebody left the rest out. */
function isCutOff(text: string, end: number): boolean {
  return /^(\.{3}|…)/.test(text.slice(end, end + 3)) || text.slice(end - 3, end) === "...";
}

/** Firebase's settings of a web application, and variables that a bundler writes into what the browser loads. */
function isOfWebApp(text: string, offset: number): boolean {
  const around = text.slice(Math.max(0, offset - LONGEST_SETTINGS), offset + LONGEST_SETTINGS);
  const line = text.slice(text.lastIndexOf("\n", offset) + 1, offset).slice(-LONGEST_LEAD);
  return (
    /authDomain|mobilesdk_app_id|googleAppId|firebase(app|io)\.com/.test(around) ||
    /firebase|maps\.googleapis\.com\/maps\/api\/js|\.(getJSON|ajax|get)\(\s*["'`]https:\/\/maps\.googleapis\.com\/|(^|[^A-Z])(NEXT_PUBLIC|NUXT_PUBLIC|EXPO_PUBLIC|PUBLIC|VITE|REACT_APP|VUE_APP|GATSBY|NG_APP)_/i.test(
      line,
    )
  );
}

const LONGEST_SETTINGS = 400;

/** A header alone is what code looks for. */
function hasKeyBody(text: string, from: number, header: string): boolean {
  const [body = "", end] = text.slice(from, from + LONGEST_KEY).split("-----END");
  // Of such a key nobody can leave most out and still have one.
  if (/OPENSSH|RSA/.test(header) && end !== undefined && body.length < SHORTEST_KEY) return false;
  const [, line = ""] = /^(?:\\n|\\r|[\s"'+\\])*([A-Za-z0-9+/=]{40,})/.exec(body) ?? [];
  // Words without a digit say what is to be put in, and so do letters in their order.
  return (
    /\d/.test(line) &&
    !isOfEverybody(line) &&
    !/abcdefghij|0123456789/i.test(line) &&
    !/(?:\n[\s#>*]*|[A-Za-z0-9+/])(\.{3}|…)/.test(body)
  );
}

const LONGEST_KEY = 4_000;
const SHORTEST_KEY = 250;

function kindInText(kind: string, text: string): string {
  const isAccount = kind === "private_key" && /"type"\s*:\s*"service_account"/.test(text);
  return isAccount ? "gcp_service_account" : kind;
}
