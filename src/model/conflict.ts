import type { JsonObject } from "./json.ts";

/** What contradicts what; the guide's values. */
export const CONFLICT_TYPES = [
  "duplicate_file",
  "file_conflict",
  "resource_conflict",
  "config_conflict",
  "ref_inconsistency",
  "dependency_conflict",
  "version_conflict",
] as const;

export type ConflictType = (typeof CONFLICT_TYPES)[number];

/** From the least to the worst. */
export const CONFLICT_SEVERITIES = ["low", "medium", "high", "critical"] as const;

export type ConflictSeverity = (typeof CONFLICT_SEVERITIES)[number];

/**
 * `resolved` is only what a later detection no longer finds. Of what it still finds: `partial` was resolved in one place
 * and not in another, `failed` was tried and taken back, `manual` waits for a person.
 */
export const CONFLICT_STATUSES = ["pending", "resolved", "partial", "failed", "manual", "ignored"] as const;

export type ConflictStatus = (typeof CONFLICT_STATUSES)[number];

/** True for what still has to be dealt with: neither gone nor let be. */
export function isOpen({ status }: { readonly status: ConflictStatus }): boolean {
  return status !== "resolved" && status !== "ignored";
}

/** What may be done about a conflict; the guide's values. */
export const RESOLUTION_STRATEGIES = [
  "priority",
  "environment",
  "timestamp",
  "merge",
  "manual",
  "rename",
  "delete_duplicate",
  "keep_all",
] as const;

export type ResolutionStrategy = (typeof RESOLUTION_STRATEGIES)[number];

/** What lets an ignored conflict be: a person's word, a comment in the file, or the committed baseline. */
export const SILENCERS = ["person", "comment", "baseline"] as const;

export type Silencer = (typeof SILENCERS)[number];

/** Where something stands that a conflict is about. */
export interface ConflictPlace {
  /** Relative to the root. */
  readonly file: string;
  /** 1-based. */
  readonly line?: number;
  /** The key, name or port that is meant. */
  readonly key?: string;
}

/** What a rule found. */
export interface ConflictFinding {
  /** What it is about, in words that stay the same while it lasts: with the rule they make its id. */
  readonly about: readonly string[];
  /** Where this one is worse or lighter than its rule; a severity in the settings stands above it. */
  readonly severity?: ConflictSeverity;
  /** Where less can be done about this one than about others of its rule: what remains. */
  readonly strategies?: readonly ResolutionStrategy[];
  /** One sentence that names files and keys, never the value of a secret. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** The place to go to first; at least one. */
  readonly places: readonly ConflictPlace[];
  /** What the rule knows beside, by its own names. */
  readonly evidence: JsonObject;
}

/** A contradiction with its history. */
export interface Conflict extends Omit<ConflictFinding, "about" | "severity" | "strategies"> {
  /** Stable: made of the rule and what it is about. */
  readonly conflictId: string;
  readonly conflictType: ConflictType;
  readonly rule: string;
  readonly severity: ConflictSeverity;
  readonly status: ConflictStatus;
  /** How it can be resolved, the default first. */
  readonly strategies: readonly ResolutionStrategy[];
  /** Of an ignored one. */
  readonly silencedBy?: Silencer;
  /** Why it is ignored, or what came of resolving it. */
  readonly reason?: string;
  /** ISO 8601, UTC. */
  readonly firstSeen: string;
  readonly lastSeen: string;
}
