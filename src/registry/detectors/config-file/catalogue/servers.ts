import { names, namesAt, type CatalogueEntry } from "./entry.ts";

/** What serves, watches and stores: web servers, monitoring, the settings of databases' own servers. */
export const SERVER_FILES: readonly CatalogueEntry[] = [
  names("server", "nginx", "nginx.conf"),
  namesAt("server", "nginx", [/(^|\/)nginx\//, "default.conf"]),
  names("server", "Caddy", "caddyfile"),
  names("server", "Traefik", "traefik.yml traefik.yaml traefik.toml"),
  names("server", "HAProxy", "haproxy.cfg"),
  names("server", "Envoy", "envoy.yaml"),
  names("server", "Gunicorn", "gunicorn.conf.py"),
  names("server", "Supervisor", "supervisord.conf"),
  names("server", "pm2", "ecosystem.config.js ecosystem.config.cjs"),
  names("server", "Prometheus", "prometheus.yml prometheus.yaml alertmanager.yml alertmanager.yaml"),
  names("server", "Grafana", "grafana.ini loki.yml loki.yaml promtail.yml promtail.yaml"),
  names("server", "OpenTelemetry", "otel-collector-config.yaml otel-collector-config.yml"),
  names("server", "Elastic", "logstash.conf filebeat.yml elasticsearch.yml kibana.yml"),
  names("server", "Telegraf", "telegraf.conf"),
  names("database", "Redis", "redis.conf"),
  names("database", "PostgreSQL", "postgresql.conf pg_hba.conf"),
  names("database", "MySQL", "my.cnf"),
  names("database", "MongoDB", "mongod.conf"),
  names("server", "RabbitMQ", "rabbitmq.conf"),
  namesAt("language", "Rails", [/(^|\/)config\/[^/]+$/, "database.yml puma.rb storage.yml cable.yml"]),
];
