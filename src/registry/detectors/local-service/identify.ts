import type { Endpoint, ExchangeResult } from "../../../platform/types.ts";
import type { DetectContext } from "../../types.ts";
import { questionOf, questionsFor, type Question } from "./questions.ts";
import type { Recognition } from "./recognize.ts";

/** After this share of the time the other questions are asked as well, whether or not the first was answered. */
const PATIENCE = 0.4;

/** What a listener answered: a protocol, something unknown, or nothing that can be connected to. */
export type Identity =
  | { readonly state: "recognized"; readonly recognition: Recognition; readonly asked?: Question }
  | { readonly state: "open" }
  | { readonly state: "closed" };

/** Asks a listener what it is, within the time that all local questions have together. */
export async function identify(endpoint: Endpoint, port: number, context: DetectContext): Promise<Identity> {
  const { clock } = context.platform;
  const deadline = clock.elapsed() + context.serviceDeadlineMs;
  const found = new AbortController();
  const signal = AbortSignal.any([context.signal, found.signal]);
  const { first, rest } = questionsFor(port);
  const ask = (question: Question) =>
    askOne({ question, endpoint, timeoutMs: deadline - clock.elapsed(), signal }, context);
  const firstAnswer = ask(first);
  const early = await Promise.race([firstAnswer, clock.sleep(context.serviceDeadlineMs * PATIENCE, signal)]);
  const isEnough = early?.state === "recognized" || early?.state === "closed";
  const identity = isEnough ? early : await bestOf([firstAnswer, ...rest.map(ask)]);
  const better = betterQuestion(identity);
  const second = better === undefined ? undefined : await ask(better);
  found.abort();
  return second?.state === "recognized" ? second : identity;
}

/** A server that answered another protocol's question is asked its own: then it tells its version and its health. */
function betterQuestion(identity: Identity): Question | undefined {
  if (identity.state !== "recognized") return undefined;
  const own = questionOf(identity.recognition.protocol);
  return own === identity.asked ? undefined : own;
}

interface Asking {
  readonly question: Question;
  readonly endpoint: Endpoint;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

async function askOne(
  { question, endpoint, timeoutMs, signal }: Asking,
  context: DetectContext,
): Promise<Identity> {
  const result: ExchangeResult = await context.platform.network.exchange(endpoint, {
    send: question.send,
    timeoutMs,
    signal,
    isComplete: question.isComplete,
    maxBytes: 65_536,
  });
  if (result.outcome !== "open") return { state: result.outcome === "timed_out" ? "open" : "closed" };
  const recognition = question.recognize(result.received);
  return recognition === undefined
    ? { state: "open" }
    : { state: "recognized", recognition, asked: question };
}

/** The first answer that is recognized; when none is, the most that was learnt. */
async function bestOf(answers: readonly Promise<Identity>[]): Promise<Identity> {
  const recognized = answers.map(async (answer) => {
    const identity = await answer;
    if (identity.state !== "recognized") throw new NotRecognized();
    return identity;
  });
  try {
    return await Promise.any(recognized);
  } catch (error) {
    if (!(error instanceof AggregateError)) throw error;
    const all = await Promise.all(answers);
    return all.find(({ state }) => state === "open") ?? { state: "closed" };
  }
}

class NotRecognized extends Error {}
