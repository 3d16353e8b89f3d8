import type { Plugin } from 'vite';

const page = `<!doctype html>
<html lang="zh-CN">
  <head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>Gallery</title></head>
  <body><script type="module">
    import { mount } from 'svelte';
    import Gallery from '/src/lib/gallery/Gallery.svelte';
    import { i18n } from '/src/lib/i18n/i18n.svelte.ts';
    await i18n.start();
    mount(Gallery, { target: document.body });
  </script></body>
</html>`;

/** `/gallery` of the development server: every shared component in its states. No build has it. */
export const galleryPage: Plugin = {
  name: 'gallery-page',
  apply: 'serve',
  configureServer(server) {
    server.middlewares.use('/gallery', (request, response, next) => {
      const path = request.originalUrl ?? '/gallery';
      if (path.split('?')[0] !== '/gallery') return next();
      server.transformIndexHtml(path, page).then((html) => {
        response.setHeader('content-type', 'text/html');
        response.end(html);
      }, next);
    });
  }
};
