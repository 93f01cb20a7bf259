import { VERSION } from "../model/version.ts";

const parameters = process.argv.slice(2);

if (parameters.length === 1 && (parameters[0] === "--version" || parameters[0] === "-V")) {
  process.stdout.write(`${VERSION}\n`);
} else {
  const { runCli } = await import("./run-cli.ts");
  process.exitCode = await runCli(parameters, {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    workingFolder: process.cwd(),
    signal: interruptSignal(),
  });
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
