import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { signingKey } from '$lib/server/kiosk/signing';

/** The key by which a device tells this endpoint's codes for kiosks from anybody's. */
export const GET = route({ access: 'anyone', limit: 'share', answers: [200] }, async ({ services }) => {
  const { db } = await services();
  const { public: signer } = await signingKey(db);
  return json({ signer }, 200);
});
