import type { CopingSyntax } from "./coped-reads.ts";

/** Languages whose reads of environment variables are known. */
export type UsageLanguage =
  | "c"
  | "csharp"
  | "elixir"
  | "go"
  | "java"
  | "javascript"
  | "php"
  | "python"
  | "ruby"
  | "rust"
  | "scala"
  | "shell";

/** One place where code reads an environment variable. */
export interface VariableUsage {
  readonly key: string;
  /** Relative to the root. */
  readonly file: string;
  /** Of the read, 1-based. */
  readonly line: number;
  readonly column: number;
  readonly language: UsageLanguage;
  /** True where the code says what to do when it is not set: a default, a comparison, a test. */
  readonly hasDefault: boolean;
  /** True where the program stops when it is not set. */
  readonly isRequired: boolean;
  /** True where it stops, or the code says that it is set (`process.env.OVEN!`) or puts it into a text. */
  readonly isNeeded: boolean;
  /** True for tests, fixtures, examples and documents. */
  readonly isTest: boolean;
}

/** A read as a language's own scanner finds it. */
export interface FoundRead {
  readonly key: string;
  /** Where the read begins, in UTF-16 units. */
  readonly offset: number;
  readonly hasDefault: boolean;
  readonly isRequired: boolean;
  readonly isNeeded?: boolean;
}

/** What reads of one language look like. */
export interface LanguageReads {
  readonly language: UsageLanguage;
  /** Ends of file names, in lower case. */
  readonly suffixes: readonly string[];
  readonly syntax: Syntax;
  /** Finds reads in a text whose comments are blank. */
  readonly find: (code: string) => readonly FoundRead[];
  readonly coping?: CopingSyntax;
}

/** How comments and texts are written. */
export interface Syntax {
  /** What a comment to the end of the line begins with. */
  readonly lineComments: readonly string[];
  readonly blockComments: readonly (readonly [open: string, close: string])[];
  /** Quotes of texts, longest first; nothing in such a text is code. */
  readonly quotes: readonly string[];
  /** Quotes of texts that may span lines. */
  readonly longQuotes: readonly string[];
  /** True where `/…/` may be a regular expression, and `${…}` in backquotes is code. */
  readonly isJavaScript?: boolean;
  /** True where a letter before the quote (`f"{x}"`) or `#{x}` makes code of a part of the text. */
  readonly hasInterpolation?: boolean;
  /** True where `r#"…"#` is a text in which nothing is escaped, and `'"'` is a character. */
  readonly isRust?: boolean;
}
