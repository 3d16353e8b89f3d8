/** Photos that students handed in, for the console's specs. */
import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, type APIRequestContext } from '@playwright/test';
import { agreedDetails } from '../src/lib/server/testing/submission';

export interface Handed {
  id: string;
  key: string;
  studentNumber: string;
}

const finding = (id: string, value: number, bound: { min?: number; max?: number }, unit: string) => ({
  id,
  value,
  quality: 1,
  verdict: 'pass',
  bound,
  unit,
  message: null
});
const report = {
  standard: 'chsi-99',
  kind: 'still',
  verdict: 'warn',
  findings: [
    finding('crown.position', 80, { min: 50, max: 110 }, 'px'),
    finding('eyeLine.position', 262, { min: 200, max: 300 }, 'px'),
    finding('face.width', 236, { min: 180, max: 300 }, 'px'),
    {
      ...finding('light.balance', 0.31, { max: 0.3 }, ''),
      verdict: 'warn',
      message: 'light.uneven'
    }
  ],
  reasons: ['light.uneven']
};

/** Hands a finished photo in, as a student's device does. */
export async function handIn(
  request: APIRequestContext,
  origin: string,
  index: number,
  className: string
): Promise<Handed> {
  const photo = await readFile('workers/studio/finished.jpg');
  const studentNumber = String(2022990000 + index);
  const registration = { studentNumber, name: `审核${index}`, source: 'typed', fields: { class: className } };
  const [id, key] = [randomUUID(), randomBytes(32).toString('base64url')];
  const response = await request.put(`/api/v1/submissions/${id}`, {
    headers: { authorization: `Bearer ${key}`, origin },
    multipart: {
      photo: { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo },
      registration: JSON.stringify(registration),
      report: JSON.stringify(report),
      details: JSON.stringify(agreedDetails())
    }
  });
  expect(response.status(), await response.text()).toBe(201);
  return { id, key, studentNumber };
}
