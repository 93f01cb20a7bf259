import { VERSION } from "../model/version.ts";

const parameters = process.argv.slice(2);

/** Whoever reads may stop, as `head` does; the work is done all the same. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

if (parameters.length === 1 && (parameters[0] === "--version" || parameters[0] === "-V")) {
  process.stdout.write(`${VERSION}\n`);
} else {
  const { setFlagsFromString } = await import("node:v8");
  // Runs are short: compiling what was called a few hundred times costs more than it saves. Long ones still get it.
  setFlagsFromString("--interrupt-budget=2000000");
  const { runCli } = await import("./run-cli.ts");
  process.exitCode = await runCli(parameters, {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    workingFolder: process.cwd(),
    readInput,
    signal: interruptSignal(),
  });
}

async function readInput(): Promise<string> {
  const { text } = await import("node:stream/consumers");
  return text(process.stdin);
}

/** The first interruption lets the run end in order; the second ends it at once. */
function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  return controller.signal;
}
