import type { Conflict } from "../../model/conflict.ts";
import type { FormatInput } from "./conflict-formats.ts";

/** JUnit's XML: a suite for each rule, a case for each conflict; a rule that found nothing is a case that passed. */
export function toJunit({ conflicts, rules, fails }: FormatInput): string {
  const shown = conflicts.filter(({ status }) => status !== "resolved");
  const suites = rules.map(({ rule, title }) => {
    const own = shown.filter((conflict) => conflict.rule === rule);
    const cases =
      own.length === 0
        ? [`<testcase classname="${rule}" name="${escape(title)}"/>`]
        : own.map((one) => toCase(one, fails(one)));
    const failures = own.filter(fails).length;
    const skipped = own.filter(({ status }) => status === "ignored").length;
    return [
      `  <testsuite name="${rule}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}">`,
      ...cases.map((line) => `    ${line}`),
      "  </testsuite>",
    ].join("\n");
  });
  const tests = rules.reduce(
    (sum, { rule }) => sum + Math.max(1, shown.filter((one) => one.rule === rule).length),
    0,
  );
  const failures = shown.filter(fails).length;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="orchestra conflicts" tests="${tests}" failures="${failures}" errors="0">\n${suites.join("\n")}\n</testsuites>\n`;
}

function toCase(
  { rule, severity, message, hint, places: [first], status, reason, conflictId }: Conflict,
  isFailure: boolean,
): string {
  const place = first === undefined ? "" : `${first.file}${first.line === undefined ? "" : `:${first.line}`}`;
  const file = first === undefined ? "" : ` file="${escape(first.file)}"`;
  const name = `<testcase classname="${rule}" name="${escape(`${place} ${conflictId}`.trim())}"${file}>`;
  if (status === "ignored") return `${name}<skipped message="${escape(reason ?? "")}"/></testcase>`;
  const text = escape(`${place}: ${message}\n${hint}`);
  return isFailure
    ? `${name}<failure type="${severity}" message="${escape(message)}">${text}</failure></testcase>`
    : `${name}<system-out>${text}</system-out></testcase>`;
}

/** Without what XML 1.0 cannot hold. */
function escape(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
      .replaceAll(
        /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
        "\uFFFD",
      )
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("\n", "&#10;")
  );
}
