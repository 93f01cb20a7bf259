import { secretsInText } from "../../config/secrets/in-text.ts";
import { createLocator } from "../../workspace/parsers/position.ts";
import type { FileFacts } from "./file-facts.ts";

/** The lines of a file that hold a secret, told by its form; one a line, and each secret where it first stands. */
export function secretLines(path: string, source: string): NonNullable<FileFacts["secrets"]> {
  const text = withoutTests(path, source);
  const found = secretsInText(text);
  if (found.length === 0) return [];
  const locate = createLocator(text);
  const lines = text.split("\n");
  const isAllowed = (line: number) =>
    lines.slice(Math.max(0, line - 2), line).some((one) => ALLOWED.test(one));
  const told = found
    .map((secret) => ({ ...secret, line: locate(secret.offset).line }))
    .filter(({ line }) => !isAllowed(line))
    .toSorted((a, b) => b.offset - a.offset);
  const first = [...new Map(told.map((secret) => [secret.text, secret])).values()];
  const byLine = new Map(
    first
      .toSorted((a, b) => a.line - b.line)
      .map(({ kind, isForVisitors, line }) => [line, { kind, isForVisitors, line }]),
  );
  return [...byLine.values()];
}

/** What other scanners are told to let pass, on the line or on the one above it. */
const ALLOWED =
  /\b(gitleaks:allow|trufflehog:ignore|nosemgrep|ggignore|secretlint-disable|allowlist[ -](next[ -]?line[ -])?secret)\b|#\s*nosec\b|\bnoqa:?\s*S10[567]\b/;

const TESTS_OF_RUST = /^#\[cfg\(test\)\]\s*(?:#\[[^\]\n]*\]\s*){0,5}(?:pub(?:\([^()\n]*\))? )?mod /m;

/** Rust keeps the tests of a module at its end. */
function withoutTests(path: string, text: string): string {
  const tests = path.endsWith(".rs") ? text.search(TESTS_OF_RUST) : -1;
  return tests === -1 ? text : text.slice(0, tests);
}
