import type { Diagnostic } from "../model/diagnostic.ts";
import { OrchestraError } from "../model/errors.ts";
import { EXIT_CODES, exitCodeOf, type ExitCode } from "./exit-codes.ts";
import type { CliIo, CommonOptions } from "./io.ts";
import { createPaint, type Paint } from "./render/paint.ts";
import { plain } from "./render/plain.ts";

/** Diagnostics shown on a terminal; `--json` has all. */
const SHOWN_DIAGNOSTICS = 10;

/** What a command gives back to be printed. */
export interface CommandResult {
  /** As scripts get it: `setup`, `resources list`. */
  readonly command: string;
  readonly data: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** What detectors threw, shown with `--debug`. */
  readonly failures?: readonly unknown[];
  /** Lines for a person. */
  readonly render: (paint: Paint) => readonly string[];
  /** A whole document in the format that was asked for, printed and written instead of any other. */
  readonly document?: string;
  /** True where `--format json` asks for what `--json` gives. */
  readonly isJson?: boolean;
  readonly exitCode?: ExitCode;
}

/** Prints a result: one document with `--json`, else lines for a person; diagnostics go to stderr. */
export function printResult(result: CommandResult, options: CommonOptions, io: CliIo): ExitCode {
  const isDocument = options.json === true || result.isJson === true || result.document !== undefined;
  if (isDocument) io.stdout.write(documentOf(result, options));
  else if (options.quiet !== true) {
    const paint = createPaint({ color: options.color, isTerminal: io.stdout.isTTY === true, env: io.env });
    io.stdout.write(
      result
        .render(paint)
        .map((line) => `${line}\n`)
        .join(""),
    );
  }
  if ((!isDocument || result.document !== undefined) && options.quiet !== true)
    printDiagnostics(result.diagnostics, options, io);
  if (options.debug === true) for (const failure of result.failures ?? []) printStack(failure, io);
  return result.exitCode ?? EXIT_CODES.done;
}

/** The document that is printed for programs and that `--output` writes. */
export function documentOf(
  { command, data, diagnostics, document }: CommandResult,
  options: CommonOptions,
): string {
  if (document !== undefined && options.json !== true) return document;
  return `${JSON.stringify({ schemaVersion: 1, command, ok: true, data, diagnostics })}\n`;
}

/** Prints what was thrown, and says what to end with: an expected failure is told, anything else is a bug. */
export function printFailure(
  error: unknown,
  report: { command: string; options: CommonOptions; io: CliIo },
): ExitCode {
  const { command, options, io } = report;
  const { code, message, hint, exitCode } = describeFailure(error);
  if (options.json === true) {
    const failure = { code, message, ...(hint === undefined ? {} : { hint }), ...placeOf(error) };
    const document = { schemaVersion: 1, command, ok: false, error: failure, diagnostics: [] };
    io.stdout.write(`${JSON.stringify(document)}\n`);
  } else {
    io.stderr.write(`error: ${message}\n${hint === undefined ? "" : `  ${hint}\n`}`);
  }
  if (exitCode === EXIT_CODES.bug || options.debug === true) printStack(error, io);
  return exitCode;
}

interface FailureDescription {
  readonly code: string;
  readonly message: string;
  readonly hint: string | undefined;
  readonly exitCode: ExitCode;
}

function describeFailure(error: unknown): FailureDescription {
  if (error instanceof OrchestraError) {
    return { code: error.code, message: error.message, hint: error.hint, exitCode: exitCodeOf(error.code) };
  }
  const name = error instanceof Error ? error.name : typeof error;
  return {
    code: "BUG",
    message: `this is a bug in orchestra: ${name}`,
    hint: "Please report it with the stack that stands on stderr.",
    exitCode: EXIT_CODES.bug,
  };
}

function placeOf(error: unknown): { readonly file?: string; readonly line?: number } {
  if (!(error instanceof OrchestraError) || error.file === undefined) return {};
  return { file: error.file, ...(error.line === undefined ? {} : { line: error.line }) };
}

function printDiagnostics(diagnostics: readonly Diagnostic[], options: CommonOptions, io: CliIo): void {
  const paint = createPaint({ color: options.color, isTerminal: io.stderr.isTTY === true, env: io.env });
  const worthy = diagnostics.filter((diagnostic) => diagnostic.severity !== "info" || options.debug === true);
  const shown = options.debug === true ? worthy : worthy.slice(0, SHOWN_DIAGNOSTICS);
  for (const diagnostic of shown) io.stderr.write(`${describeDiagnostic(diagnostic, paint)}\n`);
  const rest = worthy.length - shown.length;
  if (rest > 0) io.stderr.write(`… and ${rest} more diagnostics: --json shows all\n`);
}

function describeDiagnostic(diagnostic: Diagnostic, paint: Paint): string {
  const { severity, file, line, message, hint, code } = diagnostic;
  const place = file === undefined ? "" : `${plain(file)}${line === undefined ? "" : `:${line}`}: `;
  const label = paint(severity === "error" ? "red" : "yellow", severity);
  return `${label} ${place}${plain(message)} [${code}]${hint === undefined ? "" : `\n  ${hint}`}`;
}

function printStack(error: unknown, io: CliIo): void {
  if (!(error instanceof Error)) return;
  io.stderr.write(`${error.stack ?? error.message}\n`);
  if (error.cause !== undefined) printStack(error.cause, io);
}
