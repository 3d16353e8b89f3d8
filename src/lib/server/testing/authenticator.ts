import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import type { Site } from '../signin/webauthn';

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();
/** Somebody was there; a PIN, a finger or a face was asked for; a key follows. */
const flags = { present: 1, verified: 4, key: 64 };

/** A device that makes and shows one passkey (WebAuthn level 2, ES256, no attestation). */
export function authenticator({ origin, id: host }: Site, verifies = true) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  let uses = 0;
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const data = (more: number, rest: Uint8Array = new Uint8Array()) => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(uses);
    const flag = flags.present | (verifies ? flags.verified : 0) | more;
    return Buffer.concat([sha256(host), Buffer.from([flag]), counter, rest]);
  };
  const common = {
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {}
  } as const;
  return {
    id: common.id,
    make(challenge: string): RegistrationResponseJSON {
      const { x, y } = publicKey.export({ format: 'jwk' });
      const key = isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(x!, 'base64url')],
          [-3, Buffer.from(y!, 'base64url')]
        ])
      );
      const length = Buffer.from([0, id.length]);
      const authData = data(flags.key, Buffer.concat([Buffer.alloc(16), length, id, key]));
      const made = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)]
      ]);
      return {
        ...common,
        response: {
          clientDataJSON: clientData('webauthn.create', challenge).toString('base64url'),
          attestationObject: Buffer.from(isoCBOR.encode(made as never)).toString('base64url')
        }
      };
    },
    show(challenge: string): AuthenticationResponseJSON {
      uses++;
      const [client, authData] = [clientData('webauthn.get', challenge), data(0)];
      const signature = sign('sha256', Buffer.concat([authData, sha256(client)]), privateKey);
      return {
        ...common,
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: signature.toString('base64url')
        }
      };
    }
  };
}
