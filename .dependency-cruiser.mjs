const engines = 'node_modules/(@mediapipe|onnxruntime-web|@jsquash|comlink)/';
/** The only files of the image core that know a browser's pictures or an engine. */
const ports = '^workers/(adapters/|[^/]+\\.worker\\.ts$)';
/** What server and client say to each other, and the texts of messages to students: all that the server may see of the client. */
const contracts = [
  '^src/lib/api/(?!request)',
  '^src/lib/i18n/(catalogue|load|message|locales/(index|tags))\\.ts$'
];
/** Tests, and what they alone use in Node. */
const tests = ['\\.test\\.ts$', '^workers/studio/node-studio\\.ts$'];

/**
 * Where imports may point: routes → lib → workers, e2e → scripts → src → workers, and never back.
 * A component is read as its scripts alone and has the path `Name.svelte.ts` here.
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolved',
      comment: 'An import that is not found is not checked either. Kit makes these modules up.',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
        pathNot:
          '^\\$(app|env)/|^\\$service-worker$|/\\$types$|\\?(worker&)?url$|^\\.\\./\\.dependency-cruiser\\.mjs$'
      }
    },
    {
      name: 'workers-at-the-bottom',
      severity: 'error',
      from: { path: '^workers/' },
      to: { path: ['^(src|scripts|e2e)/', '^\\$app/', 'node_modules/(svelte|@sveltejs)/'] }
    },
    {
      name: 'workers-without-node',
      severity: 'error',
      from: { path: '^workers/', pathNot: tests },
      to: { dependencyTypes: ['core'] }
    },
    {
      name: 'engines-behind-ports',
      severity: 'error',
      from: { path: '^workers/', pathNot: ports },
      to: { path: engines }
    },
    {
      name: 'zxing-in-readers',
      severity: 'error',
      from: { path: '^workers/', pathNot: '^workers/code/[^/]*reader\\.ts$' },
      to: { path: 'node_modules/(@zxing|zxing-wasm)/' }
    },
    {
      name: 'adapters-by-workers-only',
      severity: 'error',
      // A bench's page is a browser's, as a worker is.
      from: { pathNot: [ports, ...tests, '^workers/protocol\\.ts$', '^scripts/bench/labels-page\\.ts$'] },
      to: { path: '^workers/adapters/' }
    },
    {
      name: 'adapters-as-types-in-protocol',
      severity: 'error',
      from: { path: '^workers/protocol\\.ts$' },
      to: { path: '^workers/adapters/', dependencyTypesNot: ['type-only'] }
    },
    {
      name: 'app-sees-contract-only',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/lib/selftest/', ...tests] },
      to: {
        path: '^workers/',
        pathNot:
          '^workers/([^/]+\\.worker\\.ts|protocol\\.ts|trace\\.ts|standard/|verdict/|code/payload/|models/|image/(sniff|density|exif)\\.ts|finish/(crop|move)\\.ts)'
      }
    },
    {
      name: 'worker-scripts-by-owners-only',
      comment: 'By their URLs.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/lib/(core|selftest)/', ...tests] },
      to: { path: '^workers/[^/]+\\.worker\\.ts$' }
    },
    {
      name: 'lib-below-routes',
      severity: 'error',
      from: { path: '^src/(lib|service-worker)/' },
      to: { path: '^src/routes/' }
    },
    {
      name: 'server-without-client',
      severity: 'error',
      from: { path: '^src/lib/server/' },
      to: { path: '^src/', pathNot: ['^src/lib/server/', ...contracts] }
    },
    {
      name: 'contracts-alone',
      comment:
        'Shared by server and client, so of neither; the tables of languages and of the image core apart.',
      severity: 'error',
      from: { path: '^src/lib/api/', pathNot: ['^src/lib/api/request\\.ts$', ...tests] },
      to: {
        path: '^src/',
        pathNot: ['^src/lib/api/(?!request)', '^src/lib/i18n/(catalogue|locales/(index|tags))\\.ts$']
      }
    },
    {
      name: 'src-below-scripts',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(scripts|e2e)/' }
    },
    { name: 'scripts-below-e2e', severity: 'error', from: { path: '^scripts/' }, to: { path: '^e2e/' } },
    {
      name: 'no-test-helpers-shipped',
      severity: 'error',
      from: {
        path: '^(src|workers)/',
        pathNot: [...tests, '^src/lib/server/testing/', '^src/lib/(selftest|gallery)/', '^workers/studio/']
      },
      to: { path: [...tests, '^src/lib/server/testing/', '^src/lib/gallery/', '^workers/studio/'] }
    }
  ]
};
