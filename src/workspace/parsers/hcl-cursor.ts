import type { Position } from "../../model/document.ts";
import { createLocator } from "./position.ts";

/** How deep values and blocks may be nested: nobody writes more, and every level costs stack. */
const DEEPEST = 200;

const WORD = /[\p{L}_][\p{L}\p{N}\p{M}_-]*/uy;

/** Why a text is not HCL, and where. */
export class HclFault extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** A place in a text that moves on as it is read. */
export class HclCursor {
  readonly text: string;
  at = 0;
  private depth = 0;
  private newlinesCount = true;
  private readonly locate: (offset: number) => Position;

  constructor(text: string) {
    this.text = text;
    this.locate = createLocator(text);
  }

  position(offset: number): Position {
    return this.locate(Math.min(offset, this.text.length));
  }

  isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** True when this stands next. */
  sees(mark: string): boolean {
    return this.text.startsWith(mark, this.at);
  }

  /** Reads it when it stands next. */
  takes(mark: string): boolean {
    if (!this.sees(mark)) return false;
    this.at += mark.length;
    return true;
  }

  /** Reads it, or fails. */
  expect(mark: string): void {
    if (!this.takes(mark)) this.fail(`${JSON.stringify(mark)} is missing`);
  }

  fail(message = "syntax error", offset = this.at): never {
    throw new HclFault(message, offset);
  }

  /** What a sticky pattern finds next; it is read. */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  word(): string | undefined {
    return this.match(WORD);
  }

  /** Spaces and comments, and line ends where they mean nothing. */
  skipSpace(): void {
    for (;;) {
      this.match(this.newlinesCount ? /[ \t\r]+/y : /\s+/y);
      if (this.sees("/*")) this.skipBlockComment();
      else if (!this.newlinesCount && (this.sees("#") || this.sees("//"))) this.match(/[^\n]*/y);
      else return;
    }
  }

  /** Everything up to the next thing that is written, over lines. */
  skipLines(): void {
    this.within(false, () => this.skipSpace());
  }

  /** True where a line, or what is written on it, ends. */
  endsLine(): boolean {
    return this.isAtEnd() || this.sees("\n") || this.sees("#") || this.sees("//");
  }

  /** Reads something in which line ends count, or do not. */
  within<T>(newlinesCount: boolean, read: () => T): T {
    const before = this.newlinesCount;
    this.newlinesCount = newlinesCount;
    try {
      return read();
    } finally {
      this.newlinesCount = before;
    }
  }

  /** Reads something one level deeper. */
  nested<T>(read: () => T): T {
    this.depth += 1;
    try {
      if (this.depth > DEEPEST) this.fail("nested too deeply");
      return read();
    } finally {
      this.depth -= 1;
    }
  }

  private skipBlockComment(): void {
    const end = this.text.indexOf("*/", this.at + 2);
    this.at = end === -1 ? this.text.length : end + 2;
  }
}
