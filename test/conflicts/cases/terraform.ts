import type { Case } from "./types.ts";

/** Of rules about variables of Terraform and their values. */
export const TERRAFORM_CASES: readonly Case[] = [
  {
    rule: "tfvars_undeclared",
    tree: {
      "i/v.tf": '# variable "ghost" {}\nvariable "a" { type = number }\n',
      "i/x.auto.tfvars": "a = 1\nghost = 2\n",
      "alone/x.tfvars": "b = 1\n",
    },
    found: ["tfvars_undeclared i/x.auto.tfvars:2"],
  },
  {
    rule: "tfvars_type_mismatch",
    tree: {
      "i/v.tf":
        'variable "a" { type = number }\nvariable "m" { type = map(string) }\nvariable "b" { type = bool }\n',
      "i/x.auto.tfvars": 'a = "3"\nm = { a = 1 }\nb = "perhaps"\n',
    },
    found: ["tfvars_type_mismatch i/x.auto.tfvars:3"],
  },
  {
    rule: "tf_variable_twice",
    tree: {
      "i/a.tf": 'variable "x" {}\n',
      "i/b.tf": 'variable "x" {}\n',
      "j/a.tf": 'variable "x" {}\n',
      "k/a.tf": 'variable "y" {}\n',
      "k/override.tf": 'variable "y" {}\n',
      "base_templates/k/a.tf":
        '{% if a %}\nvariable "y" {}\n{% else %}\nvariable "y" {\n  default = 1\n}\n{% endif %}\n',
    },
    found: ["tf_variable_twice i/a.tf:1", "tf_variable_twice base_templates/k/a.tf:2 (low)"],
  },
  {
    rule: "tfvars_undeclared",
    tree: {
      "i/a.tf": 'variable "x" {}\n',
      "i/terraform.tfvars": "x = {\n  y = { z = 1\n}\nq = 1\n",
      "i/good.tfvars": "q = 1\n",
    },
    found: ["tfvars_undeclared i/good.tfvars:1"],
  },
  {
    rule: "required_variable_unset",
    tree: {
      "i/a.tf": 'variable "x" {}\nvariable "y" {}\n',
      "i/terraform.tfvars": "x = 1\n",
      "m/a.tf": 'variable "z" {}\n',
    },
    found: ["required_variable_unset i/a.tf:2"],
  },
  {
    rule: "tfvars_type_mismatch",
    tree: {
      "i/v.tf": 'variable "count_of" { type = number }\nvariable "tags" {\n  type = map(string)\n}\n',
      "i/prod.auto.tfvars": 'count_of = "3"\ntags = { a = 1 }\n',
    },
    found: [],
  },
  {
    rule: "tf_variable_twice",
    tree: {
      "a/v.tf": 'variable "x" {}\n',
      "b/v.tf": 'variable "x" {}\n',
      "a/v_override.tf": 'variable "x" {}\n',
    },
    found: [],
  },
  {
    rule: "required_variable_unset",
    tree: {
      "a/v.tf": 'variable "x" {}\n',
      "b/v.tf": 'variable "y" { default = 1 }\n',
      "b/terraform.tfvars": "y = 2\n",
    },
    found: [],
  },
];
