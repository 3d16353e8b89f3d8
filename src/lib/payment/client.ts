import { paymentApi, type OrderRequest } from '$lib/api/contracts/payment';
import { request, type Input } from '$lib/api/request';

/** What a campaign asks for. */
export const getFee = (campaign: string) => request(paymentApi.fee, { params: { campaign } });

/** Opens the student's order, or finds the one that is open or paid. */
export const postOrder = (body: OrderRequest, key: string) => request(paymentApi.order, { body, key });

/** How an order stands, asked with the key of its submission. */
export const getOrder = (id: string, key: string) => request(paymentApi.status, { params: { id }, key });

/** The payer's answer on the sandbox's page. */
export const answerSandbox = (order: string, outcome: Input<typeof paymentApi.sandbox>['body']['outcome']) =>
  request(paymentApi.sandbox, { body: { order, outcome } });
