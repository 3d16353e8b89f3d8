import type { PushPayload } from '$lib/api/contracts/messages';
import { scope } from './scope';

/** Shows what the server sent; the same message sent twice shows once. */
export async function show(event: PushEvent): Promise<void> {
  const { title, body, lang, tag, path } = event.data?.json() as PushPayload;
  await scope.registration.showNotification(title, {
    body,
    lang,
    tag,
    icon: '/icon-192.png',
    data: { path }
  });
}

/** To the page that is open, or a new one. */
export async function follow({ notification }: NotificationEvent): Promise<void> {
  notification.close();
  const { path } = notification.data as Pick<PushPayload, 'path'>;
  const [open] = await scope.clients.matchAll({ type: 'window' });
  if (open) await open.focus();
  else await scope.clients.openWindow(path);
}
