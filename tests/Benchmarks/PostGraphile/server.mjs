// PostGraphile over schema homeroom, as its documentation has it for production: the Amber preset, filters, aggregates, a cluster of
// WORKERS processes on one port, no watching and no IDE. DATABASE_URL is the owner's login, so no policy is looked at.
import cluster from "node:cluster";
import { createServer } from "node:http";
import { grafserv } from "postgraphile/grafserv/node";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { PostGraphileConnectionFilterPreset } from "postgraphile-plugin-connection-filter";
import { PgAggregatesPreset } from "@graphile/pg-aggregates";
import { makeJSONPgSmartTagsPlugin } from "postgraphile/utils";

const workers = Number(process.env.WORKERS ?? 1);

// PostGraphile's name for a condition on awards would be that of the table of award conditions.
const names = makeJSONPgSmartTagsPlugin({
  version: 1,
  config: {
    class: { "homeroom.award_condition": { tags: { name: "award_requirement" } } },
    constraint: { "homeroom.evaluation_scheme.evaluation_scheme_district_id_replaces_id_fkey": { tags: { foreignFieldName: "replacements" } } },
  },
});
const preset = {
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset, PgAggregatesPreset],
  plugins: [names],
  // Without it every column can be filtered and ordered by, as ours can.
  disablePlugins: ["PgIndexBehaviorsPlugin"],
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: ["homeroom"],
      pubsub: false,
      poolConfig: { max: Math.ceil(16 / workers) },
    }),
  ],
  grafserv: { watch: false, graphiql: false, websockets: false, graphqlOverGET: true },
  grafast: { explain: false },
};

if (workers > 1 && cluster.isPrimary) {
  for (let made = 0; made < workers; made++) cluster.fork();
  cluster.on("exit", () => process.exit(1));
} else {
  const server = createServer();
  server.on("error", (error) => {
    console.error(error);
    process.exit(1);
  });
  await postgraphile(preset).createServ(grafserv).addTo(server);
  server.listen(Number(process.env.PORT), "127.0.0.1");
}
