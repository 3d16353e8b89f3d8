/**
 * What pages and workers may load and whom they may talk to: this origin alone. Pages get it from the framework, with
 * the hashes of their own scripts; every static answer, workers among them, from `serve.mjs`.
 */
export const directives = /** @type {const} */ ({
  'default-src': ['none'],
  'script-src': ['self', 'wasm-unsafe-eval'],
  'style-src': ['self'],
  // Only the style attribute of kit's own route announcer.
  'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
  'img-src': ['self', 'blob:', 'data:'],
  'media-src': ['self', 'blob:'],
  'font-src': ['self'],
  'connect-src': ['self'],
  'worker-src': ['self'],
  'manifest-src': ['self'],
  'form-action': ['self'],
  'base-uri': ['none'],
  'frame-ancestors': ['none'],
  'object-src': ['none']
});

/** The header's value. */
export const contentPolicy = Object.entries(directives)
  .map(([name, sources]) => [name, ...sources.map((one) => (/:$/.test(one) ? one : `'${one}'`))].join(' '))
  .join('; ');
