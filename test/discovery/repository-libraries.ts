import type { Tree } from "../support/folders.ts";

/** A manifest of each language, with libraries of clouds and models and some that are none. */
export const LIBRARY_FILES: Tree = {
  "package.json": `{
  "name": "bakery",
  "dependencies": {
    "@google-cloud/storage": "^7.14.0",
    "express": "4.21.1",
    "openai": "4.71.0"
  },
  "devDependencies": {
    "aws-cdk-lib": "~2.165.0"
  }
}
`,
  "deno.json":
    '{\n  "imports": {\n    "s3": "npm:@aws-sdk/client-s3@3.686.0",\n    "x": "jsr:@std/assert@1"\n  }\n}\n',
  "requirements.txt": "# Run time.\nrequests==2.32.3\nboto3==1.35.57\ngoogle-cloud-bigquery[pandas]>=3.27\n",
  "pyproject.toml": '[project]\nname = "bakery"\ndependencies = [\n  "anthropic>=0.39,<1",\n  "flask",\n]\n',
  Pipfile: '[packages]\nflask = "*"\nlangchain = "==0.3.7"\n',
  "environment.yml":
    "name: bakery\ndependencies:\n  - numpy\n  - google-cloud-pubsub=2.26.1\n  - pip:\n      - cohere==5.11.3\n",
  "go.mod":
    "module example.com/bakery\n\ngo 1.23\n\nrequire (\n\tcloud.google.com/go/storage v1.46.0\n\tgithub.com/gorilla/mux v1.8.1\n\tgithub.com/stripe/stripe-go/v80 v80.2.1\n)\n",
  "Cargo.toml":
    '[package]\nname = "oven"\n\n[dependencies]\nserde = "1"\nasync-openai = "0.25.0"\naws-sdk-s3 = { version = "1.61.0" }\n',
  "pom.xml": `<project>
  <dependencies>
    <dependency>
      <groupId>com.google.cloud</groupId>
      <artifactId>google-cloud-storage</artifactId>
      <version>2.45.0</version>
    </dependency>
    <dependency>
      <groupId>junit</groupId>
      <artifactId>junit</artifactId>
    </dependency>
  </dependencies>
</project>
`,
  "build.gradle":
    "dependencies {\n  implementation 'org.slf4j:slf4j-api:2.0.16'\n  implementation 'software.amazon.awssdk:s3:2.29.9'\n}\n",
  "gradle/libs.versions.toml":
    '[versions]\nadk = "0.3.0"\n\n[libraries]\nlangchain4j = { module = "dev.langchain4j:langchain4j", version = "0.35.0" }\nadk = { group = "com.google.adk", name = "google-adk", version.ref = "adk" }\ngax = "com.google.api:gax:2.57.0"\njunit = { module = "junit:junit", version = "4.13" }\n',
  Gemfile: "source 'https://rubygems.org'\ngem 'rails', '~> 7.2'\ngem 'aws-sdk-s3', '~> 1.170'\n",
  "Bakery.csproj":
    '<Project Sdk="Microsoft.NET.Sdk">\n  <ItemGroup>\n    <PackageReference Include="Azure.Storage.Blobs" Version="12.22.2" />\n    <PackageReference Include="Serilog" Version="4.1.0" />\n  </ItemGroup>\n</Project>\n',
  "composer.json": '{\n  "require": {\n    "php": ">=8.2",\n    "stripe/stripe-php": "^16.2"\n  }\n}\n',
  "mix.exs": 'defp deps do\n  [\n    {:phoenix, "~> 1.7"},\n    {:ex_aws, "~> 2.5"}\n  ]\nend\n',
  "pubspec.yaml": "name: bakery\ndependencies:\n  http: ^1.2.2\n  firebase_core: ^3.8.0\n",
  "Package.swift":
    'let package = Package(\n  dependencies: [\n    .package(url: "https://github.com/soto-project/soto.git", from: "7.3.0"),\n  ]\n)\n',
};

/** Manifests are configuration as well. */
export const LIBRARY_CONFIG = Object.keys(LIBRARY_FILES);

export const LIBRARIES = `
api_client | @google-cloud/storage                      | available | 7.14.0   | package.json:4
api_client | openai                                     | available | 4.71.0   | package.json:6
sdk        | aws-cdk-lib                                | available | 2.165.0  | package.json:9
api_client | @aws-sdk/client-s3                         | available | 3.686.0  | deno.json:3
sdk        | boto3                                      | available | 1.35.57  | requirements.txt:3
api_client | google-cloud-bigquery                      | available | >=3.27   | requirements.txt:4
api_client | anthropic                                  | available | >=0.39,<1 | pyproject.toml:4
sdk        | langchain                                  | available | 0.3.7    | Pipfile:3
api_client | google-cloud-pubsub                        | available | 2.26.1   | environment.yml:4
api_client | cohere                                     | available | 5.11.3   | environment.yml:6
api_client | cloud.google.com/go/storage                | available | v1.46.0  | go.mod:6
api_client | github.com/stripe/stripe-go/v80            | available | v80.2.1  | go.mod:8
api_client | async-openai                               | available | 0.25.0   | Cargo.toml:6
api_client | aws-sdk-s3 (crates)                        | available | 1.61.0   | Cargo.toml:7
api_client | com.google.cloud:google-cloud-storage      | available | 2.45.0   | pom.xml:3
api_client | software.amazon.awssdk:s3                  | available | 2.29.9   | build.gradle:3
sdk        | dev.langchain4j:langchain4j                | available | 0.35.0   | gradle/libs.versions.toml:5
sdk        | com.google.adk:google-adk                  | available | 0.3.0    | gradle/libs.versions.toml:6
sdk        | com.google.api:gax                         | available | 2.57.0   | gradle/libs.versions.toml:7
api_client | aws-sdk-s3 (rubygems)                      | available | 1.170    | Gemfile:3
api_client | Azure.Storage.Blobs                        | available | 12.22.2  | Bakery.csproj:3
api_client | stripe/stripe-php                          | available | 16.2     | composer.json:4
sdk        | ex_aws                                     | available | 2.5      | mix.exs:4
sdk        | firebase_core                              | available | 3.8.0    | pubspec.yaml:4
sdk        | soto                                       | available | 7.3.0    | Package.swift:3
`;
