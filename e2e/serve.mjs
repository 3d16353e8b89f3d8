/** Serves the production build on PORT with an empty data folder that is gone afterwards. */
import { startServer } from '../scripts/lib/server.mjs';

const server = await startServer({ port: Number(process.env.PORT) });
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) {
  process.once(signal, () => void server.stop().then(() => process.exit(0)));
}
