import { publicPart } from '../../src/lib/api/contracts/campaign';
import { packProvisioning, writeProvisioning } from '../../src/lib/api/contracts/provisioning';
import { parseCampaign } from '../../src/lib/server/policy/parse-campaign';
import { sampleCampaign } from '../../src/lib/server/policy/sample';
import { agreement } from '../../src/lib/server/testing/submission';
import type { World } from './world';

const report = {
  standard: 'chsi-99',
  kind: 'still',
  verdict: 'pass',
  findings: [
    {
      id: 'pose.yaw',
      value: 1.5,
      quality: 90,
      verdict: 'pass',
      bound: { max: 5 },
      unit: '°',
      message: null,
      lines: [[1, 2, 3, 4]]
    }
  ],
  reasons: []
};

/** The parts of a submission's form that are JSON. */
export const formSample = ({ code, submissions }: World, studentNumber: string) => ({
  registration: {
    studentNumber,
    name: '林晓',
    source: 'typed',
    codeToken: code,
    fields: { class: '软件1班' }
  },
  report,
  details: {
    campaign: 'default',
    consent: agreement(),
    device: submissions[0]!.id,
    quota: { finishedAt: [1_793_491_200_000], permit: 'a.b' },
    replaces: { id: submissions[2]!.id, key: submissions[2]!.key }
  }
});

/** Whole in form, and signed by nobody. */
const foreignKioskCode = writeProvisioning(
  packProvisioning({
    version: 1,
    kiosk: '00000000-0000-4000-8000-000000000000',
    name: '大厅',
    key: { id: '0'.repeat(16), public: `${'A'.repeat(87)}=` },
    campaign: publicPart(parseCampaign(sampleCampaign)),
    issuedAt: '2026-11-01T00:00:00.000Z',
    until: '2030-11-01T00:00:00.000Z',
    idleSeconds: 90,
    countdownSeconds: 20
  }),
  new Uint8Array(64)
);

/** JSON that each endpoint takes, by its method and route. */
export function jsonSamples({
  submissions,
  code,
  campaigns,
  photo
}: World): Readonly<Record<string, object>> {
  const [first, , rejected] = submissions.map(({ id }) => id);
  const campaign = campaigns[0]!;
  const registration = { studentNumber: submissions[0]!.studentNumber, name: '林晓', source: 'typed' };
  const settings = {
    name: { 'zh-CN': '采集' },
    institution: { code: '10000', name: '示例大学' },
    standard: 'chsi-99'
  };
  const passkey = {
    id: 'AAAA',
    rawId: 'AAAA',
    type: 'public-key',
    clientExtensionResults: {},
    response: { clientDataJSON: 'e30', attestationObject: 'oA', authenticatorData: 'AA', signature: 'AA' }
  };
  return {
    'POST /api/v1/account/bind': { id: first },
    'DELETE /api/v1/account/factors': { kind: 'cas', id: 'cas' },
    'POST /api/v1/account/passkey/[step]': passkey,
    'POST /api/v1/codes/resolve': { token: code },
    'POST /api/v1/kiosk/join': { code: foreignKioskCode, device: submissions[0]!.id },
    'POST /api/v1/messages/confirm': { token: 'a'.repeat(43) },
    'POST /api/v1/messages/unsubscribe': { token: 'a'.repeat(43) },
    'POST /api/v1/payments': { campaign: campaigns[1], registration, way: 'sandbox', voucher: 'ABCD-EFGH' },
    'POST /api/v1/payments/callbacks/[driver]': { id: 'n', resource: { ciphertext: 'AA', nonce: 'n' } },
    'POST /api/v1/payments/sandbox': { order: 'a'.repeat(32), outcome: 'pay' },
    'POST /api/v1/receipts': { studentNumber: submissions[0]!.studentNumber, receipt: '7K3F-92QD' },
    'PUT /api/v1/submissions/[id]/messages': {
      kind: 'push',
      locale: 'zh-CN',
      endpoint: 'https://push.example.org/1',
      p256dh: 'BA',
      auth: 'AA'
    },
    'POST /api/v1/staff/accounts': { name: 'wang', role: 'reviewer' },
    'PATCH /api/v1/staff/accounts': { name: 'wang', locked: true },
    'POST /api/v1/staff/students/match': { campaign, numbers: [submissions[0]!.studentNumber] },
    'POST /api/v1/staff/enrolment/match': { campaign, numbers: [submissions[0]!.studentNumber] },
    'PUT /api/v1/staff/enrolment': {
      campaign,
      studentNumber: submissions[0]!.studentNumber,
      photo: Buffer.from(photo).toString('base64')
    },
    'DELETE /api/v1/staff/enrolment': { campaign },
    'DELETE /api/v1/staff/bindings': { campaign, studentNumber: submissions[0]!.studentNumber },
    'POST /api/v1/staff/campaigns/settings': { campaign: { ...settings, code: 'FUZZ' } },
    'PUT /api/v1/staff/campaigns/settings/[code]': { revision: 1, campaign: { ...settings, code: campaign } },
    'PATCH /api/v1/staff/campaigns/settings/[code]': { revision: 1, step: 'close' },
    'POST /api/v1/staff/choices': { id: first },
    'POST /api/v1/staff/export/preview': { campaign, class: '软件1班', fresh: true },
    'POST /api/v1/staff/kiosks': { campaign, name: '大厅', idleSeconds: 90, countdownSeconds: 20 },
    'POST /api/v1/staff/claims': { campaign, class: '软件1班', limit: 2, skip: [rejected] },
    'PATCH /api/v1/staff/passkeys': { id: 'AAAA', label: '办公室电脑' },
    'DELETE /api/v1/staff/passkeys': { id: 'AAAA' },
    'POST /api/v1/staff/passkeys/[step]': { label: '办公室电脑', passkey },
    'POST /api/v1/staff/session/passkey/[step]': passkey,
    'POST /api/v1/staff/queue': {
      campaign,
      states: ['received'],
      class: '软件1班',
      from: '2026-11-01T00:00:00.000Z',
      to: '2030-11-01T00:00:00.000Z',
      text: '林',
      after: Buffer.from(JSON.stringify(['2026-11-01T00:00:00.000Z', first])).toString('base64url'),
      limit: 2
    },
    'POST /api/v1/staff/reminders': { campaign },
    'POST /api/v1/staff/release': { ids: [first] },
    'POST /api/v1/staff/session': { name: 'wang', password: 'wrong', fresh: 'a longer one' },
    'POST /api/v1/staff/undo': { ids: [rejected] },
    'POST /api/v1/staff/verdicts': {
      verdicts: [
        { id: first, to: 'approved' },
        { id: rejected, to: 'rejected', reasons: ['eyes.closed'] }
      ]
    }
  };
}
