import { execFileSync } from "node:child_process";

/** Variables with which terraform asks nobody and reads no settings of the machine. */
export const TERRAFORM_ENV: Readonly<Record<string, string | undefined>> = {
  PATH: process.env["PATH"],
  TF_CLI_CONFIG_FILE: "/dev/null",
  CHECKPOINT_DISABLE: "1",
};

/** True where terraform is on PATH. */
export function hasTerraform(): boolean {
  try {
    execFileSync("terraform", ["version"], { encoding: "utf8", stdio: "pipe", env: { ...TERRAFORM_ENV } });
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}
