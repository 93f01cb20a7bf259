import type { CliIo, CommonOptions } from "../io.ts";

const CLEAR_LINE = "\r\u001b[2K";

/** Shows on one line of a terminal's stderr how far discovery is, and takes the line away at the end. */
export function createProgress(options: CommonOptions, io: CliIo): (done: number, total: number) => void {
  const isShown = io.stderr.isTTY === true && options.quiet !== true && (io.env["CI"] ?? "") === "";
  if (!isShown) return () => undefined;
  return (done, total) => {
    const text = done === total ? "" : `looking: ${done} of ${total} detectors done`;
    io.stderr.write(`${CLEAR_LINE}${text}`);
  };
}
