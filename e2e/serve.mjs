/** Serves the production build on PORT with an empty data folder, E2E_DATA, that is gone afterwards. */
import { startServer } from '../scripts/lib/server.mjs';

const server = await startServer({ port: Number(process.env.PORT), data: process.env.E2E_DATA });
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) {
  process.once(signal, () => void server.stop().then(() => process.exit(0)));
}
