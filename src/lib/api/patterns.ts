/** The form of each name and number that both sides check. */

export { institutionCodePattern, studentNumberPattern } from '$workers/code/payload/check';

/** A random UUID (version 4), made by the client. */
export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** 32 random bytes in base64url. */
export const keyPattern = /^[A-Za-z0-9_-]{43}$/;
/** 特征码 of a campaign. */
export const campaignCodePattern = /^[0-9A-Za-z-]{2,32}$/;
/** Id of a field that a campaign asks for. */
export const fieldIdPattern = /^[a-z][A-Za-z0-9]{0,31}$/;
/** SHA-256, hexadecimal. */
export const sha256Pattern = /^[0-9a-f]{64}$/;
