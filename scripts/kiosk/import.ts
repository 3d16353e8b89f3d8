/** What became of one export. */
export interface Imported {
  photos: number;
  /** Taken in now. */
  taken: number;
  /** There already. */
  repeated: number;
  /** By position in the file, from 1, with the endpoint's code. */
  refused: { at: number; code: string }[];
}

const tries = 5;

/** Hands each envelope to the endpoint, in order. @throws Error when it cannot be reached */
export async function importQueue(
  endpoint: string,
  envelopes: readonly Uint8Array<ArrayBuffer>[],
  waitMs = 2_000
): Promise<Imported> {
  const result: Imported = { photos: envelopes.length, taken: 0, repeated: 0, refused: [] };
  for (const [index, body] of envelopes.entries()) {
    const response = await post(`${endpoint}/api/v1/kiosk/sealed`, body, waitMs);
    if (response.status === 201) result.taken++;
    else if (response.ok) result.repeated++;
    else {
      // A proxy’s page has no code: the status stands for it.
      const { code = `http.${response.status}` } = (await response.json().catch(() => ({}))) as {
        code?: string;
      };
      result.refused.push({ at: index + 1, code });
    }
  }
  return result;
}

/** Once more, and again later, while the endpoint is busy or away. */
async function post(url: string, body: Uint8Array<ArrayBuffer>, waitMs: number): Promise<Response> {
  const headers = { 'content-type': 'application/octet-stream' };
  for (let go = 1; ; go++) {
    // No network: tried again below.
    const answer = await fetch(url, { method: 'POST', headers, body }).catch(() => null);
    if (answer && answer.status < 500 && answer.status !== 429) return answer;
    if (go === tries) {
      if (answer) return answer;
      throw new Error(`no server answers at ${new URL(url).origin}`);
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs * go));
  }
}
