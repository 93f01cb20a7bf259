import type { Tree } from "../support/folders.ts";

/** Spellings that are right and rarer, in packages of the same repository. */
export const AWKWARD_FILES: Tree = {
  "shop/package.json": `{
  "dependencies": {
    "model-client": "npm:groq-sdk@0.8.0",
    "@slack/web-api": "catalog:",
    "@sentry/node": "workspace:*"
  },
  "optionalDependencies": {"twilio": ">=5 <6"}
}
`,
  "shop/Cargo.toml": `[package]
name = "shop"

[dependencies.bucket]
package = "aws-sdk-dynamodb"
version = "1.52"

[target.'cfg(unix)'.dependencies]
kube = { version = "0.96", default-features = false }
`,
  "shop/pom.xml": `<project>
  <properties><sdk.version>2.29.1</sdk.version></properties>
  <!--
  <dependency>
    <groupId>com.stripe</groupId>
    <artifactId>stripe-java</artifactId>
  </dependency>
  -->
  <dependencyManagement>
    <dependencies>
      <dependency><groupId>software.amazon.awssdk</groupId>
        <artifactId>sqs</artifactId><version>\${sdk.version}</version></dependency>
    </dependencies>
  </dependencyManagement>
</project>
`,
  "shop/build.gradle": `dependencies {
  /* implementation 'com.twilio.sdk:twilio:10.6.3' */
  implementation group: 'com.openai', name: 'openai-java', version: '0.8.0'
}
`,
  "shop/build.gradle.kts": `dependencies {
    implementation(platform("software.amazon.awssdk:bom:2.29.1"))
    implementation("io.sentry:sentry:7.17.0")
}
`,
  "shop/Shop.csproj": `<Project>
  <ItemGroup>
    <!-- <PackageReference Include="Twilio" Version="7.5.1" /> -->
    <PackageReference Include="AWSSDK.S3">
      <Version>3.7.405</Version>
    </PackageReference>
  </ItemGroup>
</Project>
`,
  "shop/setup.py":
    'from setuptools import setup\n\nsetup(\n    name="shop",\n    install_requires=[\n        "azure-storage-blob>=12.23",\n        "click",\n    ],\n)\n',
  "shop/setup.cfg": "[options]\ninstall_requires =\n    sendgrid>=6.11\n    attrs\n",
  "shop/pyproject.toml": `[tool.poetry.dependencies]
python = "^3.12"
google-genai = { version = "^0.1", extras = ["x"] }

[dependency-groups]
dev = ["moto", "litellm==1.52.3"]
`,
  "shop/requirements-dev.txt":
    '-r requirements.txt\n--index-url https://pypi.example.com/simple\nstripe==11.2.0 ; python_version > "3.8" \\\n    --hash=sha256:00\nPyGithub~=2.5  # the API\n# pinecone==5.4.0\n',
  "shop/go.mod":
    "module example.com/shop\n\nrequire github.com/aws/aws-sdk-go-v2/service/s3 v1.66.3\nrequire k8s.io/client-go v0.31.2 // indirect\n",
  "shop/Gemfile": 'group :test do\n  gem "octokit", ">= 9", require: false\nend\n# gem \'stripe\'\n',
  "shop/composer.json": '{"require-dev": {"sentry/sentry": "4.9.0"}}\n',
  "shop/docker-compose.override.yml": `x-base: &base
  image: "postgres:16.4@sha256:00"
services:
  db:
    <<: *base
    ports:
      - target: 5432
        published: "{postgres}"
  mail:
    image: registry.example.com:5000/mail
    profiles: [dev]
`,
  "shop/Containerfile.dev": "ARG TAG=3.20\nfrom alpine:${TAG}\n",
  "shop/Procfile.dev": "css: npm run css\n",
  ".devcontainer/python/devcontainer.json":
    '{"dockerComposeFile": "../../compose.yaml", "service": "web",}\n',
  "shop/app.yaml": "runtime: custom\nenv: flex\n",
  "shop/deploy/run.yaml": `apiVersion: v1
kind: ConfigMap
metadata: {name: shop}
---
apiVersion: run.googleapis.com/v1
kind: Job
metadata:
  name: nightly
`,
  "shop/terraform/main.tf.json":
    '{\n  "terraform": {"required_version": "~> 1.8"},\n  "resource": {\n    "google_project_service": {\n      "sql": {"service": "sqladmin.googleapis.com"}\n    }\n  }\n}\n',
  "shop/terraform/cloud.tf":
    'terraform {\n  cloud {\n    organization = "bakery"\n  }\n}\n\nlocals {\n  apis = ["compute.googleapis.com"]\n}\n\nresource "google_project_service" "all" {\n  for_each = toset(local.apis)\n  service  = each.value\n}\n',
  ".env.production": "PORT=80\n",
};

/** Which of these are configuration as well. */
export const AWKWARD_CONFIG =
  "shop/package.json shop/Cargo.toml shop/pom.xml shop/build.gradle shop/build.gradle.kts shop/Shop.csproj shop/setup.py shop/setup.cfg shop/pyproject.toml shop/requirements-dev.txt shop/go.mod shop/Gemfile shop/composer.json shop/docker-compose.override.yml shop/Containerfile.dev shop/Procfile.dev .devcontainer/python/devcontainer.json shop/app.yaml .env.production".split(
    " ",
  );

export const AWKWARD = `
api_client | groq-sdk                                  | available | 0.8.0   | shop/package.json:3
api_client | @slack/web-api                            | available | -       | shop/package.json:4
api_client | twilio                                    | available | >=5 <6  | shop/package.json:7
api_client | aws-sdk-dynamodb                          | available | 1.52    | shop/Cargo.toml:4
api_client | kube                                      | available | 0.96    | shop/Cargo.toml:9
api_client | software.amazon.awssdk:sqs                | available | 2.29.1  | shop/pom.xml:11
api_client | com.openai:openai-java                    | available | 0.8.0   | shop/build.gradle:3
api_client | software.amazon.awssdk:bom                | available | 2.29.1  | shop/build.gradle.kts:2
sdk        | io.sentry:sentry                          | available | 7.17.0  | shop/build.gradle.kts:3
api_client | AWSSDK.S3                                 | available | 3.7.405 | shop/Shop.csproj:4
api_client | azure-storage-blob                        | available | >=12.23 | shop/setup.py:6
api_client | sendgrid                                  | available | >=6.11  | shop/setup.cfg:3
sdk        | google-genai                              | available | 0.1     | shop/pyproject.toml:3
sdk        | litellm                                   | available | 1.52.3  | shop/pyproject.toml:6
api_client | stripe                                    | available | 11.2.0  | shop/requirements-dev.txt:3
api_client | PyGithub                                  | available | 2.5     | shop/requirements-dev.txt:5
api_client | github.com/aws/aws-sdk-go-v2/service/s3   | available | v1.66.3 | shop/go.mod:3
api_client | octokit                                   | available | >= 9    | shop/Gemfile:2
sdk        | sentry/sentry                             | available | 4.9.0   | shop/composer.json:1
container     | db                                     | available | 16.4    | shop/docker-compose.override.yml:4
container     | mail                                   | unknown   | -       | shop/docker-compose.override.yml:9
container     | shop/Containerfile.dev                 | available | -       | shop/Containerfile.dev:2
local_service | process:css                            | unknown   | -       | shop/Procfile.dev:1
codespace     | devcontainer/python                    | available | -       | .devcontainer/python/devcontainer.json:1
gcp_service   | appengine:default                      | unknown   | custom  | shop/app.yaml:1
gcp_service   | run-job:nightly                        | unknown   | -       | shop/deploy/run.yaml:8
gcp_api       | sqladmin                               | unknown   | -       | shop/terraform/main.tf.json:5
gcp_api       | compute                                | unknown   | -       | shop/terraform/cloud.tf:8
terraform     | shop/terraform                         | available | ~> 1.8  | shop/terraform/main.tf.json:2
`;
